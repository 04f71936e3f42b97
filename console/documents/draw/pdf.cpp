#include "console/documents/draw/pdf.hpp"

#include "console/documents/draw/painter.hpp"

#include <cairo-pdf.h>

#include <memory>
#include <stdexcept>

namespace xiaoan::documents {

namespace {

cairo_status_t append(void* bytes, const unsigned char* data, unsigned int length)
{
    static_cast<std::string*>(bytes)->append(reinterpret_cast<const char*>(data), length);
    return CAIRO_STATUS_SUCCESS;
}

}  // namespace

std::string pdf_of(std::span<const Page> pages, const DocumentInfo& info, const Fonts& fonts)
{
    std::string bytes;
    const std::unique_ptr<cairo_surface_t, decltype(&cairo_surface_destroy)> surface(
        cairo_pdf_surface_create_for_stream(append, &bytes, a4_width, a4_height), cairo_surface_destroy);
    cairo_pdf_surface_set_metadata(surface.get(), CAIRO_PDF_METADATA_TITLE, info.title.c_str());
    cairo_pdf_surface_set_metadata(surface.get(), CAIRO_PDF_METADATA_AUTHOR, info.author.c_str());
    cairo_pdf_surface_set_metadata(surface.get(), CAIRO_PDF_METADATA_CREATE_DATE,
                                   (data::iso(info.date) + "T00:00:00+08:00").c_str());
    for (const Page& page : pages) {
        cairo_pdf_surface_set_size(surface.get(), page.width, page.height);
        const std::unique_ptr<cairo_t, decltype(&cairo_destroy)> context(cairo_create(surface.get()), cairo_destroy);
        paint(context.get(), page, fonts);
        cairo_show_page(context.get());
    }
    cairo_surface_finish(surface.get());
    if (const auto status = cairo_surface_status(surface.get()); status != CAIRO_STATUS_SUCCESS)
        throw std::runtime_error(cairo_status_to_string(status));
    return bytes;
}

}  // namespace xiaoan::documents
