#include "console/checks/sheet/book.hpp"

#include "data/export/csv_cell.hpp"
#include "data/register/result.hpp"

#include <utility>

namespace xiaoan::checks {

Book::Book(const std::string& path, std::string title, data::Date date) : path_(path), file_(path)
{
    book_ = workbook_new(file_.made_at().c_str());
    lxw_doc_properties properties{};
    properties.title = title.data();
    properties.created = static_cast<time_t>(std::chrono::sys_seconds{date}.time_since_epoch().count());
    workbook_set_properties(book_, &properties);
    constexpr lxw_color_t head_ground = 0xEEF1EF, grey_ground = 0xF4F4F4;
    head_ = workbook_add_format(book_);
    format_set_bold(head_);
    format_set_text_wrap(head_);
    format_set_align(head_, LXW_ALIGN_VERTICAL_CENTER);
    format_set_bg_color(head_, head_ground);
    grey_ = workbook_add_format(book_);
    format_set_bg_color(grey_, grey_ground);
}

Book::~Book()
{
    if (book_ != nullptr) workbook_close(book_);
}

lxw_worksheet* Book::sheet(std::string_view name)
{
    return workbook_add_worksheet(book_, std::string{name}.c_str());
}

void Book::write(lxw_worksheet* sheet, lxw_row_t row, std::size_t column, std::string_view text,
                 lxw_format* format) const
{
    if (text.empty() && format == nullptr) return;
    const std::string shown = data::shielded(std::string{text});
    const auto at = static_cast<lxw_col_t>(column);
    check(shown.empty() ? worksheet_write_blank(sheet, row, at, format)
                        : worksheet_write_string(sheet, row, at, shown.c_str(), format));
}

void Book::write(lxw_worksheet* sheet, const std::vector<std::vector<std::string>>& rows) const
{
    for (std::size_t row = 0; row < rows.size(); ++row)
        for (std::size_t column = 0; column < rows[row].size(); ++column)
            write(sheet, static_cast<lxw_row_t>(row), column, rows[row][column], row == 0 ? head_ : nullptr);
}

void Book::check(lxw_error error) const
{
    if (error != LXW_NO_ERROR) throw data::StoreFault(data::FaultKind::not_written, path_, lxw_strerror(error));
}

void Book::finish()
{
    check(workbook_close(std::exchange(book_, nullptr)));
    file_.finish();
}

}  // namespace xiaoan::checks
