// Schools (formats.md 1.1).
#pragma once

#include "data/kinds/field.hpp"

namespace xiaoan::data {

/// 办学性质.
enum class Ownership : std::uint8_t { not_given, public_school, private_school };
inline constexpr std::array ownership_words{
    Word{"public", "公办"},
    Word{"private", "民办"},
};
template <>
inline constexpr std::span<const Word> words_of<Ownership>{ownership_words};

/// 隶属: which bureau a school answers to.
enum class Supervisor : std::uint8_t { not_given, city, county };
inline constexpr std::array supervisor_words{
    Word{"city", "市直"},
    Word{"county", "县区"},
};
template <>
inline constexpr std::span<const Word> words_of<Supervisor>{supervisor_words};

/// 办学类型.
enum class SchoolKind : std::uint8_t {
    not_given,
    kindergarten,
    primary,
    junior,
    nine_year,
    senior,
    complete,
    vocational,
    special,
    teaching_point,
    other
};
inline constexpr std::array school_kind_words{
    Word{"kindergarten", "幼儿园"},  Word{"primary", "小学"},     Word{"junior", "初中"},
    Word{"nine_year", "九年一贯制"}, Word{"senior", "高中"},      Word{"complete", "完全中学"},
    Word{"vocational", "职业学校"},  Word{"special", "特殊教育"}, Word{"teaching_point", "教学点"},
    Word{"other", "其他"},
};
template <>
inline constexpr std::span<const Word> words_of<SchoolKind>{school_kind_words};

/// A school or kindergarten.
struct School {
    RecordId id;
    std::string code;
    std::string name;
    Adcode county;
    std::string township;
    Ownership ownership{};
    Supervisor supervised_by{};
    SchoolKind kind{};
    std::string address;
    std::optional<double> lon;
    std::optional<double> lat;
    std::optional<std::int32_t> pupils;
    std::optional<std::int32_t> boarders;
    std::optional<std::int32_t> riders;
    PersonRef officer;
    PersonRef phone;
    Origin origin;
};

template <>
struct Kind<School> {
    static constexpr std::string_view key = "schools", singular = "school", zh = "学校";
    static constexpr auto fields = FieldList{
        field_makers::field("code", "学校标识码", FieldType::school_code, &School::code, required),
        field_makers::field("name", "学校名称", &School::name, required),
        field_makers::field("county", "县区", &School::county, required),
        field_makers::field("township", "乡镇", &School::township),
        field_makers::field("ownership", "办学性质", &School::ownership),
        field_makers::field("supervised_by", "隶属", &School::supervised_by),
        field_makers::field("kind", "办学类型", &School::kind),
        field_makers::field("address", "地址", &School::address),
        field_makers::field("lon", "经度", FieldType::longitude, &School::lon),
        field_makers::field("lat", "纬度", FieldType::latitude, &School::lat),
        field_makers::field("pupils", "在校生数", &School::pupils),
        field_makers::field("boarders", "寄宿生数", &School::boarders),
        field_makers::field("riders", "乘校车学生数", &School::riders),
        field_makers::field("officer", "安全负责人", FieldType::person_name, &School::officer),
        field_makers::field("phone", "联系电话", FieldType::phone, &School::phone),
    };
    static constexpr std::uint8_t key_0[] = {0};  // code
    static constexpr std::span<const std::uint8_t> keys[] = {key_0};
};

}  // namespace xiaoan::data
