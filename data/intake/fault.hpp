// A file that cannot be read as a whole: why, and what the operator can do about it.
#pragma once

#include "data/intake/sentence.hpp"

#include <cstdint>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace xiaoan::data {

enum class FaultCode : std::uint8_t {
    unreadable_file,  // {0} the system's reason
    not_a_file,
    empty_file,
    file_too_large,  // {0} limit in MiB
    old_xls,
    encrypted_workbook,
    binary_workbook,  // .xlsb
    open_document,    // .ods
    word_document,
    web_page,  // HTML or XML tables that pretend to be .xls
    other_archive,
    not_a_table,  // {0} what it seems to be
    truncated_workbook,
    damaged_workbook,  // {0} part, {1} detail
    document_type,     // {0} part with a DOCTYPE
    zip_bomb,          // {0} part
    too_many_entries,  // {0} limit
    too_many_cells,    // {0} limit
    too_many_strings,  // {0} limit
    too_many_columns,  // {0} row, {1} limit
    too_many_rows,     // {0} limit
    cell_too_long,     // {0} row, {1} limit in KiB
    row_too_long,      // {0} row, {1} limit in MiB
    no_sheets,
    no_such_sheet,       // {0} the name asked for
    changed_meanwhile,   // the file or the register is not as it was when the file was looked at
    bad_utf8,            // {0} row
    bad_encoding,        // {0} row, {1} encoding
    unknown_encoding,    // {0} what was asked for
    nul_byte,            // {0} row
    unterminated_quote,  // {0} row where it began
    unknown_kind,        // no sheet says what its rows are
    bad_geojson,         // {0} feature or nothing, {1} detail
    no_features,
    geodata_damaged,  // {0} detail
    geodata_too_large,
    geodata_too_slow,
    helper_missing,     // {0} where it should be
    unknown_crs,        // {0} the reference system
    no_crs_plane,       // {0} layer
    missing_part,       // {0} file that is missing
    part_of_shapefile,  // the index or the attributes
    open_elsewhere,
    map_data  // OpenStreetMap, without being asked for its waters
};

/// Thrown by readers where a file cannot be taken at all. Nothing has been written then, and nothing will be.
class IntakeFault : public std::runtime_error {
public:
    explicit IntakeFault(FaultCode code, std::vector<std::string> details = {});

    [[nodiscard]] FaultCode code() const noexcept { return code_; }
    [[nodiscard]] const std::vector<std::string>& details() const noexcept { return details_; }
    /// The stable word of the reason, as JSON has it.
    [[nodiscard]] std::string_view word() const noexcept;
    /// One sentence: what is wrong, where, and what to do. what() is the same in Chinese.
    [[nodiscard]] std::string text(SentenceLanguage language) const;

private:
    FaultCode code_;
    std::vector<std::string> details_;
};

}  // namespace xiaoan::data
