#include "data/intake/row_check.hpp"

#include "data/intake/text_value.hpp"
#include "data/intake/values/check_digits.hpp"
#include "data/intake/values/text_form.hpp"
#include "data/register/people.hpp"
#include "data/register/record_key.hpp"
#include "data/register/stored_value.hpp"

#include <algorithm>

namespace xiaoan::data {

namespace {

std::optional<std::size_t> field_of_type(const KindInfo& kind, FieldType type)
{
    for (std::size_t i = 0; i < kind.fields.size(); ++i)
        if (kind.fields[i].type == type) return i;
    return std::nullopt;
}

/// A stroke is how people leave a cell open on purpose: nothing is given there.
bool is_filled(const Cell* cell)
{
    return cell != nullptr && (cell->kind != CellKind::text || (!is_blank(cell->text) && !is_stroke(cell->text)));
}

/// Whether few different cells stand in such a column.
bool repeats_itself(const FieldInfo& field)
{
    switch (field.type) {
    case FieldType::text: return !field.required;
    case FieldType::reference:
    case FieldType::county:
    case FieldType::word:
    case FieldType::answer:
    case FieldType::count:
    case FieldType::date:
    case FieldType::time:
    case FieldType::weekdays: return true;
    default: return false;
    }
}

/// Whether the field of this key says something, and what: "none" counts as a date that was not reached.
bool says(const KindInfo& kind, const std::vector<Value>& values, std::string_view key, std::string_view wanted = {})
{
    const auto field = kind.field(key);
    const auto* text = field ? std::get_if<std::string>(&values[*field]) : nullptr;
    return text != nullptr && !text->empty() && (wanted.empty() ? *text != "none" : *text == wanted);
}

}  // namespace

std::string issue_value(std::string_view cell, const FieldInfo& field)
{
    constexpr std::size_t longest_bytes = 240;
    const std::string_view text = trimmed(cell);
    if (is_personal(field.type)) return masked(text, field.type);
    if (text.size() <= longest_bytes) return std::string{text};
    std::size_t end = longest_bytes;
    while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80) --end;
    return std::string{text.substr(0, end)} + "…";
}

RowCheck::RowCheck(const RecognisedSheet& sheet, const CellContext& context, Adcode default_county)
    : sheet_(sheet),
      kind_(*sheet.kind),
      context_(context),
      default_county_(default_county.given() ? Value{std::to_string(default_county.value)} : Value{}),
      county_(field_of_type(kind_, FieldType::county)),
      lon_(field_of_type(kind_, FieldType::longitude)),
      lat_(field_of_type(kind_, FieldType::latitude)),
      born_on_(kind_.field("born_on")),
      bad_(kind_.fields.size()),
      memos_(sheet.columns.size())
{
}

void RowCheck::say(std::size_t field, ValueFault fault, std::string_view cell)
{
    say_in(sheet_.header_of(field), field, std::move(fault), cell);
}

void RowCheck::say_in(const std::string& header, std::size_t field, ValueFault fault, std::string_view cell)
{
    const IssueSeverity severity = usual_severity(fault.code);
    if (severity == IssueSeverity::refused) {
        refused_ = true;
        bad_[field] = true;
    }
    issues_->push_back(
        {row_, header, fault.code, severity, issue_value(cell, kind_.fields[field]), std::move(fault.parameters)});
}

void RowCheck::say_missing(std::size_t field)
{
    if (!bad_[field]) say(field, {IssueCode::missing_required, {}}, {});
}

bool RowCheck::check(const SheetRow& row, std::vector<Value>& values, std::vector<RowIssue>& issues)
{
    values.assign(kind_.fields.size(), Value{});
    std::fill(bad_.begin(), bad_.end(), false);
    row_ = row.number;
    refused_ = false;
    issues_ = &issues;
    read_cells(row, values);
    if (lon_ && lat_) read_place(row, values);
    if (county_ && !bad_[*county_] && !is_given(values[*county_])) values[*county_] = default_county_;
    check_required(values);
    check_number(values);
    if (born_on_ && !refused_) check_birth_date(values);
    return !refused_;
}

void RowCheck::read_cells(const SheetRow& row, std::vector<Value>& values)
{
    auto cell = row.cells.begin();
    for (std::size_t i = 0; i < sheet_.columns.size(); ++i) {
        const std::uint32_t column = sheet_.columns[i].column;
        while (cell != row.cells.end() && cell->column < column) ++cell;
        if (cell == row.cells.end()) return;
        if (cell->column == column && is_filled(&*cell)) read_one(i, *cell, values);
    }
}

void RowCheck::read_one(std::size_t index, const Cell& cell, std::vector<Value>& values)
{
    const SheetColumn& column = sheet_.columns[index];
    const FieldType type = column.meaning.field->type;
    if (type == FieldType::longitude || type == FieldType::latitude) return;
    if (column.again) return read_again(column, cell, values);
    const bool repeats = cell.kind == CellKind::text && repeats_itself(*column.meaning.field);
    if (const Value* known = repeats ? memos_[index].find(cell.text) : nullptr) {
        values[column.field] = *known;
        return;
    }
    auto read = read_cell(cell, column.meaning, context_);
    if (!read) return say(column.field, std::move(read.error()), cell.text);
    if (read->doubt)
        say(column.field, std::move(*read->doubt), cell.text);
    else if (repeats)
        memos_[index].keep(cell.text, read->value);
    values[column.field] = std::move(read->value);
}

