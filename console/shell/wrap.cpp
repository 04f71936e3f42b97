#include "console/shell/wrap.hpp"

#include "console/shell/utf8.hpp"

#include <algorithm>
#include <cstddef>

namespace xiaoan::shell {
namespace {

constexpr std::u32string_view not_at_line_head = U"，。、；：！？）】》」』〕〉”’…—·％℃,.;:!?)]}";
constexpr std::u32string_view not_at_line_end = U"（【《「『〔〈“‘([{";
constexpr std::u32string_view good_breaks = U"，。、；：！？…,.;:!?";
constexpr char32_t ellipsis = U'…';

struct Letter {
    char32_t code = 0;
    std::size_t begin = 0;
    std::size_t end = 0;
    float width = 0;
};

using Letters = std::vector<Letter>;

/// Letters [first, last) of one line; blanks at both ends are already left out.
struct Span {
    std::size_t first = 0;
    std::size_t last = 0;
};

[[nodiscard]] bool is_blank(char32_t code) noexcept
{
    return code == U' ' || code == U'\t' || code == U'\u3000';
}

[[nodiscard]] bool one_of(std::u32string_view set, char32_t code) noexcept
{
    return set.find(code) != std::u32string_view::npos;
}

[[nodiscard]] bool may_break_between(char32_t before, char32_t after) noexcept
{
    if (is_blank(after)) return false;  // the blank goes with the line it ends
    if (is_blank(before)) return true;
    if (one_of(not_at_line_head, after) || one_of(not_at_line_end, before)) return false;
    return before >= 0x2E80 || after >= 0x2E80;
}

[[nodiscard]] Letters letters_of(std::string_view text, const Advance& advance)
{
    Letters letters;
    letters.reserve(text.size());
    for (std::size_t at = 0; at < text.size();) {
        Letter letter{.begin = at};
        letter.code = next_code_point(text, at);
        letter.end = at;
        letter.width = advance(letter.code);
        letters.push_back(letter);
    }
    return letters;
}

[[nodiscard]] std::size_t without_blanks_behind(const Letters& letters, std::size_t first, std::size_t last)
{
    while (last > first && is_blank(letters[last - 1].code)) --last;
    return last;
}

[[nodiscard]] float width_between(const Letters& letters, std::size_t first, std::size_t last)
{
    float sum = 0;
    for (std::size_t i = first; i < last; ++i) sum += letters[i].width;
    return sum;
}

/// Where the line that starts at `first` ends: the last allowed break that fits, else wherever it is full.
[[nodiscard]] std::size_t line_end(const Letters& letters, std::size_t first, float width)
{
    float used = 0;
    std::size_t best = first;
    for (std::size_t i = first; i < letters.size(); ++i) {
        used += letters[i].width;
        if (used > width && !is_blank(letters[i].code)) return best > first ? best : std::max(i, first + 1);
        if (i + 1 < letters.size() && may_break_between(letters[i].code, letters[i + 1].code)) best = i + 1;
    }
    return letters.size();
}

[[nodiscard]] std::vector<Span> break_lines(const Letters& letters, float width)
{
    std::vector<Span> lines;
    for (std::size_t first = 0; first < letters.size();) {
        const std::size_t end = line_end(letters, first, width);
        lines.push_back({first, without_blanks_behind(letters, first, end)});
        first = end;
        while (first < letters.size() && is_blank(letters[first].code)) ++first;
    }
    return lines;
}

/// The last punctuation or blank in the second half of the line, behind which it may be broken earlier.
[[nodiscard]] std::size_t better_end(const Letters& letters, Span line, float width)
{
    float used = 0;
    std::size_t best = line.last;
    for (std::size_t i = line.first; i + 1 < line.last; ++i) {
        used += letters[i].width;
        const char32_t code = letters[i].code;
        const bool good = is_blank(code) || one_of(good_breaks, code);
        if (used >= width / 2 && good && may_break_between(code, letters[i + 1].code)) best = i + 1;
    }
    return best;
}

/// Too short a last line draws the eye: shares the text out better, if that needs no further line.
[[nodiscard]] std::vector<Span> without_widow(const Letters& letters, std::vector<Span> lines, float width, float em)
{
    const auto is_widow = [&](const std::vector<Span>& of) {
        return of.size() > 1 && width_between(letters, of.back().first, of.back().last) < 3 * em;
    };
    if (!is_widow(lines)) return lines;
    Span& before = lines[lines.size() - 2];
    const std::size_t end = better_end(letters, before, width);
    if (end < before.last && width_between(letters, end, lines.back().last) <= width) {
        lines.back().first = end;
        before.last = without_blanks_behind(letters, before.first, end);
        return lines;
    }
    for (float narrower = width - em; narrower > width / 2; narrower -= em) {
        auto tried = break_lines(letters, narrower);
        if (tried.size() > lines.size()) break;
        if (!is_widow(tried)) return tried;
    }
    return lines;
}

}  // namespace

std::vector<std::string_view> wrap(std::string_view text, float width, float em, const Advance& advance)
{
    std::vector<std::string_view> lines;
    for (std::size_t start = 0; start <= text.size();) {
        const std::size_t newline = std::min(text.find('\n', start), text.size());
        const auto paragraph = text.substr(start, newline - start);
        const Letters letters = letters_of(paragraph, advance);
        if (letters.empty()) lines.push_back(paragraph);
        for (const Span& line : without_widow(letters, break_lines(letters, width), width, em)) {
            if (line.first == line.last) continue;
            const std::size_t begin = letters[line.first].begin;
            lines.push_back(paragraph.substr(begin, letters[line.last - 1].end - begin));
        }
        start = newline + 1;
    }
    return lines;
}

float width_of(std::string_view text, const Advance& advance)
{
    float sum = 0;
    for (std::size_t at = 0; at < text.size();) sum += advance(next_code_point(text, at));
    return sum;
}

Fitted fit(std::string_view text, float width, const Advance& advance)
{
    const float dots = advance(ellipsis);
    float used = 0;
    std::size_t keep = 0;
    for (std::size_t at = 0; at < text.size();) {
        used += advance(next_code_point(text, at));
        if (used + dots <= width) keep = at;
        if (used > width) {
            while (keep > 0 && text[keep - 1] == ' ') --keep;
            return {std::string(text.substr(0, keep)) + "…", true};
        }
    }
    return {std::string(text), false};
}

}  // namespace xiaoan::shell
