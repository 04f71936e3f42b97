#include "data/export/marked_rows.hpp"

#include "data/intake/container.hpp"
#include "data/intake/file_rows.hpp"
#include "data/intake/sheet_tables.hpp"
#include "data/register/people.hpp"
#include "data/register/result.hpp"

#include <xlsxwriter.h>

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <map>
#include <memory>
#include <set>
#include <span>
#include <vector>

namespace xiaoan::data {

namespace {

constexpr double row_number_width = 8, column_width = 18, reason_width = 90;
constexpr lxw_color_t refused_ground = 0xFBDCC6, warned_ground = 0xFCEFC9, head_ground = 0xEEF1EF;

struct Look {
    explicit Look(lxw_workbook* book)
        : head(workbook_add_format(book)),
          plain(workbook_add_format(book)),
          refused(workbook_add_format(book)),
          warned(workbook_add_format(book))
    {
        format_set_bold(head);
        format_set_bg_color(head, head_ground);
        format_set_bg_color(refused, refused_ground);
        format_set_bg_color(warned, warned_ground);
        for (lxw_format* each : {head, plain, refused, warned}) {
            format_set_text_wrap(each);
            format_set_align(each, LXW_ALIGN_VERTICAL_TOP);
        }
    }
    lxw_format* head;
    lxw_format* plain;
    lxw_format* refused;
    lxw_format* warned;
};

/// The rows of one sheet with their issues, which are in order of rows.
using RowIssues = std::map<std::uint32_t, std::vector<const RowIssue*>>;

RowIssues issues_by_row(const SheetReport& report)
{
    RowIssues rows;
    for (const RowIssue& issue : report.issues)
        if (issue.row > 0) rows[issue.row].push_back(&issue);
    return rows;
}

std::string text_of(const SheetRow& row, const SheetColumn& column, const KindInfo& kind)
{
    const Cell* cell = row.at(column.column);
    if (cell == nullptr) return {};
    const FieldType type = kind.fields[column.field].type;
    return is_personal(type) ? masked(cell->text, type) : std::string{cell->text};
}

/// How many tables of its sheet stand above that of the report.
std::size_t tables_before(const ImportReport& report, const SheetReport& sheet)
{
    const std::span before(report.sheets.data(), &sheet);
    return static_cast<std::size_t>(std::ranges::count(before, sheet.sheet, &SheetReport::sheet));
}

class Writer {
public:
    Writer(const std::string& path, SentenceLanguage language)
        : book_(workbook_new(path.c_str())),
          look_(book_),
          chinese_(language == SentenceLanguage::zh),
          language_(language)
    {
    }
    ~Writer()
    {
        if (book_ != nullptr) workbook_close(book_);
    }
    Writer(const Writer&) = delete;
    Writer& operator=(const Writer&) = delete;

    /// Gives the rows written.
    std::size_t sheet(const std::string& name, const RecognisedSheet& sheet, SheetTables& reader, const RowIssues& rows)
    {
        lxw_worksheet* page = workbook_add_worksheet(book_, name_for(name).c_str());
        head(page, sheet);
        lxw_row_t at = 0;
        for (SheetRow row; reader.next_row(row);)
            if (const auto found = rows.find(row.number); found != rows.end())
                write_row(page, ++at, sheet, row, found->second);
        return at;
    }

    void close(const std::string& path)
    {
        const lxw_error error = workbook_close(std::exchange(book_, nullptr));
        if (error != LXW_NO_ERROR) throw StoreFault(FaultKind::not_written, path, lxw_strerror(error));
    }

private:
    /// Up to 31 characters without those that a spreadsheet forbids in a name, each name once.
    std::string name_for(const std::string& wanted)
    {
        std::string name;
        std::size_t characters = 0;
        for (const char c : wanted) {
            const bool begins = (static_cast<unsigned char>(c) & 0xC0U) != 0x80U;
            if (begins && ++characters > 24) break;
            name += std::strchr("[]:*?/\\'", c) == nullptr ? c : '_';
        }
        const std::string base = name.empty() ? std::string{chinese_ ? "问题行" : "rows"} : name;
        name = base;
        for (int i = 2; !names_.insert(name).second; ++i) name = base + " " + std::to_string(i);
        return name;
    }

