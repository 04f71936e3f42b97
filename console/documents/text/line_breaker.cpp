#include "console/documents/text/line_breaker.hpp"

#include "console/documents/text/unbroken.hpp"
#include "data/intake/utf8.hpp"

#include <algorithm>

namespace xiaoan::documents {

namespace {

/// One stretch of text without line breaks.
class Breaker {
public:
    Breaker(std::u32string_view text, std::size_t offset, const LineMeasure& measure)
        : text_(text), offset_(offset), measure_(measure), tied_(tied_to_next(text))
    {
        widths_.reserve(text.size());
        for (std::size_t i = 0; i < text.size(); ++i) widths_.push_back(measure.widths(text[i], offset + i));
    }

    void run(std::vector<Line>& lines, bool first_line)
    {
        std::size_t from = 0;
        do {
            const int indent = first_line ? measure_.first_indent : measure_.indent;
            const std::size_t to = line_end(from, measure_.width - indent);
            lines.push_back(line(from, to, indent));
            from = to;
            while (from < text_.size() && text_[from] == U' ') ++from;
            first_line = false;
        } while (from < text_.size());
    }

private:
    /// Behind the last character before `to` that is seen.
    [[nodiscard]] std::size_t seen_end(std::size_t from, std::size_t to) const
    {
        while (to > from && text_[to - 1] == U' ') --to;
        return to;
    }
    [[nodiscard]] bool may_end(std::size_t to) const { return to == text_.size() || !tied_[to - 1]; }
    /// What a mark at the end of a line gives up when it takes half a cell.
    [[nodiscard]] int end_gives(std::size_t from, std::size_t to) const
    {
        const std::size_t end = seen_end(from, to);
        return end > from && closes_in_half(text_[end - 1]) ? measure_.half_cell : 0;
    }

    /// Behind the last character of the line that begins at `from`.
    [[nodiscard]] std::size_t line_end(std::size_t from, int room) const
    {
        std::size_t full = from;  // cut anywhere
        std::size_t fits = from;  // ends where it may
        int width = 0;
        for (std::size_t to = from + 1; to <= text_.size(); ++to) {
            width += widths_[to - 1];
            const int seen = width - trailing_blanks(from, to);
            if (seen - measure_.half_cell > room) break;
            if (seen - end_gives(from, to) > room) continue;
            full = to;
            if (may_end(to)) fits = to;
        }
        return fits > from ? fits : std::min(std::max(full, from + 1), text_.size());
    }

    [[nodiscard]] int trailing_blanks(std::size_t from, std::size_t to) const
    {
        int width = 0;
        for (std::size_t i = seen_end(from, to); i < to; ++i) width += widths_[i];
        return width;
    }

    [[nodiscard]] Line line(std::size_t from, std::size_t to, int indent) const
    {
        Line made{.cells = {}, .indent = indent, .width = 0, .ends_paragraph = to == text_.size()};
        const std::size_t end = seen_end(from, to);
        for (std::size_t i = from; i < end; ++i) {
            made.cells.push_back({text_[i], widths_[i], offset_ + i});
            made.width += widths_[i];
        }
        if (made.width + indent > measure_.width && end_gives(from, to) > 0) {
            made.cells.back().width -= measure_.half_cell;
            made.width -= measure_.half_cell;
        }
        return made;
    }

    std::u32string_view text_;
    std::size_t offset_;
    const LineMeasure& measure_;
    std::vector<bool> tied_;
    std::vector<int> widths_;
};

}  // namespace

std::u32string Line::text() const
{
    std::u32string all;
    for (const Cell& cell : cells) all += cell.code;
    return all;
}

std::vector<Line> broken_into_lines(std::u32string_view text, const LineMeasure& measure)
{
    std::vector<Line> lines;
    std::size_t from = 0;
    while (true) {
        const std::size_t end = std::min(text.find(U'\n', from), text.size());
        Breaker(text.substr(from, end - from), from, measure).run(lines, from == 0);
        if (end == text.size()) return lines;
        from = end + 1;
    }
}

std::vector<Line> broken_into_lines(std::string_view text, const LineMeasure& measure)
{
    return broken_into_lines(code_points(text), measure);
}

std::u32string code_points(std::string_view text)
{
    std::u32string codes;
    codes.reserve(text.size());
    for (std::size_t at = 0; at < text.size();) codes += data::next_code_point(text, at);
    return codes;
}

std::string utf8(std::u32string_view text)
{
    std::string bytes;
    for (const char32_t code : text) data::append_utf8(bytes, code);
    return bytes;
}

}  // namespace xiaoan::documents
