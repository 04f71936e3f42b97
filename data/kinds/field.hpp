// The table of fields: for each kind of record its keys, Chinese headers, types and members, said once.
#pragma once

#include "data/kinds/cell.hpp"
#include "data/kinds/words.hpp"

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>

namespace xiaoan::data {

/// What a field means, which decides how a cell is read, checked, stored and shown.
enum class FieldType : std::uint8_t {
    text,
    school_code,          // 10 digits in the national scheme; others are kept with a warning
    uscc,                 // unified social credit code, GB 32100
    vin,                  // ISO 3779
    registration_number,  // 号牌号码 in canonical form, 吉G12345
    reference,            // natural key of another record, which may not exist yet
    county,               // adcode
    word,                 // one of the field's words
    answer,               // yes, no
    count,                // whole number, 0 or more
    number,               // 0 or more
    longitude,            // degrees, CGCS2000
    latitude,
    date,           // ISO date or "none"
    time,           // HH:MM
    timestamp,      // 2026-11-23T06:50:00
    weekdays,       // digits 1 (Monday) to 7, ascending: "12345"
    geometry,       // WKT, longitude first, CGCS2000
    person_name,    // personal, sealed
    phone,          // personal, sealed
    licence_number  // personal, sealed; the same number is the same person everywhere
};

[[nodiscard]] constexpr bool is_personal(FieldType type)
{
    return type == FieldType::person_name || type == FieldType::phone || type == FieldType::licence_number;
}

/// One field of one kind, as intake, export, the command line and the log need it.
struct FieldInfo {
    std::string_view key;     // in JSON, English headers and as the column's name
    std::string_view header;  // in Chinese ledgers
    FieldType type = FieldType::text;
    bool required = false;
    std::span<const Word> words{};
    std::string_view refers_to{};  // of a reference: the kind that it names
};

/// The same with the member of the record struct that holds it.
template <class Record, class Member>
struct Field {
    FieldInfo info;
    Member Record::* member;
};

/// The fields of one record, each with its own member type. In place of std::tuple, whose constructors take a compiler
/// a quarter of a second a kind in every file that reads it.
template <std::size_t Index, class Record, class Member>
struct FieldAt {
    Field<Record, Member> field;
};
template <class Indices, class Record, class... Members>
struct FieldPack;
template <std::size_t... Index, class Record, class... Members>
struct FieldPack<std::index_sequence<Index...>, Record, Members...> : FieldAt<Index, Record, Members>... {
    /// Calls `all(field...)` with every field in its order.
    template <class All>
    constexpr decltype(auto) apply(All&& all) const
    {
        return all(FieldAt<Index, Record, Members>::field...);
    }
};
template <class Record, class... Members>
struct FieldList : FieldPack<std::index_sequence_for<Members...>, Record, Members...> {
    consteval explicit(false) FieldList(Field<Record, Members>... each)
        : FieldPack<std::index_sequence_for<Members...>, Record, Members...>{{each}...}
    {
    }
};

/// A kind of record. Its natural key is the first of `keys` whose fields are all given; later ones serve before that
/// (an application has no permit number yet). Keys hold indices into `fields`.
struct KindInfo {
    std::string_view key;       // plural, as on the command line: buses
    std::string_view singular;  // as the subject of a finding and the table's name: bus
    std::string_view zh;        // 校车
    std::span<const FieldInfo> fields;
    std::span<const std::span<const std::uint8_t>> keys;

    /// Index of a field by its key; empty where the kind has none of that name.
    [[nodiscard]] constexpr std::optional<std::size_t> field(std::string_view wanted) const
    {
        for (std::size_t i = 0; i < fields.size(); ++i)
            if (fields[i].key == wanted) return i;
        return std::nullopt;
    }
};

inline constexpr bool required = true;

namespace field_makers {

template <class Record, class Member>
consteval auto make(std::string_view key, std::string_view header, FieldType type, Member Record::* member,
                    bool is_required, std::string_view refers_to = {})
{
    std::span<const Word> words{};
    if constexpr (std::is_enum_v<Member>) words = words_of<Member>;
    return Field<Record, Member>{{key, header, type, is_required, words, refers_to}, member};
}

/// Text with a meaning of its own (a code, a number, a geometry).
template <class Record, class Member>
consteval auto field(std::string_view key, std::string_view header, FieldType type, Member Record::* member,
                     bool is_required = false)
{
    return make(key, header, type, member, is_required);
}

/// The natural key of a record of another kind.
template <class Record>
consteval auto refers(std::string_view key, std::string_view header, std::string_view kind,
                      std::string Record::* member, bool is_required = false)
{
    return make(key, header, FieldType::reference, member, is_required, kind);
}

/// A field whose type says all: text, date, time, county, answer, count, number, enumeration.
template <class Record, class Member>
consteval auto field(std::string_view key, std::string_view header, Member Record::* member, bool is_required = false)
{
    if constexpr (std::is_same_v<Member, std::string>)
        return make(key, header, FieldType::text, member, is_required);
    else if constexpr (std::is_same_v<Member, DateCell>)
        return make(key, header, FieldType::date, member, is_required);
    else if constexpr (std::is_same_v<Member, TimeOfDay>)
        return make(key, header, FieldType::time, member, is_required);
    else if constexpr (std::is_same_v<Member, Timestamp>)
        return make(key, header, FieldType::timestamp, member, is_required);
    else if constexpr (std::is_same_v<Member, Adcode>)
        return make(key, header, FieldType::county, member, is_required);
    else if constexpr (std::is_same_v<Member, Answer>)
        return make(key, header, FieldType::answer, member, is_required);
    else if constexpr (std::is_same_v<Member, std::optional<std::int32_t>>)
        return make(key, header, FieldType::count, member, is_required);
    else if constexpr (std::is_same_v<Member, std::optional<double>>)
        return make(key, header, FieldType::number, member, is_required);
    else {
        static_assert(std::is_enum_v<Member>, "say the type of this field");
        return make(key, header, FieldType::word, member, is_required);
    }
}

}  // namespace field_makers

/// Specialised by each record: key, singular, zh, fields (a FieldList) and keys.
template <class Record>
struct Kind;

/// The fields of a record without their members.
template <class Record>
inline constexpr auto field_infos = Kind<Record>::fields.apply(
    [](const auto&... each) { return std::array<FieldInfo, sizeof...(each)>{each.info...}; });

template <class Record>
inline constexpr KindInfo kind_info{Kind<Record>::key, Kind<Record>::singular, Kind<Record>::zh, field_infos<Record>,
                                    Kind<Record>::keys};

}  // namespace xiaoan::data
