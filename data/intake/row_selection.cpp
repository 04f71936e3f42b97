#include "data/intake/row_selection.hpp"

#include <algorithm>
#include <charconv>

namespace xiaoan::data {

namespace {

std::optional<std::uint32_t> row_number(std::string_view text)
{
    std::uint32_t number = 0;
    const auto read = std::from_chars(text.data(), text.data() + text.size(), number);
    const bool whole = read.ec == std::errc{} && read.ptr == text.data() + text.size();
    return whole && number > 0 ? std::optional{number} : std::nullopt;
}

/// "2-14" or "20".
std::optional<RowSelection::Range> range(std::string_view text)
{
    const std::size_t dash = text.find('-');
    const auto first = row_number(text.substr(0, dash));
    const auto last = dash == std::string_view::npos ? first : row_number(text.substr(dash + 1));
    if (!first || !last || *last < *first) return std::nullopt;
    return RowSelection::Range{*first, *last};
}

bool holds(const RowSelection::OfSheet& of, std::uint32_t row)
{
    // The ranges are few where they are typed, and in order where a program made them.
    const auto after = std::ranges::upper_bound(of.rows, row, {}, &RowSelection::Range::first);
    return of.rows.empty() || (after != of.rows.begin() && row <= std::prev(after)->second);
}

}  // namespace

bool RowSelection::names(std::string_view sheet, std::uint32_t row) const
{
    return std::ranges::any_of(sheets,
                               [&](const OfSheet& of) { return (!of.sheet || *of.sheet == sheet) && holds(of, row); });
}

bool add_to_selection(RowSelection& selection, std::string_view typed)
{
    if (typed == "added") return selection.added = true;
    if (typed == "changed") return selection.changed = true;
    RowSelection::OfSheet of;
    const std::size_t mark = typed.rfind('!');
    if (mark != std::string_view::npos) {
        of.sheet = std::string{typed.substr(0, mark)};
        typed.remove_prefix(mark + 1);
    } else if (typed.empty()) {
        return false;
    }
    while (!typed.empty()) {
        const std::size_t comma = std::min(typed.find(','), typed.size());
        const auto rows = range(typed.substr(0, comma));
        if (!rows) return false;
        of.rows.push_back(*rows);
        typed.remove_prefix(std::min(comma + 1, typed.size()));
    }
    std::ranges::sort(of.rows);
    // Joined where they touch or overlap, so that each row is looked for in one of them.
    std::vector<RowSelection::Range> joined;
    for (const auto& each : of.rows) {
        if (!joined.empty() && each.first - 1 <= joined.back().second)
            joined.back().second = std::max(joined.back().second, each.second);
        else
            joined.push_back(each);
    }
    of.rows = std::move(joined);
    selection.sheets.push_back(std::move(of));
    return true;
}

std::vector<RowSelection::Range> ranges_of(std::span<const std::uint32_t> rows)
{
    std::vector<RowSelection::Range> ranges;
    for (const std::uint32_t row : rows) {
        if (!ranges.empty() && ranges.back().second + 1 == row)
            ranges.back().second = row;
        else
            ranges.emplace_back(row, row);
    }
    return ranges;
}

}  // namespace xiaoan::data