/// A second column of a field: it may say what the first left open, and must not say anything else.
void RowCheck::read_again(const SheetColumn& column, const Cell& cell, std::vector<Value>& values)
{
    if (bad_[column.field]) return;
    auto read = read_cell(cell, column.meaning, context_);
    if (!read) return say(column.field, std::move(read.error()), cell.text);
    Value& value = values[column.field];
    if (!is_given(value))
        value = std::move(read->value);
    else if (is_given(read->value) && value != read->value)
        say_in(column.header, column.field, {IssueCode::columns_disagree, {sheet_.header_of(column.field)}}, cell.text);
}

/// The cell of a longitude or latitude that is filled, of all its columns.
const Cell* RowCheck::cell_of_place(const SheetRow& row, std::size_t field)
{
    const Cell* found = nullptr;
    for (const SheetColumn& column : sheet_.columns) {
        if (column.field != field) continue;
        const Cell* cell = row.at(column.column);
        if (!is_filled(cell)) continue;
        if (cell->kind == CellKind::error) say(field, {IssueCode::cell_error, {}}, cell->text);
        if (cell->kind == CellKind::formula_unvalued) say(field, {IssueCode::formula_without_value, {}}, cell->text);
        if (found != nullptr && !bad_[field] && trimmed(found->text) != trimmed(cell->text))
            say_in(column.header, field, {IssueCode::columns_disagree, {sheet_.header_of(field)}}, cell->text);
        if (found == nullptr) found = cell;
    }
    return found;
}

/// Longitude and latitude are read together: neither means anything alone.
void RowCheck::read_place(const SheetRow& row, std::vector<Value>& values)
{
    const Cell* cells[] = {cell_of_place(row, *lon_), cell_of_place(row, *lat_)};
    if (bad_[*lon_] || bad_[*lat_] || (cells[0] == nullptr && cells[1] == nullptr)) return;
    if (cells[0] == nullptr || cells[1] == nullptr) return say_missing(cells[0] == nullptr ? *lon_ : *lat_);
    const std::string_view lon = bare_text(cells[0]->text, kind_.fields[*lon_]);
    const std::string_view lat = bare_text(cells[1]->text, kind_.fields[*lat_]);
    for (const auto& [field, text] : {std::pair{*lon_, lon}, {*lat_, lat}})
        if (text.starts_with(unusable_geometry_mark))
            return say(field, {IssueCode::bad_geometry, {std::string{text.substr(1)}}}, {});
    auto place = parse_position(lon, lat, context_.datum, context_.keep_unswapped ? Swapped::keep : Swapped::put_right);
    if (!place) {
        const bool of_lon = place.error().part == PairPart::lon;
        return say(of_lon ? *lon_ : *lat_, std::move(place.error().fault), of_lon ? lon : lat);
    }
    if (place->doubt) {
        const std::string pair = std::string{lon} + ", " + std::string{lat};
        say(*lon_, std::move(*place->doubt), pair);
    }
    values[*lon_] = place->value.lon;
    values[*lat_] = place->value.lat;
}

/// Every required field that the sheet has a column for, and the natural key. A column that the sheet lacks is asked
/// for where the record is new: then the register says so.
void RowCheck::check_required(std::vector<Value>& values)
{
    for (std::size_t i = 0; i < kind_.fields.size(); ++i) {
        const FieldInfo& field = kind_.fields[i];
        if (!field.required) continue;
        if (field.type == FieldType::date && values[i] == Value{std::string{"none"}}) values[i] = Value{};
        if (!is_given(values[i]) && sheet_.column_of(i) != nullptr) say_missing(i);
    }
    const bool has_key = std::ranges::any_of(kind_.keys, [&](auto key) { return gives_key(kind_, key, values); });
    if (has_key) return;
    for (const std::uint8_t field : kind_.keys.back())
        if (!is_given(values[field]) && !may_be_empty(kind_, field)) return say_missing(field);
}

/// A permit that was granted and a plate that was issued have a number (formats.md 1.6, 1.7).
void RowCheck::check_number(const std::vector<Value>& values)
{
    const auto number = kind_.field("number");
    if (!number || is_given(values[*number])) return;
    if ((kind_.key == "permits" && says(kind_, values, "decision", "granted")) ||
        (kind_.key == "plates" && says(kind_, values, "issued_on")))
        say_missing(*number);
}

void RowCheck::check_birth_date(const std::vector<Value>& values)
{
    const auto licence = field_of_type(kind_, FieldType::licence_number);
    const auto* number = licence ? std::get_if<std::string>(&values[*licence]) : nullptr;
    const auto* born = std::get_if<std::string>(&values[*born_on_]);
    if (number == nullptr || born == nullptr) return;
    const auto stated = date_from_iso(*born);
    const auto in_number = birth_date_of_identity(*number);
    if (stated && in_number && *stated != *in_number) say(*born_on_, {IssueCode::birth_date_differs, {}}, *born);
}

}  // namespace xiaoan::data
