#include "console/documents/pdf_file.hpp"

#include <cairo-pdf.h>

#include <stdexcept>

namespace xiaoan::documents {

namespace {

cairo_status_t append(void* bytes, const unsigned char* data, unsigned int length)
{
    static_cast<std::string*>(bytes)->append(reinterpret_cast<const char*>(data), length);
    return CAIRO_STATUS_SUCCESS;
}

}  // namespace

PdfFile::PdfFile(const PdfInfo& info)
    : width_(info.landscape ? a4_height : a4_width), height_(info.landscape ? a4_width : a4_height)
{
    surface_ = cairo_pdf_surface_create_for_stream(append, &bytes_, width_, height_);
    cairo_pdf_surface_set_metadata(surface_, CAIRO_PDF_METADATA_TITLE, info.title.c_str());
    cairo_pdf_surface_set_metadata(surface_, CAIRO_PDF_METADATA_AUTHOR, info.author.c_str());
    cairo_pdf_surface_set_metadata(surface_, CAIRO_PDF_METADATA_CREATE_DATE,
                                   (data::iso(info.date) + "T00:00:00+08:00").c_str());
    context_ = cairo_create(surface_);
}

PdfFile::~PdfFile()
{
    cairo_destroy(context_);
    cairo_surface_destroy(surface_);
}

void PdfFile::next_page()
{
    cairo_show_page(context_);
}

std::string PdfFile::finish()
{
    cairo_show_page(context_);
    cairo_surface_finish(surface_);
    if (const auto status = cairo_surface_status(surface_); status != CAIRO_STATUS_SUCCESS)
        throw std::runtime_error(cairo_status_to_string(status));
    return std::move(bytes_);
}

}  // namespace xiaoan::documents
