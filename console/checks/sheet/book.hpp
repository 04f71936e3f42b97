// A workbook in the making: what the workbook of a check and the form of a telephone share.
#pragma once

#include "data/export/written_file.hpp"
#include "data/kinds/cell.hpp"

#include <xlsxwriter.h>

#include <string>
#include <string_view>
#include <vector>

namespace xiaoan::checks {

/// Written whole or not at all. Throws data::StoreFault where it cannot be.
class Book {
public:
    Book(const std::string& path, std::string title, data::Date date);
    ~Book();
    Book(const Book&) = delete;
    Book& operator=(const Book&) = delete;

    [[nodiscard]] lxw_worksheet* sheet(std::string_view name);
    /// Bold on grey: heads, and what is there to be compared with.
    [[nodiscard]] lxw_format* head() const { return head_; }
    [[nodiscard]] lxw_format* grey() const { return grey_; }
    [[nodiscard]] lxw_workbook* handle() const { return book_; }
    /// Text that no program takes for a formula; an empty one writes nothing.
    void write(lxw_worksheet* sheet, lxw_row_t row, std::size_t column, std::string_view text,
               lxw_format* format = nullptr) const;
    /// Rows of texts from the top of a sheet, the first of them as its head.
    void write(lxw_worksheet* sheet, const std::vector<std::vector<std::string>>& rows) const;
    void check(lxw_error error) const;
    void finish();

private:
    std::string path_;
    data::FileInMaking file_;
    lxw_workbook* book_ = nullptr;
    lxw_format *head_ = nullptr, *grey_ = nullptr;
};

}  // namespace xiaoan::checks
