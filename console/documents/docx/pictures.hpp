// The pictures of a document: drawn from figures, put into paragraphs, and added to the package.
#pragma once

#include "console/documents/docx/package.hpp"
#include "console/documents/draw/fonts.hpp"
#include "console/documents/page/figure.hpp"

#include <pugixml.hpp>

#include <string>
#include <string_view>
#include <vector>

namespace xiaoan::documents {

class Pictures {
public:
    explicit Pictures(const Fonts& fonts) : fonts_(fonts) {}

    /// Adds a run with the figure's picture to a paragraph, as large as on the page.
    void add(pugi::xml_node paragraph, const Figure& figure);
    /// What the package needs for them: the pictures, and the two parts that name them. Nothing where there are none.
    [[nodiscard]] std::vector<Part> parts(std::string_view docx) const;

private:
    const Fonts& fonts_;
    std::vector<std::string> made_;  // PNG
};

}  // namespace xiaoan::documents
