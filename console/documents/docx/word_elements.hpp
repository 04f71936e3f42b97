// Paragraphs and tables of WordprocessingML (ISO/IEC 29500-1, 17), made from passages and tables of documents.
#pragma once

#include "console/documents/page/letter.hpp"

#include <pugixml.hpp>

namespace xiaoan::documents {

/// The paragraph of a template that passages take their form from: its properties w:pPr and those of its first run.
/// Both may be empty.
struct ParagraphForm {
    pugi::xml_node paragraph_properties;
    pugi::xml_node run_properties;
};

[[nodiscard]] ParagraphForm form_of(pugi::xml_node paragraph);

/// Adds a passage behind `after` and returns its w:p. Runs in 黑体, 楷体 and so on name that font over the form's own.
pugi::xml_node add_passage(pugi::xml_node after, const Passage& passage, const ParagraphForm& form);

/// Lets a paragraph begin a page.
void begin_page(pugi::xml_node paragraph);

/// How a paragraph that the template has no form for is set.
struct PlainForm {
    Face face = Face::fangsong;
    double size_pt = 16;
    const char* alignment = "left";  // left, center, right, both
    bool begins_page = false;
};
pugi::xml_node add_plain(pugi::xml_node after, std::string_view text, const PlainForm& form);

/// Adds a table as wide as the official page's text area behind `after` and returns its w:tbl. The row of heads is
/// repeated on every page, and no row is split between two.
pugi::xml_node add_table(pugi::xml_node after, const Table& table, const TableStyle& style);

}  // namespace xiaoan::documents
