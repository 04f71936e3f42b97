#include "data/export/export_xlsx.hpp"

#include "data/export/csv_cell.hpp"
#include "data/export/plain_workbook.hpp"
#include "data/export/written_file.hpp"
#include "data/intake/utf8.hpp"
#include "data/register/result.hpp"

#include <xlsxwriter.h>

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <optional>
#include <utility>
#include <vector>

namespace xiaoan::data {

namespace {

constexpr std::size_t most_characters = 32'767;
constexpr lxw_color_t head_ground = 0xEEF1EF;

/// Days since the origin of spreadsheets, which is 1899-12-30 for all dates from 1900-03-01 on; none before.
std::optional<double> serial(std::optional<Date> date)
{
    using namespace std::chrono;
    constexpr sys_days origin = year{1899} / 12 / 30, first_sure = year{1900} / 3 / 1;
    if (!date || *date < first_sure) return std::nullopt;
    return static_cast<double>((*date - origin).count());
}

/// Whether fifteen digits are all that the number has.
bool holds_whole(double number)
{
    const std::string text = fmt::format("{:.15g}", number);
    double read = 0;
    std::from_chars(text.data(), text.data() + text.size(), read);
    return read == number;
}

/// As a spreadsheet counts them, in units of UTF-16.
std::size_t characters(std::string_view text)
{
    constexpr char32_t last_of_one_unit = 0xFFFF;
    std::size_t count = 0;
    for (std::size_t at = 0; at < text.size();) count += next_code_point(text, at) > last_of_one_unit ? 2 : 1;
    return count;
}

class LedgerWorkbook {
public:
    LedgerWorkbook(const std::string& path, const KindInfo& kind, const Snapshot& snapshot,
                   const ExportOptions& options)
        : path_(path), kind_(kind), region_(snapshot.region.get()), options_(options)
    {
        lxw_workbook_options settings{};
        settings.constant_memory = LXW_TRUE;
        settings.use_zip64 = LXW_TRUE;
        book_ = workbook_new_opt(path.c_str(), &settings);
        set_properties();
        const auto format = [&](const char* shown) {
            lxw_format* made = workbook_add_format(book_);
            format_set_num_format(made, shown);
            return made;
        };
        head_ = workbook_add_format(book_);
        format_set_bold(head_);
        format_set_bg_color(head_, head_ground);
        text_ = format("@");
        whole_ = format("0");
        date_ = format("yyyy-mm-dd");
        time_ = format("hh:mm");
        moment_ = format("yyyy-mm-dd hh:mm:ss");
        sheet_ = workbook_add_worksheet(book_, std::string{options.chinese ? kind.zh : kind.key}.c_str());
    }
    ~LedgerWorkbook()
    {
        if (book_ != nullptr) workbook_close(book_);
    }
    LedgerWorkbook(const LedgerWorkbook&) = delete;
    LedgerWorkbook& operator=(const LedgerWorkbook&) = delete;

    void head(const std::vector<std::size_t>& widths, std::size_t records)
    {
        constexpr std::size_t narrowest = 8, widest = 40;
        for (std::size_t i = 0; i < kind_.fields.size(); ++i) {
            const auto column = static_cast<lxw_col_t>(i);
            const std::string header{ledger_header(kind_.fields[i], options_.chinese)};
            const auto width = std::clamp(std::max(widths[i], screen_width(header)) + 2, narrowest, widest);
            worksheet_set_column(sheet_, column, column, static_cast<double>(width), nullptr);
            check(worksheet_write_string(sheet_, 0, column, header.c_str(), head_));
        }
        worksheet_freeze_panes(sheet_, 1, 0);
        worksheet_autofilter(sheet_, 0, 0, static_cast<lxw_row_t>(records),
                             static_cast<lxw_col_t>(kind_.fields.size() - 1));
    }

    void row(std::span<const Value> values)
    {
        ++row_;
        for (std::size_t i = 0; i < values.size(); ++i) put(static_cast<lxw_col_t>(i), values[i], kind_.fields[i]);
    }

    /// Gives the number of texts that were left out.
    std::size_t close()
    {
        check(workbook_close(std::exchange(book_, nullptr)));
        return left_out_;
    }

private:
    void set_properties()
    {
        std::string title{options_.chinese ? kind_.zh : kind_.key};
        lxw_doc_properties properties{};
        properties.title = title.data();
        properties.created = static_cast<time_t>(std::chrono::sys_seconds{options_.as_of}.time_since_epoch().count());
        workbook_set_properties(book_, &properties);
    }

