#include "data/export/plain_workbook.hpp"

#include "data/export/csv_cell.hpp"
#include "data/export/written_file.hpp"
#include "data/intake/utf8.hpp"
#include "data/register/result.hpp"

#include <xlsxwriter.h>

#include <algorithm>
#include <chrono>
#include <utility>

namespace xiaoan::data {

namespace {

constexpr lxw_color_t head_ground = 0xEEF1EF;

/// Days since the origin of spreadsheets, which is 1899-12-30 for all dates from 1900-03-01 on.
double serial(Date date)
{
    using namespace std::chrono;
    return static_cast<double>((date - sys_days{year{1899} / 12 / 30}).count());
}

class Workbook {
public:
    Workbook(const std::string& path, Date as_of) : path_(path), book_(workbook_new(path.c_str()))
    {
        lxw_doc_properties properties{};
        properties.created = static_cast<time_t>(std::chrono::sys_seconds{as_of}.time_since_epoch().count());
        workbook_set_properties(book_, &properties);
        head_ = workbook_add_format(book_);
        format_set_bold(head_);
        format_set_bg_color(head_, head_ground);
        format_set_text_wrap(head_);
        const auto shown_as = [&](const char* shown) {
            lxw_format* made = workbook_add_format(book_);
            format_set_num_format(made, shown);
            return made;
        };
        text_ = shown_as("@");
        whole_ = shown_as("#,##0");
        share_ = shown_as("0%");
        date_ = shown_as("yyyy-mm-dd");
    }
    ~Workbook()
    {
        if (book_ != nullptr) workbook_close(book_);
    }
    Workbook(const Workbook&) = delete;
    Workbook& operator=(const Workbook&) = delete;

    void add(const PlainSheet& sheet)
    {
        constexpr std::size_t narrowest = 8, widest = 48;
        sheet_ = workbook_add_worksheet(book_, sheet.name.c_str());
        if (sheet_ == nullptr) throw StoreFault(FaultKind::not_written, path_, sheet.name);
        for (std::size_t i = 0; i < sheet.heads.size(); ++i) {
            const auto column = static_cast<lxw_col_t>(i);
            std::size_t width = screen_width(sheet.heads[i]);
            for (const auto& row : sheet.rows) width = std::max(width, screen_width(plain_text(row[i])));
            worksheet_set_column(sheet_, column, column, static_cast<double>(std::clamp(width + 2, narrowest, widest)),
                                 nullptr);
            check(worksheet_write_string(sheet_, 0, column, sheet.heads[i].c_str(), head_));
        }
        worksheet_freeze_panes(sheet_, 1, 0);
        worksheet_autofilter(sheet_, 0, 0, static_cast<lxw_row_t>(sheet.rows.size()),
                             static_cast<lxw_col_t>(sheet.heads.size() - 1));
        for (std::size_t row = 0; row < sheet.rows.size(); ++row)
            for (std::size_t i = 0; i < sheet.rows[row].size(); ++i)
                put(static_cast<lxw_row_t>(row + 1), static_cast<lxw_col_t>(i), sheet.rows[row][i]);
    }

    void close() { check(workbook_close(std::exchange(book_, nullptr))); }

private:
    void put(lxw_row_t row, lxw_col_t column, const PlainCell& cell)
    {
        if (const auto* text = std::get_if<std::string>(&cell)) {
            if (!text->empty()) check(worksheet_write_string(sheet_, row, column, shielded(*text).c_str(), text_));
        } else if (const auto* whole = std::get_if<std::int64_t>(&cell)) {
            check(worksheet_write_number(sheet_, row, column, static_cast<double>(*whole), whole_));
        } else if (const auto* share = std::get_if<Share>(&cell)) {
            if (share->whole > 0)
                check(worksheet_write_number(
                    sheet_, row, column, static_cast<double>(share->part) / static_cast<double>(share->whole), share_));
        } else {
            check(worksheet_write_number(sheet_, row, column, serial(std::get<Date>(cell)), date_));
        }
    }

    void check(lxw_error error) const
    {
        if (error != LXW_NO_ERROR) throw StoreFault(FaultKind::not_written, path_, lxw_strerror(error));
    }

    std::string path_;
    lxw_workbook* book_;
    lxw_worksheet* sheet_ = nullptr;
    lxw_format *head_ = nullptr, *text_ = nullptr, *whole_ = nullptr, *share_ = nullptr, *date_ = nullptr;
};

}  // namespace

std::string plain_text(const PlainCell& cell)
{
    if (const auto* text = std::get_if<std::string>(&cell)) return *text;
    if (const auto* whole = std::get_if<std::int64_t>(&cell)) return std::to_string(*whole);
    if (const auto* share = std::get_if<Share>(&cell)) {
        if (share->whole == 0) return {};
        return std::to_string((share->part * 200 + share->whole) / (share->whole * 2)) + " %";
    }
    return iso(std::get<Date>(cell));
}

void write_plain_workbook(const std::string& path, std::span<const PlainSheet> sheets, Date as_of)
{
    FileInMaking file(path);
    Workbook book(file.made_at(), as_of);
    for (const PlainSheet& sheet : sheets) book.add(sheet);
    book.close();
    file.finish();
}

std::size_t screen_width(std::string_view text)
{
    std::size_t columns = 0;
    for (std::size_t at = 0; at < text.size();) columns += next_code_point(text, at) < 0x1100 ? 1 : 2;
    return columns;
}

}  // namespace xiaoan::data
