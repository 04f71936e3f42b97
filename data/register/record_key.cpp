#include "data/register/record_key.hpp"

#include "data/register/stored_value.hpp"

#include <algorithm>
#include <charconv>

namespace xiaoan::data {

namespace {

/// A part of a key as its field stores it: a stop's sequence is a number.
Value part_value(const FieldInfo& field, std::string_view text)
{
    std::int64_t whole = 0;
    if (field.type == FieldType::count) {
        const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), whole);
        if (error == std::errc{} && end == text.data() + text.size()) return whole;
    }
    return std::string{text};
}

}  // namespace

bool gives_key(const KindInfo& kind, std::span<const std::uint8_t> key, std::span<const Value> values)
{
    return std::ranges::all_of(
        key, [&](std::uint8_t field) { return may_be_empty(kind, field) || is_given(values[field]); });
}

std::string_view missing_key_field(const KindInfo& kind, std::span<const Value> values)
{
    for (const std::uint8_t field : kind.keys.front())
        if (!may_be_empty(kind, field) && !is_given(values[field])) return kind.fields[field].key;
    return {};
}

std::optional<std::vector<Value>> values_of_key(const KindInfo& kind, std::span<const std::uint8_t> key,
                                                std::string_view joined)
{
    std::vector<Value> values(kind.fields.size());
    std::string_view rest = joined;
    for (std::size_t i = 0; i < key.size(); ++i) {
        const bool last = i + 1 == key.size();
        const auto slash = last ? std::string_view::npos : rest.find('/');
        if (!last && slash == std::string_view::npos) return std::nullopt;
        Value part = part_value(kind.fields[key[i]], rest.substr(0, slash));
        if (!fits(kind.fields[key[i]], part)) return std::nullopt;
        values[key[i]] = std::move(part);
        if (!last) rest.remove_prefix(slash + 1);
    }
    if (!gives_key(kind, key, values)) return std::nullopt;
    return values;
}

}  // namespace xiaoan::data
