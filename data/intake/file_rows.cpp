#include "data/intake/file_rows.hpp"

#include "data/intake/row_check.hpp"
#include "data/intake/skipped_row.hpp"
#include "data/kinds/kinds.hpp"

#include <algorithm>

namespace xiaoan::data {

namespace {

class FileReading {
public:
    FileReading(Workbook& book, const ImportRequest& asked, const Region& region, JobProgress& progress)
        : book_(book),
          asked_(asked),
          progress_(progress),
          context_(cell_context(region, book.date_system(), asked.datum)),
          variants_(shipped_header_variants())
    {
    }

    FileRows read()
    {
        for (std::size_t i = 0; i < book_.sheets().size() && !file_.stopped; ++i) read_sheet(i);
        const bool any = std::ranges::any_of(file_.sheets, [](const ReadSheet& sheet) { return !!sheet.recognised; });
        if (!any && !file_.stopped) throw IntakeFault(FaultCode::unknown_kind);
        for (auto& [kind, rows] : file_.rows)
            for (const DuplicateRow& twice : rows.finish()) say_duplicate(twice, *kind);
        return std::move(file_);
    }

private:
    void read_sheet(std::size_t index)
    {
        const SheetInfo& info = book_.sheets()[index];
        ReadSheet sheet;
        sheet.report.file = book_.source().name;
        sheet.report.sheet = info.name;
        if (info.hidden) {
            sheet.report.issues.push_back(about_file(IssueCode::hidden_sheet, info.name));
            file_.sheets.push_back(std::move(sheet));
            return;
        }
        const auto reader = book_.open(index);
        const KindInfo* forced = asked_.kind.empty() ? nullptr : find_kind(asked_.kind);
        if (!asked_.kind.empty() && forced == nullptr) throw IntakeFault(FaultCode::unknown_kind);
        sheet.recognised = recognise_sheet(*reader, {forced, variants_});
        if (!sheet.recognised) {
            if (!is_empty(index)) {
                sheet.report.issues.push_back(about_file(IssueCode::unknown_sheet, info.name));
                file_.sheets.push_back(std::move(sheet));
            }
            return;
        }
        sheet.report.kind = sheet.recognised->kind->key;
        sheet.report.issues = sheet.recognised->issues;
        if (const auto encoding = book_.encoding();
            asked_.encoding.empty() && !encoding.starts_with("UTF-8") && !encoding.empty())
            sheet.report.issues.push_back(about_file(IssueCode::read_as_encoding, std::string{encoding}));
        file_.sheets.push_back(std::move(sheet));
        read_rows(*reader, static_cast<std::uint32_t>(file_.sheets.size() - 1));
    }

    void read_rows(SheetReader& reader, std::uint32_t index)
    {
        constexpr std::size_t rows_between_looks = 256;
        const RecognisedSheet& recognised = *file_.sheets[index].recognised;
        SheetReport& report = file_.sheets[index].report;
        CheckedRows& kept = file_.rows.try_emplace(recognised.kind, *recognised.kind).first->second;
        RowCheck check(recognised, context_, asked_.county);
        std::vector<Value> values;
        SheetRow row;
        while (reader.next(row)) {
            if (row.blank()) continue;
            if (++report.rows % rows_between_looks == 0) {
                progress_.done += rows_between_looks;
                if (progress_.stop_requested()) {
                    file_.stopped = true;
                    return;
                }
            }
            if (is_skipped_row(row, recognised)) {
                ++report.skipped;
            } else if (!check.check(row, values, report.issues)) {
                ++report.refused;
            } else {
                ++file_.kept;
                if (const auto twice = kept.add({index, row.number}, values)) say_duplicate(*twice, *recognised.kind);
            }
        }
    }

    void say_duplicate(const DuplicateRow& twice, const KindInfo& kind)
    {
        ReadSheet& sheet = file_.sheets[twice.later.sheet];
        const std::size_t field = kind.keys.front().front();
        std::string earlier = std::to_string(twice.earlier.row);
        if (twice.earlier.sheet != twice.later.sheet)
            earlier = file_.sheets[twice.earlier.sheet].report.sheet + " " + earlier;
        sheet.report.issues.push_back(
            issue_at(sheet, twice.later.row, field, IssueCode::duplicate_in_file, twice.key, {std::move(earlier)}));
    }

    /// Whether a sheet has nothing in it, as the spare sheets of a new workbook.
    [[nodiscard]] bool is_empty(std::size_t index)
    {
        const auto reader = book_.open(index);
        SheetRow row;
        while (reader->next(row))
            if (!row.blank()) return false;
        return true;
    }

    static RowIssue about_file(IssueCode code, std::string parameter)
    {
        return {0, {}, code, usual_severity(code), {}, {std::move(parameter)}};
    }

    Workbook& book_;
    const ImportRequest& asked_;
    JobProgress& progress_;
    CellContext context_;
    std::vector<HeaderVariant> variants_;
    FileRows file_;
};

}  // namespace

RowIssue issue_at(const ReadSheet& sheet, std::uint32_t row, std::size_t field, IssueCode code, std::string value,
                  std::vector<std::string> parameters)
{
    const FieldInfo& info = sheet.recognised->kind->fields[field];
    return {row,
            sheet.recognised->header_of(field),
            code,
            usual_severity(code),
            issue_value(value, info),
            std::move(parameters)};
}

FileRows read_file_rows(Workbook& book, const ImportRequest& asked, const Region& region, JobProgress& progress)
{
    return FileReading(book, asked, region, progress).read();
}

}  // namespace xiaoan::data
