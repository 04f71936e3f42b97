#include "data/intake/checked_rows.hpp"

#include "data/register/record_key.hpp"
#include "data/register/stored_value.hpp"

#include <algorithm>
#include <map>

namespace xiaoan::data {

namespace {

/// The parts of a key as one text.
std::string joined(std::span<const std::uint8_t> key, std::span<const Value> values, char separator)
{
    std::string text;
    for (const std::uint8_t field : key) {
        if (field != key.front()) text += separator;
        if (const auto* part = std::get_if<std::string>(&values[field]))
            text += *part;
        else if (const auto* whole = std::get_if<std::int64_t>(&values[field]))
            text += std::to_string(*whole);
    }
    return text;
}

/// Which key the values give: its place among the kind's keys.
std::size_t given_key(const KindInfo& kind, std::span<const Value> values)
{
    std::size_t key = 0;
    while (key + 1 < kind.keys.size() && !gives_key(kind, kind.keys[key], values)) ++key;
    return key;
}

/// The VIN of an earlier row, as it is packed, where both give one and they differ; else empty.
std::string other_vin(const KindInfo& kind, std::string_view earlier, std::span<const Value> values)
{
    const auto vin = kind.field("vin");
    const auto* own = vin ? std::get_if<std::string>(&values[*vin]) : nullptr;
    if (own == nullptr) return {};
    Value before;
    for (std::size_t field = 0; field <= *vin; ++field) unpack(earlier, before);
    const auto* stated = std::get_if<std::string>(&before);
    return stated != nullptr && *stated != *own ? *stated : std::string{};
}

}  // namespace

void CheckedRows::keep(Row& row, std::span<const Value> values)
{
    packed_.clear();
    for (const Value& value : values) pack(packed_, value);
    row.packed = blocks_.add(packed_);
}

void CheckedRows::values(std::size_t row, std::vector<Value>& into) const
{
    into.resize(kind_->fields.size());
    std::string_view rest = bytes(rows_[row]);
    for (Value& value : into) unpack(rest, value);
}

bool CheckedRows::overlay(const Row& under, const Row& over, std::vector<Value>& result) const
{
    bool conflict = false;
    std::string_view below = bytes(under), above = bytes(over);
    result.resize(kind_->fields.size());
    Value upper;
    for (Value& value : result) {
        unpack(below, value);
        unpack(above, upper);
        if (std::holds_alternative<std::monostate>(upper)) continue;
        conflict = conflict || (is_given(value) && value != upper);
        value = upper;
    }
    return conflict;
}

std::optional<DuplicateRow> CheckedRows::add(RowPlace place, std::span<const Value> values)
{
    constexpr char between_parts = '\x1F';
    const std::size_t key = given_key(*kind_, values);
    std::string text = joined(kind_->keys[key], values, between_parts);
    text += static_cast<char>(key);
    const auto [known, is_new] = row_of_key_.try_emplace(std::move(text), rows_.size());
    if (!is_new)
        if (std::string vin = other_vin(*kind_, bytes(rows_[known->second]), values); !vin.empty())
            return DuplicateRow{place, rows_[known->second].place, joined(kind_->keys[key], values, '/'),
                                std::move(vin)};
    Row& row = rows_.emplace_back(Row{place, {}, false});
    keep(row, values);
    if (is_new) return std::nullopt;
    Row& earlier = rows_[known->second];
    known->second = rows_.size() - 1;
    earlier.gave_way = true;
    if (bytes(earlier) == bytes(row)) return std::nullopt;
    std::vector<Value> both;
    (void)overlay(earlier, row, both);
    keep(row, both);
    return DuplicateRow{place, earlier.place, joined(kind_->keys[key], values, '/')};
}

std::vector<DuplicateRow> CheckedRows::finish()
{
    row_of_key_ = {};
    return join_by_second_key();
}

std::vector<DuplicateRow> CheckedRows::join_by_second_key()
{
    std::vector<DuplicateRow> differing;
    if (kind_->keys.size() < 2) return differing;
    std::map<std::string, std::size_t> numbered;  // by second key, the first of each
    std::vector<std::pair<std::string, std::size_t>> unnumbered;
    std::vector<Value> read;
    for (std::size_t i = 0; i < rows_.size(); ++i) {
        if (rows_[i].gave_way) continue;
        values(i, read);
        if (!gives_key(*kind_, kind_->keys[1], read)) continue;
        std::string key = joined(kind_->keys[1], read, '/');
        if (given_key(*kind_, read) == 0)
            numbered.emplace(std::move(key), i);
        else
            unnumbered.emplace_back(std::move(key), i);
    }
    for (auto& [key, without] : unnumbered) {
        const auto found = numbered.find(key);
        if (found == numbered.end()) continue;
        const std::size_t first = std::min(found->second, without), second = std::max(found->second, without);
        const bool conflict = overlay(rows_[first], rows_[second], read);
        keep(rows_[second], read);
        rows_[first].gave_way = true;
        found->second = second;
        if (conflict) differing.push_back({rows_[second].place, rows_[first].place, key});
    }
    return differing;
}

}  // namespace xiaoan::data
