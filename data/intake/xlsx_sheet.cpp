#include "data/intake/xlsx_sheet.hpp"

#include "data/intake/fault.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <functional>
#include <optional>

namespace xiaoan::data {

namespace {

struct CellPlace {
    std::uint32_t row = 0;     // from 1
    std::uint32_t column = 0;  // from 0
};

/// "B12"; empty for anything else. Columns are bounded by the caller.
std::optional<CellPlace> place_of(std::string_view reference)
{
    CellPlace place;
    std::size_t at = 0;
    constexpr std::size_t most_letters = 3;
    std::uint32_t column = 0;
    for (; at < reference.size() && at <= most_letters; ++at) {
        const char c = reference[at];
        const char upper = c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
        if (upper < 'A' || upper > 'Z') break;
        column = column * 26 + static_cast<std::uint32_t>(upper - 'A' + 1);
    }
    if (at == 0 || at > most_letters) return std::nullopt;
    place.column = column - 1;
    const char* const end = reference.data() + reference.size();
    const auto [stopped, error] = std::from_chars(reference.data() + at, end, place.row);
    return error == std::errc{} && stopped == end && place.row > 0 ? std::optional{place} : std::nullopt;
}

template <class Number>
std::optional<Number> whole_number(std::string_view text)
{
    Number value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    return error == std::errc{} && end == text.data() + text.size() ? std::optional{value} : std::nullopt;
}

/// Plain digits, 15 significant as spreadsheet programs hold them: 0.3 for 0.30000000000000004. Past 1e21 and below
/// 1e-9 with an exponent.
std::string plain_digits(double number)
{
    constexpr int digits = 15;
    constexpr double plain_to = 1e21, plain_from = 1e-9;
    std::array<char, 64> buffer{};
    char* const end = buffer.data() + buffer.size();
    const auto general = std::to_chars(buffer.data(), end, number, std::chars_format::general, digits);
    std::string text(buffer.data(), general.ptr);
    const std::size_t exponent_at = text.find('e');
    const double size = std::abs(number);
    if (exponent_at == std::string::npos || size >= plain_to || size < plain_from) return text;
    if (size < 1) {
        double rounded = 0;
        std::from_chars(text.data(), text.data() + text.size(), rounded);
        return {buffer.data(), std::to_chars(buffer.data(), end, rounded, std::chars_format::fixed).ptr};
    }
    const auto exponent = static_cast<std::size_t>(std::stoi(text.substr(exponent_at + 1)));
    const std::string sign = number < 0 ? "-" : "";
    std::string plain;
    for (const char c : text.substr(0, exponent_at))
        if (c >= '0' && c <= '9') plain += c;
    plain.resize(std::max(plain.size(), exponent + 1), '0');
    return sign + plain;
}

/// Where the rows of a sheet end: the last tag </sheetData>, whatever its prefix; past the end where there is none. A <
/// in the text of a cell is written otherwise.
std::size_t end_of_rows(std::string_view text)
{
    constexpr std::string_view name = "sheetData";
    for (std::size_t at = text.rfind(name); at != std::string_view::npos && at > 1; at = text.rfind(name, at - 1)) {
        const std::size_t open = text.rfind('<', at);
        const std::string_view before = open == std::string_view::npos ? "" : text.substr(open, at - open);
        const bool bare = before == "</";
        if (bare || (before.starts_with("</") && before.ends_with(':'))) return open;
    }
    return text.size();
}

std::string_view without_spaces_around(std::string_view text)
{
    const auto first = text.find_first_not_of(" \t\r\n");
    if (first == std::string_view::npos) return {};
    return text.substr(first, text.find_last_not_of(" \t\r\n") - first + 1);
}

}  // namespace

XlsxSheet::XlsxSheet(UnpackedPart part, const XlsxStrings& strings, const XlsxStyles& styles, DateSystem date_system,
                     std::uint64_t& cells_read, const IntakeLimits& limits)
    : part_(std::move(part)),
      text_(xml_text(part_.name, part_.view(), converted_)),
      scan_(part_.name, text_, limits),
      strings_(strings),
      styles_(styles),
      date_system_(date_system),
      cells_read_(cells_read),
      limits_(limits)
{
    read_merges();
}

void XlsxSheet::damaged(std::string_view detail) const
{
    throw IntakeFault(FaultCode::damaged_workbook, {part_.name, std::string{detail}});
}

void XlsxSheet::read_merges()
{
    constexpr std::uint32_t open_there = 2;  // worksheet, sheetData
    const std::size_t from = end_of_rows(text_);
    if (from == text_.size()) return;
    XmlScan behind(part_.name, text_.substr(from), limits_, open_there);
    for (auto token = behind.next(); token != XmlScan::Token::finished; token = behind.next()) {
        if (token != XmlScan::Token::start || behind.name() != "mergeCell") continue;
        const std::string_view range = behind.get("ref");
        const std::size_t colon = range.find(':');
        if (colon == std::string_view::npos) continue;
        const auto first = place_of(range.substr(0, colon)), last = place_of(range.substr(colon + 1));
        if (!first || !last || first->row > last->row || first->column > last->column ||
            last->column >= limits_.columns)
            continue;
        merged_.push_back({first->row, first->column, last->row, last->column});
        if (merged_.size() > limits_.merges) damaged("合并单元格过多 / too many merged cells");
    }
}

bool XlsxSheet::next(SheetRow& row)
{
    for (auto token = scan_.next(); token != XmlScan::Token::finished; token = scan_.next()) {
        if (token == XmlScan::Token::text) continue;
        if (scan_.name() == "sheetData") {
            in_data_ = token == XmlScan::Token::start;
        } else if (in_data_ && token == XmlScan::Token::start && scan_.name() == "row") {
            read_row();
            if (cells_.empty()) continue;
            row = {row_, hidden_, cells_};
            return true;
        }
    }
    return false;
}

void XlsxSheet::read_row()
{
    start_row();
    const std::uint32_t outside = scan_.depth() - 1;
    while (scan_.depth() != outside)
        if (scan_.next() == XmlScan::Token::start && scan_.name() == "c") read_cell();
    finish_row();
}

void XlsxSheet::start_row()
{
    std::uint32_t number = row_ + 1;
    if (const auto given = scan_.find("r")) {
        const auto read = whole_number<std::uint32_t>(*given);
        if (!read || *read <= row_) damaged("行号错乱 / rows out of order");
        number = *read;
    }
    if (number > limits_.sheet_rows) throw IntakeFault(FaultCode::too_many_rows, {std::to_string(limits_.sheet_rows)});
    row_ = number;
    hidden_ = scan_.flag("hidden");
    next_column_ = 0;
    cells_.clear();
    own_texts_.clear();
    row_bytes_.clear();
}

void XlsxSheet::read_cell()
{
    Reading cell;
    start_cell(cell);
    const std::uint32_t outside = scan_.depth() - 1;
    if (const auto value = scan_.plain_element("v")) take_piece(cell, *value);
    while (scan_.depth() != outside) {
        if (scan_.next() != XmlScan::Token::start) continue;
        if (scan_.name() == "v") {
            read_value(cell);
        } else if (scan_.name() == "is") {
            value_.clear();
            append_string_item(scan_, value_, limits_.cell_bytes, limits_);
            cell.value = value_;
        } else {
            cell.formula = cell.formula || scan_.name() == "f";
            scan_.skip_element();
        }
    }
    finish_cell(cell);
}

void XlsxSheet::start_cell(Reading& cell)
{
    cell.column = next_column_;
    for (const auto& [name, text] : scan_.attributes()) {
        if (name == "r") {
            const auto place = place_of(text);
            if (!place || place->row != row_) damaged("单元格位置错误 / wrong cell place");
            cell.column = place->column;
        } else if (name == "s") {
            cell.style = whole_number<std::uint64_t>(text).value_or(0);
        } else if (name == "t") {
            cell.type = text;
        }
    }
    if (cell.column >= limits_.columns)
        throw IntakeFault(FaultCode::too_many_columns, {std::to_string(row_), std::to_string(limits_.columns)});
    next_column_ = cell.column + 1;
}

/// Whether the text lies in the part, and so stays as long as this reader.
bool XlsxSheet::stays(std::string_view text) const
{
    return std::greater_equal{}(text.data(), text_.data()) && std::less{}(text.data(), text_.data() + text_.size());
}

/// What stands in the <v> that has just started.
void XlsxSheet::read_value(Reading& cell)
{
    const std::uint32_t outside = scan_.depth() - 1;
    while (scan_.depth() != outside)
        if (scan_.next() == XmlScan::Token::text) take_piece(cell, scan_.text());
}

void XlsxSheet::take_piece(Reading& cell, std::string_view piece)
{
    if (cell.value.size() + piece.size() > limits_.cell_bytes)
        throw IntakeFault(FaultCode::cell_too_long, {std::to_string(row_), std::to_string(limits_.cell_bytes >> 10)});
    if (cell.value.empty() && stays(piece)) {
        cell.value = piece;
        return;
    }
    if (cell.value.data() != value_.data()) value_ = cell.value;
    value_ += piece;
    cell.value = value_;
}

/// `text` stays where it is as long as this reader.
void XlsxSheet::put(const Reading& cell, CellKind kind, double number, std::string_view text)
{
    if (++cells_read_ > limits_.cells) throw IntakeFault(FaultCode::too_many_cells, {std::to_string(limits_.cells)});
    cells_.push_back({cell.column, kind, number, text});
}

void XlsxSheet::put_own(const Reading& cell, CellKind kind, double number, std::string_view text)
{
    own_texts_.push_back({cells_.size(), row_bytes_.size(), text.size()});
    row_bytes_ += text;
    if (row_bytes_.size() > limits_.row_bytes)
        throw IntakeFault(FaultCode::row_too_long, {std::to_string(row_), std::to_string(limits_.row_bytes >> 20)});
    put(cell, kind, number, {});
}

void XlsxSheet::put_shared(const Reading& cell)
{
    const auto index = whole_number<std::uint64_t>(without_spaces_around(cell.value));
    const auto text = index ? strings_.at(*index) : std::nullopt;
    if (!text) return put_own(cell, CellKind::error, 0, "#STRING " + std::string{cell.value});
    if (!text->empty()) put(cell, CellKind::text, 0, *text);
}

void XlsxSheet::put_number(const Reading& cell)
{
    const std::string_view digits = without_spaces_around(cell.value);
    double number = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), number);
    if (error != std::errc{} || end != digits.data() + digits.size() || !std::isfinite(number))
        return put_own(cell, CellKind::error, 0, digits);
    const FormatMeaning meaning = styles_.meaning(cell.style);
    if (meaning == FormatMeaning::number) {
        constexpr std::size_t plain_length = 15;
        const bool plain = digits.size() <= plain_length && digits.find_first_of("eE") == std::string_view::npos;
        if (plain && stays(digits)) return put(cell, CellKind::number, number, digits);
        return put_own(cell, CellKind::number, number, plain ? std::string{digits} : plain_digits(number));
    }
    const auto moment = moment_from_serial(number, date_system_);
    if (!moment || (!moment->date && meaning == FormatMeaning::date && moment->second_of_day == 0))
        return put_own(cell, CellKind::error, number, digits);
    put_own(cell, CellKind::moment, number, iso(*moment, meaning == FormatMeaning::date_time));
}

