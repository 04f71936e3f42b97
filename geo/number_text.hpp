// geo/number_text.hpp: a double as the shortest plain text that reads back to the same bits.
#pragma once

#include <array>
#include <charconv>
#include <string>
#include <system_error>

namespace xiaoan::geo {

/// Appends `value` in fixed notation (what degrees need, and what every reader of WKT and JSON takes).
/// Not for infinity or NaN, which have no such text; they become 0 and are refused where geometry is read.
inline void add_number(std::string& out, double value)
{
    if (!(value - value == 0)) value = 0;
    std::array<char, 1100> text{};  // the smallest double in fixed notation takes 1,077 characters at most
    const auto [end, error] = std::to_chars(text.data(), text.data() + text.size(), value, std::chars_format::fixed);
    if (error == std::errc{}) out.append(text.data(), end);
}

}  // namespace xiaoan::geo
