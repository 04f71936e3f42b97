#include "console/shell/font_ranges.hpp"

#include "console/shell/utf8.hpp"
#include "embedded/shell.hpp"

#include <array>
#include <cstddef>
#include <string_view>

namespace xiaoan::shell {
namespace {

struct Run {
    char32_t first;
    char32_t last;
};

constexpr std::array<Run, 12> always{{
    {0x0020, 0x007E},  // Latin
    {0x00A0, 0x00FF},  // degree, plus-minus, middle dot
    {0x2010, 0x2027},  // dashes, quotation marks, ellipsis
    {0x2030, 0x203B},  // per mille, reference mark
    {0x2103, 0x2116},  // degree Celsius, numero
    {0x2160, 0x216B},  // Roman numbers
    {0x2190, 0x2193},  // arrows
    {0x2248, 0x2265},  // about, at most, at least
    {0x2460, 0x2473},  // circled numbers
    {0x3000, 0x301F},  // Chinese punctuation
    {0xFF01, 0xFF5E},  // full-width Latin
    {0xFFE5, 0xFFE5},  // yuan
}};

}  // namespace

void for_each_always_baked(const std::function<void(char32_t)>& take)
{
    for (const Run& run : always)
        for (char32_t code = run.first; code <= run.last; ++code) take(code);
}

void for_each_of_level_one(const std::function<void(char32_t)>& take)
{
    const std::string_view text = embedded_file("gb2312_level1.txt");
    for (std::size_t at = 0; at < text.size();)
        if (const char32_t code = next_code_point(text, at); code != U'\n') take(code);
}

}  // namespace xiaoan::shell
