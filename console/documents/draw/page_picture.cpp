#include "console/documents/draw/page_picture.hpp"

#include "console/documents/draw/painter.hpp"

#include <cmath>
#include <cstring>
#include <memory>
#include <stdexcept>

namespace xiaoan::documents {

PagePicture page_picture(const Page& page, double pixels_per_pt, const Fonts& fonts)
{
    PagePicture made{static_cast<int>(std::ceil(page.width * pixels_per_pt)),
                     static_cast<int>(std::ceil(page.height * pixels_per_pt)),
                     {}};
    const std::unique_ptr<cairo_surface_t, decltype(&cairo_surface_destroy)> surface(
        cairo_image_surface_create(CAIRO_FORMAT_RGB24, made.width, made.height), cairo_surface_destroy);
    const std::unique_ptr<cairo_t, decltype(&cairo_destroy)> context(cairo_create(surface.get()), cairo_destroy);
    cairo_set_source_rgb(context.get(), 1, 1, 1);
    cairo_paint(context.get());
    cairo_scale(context.get(), pixels_per_pt, pixels_per_pt);
    paint(context.get(), page, fonts);
    cairo_surface_flush(surface.get());
    if (const auto status = cairo_status(context.get()); status != CAIRO_STATUS_SUCCESS)
        throw std::runtime_error(cairo_status_to_string(status));
    const auto* bytes = cairo_image_surface_get_data(surface.get());
    const auto stride = static_cast<std::size_t>(cairo_image_surface_get_stride(surface.get()));
    const auto row_pixels = static_cast<std::size_t>(made.width);
    made.pixels.resize(row_pixels * static_cast<std::size_t>(made.height));
    for (std::size_t y = 0; y < static_cast<std::size_t>(made.height); ++y)
        std::memcpy(made.pixels.data() + y * row_pixels, bytes + y * stride, row_pixels * sizeof(std::uint32_t));
    for (auto& pixel : made.pixels) pixel |= 0xFF000000U;
    return made;
}

}  // namespace xiaoan::documents
