// Pages as a PDF: text that can be selected, fonts embedded, the same bytes for the same pages.
#pragma once

#include "console/documents/draw/fonts.hpp"
#include "console/documents/page/document_info.hpp"
#include "console/documents/page/page.hpp"

#include <span>
#include <string>

namespace xiaoan::documents {

/// The bytes of the file. Throws std::runtime_error where Cairo failed.
[[nodiscard]] std::string pdf_of(std::span<const Page> pages, const DocumentInfo& info, const Fonts& fonts);

}  // namespace xiaoan::documents