void XlsxSheet::finish_cell(const Reading& cell)
{
    if (cell.type == "s") {
        if (!cell.value.empty()) put_shared(cell);
        return;
    }
    if (cell.type == "inlineStr") {
        if (!cell.value.empty()) put_own(cell, CellKind::text, 0, cell.value);
        return;
    }
    if (cell.type == "str") {
        const std::size_t from = row_bytes_.size();
        append_unescaped(row_bytes_, cell.value);
        const std::string text = row_bytes_.substr(from);
        row_bytes_.resize(from);
        if (!text.empty()) put_own(cell, CellKind::text, 0, text);
        return;
    }
    const std::string_view value = without_spaces_around(cell.value);
    if (value.empty()) {
        if (cell.formula) put(cell, CellKind::formula_unvalued, 0, "=");
    } else if (cell.type == "b") {
        const bool yes = value == "1" || value == "true";
        put(cell, CellKind::boolean, yes ? 1 : 0, yes ? "TRUE" : "FALSE");
    } else if (cell.type == "e") {
        put_own(cell, CellKind::error, 0, cell.value);
    } else if (cell.type == "d") {
        put_own(cell, CellKind::moment, 0, value);
    } else {
        put_number(cell);
    }
}

void XlsxSheet::finish_row()
{
    for (const OwnText& own : own_texts_)
        cells_[own.cell].text = std::string_view{row_bytes_}.substr(own.offset, own.length);
    if (!std::ranges::is_sorted(cells_, {}, &Cell::column)) std::ranges::sort(cells_, {}, &Cell::column);
    if (std::ranges::adjacent_find(cells_, {}, &Cell::column) != cells_.end()) damaged("单元格重复 / a cell twice");
}

}  // namespace xiaoan::data
