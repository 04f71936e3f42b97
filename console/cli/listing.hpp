// A list of rows as people read it (aligned columns) or as a spreadsheet takes it (CSV).
#pragma once

#include "console/cli/context.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace xiaoan::cli {

struct Listing {
    std::vector<std::string> headers;
    std::vector<std::vector<std::string>> rows;  // as many cells as headers
};

/// Columns two blanks apart; a Chinese character takes two places. The last column is not filled up.
[[nodiscard]] std::string as_text(const Listing& listing);
/// RFC 4180 with CR LF. A cell that a spreadsheet would take for a formula gets a leading apostrophe.
[[nodiscard]] std::string as_csv(const Listing& listing);
/// Prints it in the format asked for: text, or CSV with a byte order mark left out (standard output is for programs).
void print(const Context& context, const Listing& listing);

/// Places that UTF-8 text takes on a terminal.
[[nodiscard]] std::size_t display_width(std::string_view text);

}  // namespace xiaoan::cli
