#include "console/shell/table_rows.hpp"

#include <algorithm>

namespace xiaoan::shell {
namespace {

void add_cell(std::string& text, const std::string& cell)
{
    for (const char c : cell) text += c == '\t' || c == '\n' || c == '\r' ? ' ' : c;
}

}  // namespace

std::optional<std::size_t> row_after_key(std::optional<std::size_t> selected, RowKey key, std::size_t count,
                                         std::size_t page)
{
    if (count == 0) return {};
    const std::size_t last = count - 1;
    const std::size_t step = std::max<std::size_t>(page, 2) - 1;  // one row of the old page stays visible
    if (!selected) return key == RowKey::up || key == RowKey::page_up || key == RowKey::end ? last : 0;
    const std::size_t now = std::min(*selected, last);
    switch (key) {
    case RowKey::up: return now == 0 ? 0 : now - 1;
    case RowKey::down: return std::min(now + 1, last);
    case RowKey::page_up: return now < step ? 0 : now - step;
    case RowKey::page_down: return std::min(now + step, last);
    case RowKey::home: return 0;
    case RowKey::end: break;
    }
    return last;
}

std::vector<float> column_widths(std::span<const float> own, const std::vector<bool>& grows, float all)
{
    std::vector<float> widths(own.begin(), own.end());
    float used = 0;
    for (const float width : widths) used += width;
    const auto growing = static_cast<float>(std::ranges::count(grows, true));
    if (used >= all || growing == 0) return widths;
    const float more = static_cast<float>(static_cast<int>((all - used) / growing));
    std::size_t last = 0;
    for (std::size_t i = 0; i < widths.size(); ++i) {
        if (!grows[i]) continue;
        widths[i] += more;
        last = i;
    }
    widths[last] += all - used - more * growing;  // the rest of the division
    return widths;
}

std::string tsv(std::span<const std::string> heads, std::size_t rows,
                const std::function<std::string(std::size_t, std::size_t)>& cell)
{
    std::string text;
    for (std::size_t i = 0; i < heads.size(); ++i) {
        if (i > 0) text += '\t';
        add_cell(text, heads[i]);
    }
    text += '\n';
    for (std::size_t row = 0; row < rows; ++row) {
        for (std::size_t i = 0; i < heads.size(); ++i) {
            if (i > 0) text += '\t';
            add_cell(text, cell(row, i));
        }
        text += '\n';
    }
    return text;
}

}  // namespace xiaoan::shell
