#include "console/documents/text/title_lines.hpp"

#include "console/documents/text/line_breaker.hpp"

#include <algorithm>
#include <limits>
#include <optional>

namespace xiaoan::documents {

namespace {

int width_of(std::string_view text)
{
    int width = 0;
    for (const char32_t code : code_points(text)) width += half_cells(code);
    return width;
}

/// Lower is better. Lines of the same length look like a block, a middle shorter than both its neighbours like an
/// hourglass: both cost more than any difference within a page's width.
int cost(const std::vector<int>& widths)
{
    constexpr int block = 40, hourglass = 100;
    const auto [shortest, longest] = std::ranges::minmax(widths);
    int cost = longest - shortest;
    for (std::size_t i = 0; i + 1 < widths.size(); ++i)
        if (std::abs(widths[i] - widths[i + 1]) < 2) cost += block;
    for (std::size_t i = 1; i + 1 < widths.size(); ++i)
        if (widths[i] < widths[i - 1] && widths[i] < widths[i + 1]) cost += hourglass;
    return cost;
}

/// Tries every way to put the phrases on `count` lines.
class Arrangement {
public:
    Arrangement(const std::vector<int>& phrases, int joint, int room) : phrases_(phrases), joint_(joint), room_(room) {}

    /// The number of phrases of each line; empty where they do not fit.
    std::vector<std::size_t> best(std::size_t count)
    {
        fill(0, count);
        return best_;
    }

private:
    void fill(std::size_t first, std::size_t lines_left)
    {
        if (lines_left == 0) {
            if (first < phrases_.size()) return;
            if (const int costs = cost(widths_); costs < least_) {
                least_ = costs;
                best_ = counts_;
            }
            return;
        }
        int width = 0;
        for (std::size_t last = first; last + lines_left <= phrases_.size(); ++last) {
            width += phrases_[last] + (last > first ? joint_ : 0);
            if (width > room_) return;
            widths_.push_back(width);
            counts_.push_back(last + 1 - first);
            fill(last + 1, lines_left - 1);
            widths_.pop_back();
            counts_.pop_back();
        }
    }

    const std::vector<int>& phrases_;
    int joint_;
    int room_;
    std::vector<int> widths_;
    std::vector<std::size_t> counts_;
    std::vector<std::size_t> best_;
    int least_ = std::numeric_limits<int>::max();
};

}  // namespace

std::vector<std::string> title_lines(std::span<const std::string> phrases, int half_cells_wide, std::string_view joint)
{
    std::vector<std::string> parts;
    for (const auto& phrase : phrases)
        for (const Line& line : broken_into_lines(phrase, {.width = half_cells_wide, .half_cell = 0}))
            if (!line.cells.empty()) parts.push_back(utf8(line.text()));
    std::vector<int> widths;
    for (const auto& part : parts) widths.push_back(width_of(part));
    std::vector<std::string> lines;
    for (std::size_t count = 1; count <= parts.size() && lines.empty(); ++count) {
        std::size_t next = 0;
        for (const std::size_t taken : Arrangement(widths, width_of(joint), half_cells_wide).best(count)) {
            std::string line;
            for (std::size_t i = 0; i < taken; ++i)
                line += (i > 0 ? std::string{joint} : std::string{}) + parts[next + i];
            next += taken;
            lines.push_back(std::move(line));
        }
    }
    return lines;
}

}  // namespace xiaoan::documents
