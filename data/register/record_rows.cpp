#include "data/register/record_rows.hpp"

#include "data/kinds/record_values.hpp"
#include "data/register/record_key.hpp"
#include "data/register/stored_value.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace xiaoan::data {

namespace {

/// Whether personal texts are wanted as anyone may see them, or as they are.
enum class Sight { masked, clear };

template <std::size_t Index, class Record, class Member>
constexpr const Field<Record, Member>& field_at(const FieldAt<Index, Record, Member>& at)
{
    return at.field;
}

/// The value of one field, without making those of all others.
template <class Record, std::size_t Index>
Value field_value(const Record& record, const People& people, Sight sight)
{
    constexpr const auto& field = field_at<Index>(Kind<Record>::fields);
    const auto& member = record.*field.member;
    if constexpr (std::is_same_v<std::remove_cvref_t<decltype(member)>, PersonRef>) {
        if (!member.given()) return {};
        if (sight == Sight::masked) return people.masked(member, field.info.type);
        return people.text(member).value_or(std::string{});
    } else {
        return value_of(member);
    }
}

template <class Record, std::size_t Index>
PersonRef field_person(const Record& record)
{
    constexpr const auto& field = field_at<Index>(Kind<Record>::fields);
    if constexpr (std::is_same_v<std::remove_cvref_t<decltype(record.*field.member)>, PersonRef>)
        return record.*field.member;
    else
        return {};
}

template <class Record>
constexpr std::size_t field_count = kind_info<Record>.fields.size();

template <class Record, std::size_t... Index>
constexpr auto field_values(std::index_sequence<Index...>)
{
    return std::array{&field_value<Record, Index>...};
}
template <class Record, std::size_t... Index>
constexpr auto field_people(std::index_sequence<Index...>)
{
    return std::array{&field_person<Record, Index>...};
}

}  // namespace

/// What differs from kind to kind.
struct RecordRows::Of {
    virtual ~Of() = default;
    [[nodiscard]] virtual std::size_t size() const = 0;
    [[nodiscard]] virtual RecordId id(std::size_t row) const = 0;
    [[nodiscard]] virtual Origin origin(std::size_t row) const = 0;
    [[nodiscard]] virtual Value value(std::size_t row, std::size_t field, const People& people, bool clear) const = 0;
    [[nodiscard]] virtual PersonRef person(std::size_t row, std::size_t field) const = 0;
};

namespace {

template <class Record>
struct RowsOf final : RecordRows::Of {
    explicit RowsOf(const Table<Record>& table)
    {
        rows.reserve(table.size());
        for (const Record& record : table) rows.push_back(&record);
    }
    [[nodiscard]] std::size_t size() const override { return rows.size(); }
    [[nodiscard]] RecordId id(std::size_t row) const override { return rows[row]->id; }
    [[nodiscard]] Origin origin(std::size_t row) const override { return rows[row]->origin; }
    [[nodiscard]] Value value(std::size_t row, std::size_t field, const People& people, bool clear) const override
    {
        static constexpr auto values = field_values<Record>(std::make_index_sequence<field_count<Record>>{});
        return values.at(field)(*rows[row], people, clear ? Sight::clear : Sight::masked);
    }
    [[nodiscard]] PersonRef person(std::size_t row, std::size_t field) const override
    {
        static constexpr auto people = field_people<Record>(std::make_index_sequence<field_count<Record>>{});
        return people.at(field)(*rows[row]);
    }

    std::vector<const Record*> rows;
};

std::unique_ptr<const RecordRows::Of> rows_of(const Snapshot& snapshot, const KindInfo& kind)
{
    std::unique_ptr<const RecordRows::Of> rows;
    for_each_kind([&]<class Record>(std::type_identity<Record>) {
        if (kind.key == kind_info<Record>.key) rows = std::make_unique<RowsOf<Record>>(snapshot.all<Record>());
    });
    return rows;
}

std::string as_key(const Value& value)
{
    if (const auto* text = std::get_if<std::string>(&value)) return *text;
    const auto* whole = std::get_if<std::int64_t>(&value);
    return whole != nullptr ? std::to_string(*whole) : std::string{};
}

/// The first of the kind's keys whose parts are given, joined by '/'.
template <class ValueOf>
std::string joined_key(const KindInfo& kind, const ValueOf& value)
{
    const auto is_whole = [&](std::span<const std::uint8_t> key) {
        return std::ranges::all_of(
            key, [&](std::uint8_t field) { return may_be_empty(kind, field) || is_given(value(field)); });
    };
    std::size_t given = 0;
    while (given + 1 < kind.keys.size() && !is_whole(kind.keys[given])) ++given;
    std::string text;
    for (const std::uint8_t field : kind.keys[given]) {
        if (field != kind.keys[given].front()) text += '/';
        text += as_key(value(field));
    }
    return text;
}

}  // namespace

RecordRows::RecordRows(const Snapshot& snapshot, const KindInfo& kind)
    : snapshot_(&snapshot), kind_(&kind), rows_(rows_of(snapshot, kind))
{
}
RecordRows::~RecordRows() = default;
RecordRows::RecordRows(RecordRows&&) noexcept = default;
RecordRows& RecordRows::operator=(RecordRows&&) noexcept = default;

std::size_t RecordRows::size() const
{
    return rows_->size();
}

RecordId RecordRows::id(std::size_t row) const
{
    return rows_->id(row);
}

Origin RecordRows::origin(std::size_t row) const
{
    return rows_->origin(row);
}

std::optional<std::size_t> RecordRows::find(RecordId id) const
{
    std::size_t low = 0, high = size();  // ids ascend
    while (low < high) {
        const std::size_t middle = (low + high) / 2;
        if (rows_->id(middle) < id)
            low = middle + 1;
        else
            high = middle;
    }
    return low < size() && rows_->id(low) == id ? std::optional{low} : std::nullopt;
}

std::optional<std::size_t> RecordRows::find(std::span<const std::uint8_t> key, std::span<const Value> values) const
{
    std::vector<std::string> wanted;
    for (const std::uint8_t field : key) wanted.push_back(as_key(values[field]));
    for (std::size_t row = 0; row < size(); ++row) {
        bool same = true;
        for (std::size_t i = 0; i < key.size() && same; ++i)
            same = as_key(rows_->value(row, key[i], *snapshot_->people, true)) == wanted[i];
        if (same) return row;
    }
    return std::nullopt;
}

Value RecordRows::value(std::size_t row, std::size_t field) const
{
    return rows_->value(row, field, *snapshot_->people, false);
}

std::vector<Value> RecordRows::values(std::size_t row) const
{
    std::vector<Value> values;
    values.reserve(kind_->fields.size());
    for (std::size_t field = 0; field < kind_->fields.size(); ++field) values.push_back(value(row, field));
    return values;
}

std::vector<PersonRef> RecordRows::people(std::size_t row) const
{
    std::vector<PersonRef> people;
    people.reserve(kind_->fields.size());
    for (std::size_t field = 0; field < kind_->fields.size(); ++field) people.push_back(rows_->person(row, field));
    return people;
}

std::string RecordRows::shown_key(std::size_t row) const
{
    return joined_key(*kind_, [&](std::size_t field) { return value(row, field); });
}

std::string RecordRows::key(std::size_t row) const
{
    return joined_key(*kind_, [&](std::size_t field) { return rows_->value(row, field, *snapshot_->people, true); });
}

}  // namespace xiaoan::data
