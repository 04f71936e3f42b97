#include "data/intake/xlsx_sheet.hpp"

#include "data/intake/fault.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
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

std::string_view without_spaces_around(std::string_view text)
{
    const auto first = text.find_first_not_of(" \t\r\n");
    if (first == std::string_view::npos) return {};
    return text.substr(first, text.find_last_not_of(" \t\r\n") - first + 1);
}

}  // namespace

XlsxSheet::XlsxSheet(std::unique_ptr<ZipPart> part, const XlsxStrings& strings, const XlsxStyles& styles,
                     DateSystem date_system, std::uint64_t& cells_read, const IntakeLimits& limits)
    : strings_(strings),
      styles_(styles),
      date_system_(date_system),
      cells_read_(cells_read),
      limits_(limits),
      part_name_(part->name()),
      walk_(std::move(part), *this, limits)
{
}

bool XlsxSheet::next(SheetRow& row)
{
    while (given_ == ready_count_) {
        given_ = ready_count_ = 0;
        if (!walk_.step() && ready_count_ == 0) return false;
    }
    const RowBuffer& buffer = ready_[given_++];
    cells_.clear();
    for (const PendingCell& pending : buffer.cells) {
        Cell cell = pending.cell;
        if (pending.own) cell.text = std::string_view{buffer.bytes}.substr(pending.offset, pending.length);
        cells_.push_back(cell);
    }
    row = {buffer.number, buffer.hidden, cells_};
    return true;
}

void XlsxSheet::start(std::string_view name, const XmlAttributes& attributes)
{
    if (in_cell_) {
        if (name == "v")
            collecting_ = Collecting::value;
        else if (name == "t" && !in_phonetic_)
            collecting_ = Collecting::inline_text;
        else if (name == "f")
            saw_formula_ = true;
        else if (name == "rPh")
            in_phonetic_ = true;
    } else if (name == "c" && in_row_) {
        start_cell(attributes);
    } else if (name == "row" && in_data_) {
        start_row(attributes);
    } else if (name == "sheetData") {
        in_data_ = true;
    } else if (name == "mergeCell") {
        note_merge(attributes.get("ref"));
    }
}

void XlsxSheet::end(std::string_view name)
{
    if (name == "v" || name == "t")
        collecting_ = Collecting::nothing;
    else if (name == "rPh")
        in_phonetic_ = false;
    else if (name == "c" && in_cell_)
        end_cell();
    else if (name == "row" && in_row_)
        end_row();
    else if (name == "sheetData")
        in_data_ = false;
}

void XlsxSheet::text(std::string_view piece)
{
    if (collecting_ == Collecting::nothing) return;
    value_ += piece;
    if (value_.size() > limits_.cell_bytes)
        throw IntakeFault(FaultCode::cell_too_long,
                          {std::to_string(building_.number), std::to_string(limits_.cell_bytes >> 10)});
}

void XlsxSheet::start_row(const XmlAttributes& attributes)
{
    std::uint32_t number = last_row_ + 1;
    if (const auto given = attributes.find("r")) {
        const auto read = whole_number<std::uint32_t>(*given);
        if (!read || *read <= last_row_)
            throw IntakeFault(FaultCode::damaged_workbook, {part_name_, "行号错乱 / rows out of order"});
        number = *read;
    }
    if (number > limits_.sheet_rows) throw IntakeFault(FaultCode::too_many_rows, {std::to_string(limits_.sheet_rows)});
    last_row_ = number;
    building_.number = number;
    building_.hidden = attributes.flag("hidden");
    building_.cells.clear();
    building_.bytes.clear();
    next_column_ = 0;
    in_row_ = true;
}

void XlsxSheet::start_cell(const XmlAttributes& attributes)
{
    if (++cells_read_ > limits_.cells) throw IntakeFault(FaultCode::too_many_cells, {std::to_string(limits_.cells)});
    column_ = next_column_;
    if (const auto reference = attributes.find("r")) {
        const auto place = place_of(*reference);
        if (!place || place->row != building_.number)
            throw IntakeFault(FaultCode::damaged_workbook, {part_name_, "单元格位置错误 / wrong cell place"});
        column_ = place->column;
    }
    if (column_ >= limits_.columns)
        throw IntakeFault(FaultCode::too_many_columns,
                          {std::to_string(building_.number), std::to_string(limits_.columns)});
    next_column_ = column_ + 1;
    type_ = attributes.get("t");
    style_ = whole_number<std::uint64_t>(attributes.get("s")).value_or(0);
    value_.clear();
    saw_formula_ = false;
    in_cell_ = true;
}

