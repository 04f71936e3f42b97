#include "data/export/workbook.hpp"

#include "data/export/csv_cell.hpp"
#include "data/export/written_file.hpp"
#include "data/intake/utf8.hpp"
#include "data/register/result.hpp"

#include <xlsxwriter.h>

#include <algorithm>
#include <utility>

namespace xiaoan::data {

namespace {

constexpr lxw_color_t head_ground = 0xEEF1EF;

/// Columns of a screen that a text takes: Chinese characters take two.
std::size_t screen_width(std::string_view text)
{
    std::size_t columns = 0;
    for (std::size_t at = 0; at < text.size();) columns += next_code_point(text, at) < 0x1100 ? 1 : 2;
    return columns;
}

class Workbook {
public:
    Workbook(const std::string& path, const WorkbookInfo& info) : path_(path), book_(workbook_new(path.c_str()))
    {
        std::string title = info.title;
        lxw_doc_properties properties{};
        properties.title = title.data();
        properties.created = static_cast<time_t>(std::chrono::sys_seconds{info.as_of}.time_since_epoch().count());
        workbook_set_properties(book_, &properties);
        head_ = workbook_add_format(book_);
        format_set_bold(head_);
        format_set_bg_color(head_, head_ground);
        text_ = workbook_add_format(book_);
        format_set_num_format(text_, "@");
        date_ = workbook_add_format(book_);
        format_set_num_format(date_, "yyyy-mm-dd");
    }
    ~Workbook()
    {
        if (book_ != nullptr) workbook_close(book_);
    }
    Workbook(const Workbook&) = delete;
    Workbook& operator=(const Workbook&) = delete;

    void add(const Sheet& sheet)
    {
        lxw_worksheet* made = workbook_add_worksheet(book_, sheet.name.c_str());
        if (made == nullptr) throw StoreFault(FaultKind::not_written, path_, sheet.name);
        for (std::size_t i = 0; i < sheet.headers.size(); ++i) {
            const auto column = static_cast<lxw_col_t>(i);
            worksheet_set_column(made, column, column, width_of(sheet, i), nullptr);
            check(worksheet_write_string(made, 0, column, sheet.headers[i].c_str(), head_));
        }
        worksheet_freeze_panes(made, 1, 0);
        worksheet_autofilter(made, 0, 0, static_cast<lxw_row_t>(sheet.rows.size()),
                             static_cast<lxw_col_t>(sheet.headers.size() - 1));
        lxw_row_t row = 0;
        for (const auto& cells : sheet.rows) {
            ++row;
            for (std::size_t i = 0; i < cells.size(); ++i) put(made, row, static_cast<lxw_col_t>(i), cells[i]);
        }
    }

    void close() { check(workbook_close(std::exchange(book_, nullptr))); }

private:
    static double width_of(const Sheet& sheet, std::size_t column)
    {
        constexpr std::size_t looked_at = 300, narrowest = 8, widest = 50, date_width = 10;
        std::size_t width = screen_width(sheet.headers[column]);
        for (std::size_t row = 0; row < std::min(looked_at, sheet.rows.size()); ++row) {
            if (column >= sheet.rows[row].size()) continue;
            const SheetCell& cell = sheet.rows[row][column];
            if (const auto* text = std::get_if<std::string>(&cell)) width = std::max(width, screen_width(*text));
            if (std::holds_alternative<Date>(cell)) width = std::max(width, date_width);
        }
        return static_cast<double>(std::clamp(width + 2, narrowest, widest));
    }

    void put(lxw_worksheet* sheet, lxw_row_t row, lxw_col_t column, const SheetCell& cell)
    {
        using namespace std::chrono;
        constexpr sys_days origin = year{1899} / 12 / 30;  // of spreadsheets, for dates from 1900-03-01 on
        if (const auto* text = std::get_if<std::string>(&cell))
            check(worksheet_write_string(sheet, row, column, shielded(*text).c_str(), text_));
        else if (const auto* number = std::get_if<double>(&cell))
            check(worksheet_write_number(sheet, row, column, *number, nullptr));
        else if (const auto* date = std::get_if<Date>(&cell))
            check(worksheet_write_number(sheet, row, column, static_cast<double>((*date - origin).count()), date_));
    }

    void check(lxw_error error) const
    {
        if (error != LXW_NO_ERROR) throw StoreFault(FaultKind::not_written, path_, lxw_strerror(error));
    }

    std::string path_;
    lxw_workbook* book_ = nullptr;
    lxw_format *head_ = nullptr, *text_ = nullptr, *date_ = nullptr;
};

}  // namespace

void write_workbook(const std::string& path, std::span<const Sheet> sheets, const WorkbookInfo& info)
{
    FileInMaking file(path);
    Workbook book(file.made_at(), info);
    for (const Sheet& sheet : sheets) book.add(sheet);
    book.close();
    file.finish();
}

}  // namespace xiaoan::data