    void put(lxw_worksheet* page, lxw_row_t row, std::size_t column, const std::string& text, lxw_format* format)
    {
        worksheet_write_string(page, row, static_cast<lxw_col_t>(column), text.c_str(), format);
    }

    void head(lxw_worksheet* page, const RecognisedSheet& sheet)
    {
        std::size_t column = 0;
        worksheet_set_column(page, 0, 0, row_number_width, nullptr);
        put(page, 0, column++, chinese_ ? "原表行号" : "Row", look_.head);
        for (const SheetColumn& each : sheet.columns) put(page, 0, column++, each.header, look_.head);
        worksheet_set_column(page, 1, static_cast<lxw_col_t>(column - 1), column_width, nullptr);
        worksheet_set_column(page, static_cast<lxw_col_t>(column), static_cast<lxw_col_t>(column), reason_width,
                             nullptr);
        put(page, 0, column, chinese_ ? "问题与办法" : "What is wrong and what to do", look_.head);
        worksheet_freeze_panes(page, 1, 1);
    }

    void write_row(lxw_worksheet* page, lxw_row_t at, const RecognisedSheet& sheet, const SheetRow& row,
                   std::span<const RowIssue* const> issues)
    {
        worksheet_write_number(page, at, 0, row.number, look_.plain);
        std::size_t column = 1;
        for (const SheetColumn& each : sheet.columns) {
            lxw_format* format = look_.plain;
            for (const RowIssue* issue : issues) {
                if (issue->column != each.header) continue;
                if (issue->severity == IssueSeverity::refused) format = look_.refused;
                if (format == look_.plain) format = look_.warned;
            }
            put(page, at, column++, text_of(row, each, *sheet.kind), format);
        }
        std::string reasons;
        for (const RowIssue* issue : issues) reasons += (reasons.empty() ? "" : "\n") + issue_text(*issue, language_);
        put(page, at, column, reasons, look_.plain);
    }

    lxw_workbook* book_;
    Look look_;
    bool chinese_;
    SentenceLanguage language_;
    std::set<std::string> names_;
};

}  // namespace

std::size_t write_marked_rows(const std::string& out, const ImportRequest& asked, const ImportReport& report,
                              SentenceLanguage language)
{
    OpenOptions options;
    if (!asked.encoding.empty()) options.encoding = asked.encoding;
    options.kind = asked.kind;
    const auto book = open_workbook(asked.path, options);
    ImportRequest as_read = asked;
    as_read.remembered = report.remembered;
    const HeaderTable headers = header_table(as_read);
    const std::string beside = out + ".part";
    std::size_t written = 0;
    {
        Writer writer(beside, language);
        for (const SheetReport& sheet : report.sheets) {
            const RowIssues rows = issues_by_row(sheet);
            const auto infos = book->sheets();
            const auto info = std::ranges::find(infos, sheet.sheet, &SheetInfo::name);
            if (rows.empty() || info == infos.end()) continue;
            const RecognitionRequest recognition{kind_asked_for(asked, sheet.sheet), headers};
            SheetTables tables(book->open(static_cast<std::size_t>(info - infos.begin())), recognition);
            const RecognisedSheet* table = tables.next_table();
            for (std::size_t before = tables_before(report, sheet); before > 0; --before) table = tables.next_table();
            if (table != nullptr) written += writer.sheet(sheet.sheet, *table, tables, rows);
        }
        if (written > 0) writer.close(out);
    }
    if (written == 0) {
        std::remove(beside.c_str());
        return 0;
    }
    if (std::rename(beside.c_str(), out.c_str()) != 0) {
        const int error = errno;
        std::remove(beside.c_str());
        throw StoreFault(FaultKind::not_written, out, std::strerror(error));
    }
    return written;
}

}  // namespace xiaoan::data
