#include "data/intake/import.hpp"

#include "data/intake/container.hpp"
#include "data/intake/datum_check.hpp"
#include "data/intake/file_rows.hpp"
#include "data/intake/row_writer.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <unordered_map>

namespace xiaoan::data {

namespace {

/// By row, then by column as they stand in the sheet.
void sort_issues(ReadSheet& sheet)
{
    std::unordered_map<std::string_view, std::uint32_t> columns;
    if (sheet.recognised)
        for (const SheetColumn& column : sheet.recognised->columns) columns.emplace(column.header, column.column);
    const auto place = [&](const RowIssue& issue) {
        const auto found = columns.find(issue.column);
        return std::uint64_t{issue.row} << 32 | (found != columns.end() ? found->second : UINT32_MAX);
    };
    auto& issues = sheet.report.issues;
    std::vector<std::pair<std::uint64_t, std::size_t>> order;
    order.reserve(issues.size());
    for (std::size_t i = 0; i < issues.size(); ++i) order.emplace_back(place(issues[i]), i);
    if (std::ranges::is_sorted(order)) return;
    std::ranges::sort(order);  // by place in the list, where two concern the same cell
    std::vector<RowIssue> sorted;
    sorted.reserve(issues.size());
    for (const auto& [at, index] : order) sorted.push_back(std::move(issues[index]));
    issues = std::move(sorted);
}

/// "洮北区校车.csv: +31 ~2": rows added and changed, in signs, because the log speaks no language.
std::string reason_of(const FileRows& file)
{
    std::size_t added = 0, changed = 0;
    for (const ReadSheet& sheet : file.sheets) {
        added += sheet.report.added;
        changed += sheet.report.changed;
    }
    std::string reason = file.sheets.front().report.file + ":";
    if (added > 0) reason += fmt::format(" +{}", added);
    if (changed > 0) reason += fmt::format(" ~{}", changed);
    return reason;
}

/// What was said of the headers of this file and is not remembered yet.
void remember(Register& into, const FileRows& file, const ImportRequest& asked, const Actor& actor)
{
    std::vector<RememberedHeader> said;
    for (const ReadSheet& sheet : file.sheets) {
        if (!sheet.recognised) continue;
        for (const RememberedHeader& each : sheet.recognised->mapped)
            if (std::ranges::find(asked.remembered, each) == asked.remembered.end()) said.push_back(each);
    }
    if (!said.empty()) into.remember_headers(said, actor);
}

}  // namespace

std::size_t ImportReport::refused() const
{
    std::size_t rows = 0;
    for (const SheetReport& sheet : sheets) rows += sheet.refused;
    return rows;
}

ImportReport import_file(Register& into, const ImportRequest& request, const Actor& actor, const Region& region,
                         JobProgress& progress)
{
    ImportRequest asked = request;
    asked.remembered = into.remembered_headers();
    OpenOptions options;
    if (!asked.encoding.empty()) options.encoding = asked.encoding;
    options.kind = asked.kind;
    options.crs = asked.crs;
    auto book = open_workbook(asked.path, options);
    FileRows file = read_file_rows(*book, asked, region, progress);
    const std::string sha256 = book->source().sha256;
    book.reset();  // nothing of it is needed any more, and a commit of many rows needs room

    if (!asked.datum && !file.stopped && may_have_datum_evidence(file))
        look_out_for_datum(file, into.snapshot(kinds_of<School, Route, Stop, Run, Water>(), false));

    ImportReport report;
    report.dry_run = asked.dry_run;
    report.stopped = file.stopped;
    report.remembered = asked.remembered;
    if (!file.stopped && file.kept > 0) {
        Edit edit = into.edit();
        Written written = write_rows(file, edit, {asked, sha256, region, actor}, progress);
        file.rows.clear();
        report.stopped = written.stopped;
        if (!report.stopped && !asked.expected.empty() && written.plan->fingerprint() != asked.expected)
            throw IntakeFault(FaultCode::changed_meanwhile);
        if (asked.plan) report.plan = std::move(written.plan);
        if (!report.stopped && !asked.dry_run) report.change = edit.commit(actor, "import", reason_of(file));
    }
    if (!report.stopped && !asked.dry_run) remember(into, file, asked, actor);
    for (ReadSheet& sheet : file.sheets) {
        sort_issues(sheet);
        report.sheets.push_back(std::move(sheet.report));
    }
    return report;
}

}  // namespace xiaoan::data
