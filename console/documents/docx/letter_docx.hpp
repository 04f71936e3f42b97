// A letter as a DOCX, for offices that go on editing in WPS or Word: the parts of the letter put in the place of a
// template's placeholders, so that a bureau can have its own red head (docs/documents.md lists them).
#pragma once

#include "console/documents/docx/package.hpp"
#include "console/documents/draw/fonts.hpp"
#include "console/documents/page/letter.hpp"

#include <string>
#include <string_view>

namespace xiaoan::documents {

/// Puts the letter into a template. Placeholders stand between double braces, {{标题}}; runs that an editor split are
/// joined first. A paragraph that held nothing but empty ones is left out. A letter of invented records says so at its
/// head, and the small print of the log is added at the end, where the template has no place for them.
/// Maps come as pictures of 200 dots an inch, drawn with these fonts. Same letter, template and fonts, same bytes.
/// Throws TemplateFault with everything that is wrong: unknown (a placeholder that no letter has), not_closed,
/// not_alone ({{正文}} and {{附件}} want a paragraph to themselves), missing
/// ({{正文}}).
[[nodiscard]] std::string docx_of(const Letter& letter, std::string_view docx_template, const Fonts& fonts);

/// The program's own template in the layout of GB/T 9704-2012, to be used as it is or changed: A4, the text area of
/// 156 × 225 mm of 22 lines × 28 characters, a head of the form asked for, page numbers between dashes.
[[nodiscard]] std::string letter_template(const Head& head, language::Language language);

}  // namespace xiaoan::documents
