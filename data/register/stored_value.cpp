#include "data/register/stored_value.hpp"

#include <algorithm>
#include <cmath>

namespace xiaoan::data {

namespace {

constexpr double most_count = 2147483647, most_number = 1e15;

bool number_between(const Value& value, double least, double most, bool whole)
{
    double number = 0;
    if (const auto* integer = std::get_if<std::int64_t>(&value))
        number = static_cast<double>(*integer);
    else if (const auto* real = std::get_if<double>(&value))
        number = *real;
    else
        return false;
    return number >= least && number <= most && (!whole || number == std::trunc(number));
}

bool text_fits(const FieldInfo& field, std::string_view text)
{
    switch (field.type) {
    case FieldType::county:
        return text.size() == 6 && std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
    case FieldType::word: return std::ranges::any_of(field.words, [&](const Word& word) { return word.word == text; });
    case FieldType::answer: return text == "yes" || text == "no";
    case FieldType::date: return text == "none" || date_from_iso(text).has_value();
    case FieldType::time: return time_from_hh_mm(text).given();
    case FieldType::timestamp: return timestamp_from_iso(text).given();
    case FieldType::weekdays: return std::ranges::all_of(text, [](char c) { return c >= '1' && c <= '7'; });
    default: return true;
    }
}

}  // namespace

bool is_given(const Value& value)
{
    if (const auto* text = std::get_if<std::string>(&value)) return !text->empty();
    return !std::holds_alternative<std::monostate>(value) && !std::holds_alternative<Cleared>(value);
}

bool fits(const FieldInfo& field, const Value& value)
{
    if (!is_given(value)) return true;
    switch (field.type) {
    case FieldType::count: return number_between(value, 0, most_count, true);
    case FieldType::number: return number_between(value, 0, most_number, false);
    case FieldType::longitude: return number_between(value, -180, 180, false);
    case FieldType::latitude: return number_between(value, -90, 90, false);
    default: {
        const auto* text = std::get_if<std::string>(&value);
        return text != nullptr && text_fits(field, *text);
    }
    }
}

bool holds(const Statement& row, int column, const Value& value)
{
    if (!is_given(value)) return row.is_null(column);
    if (row.is_null(column)) return false;
    if (const auto* text = std::get_if<std::string>(&value)) return row.text(column) == *text;
    if (const auto* whole = std::get_if<std::int64_t>(&value)) return row.number(column) == static_cast<double>(*whole);
    return row.number(column) == std::get<double>(value);
}

}  // namespace xiaoan::data