    void put(lxw_col_t column, const Value& value, const FieldInfo& field)
    {
        if (const auto* whole = std::get_if<std::int64_t>(&value))
            check(worksheet_write_number(sheet_, row_, column, static_cast<double>(*whole), whole_));
        else if (const auto* number = std::get_if<double>(&value))
            put_number(column, *number);
        else if (const auto* text = std::get_if<std::string>(&value))
            put_stored(column, *text, field);
    }

    void put_number(lxw_col_t column, double number)
    {
        if (holds_whole(number))
            check(worksheet_write_number(sheet_, row_, column, number, nullptr));
        else
            put_text(column, fmt::format("{}", number));
    }

    void put_stored(lxw_col_t column, const std::string& stored, const FieldInfo& field)
    {
        constexpr double minutes_a_day = 24 * 60;
        constexpr std::int64_t seconds_a_day = 24 * 60 * 60;
        if (field.type == FieldType::date) {
            if (const auto days = serial(date_from_iso(stored))) return put_serial(column, *days, date_);
        } else if (field.type == FieldType::time) {
            const TimeOfDay time = time_from_hh_mm(stored);
            if (time.given()) return put_serial(column, time.minutes / minutes_a_day, time_);
        } else if (field.type == FieldType::timestamp) {
            const Timestamp moment = timestamp_from_iso(stored);
            const auto days = moment.given() ? serial(date_from_iso(stored.substr(0, 10))) : std::nullopt;
            const auto seconds = static_cast<double>(moment.seconds % seconds_a_day);
            if (days && seconds >= 0) return put_serial(column, *days + seconds / seconds_a_day, moment_);
        }
        put_text(column, ledger_text(stored, field, region_, options_.chinese));
    }

    void put_serial(lxw_col_t column, double value, lxw_format* format)
    {
        check(worksheet_write_number(sheet_, row_, column, value, format));
    }

    void put_text(lxw_col_t column, std::string text)
    {
        text = shielded(std::move(text));
        if (characters(text) > most_characters) {
            ++left_out_;
            return;
        }
        check(worksheet_write_string(sheet_, row_, column, text.c_str(), text_));
    }

    void check(lxw_error error) const
    {
        if (error != LXW_NO_ERROR) throw StoreFault(FaultKind::not_written, path_, lxw_strerror(error));
    }

    std::string path_;
    const KindInfo& kind_;
    const Region* region_;
    ExportOptions options_;
    lxw_workbook* book_ = nullptr;
    lxw_worksheet* sheet_ = nullptr;
    lxw_format *head_ = nullptr, *text_ = nullptr, *whole_ = nullptr, *date_ = nullptr, *time_ = nullptr,
               *moment_ = nullptr;
    lxw_row_t row_ = 0;
    std::size_t left_out_ = 0;
};

/// How wide the columns of the first records are on a screen.
std::vector<std::size_t> widths_of(const Snapshot& snapshot, const KindInfo& kind, const ExportOptions& options)
{
    constexpr std::size_t looked_at = 500;
    std::vector<std::size_t> widths(kind.fields.size());
    std::size_t records = 0;
    for_each_record(snapshot, kind, options, [&](std::span<const Value> values) {
        if (++records > looked_at) return;
        for (std::size_t i = 0; i < values.size(); ++i)
            widths[i] =
                std::max(widths[i],
                         screen_width(ledger_text(values[i], kind.fields[i], snapshot.region.get(), options.chinese)));
    });
    return widths;
}

}  // namespace

std::size_t export_xlsx(const std::string& path, const Snapshot& snapshot, const KindInfo& kind,
                        const ExportOptions& options)
{
    const std::size_t records = record_count(snapshot, kind);
    if (records > xlsx_most_records) throw StoreFault(FaultKind::not_written, path, "rows");
    FileInMaking file(path);
    LedgerWorkbook book(file.made_at(), kind, snapshot, options);
    book.head(widths_of(snapshot, kind, options), records);
    for_each_record(snapshot, kind, options, [&](std::span<const Value> values) { book.row(values); });
    const std::size_t left_out = book.close();
    file.finish();
    return left_out;
}

}  // namespace xiaoan::data
