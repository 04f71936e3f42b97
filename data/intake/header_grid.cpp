#include "data/intake/header_grid.hpp"

#include "data/intake/text_value.hpp"
#include "data/intake/values/text_form.hpp"

#include <algorithm>

namespace xiaoan::data {

namespace {

constexpr std::size_t longest_header_bytes = 180;  // 60 Chinese characters

/// 填报单位：…, 2026年11月, 附件1: what stands over a table, but is no group of columns.
bool is_caption(std::string_view text)
{
    constexpr std::size_t longest_group_bytes = 60;
    return text.size() > longest_group_bytes || text.find(':') != std::string_view::npos ||
           text.find("：") != std::string_view::npos || text.find_first_of("0123456789") != std::string_view::npos;
}

/// A header says something in letters or characters; 36 and 2026-03-01 do not.
bool may_be_header(std::string_view text)
{
    return text.size() <= longest_header_bytes && text.find_first_not_of("0123456789-./: ") != std::string_view::npos;
}

}  // namespace

HeaderGrid::HeaderGrid(RowsAhead& rows, std::size_t most, const HeaderTable& table) : table_(table)
{
    for (std::size_t ahead = 0; ahead < most; ++ahead) {
        const HeldRow* held = rows.peek(ahead);
        if (held == nullptr) break;
        const SheetRow from = held->row();
        Row row;
        row.number = from.number;
        for (const Cell& cell : from.cells) {
            if (is_blank(cell.text)) continue;
            row.only_text = row.only_text && cell.kind == CellKind::text && may_be_header(cell.text);
            std::string text = plain_text(cell.text);
            row.known = row.known || (text.size() <= longest_header_bytes && table_.is_header(text));
            row.texts.emplace_hint(row.texts.end(), cell.column, std::move(text));
        }
        rows_.push_back(std::move(row));
    }
    constexpr std::size_t most_merges = 2000;  // in a row; a header has some dozens, a hostile file any number
    for (const MergedCells& merge : rows.merged()) {
        auto row = std::ranges::lower_bound(rows_, merge.first_row, {}, &Row::number);
        for (; row != rows_.end() && row->number <= merge.last_row; ++row)
            if (row->merges.size() < most_merges) row->merges.push_back(merge);
    }
    for (Row& row : rows_) std::ranges::sort(row.merges, {}, &MergedCells::first_column);
}

std::uint32_t HeaderGrid::last_number(std::size_t first, std::size_t last) const
{
    // Only as far as no other row begins: cells merged into the data are a slip, and the rows there count.
    const std::uint32_t end = last + 1 < rows_.size() ? rows_[last + 1].number : rows_[last].number + 1;
    std::uint32_t reached = rows_[last].number;
    for (std::size_t row = first; row <= last; ++row)
        for (const MergedCells& merge : rows_[row].merges)
            if (merge.first_row >= rows_[first].number && merge.last_row < end)
                reached = std::max(reached, merge.last_row);
    return reached;
}

std::vector<HeaderCell> HeaderGrid::cells(std::size_t row) const
{
    std::vector<HeaderCell> cells;
    for (const auto& [column, text] : rows_[row].texts) cells.push_back({column, compact(text)});
    return cells;
}

bool HeaderGrid::may_hold_headers(std::size_t first, std::size_t last) const
{
    return std::any_of(rows_.begin() + static_cast<std::ptrdiff_t>(first),
                       rows_.begin() + static_cast<std::ptrdiff_t>(last) + 1, [](const Row& row) { return row.known; });
}

std::string_view HeaderGrid::text(std::size_t row, std::uint32_t column) const
{
    const auto found = rows_[row].texts.find(column);
    return found != rows_[row].texts.end() ? std::string_view{found->second} : std::string_view{};
}

bool HeaderGrid::text_below(std::size_t row, std::size_t last, std::uint32_t column) const
{
    for (std::size_t below = row + 1; below <= last; ++below)
        if (!text(below, column).empty()) return true;
    return false;
}

const MergedCells* HeaderGrid::merge_at(std::size_t row, std::uint32_t column) const
{
    const auto& merges = rows_[row].merges;
    const auto behind = std::ranges::upper_bound(merges, column, {}, &MergedCells::first_column);
    return behind != merges.begin() && column <= std::prev(behind)->last_column ? &*std::prev(behind) : nullptr;
}

std::string_view HeaderGrid::group(std::size_t row, std::size_t last, std::uint32_t column) const
{
    if (const MergedCells* merge = merge_at(row, column))
        return merge->first_row == rows_[row].number && merge->first_column < column ? text(row, merge->first_column)
                                                                                     : std::string_view{};
    const auto& texts = rows_[row].texts;
    auto left = texts.lower_bound(column);
    if (left == texts.begin()) return {};
    --left;
    const MergedCells* merge = merge_at(row, left->first);
    if (merge != nullptr && merge->last_column > merge->first_column) return {};  // its group ends before this column
    return text_below(row, last, left->first) ? std::string_view{left->second} : std::string_view{};
}

bool HeaderGrid::begins_group(std::size_t row, std::size_t last, std::uint32_t column) const
{
    if (const MergedCells* merge = merge_at(row, column)) return merge->last_column > merge->first_column;
    return text(row, column + 1).empty() && merge_at(row, column + 1) == nullptr && text_below(row, last, column + 1);
}

/// One text over everything that stands below.
bool HeaderGrid::is_title(std::size_t row, std::size_t below) const
{
    return rows_[row].texts.size() == 1 && rows_[below].texts.size() > 1 &&
           std::ranges::all_of(rows_[below].texts, [&](const auto& cell) {
               return cell.first == rows_[row].texts.begin()->first || !group(row, below, cell.first).empty();
           });
}

bool HeaderGrid::belongs(std::size_t first, std::size_t row) const
{
    if (!rows_[row].only_text || is_title(row - 1, row)) return false;
    bool in_group = false;
    std::size_t known_in_group = 0, against = 0;
    for (const auto& [column, own] : rows_[row].texts) {
        std::string_view over, group_over;
        std::size_t over_row = row;
        for (std::size_t above = row; above-- > first && over.empty() && group_over.empty();) {
            over = text(above, column);
            over_row = above;
            if (over.empty()) group_over = group(above, row, column);
        }
        if (over.empty()) {
            if (is_caption(group_over)) return false;
            in_group = in_group || !group_over.empty();
            if (!group_over.empty() && table_.is_header(own)) ++known_in_group;
        } else if (begins_group(over_row, row, column)) {
            if (is_caption(over)) return false;
            in_group = true;
            if (table_.is_header(own)) ++known_in_group;
        } else if (over != own && !table_.is_header(own) && !table_.is_header(std::string{over} + std::string{own})) {
            ++against;
        }
    }
    // A text below the header of one column speaks for a row of values; one among many sub-headers that are known does
    // not.
    constexpr std::size_t known_for_one_against = 3;
    return in_group && against * known_for_one_against <= known_in_group;
}

std::vector<HeaderColumn> HeaderGrid::columns(std::size_t first, std::size_t last) const
{
    std::map<std::uint32_t, HeaderPath> paths;
    for (std::size_t row = first; row <= last; ++row)
        for (const auto& [column, own] : rows_[row].texts) paths.try_emplace(column);
    for (auto& [column, path] : paths)
        for (std::size_t row = first; row <= last; ++row) {
            std::string_view said = text(row, column);
            if (said.empty() && text_below(row, last, column)) said = group(row, last, column);
            if (!said.empty() && (path.empty() || path.back() != said)) path.emplace_back(said);
        }
    std::vector<HeaderColumn> columns;
    for (auto& [column, path] : paths) columns.push_back({column, std::move(path)});
    return columns;
}

}  // namespace xiaoan::data
