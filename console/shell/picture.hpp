// A picture read back from the graphics driver, and its way into a PNG file.
#pragma once

#include <cstdint>
#include <filesystem>
#include <vector>

namespace xiaoan::shell {

struct Picture {
    int width = 0;
    int height = 0;
    std::vector<std::uint32_t> pixels;  ///< 0xXXRRGGBB, rows from the top

    [[nodiscard]] std::uint32_t at(int x, int y) const
    {
        return pixels[static_cast<std::size_t>(y) * static_cast<std::size_t>(width) + static_cast<std::size_t>(x)] &
               0xFFFFFFU;
    }
};

/// Reads the framebuffer that is bound now; of a window, before the swap.
[[nodiscard]] Picture read_picture(int width, int height);

/// Throws ShellFault if the file cannot be written.
void write_png(Picture picture, const std::filesystem::path& path);

}  // namespace xiaoan::shell
