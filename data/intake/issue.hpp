// What is wrong with a row or a column of a file, as values: a stable word, a severity and both sentences.
#pragma once

#include "data/intake/sentence.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace xiaoan::data {

enum class IssueCode : std::uint8_t {
    // The row is refused.
    missing_required,
    bad_date,
    incomplete_date,  // a year, or a year and a month
    bad_time,
    bad_timestamp,
    bad_answer,
    bad_count,
    bad_number,
    unknown_unit,  // {0} the unit
    bad_degrees,
    out_of_range,  // {0} lowest, {1} highest
    unknown_county,
    ambiguous_county,  // {0} the candidates
    several_values,
    bad_word,  // {0} the words that may stand there
    bad_weekdays,
    bad_geometry,  // {0} why
    cell_error,
    formula_without_value,
    digits_lost,
    vehicle_replaced,  // {0} the VIN in the register
    columns_disagree,  // {0} the other column of the same field
    two_vehicles,      // {0} the VIN in an earlier row of the file, {1} that row
    // The row is taken, and the operator is told.
    bad_registration_number,  // {0} a number that may be meant, or nothing
    bad_uscc,
    bad_vin,
    bad_licence_number,
    several_drivers,
    undated_offence,       // {0} the words without a date
    doubtful_month,        // {0} the month that may be meant
    unresolved_reference,  // {0} kind of record, by its plural key
    duplicate_in_file,     // {0} the earlier row
    check_digit,           // {0} the character expected
    birth_date_differs,
    unusual_school_code,
    swapped_position,
    kept_unswapped,  // at the wish of the operator
    outside_country,
    skipped_row,   // it holds more than its word and numbers
    other_county,  // {0} the file that gave the record last, {1} its row
    unknown_column,
    duplicate_column,  // {0} the column that is used
    column_twice,      // {0} the other column
    half_a_period,     // {0} the column of its start, which is read
    unheaded_column,   // the column by its letters
    recalled_column,   // {0} the field, as a mapping had it when the same headers were seen before
    county_of_title,   // {0} the county, {1} the text that names it
    merged_cells,      // {0} how many cells
    hidden_sheet,      // {0} its name
    read_as_encoding,  // {0} the encoding
    unknown_sheet,     // {0} its name
    masked_text,       // a personal text with its middle hidden
    no_crs,
    rough_crs,  // {0} the reference system
    // {0} gcj02 or bd09, {1} how many positions tell so, {2} of how many that can be compared; how far those are off in
    // the middle, metres: {3} as they stand, {4} in that datum
    probable_datum
};

enum class IssueSeverity : std::uint8_t { refused, warning };

/// Of a number that was kept although it is none of its kind.
[[nodiscard]] constexpr bool lacks_its_form(IssueCode code) noexcept
{
    return code >= IssueCode::bad_registration_number && code <= IssueCode::bad_licence_number;
}

/// The stable word of a code, as JSON has it: "missing_required".
[[nodiscard]] std::string_view word(IssueCode code) noexcept;
/// "refused" or "warning".
[[nodiscard]] std::string_view word(IssueSeverity severity) noexcept;
/// The severity a code has unless its caller says otherwise.
[[nodiscard]] IssueSeverity usual_severity(IssueCode code) noexcept;

/// One thing that is wrong with one cell, row or column. `row` is the number that the spreadsheet shows, 0 where it
/// concerns the file; `column` is the header as the file has it. `value` is the cell as it stood and may be personal.
struct RowIssue {
    std::uint32_t row = 0;
    std::string column;
    IssueCode code{};
    IssueSeverity severity{};
    std::string value;
    std::vector<std::string> parameters;
};

/// The issue as one sentence: what, where, and what to do.
[[nodiscard]] std::string issue_text(const RowIssue& issue, SentenceLanguage language);

}  // namespace xiaoan::data
