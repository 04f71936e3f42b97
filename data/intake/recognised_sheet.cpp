#include "data/intake/recognised_sheet.hpp"

#include "data/intake/text_value.hpp"
#include "data/intake/values/text_form.hpp"

#include <algorithm>

namespace xiaoan::data {

namespace {

constexpr int leading_rows = 20;  // that may hold titles before the headers

std::vector<std::string> texts_of(const SheetRow& row)
{
    std::vector<std::string> texts;
    for (const Cell& cell : row.cells)
        if (!is_blank(cell.text)) texts.emplace_back(trimmed(cell.text));
    return texts;
}

/// The kind of a row of headers; null where it is none. At least two of them must be known: one word alone may be a
/// title, unless the operator said what kind it is. A ledger that lacks its county column is still known.
const KindInfo* kind_of_row(const SheetRow& row, const RecognitionRequest& asked)
{
    constexpr int fewest_headers = 2;
    const auto headers = texts_of(row);
    if (headers.empty()) return nullptr;
    const KindInfo* kind = asked.kind != nullptr ? asked.kind : kind_of_headers(headers, asked.variants, true);
    if (kind == nullptr) return nullptr;
    const HeaderNames names(*kind, asked.variants);
    const auto is_known = [&](const std::string& header) { return names.field(header).has_value(); };
    const auto known = std::ranges::count_if(headers, is_known);
    const bool all_of_kind = asked.kind != nullptr && known == std::ssize(headers);
    return known >= fewest_headers || all_of_kind ? kind : nullptr;
}

RowIssue column_issue(IssueCode code, std::string header)
{
    return {0, std::move(header), code, usual_severity(code), {}, {}};
}

/// Whether the header is the field's own, rather than a variant that it shares with other fields.
bool is_own_header(std::string_view header, const FieldInfo& field)
{
    const std::string form = normalised_header(header);
    return form == normalised_header(field.header) || form == normalised_header(field.key);
}

/// Of two columns of one field the one with the field's own header is read, else the first.
RecognisedSheet columns_of(const SheetRow& row, const KindInfo& kind, std::span<const HeaderVariant> variants)
{
    const HeaderNames names(kind, variants);
    RecognisedSheet sheet{&kind, row.number, {}, {}};
    for (const Cell& cell : row.cells) {
        if (is_blank(cell.text)) continue;
        std::string header = plain_text(cell.text);
        const auto field = names.field(header);
        if (!field) {
            sheet.issues.push_back(column_issue(IssueCode::unknown_column, std::move(header)));
            continue;
        }
        SheetColumn column{cell.column, *field, header, cell_meaning(kind, *field, header_unit(header))};
        const auto before = std::ranges::find(sheet.columns, *field, &SheetColumn::field);
        if (before == sheet.columns.end()) {
            sheet.columns.push_back(std::move(column));
            continue;
        }
        const FieldInfo& info = kind.fields[*field];
        if (is_own_header(header, info) && !is_own_header(before->header, info)) std::swap(*before, column);
        sheet.issues.push_back(column_issue(IssueCode::duplicate_column, std::move(column.header)));
    }
    for (RowIssue& issue : sheet.issues)
        if (issue.code == IssueCode::duplicate_column)
            issue.parameters = {sheet.header_of(names.field(issue.column).value())};
    std::ranges::sort(sheet.columns, {}, &SheetColumn::column);
    return sheet;
}

}  // namespace

const SheetColumn* RecognisedSheet::column_of(std::size_t field) const
{
    const auto found = std::ranges::find(columns, field, &SheetColumn::field);
    return found != columns.end() ? &*found : nullptr;
}

std::string RecognisedSheet::header_of(std::size_t field) const
{
    const SheetColumn* column = column_of(field);
    return column != nullptr ? column->header : std::string{kind->fields[field].header};
}

std::optional<RecognisedSheet> recognise_sheet(SheetReader& reader, const RecognitionRequest& asked)
{
    SheetRow row;
    for (int looked_at = 0; looked_at < leading_rows && reader.next(row);) {
        if (row.blank()) continue;
        ++looked_at;
        if (const KindInfo* kind = kind_of_row(row, asked)) return columns_of(row, *kind, asked.variants);
    }
    return std::nullopt;
}

}  // namespace xiaoan::data