void XlsxSheet::put(CellKind kind, double number, std::string_view text)
{
    PendingCell pending{{column_, kind, number, {}}, building_.bytes.size(), text.size(), true};
    building_.bytes += text;
    if (building_.bytes.size() > limits_.row_bytes)
        throw IntakeFault(FaultCode::row_too_long,
                          {std::to_string(building_.number), std::to_string(limits_.row_bytes >> 20)});
    building_.cells.push_back(pending);
}

void XlsxSheet::put_shared()
{
    const auto index = whole_number<std::uint64_t>(without_spaces_around(value_));
    const auto text = index ? strings_.at(*index) : std::nullopt;
    if (!text) return put(CellKind::error, 0, "#STRING " + value_);
    if (!text->empty()) building_.cells.push_back({{column_, CellKind::text, 0, *text}, 0, 0, false});
}

void XlsxSheet::put_number()
{
    const std::string_view digits = without_spaces_around(value_);
    double number = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), number);
    if (error != std::errc{} || end != digits.data() + digits.size() || !std::isfinite(number))
        return put(CellKind::error, 0, digits);
    const FormatMeaning meaning = styles_.meaning(style_);
    if (meaning == FormatMeaning::number) {
        constexpr std::size_t plain_length = 15;
        const bool plain = digits.size() <= plain_length && digits.find_first_of("eE") == std::string_view::npos;
        return plain ? put(CellKind::number, number, digits) : put(CellKind::number, number, plain_digits(number));
    }
    const auto moment = moment_from_serial(number, date_system_);
    if (!moment || (!moment->date && meaning == FormatMeaning::date && moment->second_of_day == 0))
        return put(CellKind::error, number, digits);
    put(CellKind::moment, number, iso(*moment, meaning == FormatMeaning::date_time));
}

void XlsxSheet::end_cell()
{
    in_cell_ = in_phonetic_ = false;
    collecting_ = Collecting::nothing;
    if (type_ == "s") {
        if (!value_.empty()) put_shared();
        return;
    }
    if (type_ == "str" || type_ == "inlineStr") {
        unescaped_.clear();
        append_unescaped(unescaped_, value_);
        if (!unescaped_.empty()) put(CellKind::text, 0, unescaped_);
        return;
    }
    if (without_spaces_around(value_).empty()) {
        if (saw_formula_) put(CellKind::formula_unvalued, 0, "=");
        return;
    }
    if (type_ == "b") {
        const bool yes = without_spaces_around(value_) == "1" || without_spaces_around(value_) == "true";
        put(CellKind::boolean, yes ? 1 : 0, yes ? "TRUE" : "FALSE");
    } else if (type_ == "e") {
        put(CellKind::error, 0, value_);
    } else if (type_ == "d") {
        put(CellKind::moment, 0, without_spaces_around(value_));
    } else {
        put_number();
    }
}

void XlsxSheet::end_row()
{
    in_row_ = false;
    if (building_.cells.empty()) return;
    const auto column = [](const PendingCell& pending) { return pending.cell.column; };
    if (!std::ranges::is_sorted(building_.cells, {}, column)) std::ranges::sort(building_.cells, {}, column);
    if (std::ranges::adjacent_find(building_.cells, {}, column) != building_.cells.end())
        throw IntakeFault(FaultCode::damaged_workbook, {part_name_, "单元格重复 / a cell twice"});
    if (ready_count_ == ready_.size()) ready_.emplace_back();
    std::swap(ready_[ready_count_++], building_);
}

void XlsxSheet::note_merge(std::string_view range)
{
    const std::size_t colon = range.find(':');
    if (colon == std::string_view::npos) return;
    const auto first = place_of(range.substr(0, colon)), last = place_of(range.substr(colon + 1));
    if (!first || !last || first->row > last->row || first->column > last->column || last->column >= limits_.columns)
        return;
    merged_.push_back({first->row, first->column, last->row, last->column});
    if (merged_.size() > limits_.merges)
        throw IntakeFault(FaultCode::damaged_workbook, {part_name_, "合并单元格过多 / too many merged cells"});
}

}  // namespace xiaoan::data
