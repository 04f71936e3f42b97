#include "data/intake/recognised_sheet.hpp"

#include "data/intake/gis/feature_sheet.hpp"
#include "data/intake/text_value.hpp"
#include "data/intake/values/text_form.hpp"

#include <algorithm>
#include <set>

namespace xiaoan::data {

namespace {

RowIssue column_issue(IssueCode code, std::string header, std::vector<std::string> parameters = {})
{
    return {0, std::move(header), code, usual_severity(code), {}, std::move(parameters)};
}

class ColumnReading {
public:
    /// `asked` has what a person says now, the table of the block also what was said before.
    ColumnReading(const HeaderBlock& block, const HeaderTable& asked)
        : block_(block), names_(block.table->names(*block.kind)), names_asked_(asked.names(*block.kind))
    {
        for (const HeaderColumn& column : block.columns) headers_.emplace_back(column.path);
    }

    RecognisedSheet read()
    {
        sheet_.kind = block_.kind;
        sheet_.header_row = block_.last_row;
        sheet_.header_cells = block_.cells;
        for (std::size_t i = 0; i < headers_.size(); ++i) add(block_.columns[i], headers_[i]);
        std::ranges::stable_sort(known_, {}, [](const Known& known) { return known.rank; });
        for (Known& known : known_) take(known);
        say_half_a_period();
        std::ranges::sort(sheet_.columns, {}, &SheetColumn::column);
        std::ranges::sort(sheet_.unread, {}, &UnreadColumn::column);
        return std::move(sheet_);
    }

private:
    struct Known {
        HeaderMeaning::Rank rank{};
        SheetColumn column;
    };

    void add(const HeaderColumn& column, const HeaderForms& forms)
    {
        const auto meaning = meaning_in_kind(names_, forms);
        if (!meaning) {
            std::string header = shown_path(column.path);
            sheet_.issues.push_back(column_issue(IssueCode::unknown_column, header));
            sheet_.unread.push_back({column.column, std::move(header), UnreadColumn::Why::unknown});
            return;
        }
        if (meaning->rank == HeaderMeaning::Rank::mapped) note_mapped(column, forms, *meaning);
        if (!meaning->field) {
            sheet_.unread.push_back({column.column, shown_path(column.path), UnreadColumn::Why::left_out});
            return;
        }
        const std::string& own = column.path.back();
        const bool says_enough = column.path.size() == 1 || names_.field(own) == meaning->field;
        std::string header = says_enough ? own : shown_path(column.path);
        CellMeaning cell = cell_meaning(*block_.kind, *meaning->field, header_unit(own));
        cell.counted = cell.field->type == FieldType::answer && asks_how_many(own);
        known_.push_back({meaning->rank, {column.column, *meaning->field, std::move(header), std::move(cell), false}});
    }

    void note_mapped(const HeaderColumn& column, const HeaderForms& forms, const HeaderMeaning& meaning)
    {
        const FieldInfo* field = meaning.field ? &block_.kind->fields[*meaning.field] : nullptr;
        if (sheet_.mapped.empty()) digest_ = headers_digest(headers_);
        sheet_.mapped.push_back({digest_, forms.whole(), std::string{block_.kind->key},
                                 field != nullptr ? std::string{field->key} : std::string{}});
        const auto said_now = names_asked_.meaning(forms);
        if (field != nullptr && (!said_now || said_now->rank != HeaderMeaning::Rank::mapped))
            sheet_.issues.push_back(
                column_issue(IssueCode::recalled_column, shown_path(column.path), {std::string{field->header}}));
    }

    /// The columns come by rank, those of one rank in their order.
    void take(Known& known)
    {
        const auto before =
            std::ranges::find(known_, known.column.field, [](const Known& k) { return k.column.field; });
        if (before->rank != known.rank) {
            sheet_.issues.push_back(
                column_issue(IssueCode::duplicate_column, known.column.header, {before->column.header}));
            sheet_.unread.push_back({known.column.column, known.column.header, UnreadColumn::Why::repeated});
            return;
        }
        known.column.again = &*before != &known;
        if (known.column.again)
            sheet_.issues.push_back(
                column_issue(IssueCode::column_twice, known.column.header, {before->column.header}));
        sheet_.columns.push_back(known.column);
    }

