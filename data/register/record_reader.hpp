// Turns rows of SQLite into records, field by field after the table of fields.
#pragma once

#include "data/kinds/kinds.hpp"
#include "data/register/statement.hpp"

#include <charconv>

namespace xiaoan::data {

inline void read_cell(const Statement& row, int column, std::string& text)
{
    text = row.text(column);
}
inline void read_cell(const Statement& row, int column, DateCell& cell)
{
    const std::string_view text = row.text(column);
    if (text.empty()) return;
    if (text == "none")
        cell = DateCell::said_to_be_none();
    else if (const auto date = date_from_iso(text))
        cell = DateCell{*date};
}
inline void read_cell(const Statement& row, int column, Answer& answer)
{
    const std::string_view text = row.text(column);
    answer = text == "yes" ? Answer::yes : text == "no" ? Answer::no : Answer::not_given;
}
inline void read_cell(const Statement& row, int column, TimeOfDay& time)
{
    time = time_from_hh_mm(row.text(column));
}
inline void read_cell(const Statement& row, int column, Timestamp& moment)
{
    moment = timestamp_from_iso(row.text(column));
}
inline void read_cell(const Statement& row, int column, Adcode& county)
{
    const std::string_view text = row.text(column);
    std::from_chars(text.data(), text.data() + text.size(), county.value);
}
inline void read_cell(const Statement& row, int column, PersonRef& person)
{
    person.id = row.integer(column);
}
inline void read_cell(const Statement& row, int column, std::optional<std::int32_t>& count)
{
    if (!row.is_null(column)) count = static_cast<std::int32_t>(row.integer(column));
}
inline void read_cell(const Statement& row, int column, std::optional<double>& number)
{
    if (!row.is_null(column)) number = row.number(column);
}
template <class E>
    requires std::is_enum_v<E>
void read_cell(const Statement& row, int column, E& value)
{
    value = value_of_word<E>(row.text(column));
}

/// The record in a row of select_rows().
template <class Record>
[[nodiscard]] Record read_record(const Statement& row)
{
    Record record;
    int column = 0;
    record.id.value = row.integer(column);
    Kind<Record>::fields.apply([&](const auto&... field) { (read_cell(row, ++column, record.*field.member), ...); });
    record.origin.source = row.integer(column + 1);
    record.origin.row = static_cast<std::int32_t>(row.integer(column + 2));
    return record;
}

}  // namespace xiaoan::data
