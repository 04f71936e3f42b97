// Draws pages with Cairo: the same calls for a PDF and for the picture that the window shows.
#pragma once

#include "console/documents/draw/fonts.hpp"
#include "console/documents/page/page.hpp"

#include <cairo.h>

namespace xiaoan::documents {

/// Draws a page with its upper left corner at the origin of the context, in points.
void paint(cairo_t* context, const Page& page, const Fonts& fonts);

}  // namespace xiaoan::documents
