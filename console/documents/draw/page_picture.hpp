// A page as pixels, for the preview in the window.
#pragma once

#include "console/documents/draw/fonts.hpp"
#include "console/documents/page/page.hpp"

#include <cstdint>
#include <vector>

namespace xiaoan::documents {

/// White paper with the page on it, opaque. Each pixel is 0xAARRGGBB as a number: on a little-endian machine BGRA in
/// memory.
struct PagePicture {
    int width = 0;
    int height = 0;
    std::vector<std::uint32_t> pixels;
};

/// Throws std::runtime_error where Cairo failed, as for a size without end.
[[nodiscard]] PagePicture page_picture(const Page& page, double pixels_per_pt, const Fonts& fonts);

}  // namespace xiaoan::documents
