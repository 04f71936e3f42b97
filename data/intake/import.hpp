// Taking files into the register: every row checked, one transaction and one change a file, a report of what was done.
#pragma once

#include "data/intake/fault.hpp"
#include "data/intake/header.hpp"
#include "data/intake/issue.hpp"
#include "data/intake/planned_changes.hpp"
#include "data/intake/position_value.hpp"
#include "data/intake/recognised_sheet.hpp"
#include "data/intake/row_selection.hpp"
#include "data/register/commands.hpp"
#include "data/register/job_progress.hpp"
#include "data/register/register.hpp"
#include "data/register/snapshot.hpp"

#include <cstddef>
#include <cstdint>
#include <expected>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <utility>
#include <variant>
#include <vector>

namespace xiaoan::data {

struct ImportRequest {
    std::string path{};
    std::string kind{};  // forces the kind of every sheet; empty: found from the headers
    std::vector<std::pair<std::string, std::string>> sheet_kinds{};  // the same of single sheets, by their names
    Adcode county{};                                                 // of rows that do not say theirs
    std::optional<Datum> datum{};          // as the operator says; else CGCS2000, and another one is looked out for
    std::string crs{};                     // of a geographic file that names none: EPSG:4549
    bool keep_unswapped = false;           // positions that seem swapped are kept as they stand
    std::string encoding{};                // of a text file; empty: found by content
    std::vector<HeaderVariant> mapping{};  // what a person said of headers; comes before all that the program knows
    std::vector<RememberedHeader> remembered{};  // what was said of headers before; import_file takes the register's
    bool replace_vehicle = false;
    bool dry_run = false;
    bool plan = false;                   // the report says row by row what is done
    std::optional<RowSelection> only{};  // takes these rows alone; empty: all
    std::string expected{};              // the plan's fingerprint as it was looked at; else nothing is written
    bool other_county_decided = false;   // a person has seen the rows that change what another county's file gave
};

/// One column of a sheet, as it was understood.
struct ColumnReport {
    std::uint32_t column = 0;                      // from 0
    std::string header{};                          // as the file has it
    std::string field{};                           // key; empty where it is not read
    std::optional<UnreadColumn::Why> unread = {};  // why it is not read
};

/// What was done with one sheet. rows = added + changed + unchanged + refused + skipped + left_out.
struct SheetReport {
    std::string file;   // its name without folders
    std::string sheet;  // empty for a CSV
    std::string kind;   // plural key; empty where it was not recognised
    std::size_t rows = 0;
    std::size_t added = 0;
    std::size_t changed = 0;
    std::size_t unchanged = 0;
    std::size_t refused = 0;
    std::size_t skipped = 0;       // totals, remarks, signatures
    std::vector<RowIssue> issues;  // by row, then column
    std::size_t left_out = 0;      // rows that ImportRequest::only does not name
    std::uint32_t header_row = 0;  // 0 where the sheet was not recognised
    std::vector<ColumnReport> columns{};
    std::string crs{};  // the reference system that a geographic file names; its positions were read by it
};

struct ImportReport {
    std::vector<SheetReport> sheets;
    bool dry_run = false;
    bool stopped = false;  // at the wish of whoever watched the progress; nothing was written then
    std::optional<ChangeId> change;
    std::vector<RememberedHeader> remembered;      // by which the headers were understood
    std::shared_ptr<const PlannedChanges> plan{};  // null unless it was asked for
    [[nodiscard]] std::size_t refused() const;
};

/// Imports one file. What `mapping` says of its headers is remembered by the register, unless it is a dry run. Nothing
/// is written where it throws (IntakeFault: the file, or what is expected of it; StoreFault: the register), where it is
/// a dry run, or where it was stopped. A dry run does all that an import does and rolls back, so it cannot say anything
/// else than the import. A row that changes what another county's file gave last is taken with a warning, and stays a
/// conflict until a person settles it.
[[nodiscard]] ImportReport import_file(Register& into, const ImportRequest& asked, const Actor& actor,
                                       const Region& region, JobProgress& progress);

/// The report of a file that threw, so that a list of files leaves none out.
struct FailedFile {
    std::string file;  // its name without folders
    IntakeFault fault;
};
using FileOutcome = std::variant<ImportReport, FailedFile>;

/// How the reports are written.
struct ImportJson {
    bool dry_run = false;
    SentenceLanguage language = SentenceLanguage::zh;
    std::span<const Source> sources{};  // to name the files that gave changed records last
};

/// The reports of formats.md section 2.1, as one JSON document. Of a report that has a plan each sheet also says its
/// header row, its columns, what is done row by row, and each file the plan's fingerprint.
[[nodiscard]] std::string import_json(std::span<const FileOutcome> files, const ImportJson& how);

}  // namespace xiaoan::data
