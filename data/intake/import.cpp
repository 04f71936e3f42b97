#include "data/intake/import.hpp"

#include "data/intake/container.hpp"
#include "data/intake/file_rows.hpp"
#include "data/intake/row_writer.hpp"

#include <algorithm>

namespace xiaoan::data {

namespace {

/// By row, then by column as they stand in the sheet.
void sort_issues(ReadSheet& sheet)
{
    const auto place = [&](const RowIssue& issue) {
        const auto* columns = sheet.recognised ? &sheet.recognised->columns : nullptr;
        const auto found = columns != nullptr ? std::ranges::find(*columns, issue.column, &SheetColumn::header)
                                              : std::vector<SheetColumn>::iterator{};
        const bool known = columns != nullptr && found != columns->end();
        return std::pair{issue.row, known ? found->column : UINT32_MAX};
    };
    std::ranges::stable_sort(sheet.report.issues, {}, place);
}

/// "洮北区校车.csv: 新增 31，变更 2".
std::string reason_of(const FileRows& file)
{
    std::size_t added = 0, changed = 0;
    for (const ReadSheet& sheet : file.sheets) {
        added += sheet.report.added;
        changed += sheet.report.changed;
    }
    std::string reason = file.sheets.front().report.file + ": ";
    if (added > 0) reason += "新增 " + std::to_string(added);
    if (added > 0 && changed > 0) reason += "，";
    if (changed > 0) reason += "变更 " + std::to_string(changed);
    return reason;
}

}  // namespace

std::size_t ImportReport::refused() const
{
    std::size_t rows = 0;
    for (const SheetReport& sheet : sheets) rows += sheet.refused;
    return rows;
}

ImportReport import_file(Register& into, const ImportRequest& asked, const Actor& actor, const Region& region,
                         JobProgress& progress)
{
    OpenOptions options;
    if (!asked.encoding.empty()) options.encoding = asked.encoding;
    const auto book = open_workbook(asked.path, options);
    FileRows file = read_file_rows(*book, asked, region, progress);

    ImportReport report;
    report.dry_run = asked.dry_run;
    report.stopped = file.stopped;
    if (!file.stopped && file.kept > 0) {
        Edit edit = into.edit();
        report.stopped = !write_rows(file, edit, book->source().sha256, asked, actor, progress);
        if (!report.stopped && !asked.dry_run) report.change = edit.commit(actor, "import", reason_of(file));
    }
    for (ReadSheet& sheet : file.sheets) {
        sort_issues(sheet);
        report.sheets.push_back(std::move(sheet.report));
    }
    return report;
}

}  // namespace xiaoan::data