    /// Where the start of a period is read, and a column of the same period is not known: it may be the end.
    void say_half_a_period()
    {
        constexpr std::string_view start = "起";
        for (const auto& [from, to] : {std::pair{"valid_from", "valid_to"}, {"from_on", "to_on"}}) {
            const auto read = block_.kind->field(from), missing = block_.kind->field(to);
            if (!read || !missing || sheet_.column_of(*read) == nullptr || sheet_.column_of(*missing) != nullptr)
                continue;
            const SheetColumn& begin = *sheet_.column_of(*read);
            const std::size_t at = index_of(begin.column);
            std::string_view stem = headers_[at].own;
            if (stem.ends_with(start)) stem.remove_suffix(start.size());
            for (const UnreadColumn& unread : sheet_.unread) {
                if (unread.why != UnreadColumn::Why::unknown) continue;
                const HeaderForms& other = headers_[index_of(unread.column)];
                const bool same_group = !other.groups.empty() && other.groups == headers_[at].groups;
                if (same_group || (!stem.empty() && other.own.starts_with(stem)))
                    sheet_.issues.push_back(column_issue(IssueCode::half_a_period, unread.header, {begin.header}));
            }
        }
    }

    [[nodiscard]] std::size_t index_of(std::uint32_t column) const
    {
        return static_cast<std::size_t>(std::ranges::lower_bound(block_.columns, column, {}, &HeaderColumn::column) -
                                        block_.columns.begin());
    }

    const HeaderBlock& block_;
    const HeaderNames& names_;
    const HeaderNames& names_asked_;
    std::vector<HeaderForms> headers_;
    std::string digest_;
    std::vector<Known> known_;
    RecognisedSheet sheet_;
};

/// Columns in which the first rows hold something below no header at all.
void say_unheaded(RowsAhead& reader, const HeaderBlock& block, RecognisedSheet& sheet)
{
    constexpr std::size_t rows_looked_at = 20;
    std::set<std::uint32_t> unheaded;
    for (std::size_t ahead = 0; ahead < rows_looked_at; ++ahead) {
        const HeldRow* held = reader.peek(ahead);
        if (held == nullptr) break;
        const SheetRow row = held->row();
        const auto filled = [](const Cell& cell) { return !is_blank(cell.text); };
        constexpr std::ptrdiff_t fewest_cells = 2;  // else it may be a remark, beside the table
        if (std::ranges::count_if(row.cells, filled) < fewest_cells) continue;
        for (const Cell& cell : row.cells)
            if (filled(cell) && !std::ranges::binary_search(block.columns, cell.column, {}, &HeaderColumn::column))
                unheaded.insert(cell.column);
    }
    for (const std::uint32_t column : unheaded)
        sheet.issues.push_back(column_issue(IssueCode::unheaded_column, column_letters(column)));
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

std::optional<RecognisedSheet> recognise_sheet(RowsAhead& reader, const RecognitionRequest& asked)
{
    const auto block = find_headers(reader, asked.table, asked.kind);
    if (!block || (block->rows_above > 0 && !asked.titles_allowed)) return std::nullopt;
    RecognisedSheet sheet = ColumnReading(*block, asked.table).read();
    for (std::size_t row = 0; row < block->rows_above; ++row)
        for (const Cell& cell : reader.peek(row)->row().cells)
            if (!is_blank(cell.text)) sheet.titles.push_back(plain_text(cell.text));
    reader.drop(block->rows_above + block->cells.size());
    say_unheaded(reader, *block, sheet);
    return sheet;
}

bool looks_like_headers(const SheetRow& row, const HeaderTable& table)
{
    constexpr std::size_t fewest_headers = 3;
    std::size_t headers = 0;
    for (const Cell& cell : row.cells) {
        if (is_blank(cell.text)) continue;
        if (cell.kind != CellKind::text || cell.text.find_first_of("0123456789") != std::string_view::npos ||
            !table.is_header(cell.text))
            return false;
        ++headers;
    }
    return headers >= fewest_headers;
}

std::string column_letters(std::uint32_t column)
{
    std::string letters;
    for (std::uint32_t rest = column + 1; rest > 0; rest = (rest - 1) / 26)
        letters.insert(letters.begin(), static_cast<char>('A' + (rest - 1) % 26));
    return letters;
}

}  // namespace xiaoan::data
