// QR codes (ISO/IEC 18004) as filled rectangles of a page.
#pragma once

#include "console/documents/page/page.hpp"

#include <string>
#include <vector>

namespace xiaoan::checks {

/// The code of a short text, as a square of `side` points with its upper left corner at (x, y), its quiet zone of four
/// modules within. Level M: 15 % of it may be dirty or torn. Empty for text that no code can hold.
[[nodiscard]] std::vector<documents::Area> qr_code(const std::string& text, double x, double y, double side);

}  // namespace xiaoan::checks
