#include "console/shell/picture.hpp"

#include "console/shell/fault.hpp"

#include <cairo.h>
#include <epoxy/gl.h>

#include <algorithm>
#include <memory>

namespace xiaoan::shell {

Picture read_picture(int width, int height)
{
    const auto row = static_cast<std::size_t>(width);
    Picture picture{width, height, std::vector<std::uint32_t>(row * static_cast<std::size_t>(height))};
    glPixelStorei(GL_PACK_ALIGNMENT, 1);
    glReadPixels(0, 0, width, height, GL_BGRA, GL_UNSIGNED_INT_8_8_8_8_REV, picture.pixels.data());
    for (std::size_t top = 0, bottom = static_cast<std::size_t>(height); top + 1 < bottom; ++top) {
        --bottom;
        std::swap_ranges(picture.pixels.begin() + static_cast<std::ptrdiff_t>(top * row),
                         picture.pixels.begin() + static_cast<std::ptrdiff_t>((top + 1) * row),
                         picture.pixels.begin() + static_cast<std::ptrdiff_t>(bottom * row));
    }
    return picture;
}

void write_png(Picture picture, const std::filesystem::path& path)
{
    // RGB24 is a 32-bit word a pixel with the highest byte unused: just what was read.
    const std::unique_ptr<cairo_surface_t, void (*)(cairo_surface_t*)> surface(
        cairo_image_surface_create_for_data(reinterpret_cast<unsigned char*>(picture.pixels.data()), CAIRO_FORMAT_RGB24,
                                            picture.width, picture.height, picture.width * 4),
        cairo_surface_destroy);
    const std::filesystem::path beside = path.string() + ".unfinished";
    const cairo_status_t status = cairo_surface_write_to_png(surface.get(), beside.c_str());
    std::error_code failure;
    if (status == CAIRO_STATUS_SUCCESS) std::filesystem::rename(beside, path, failure);
    if (status == CAIRO_STATUS_SUCCESS && !failure) return;
    std::error_code ignored;
    std::filesystem::remove(beside, ignored);
    throw ShellFault("cannot write the picture " + path.string() + ": " +
                     (failure ? failure.message() : std::string{cairo_status_to_string(status)}));
}

}  // namespace xiaoan::shell
