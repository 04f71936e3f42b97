// Taking files into the register: every row checked, one transaction and one change a file, a report of what was done.
#pragma once

#include "data/intake/fault.hpp"
#include "data/intake/header.hpp"
#include "data/intake/issue.hpp"
#include "data/intake/position_value.hpp"
#include "data/register/commands.hpp"
#include "data/register/job_progress.hpp"
#include "data/register/register.hpp"

#include <cstddef>
#include <expected>
#include <optional>
#include <span>
#include <string>
#include <variant>
#include <vector>

namespace xiaoan::data {

struct ImportRequest {
    std::string path{};
    std::string kind{};  // forces the kind of every sheet; empty: found from the headers
    Adcode county{};     // of rows that do not say theirs
    std::optional<Datum> datum{};  // as the operator says; else CGCS2000, and another one is looked out for
    std::string encoding{};                // of a text file; empty: found by content
    std::vector<HeaderVariant> mapping{};  // what a person said of headers; comes before all that the program knows
    std::vector<RememberedHeader> remembered{};  // what was said of headers before; import_file takes the register's
    bool replace_vehicle = false;
    bool dry_run = false;
};

/// What was done with one sheet. rows = added + changed + unchanged + refused + skipped.
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
};

struct ImportReport {
    std::vector<SheetReport> sheets;
    bool dry_run = false;
    bool stopped = false;  // at the wish of whoever watched the progress; nothing was written then
    std::optional<ChangeId> change;
    std::vector<RememberedHeader> remembered;  // by which the headers were understood
    [[nodiscard]] std::size_t refused() const;
};

/// Imports one file. What `mapping` says of its headers is remembered by the register, unless it is a dry run. Nothing
/// is written where it throws (IntakeFault: the file; StoreFault: the register), where it is a dry run, or where it was
/// stopped. A dry run does all that an import does and rolls back, so it cannot say anything else than the import.
[[nodiscard]] ImportReport import_file(Register& into, const ImportRequest& asked, const Actor& actor,
                                       const Region& region, JobProgress& progress);

/// The report of a file that threw, so that a list of files leaves none out.
struct FailedFile {
    std::string file;  // its name without folders
    IntakeFault fault;
};
using FileOutcome = std::variant<ImportReport, FailedFile>;

/// The reports of formats.md section 2.1, as one JSON document with sentences in `language`.
[[nodiscard]] std::string import_json(std::span<const FileOutcome> files, bool dry_run, SentenceLanguage language);

}  // namespace xiaoan::data
