// The dialog that shows a letter page by page before it is saved. Setting it, drawing its pages and writing the file
// are done by the worker; the dialog asks for them.
#pragma once

#include "console/desk/frame.hpp"
#include "console/desk/request.hpp"
#include "console/documents/page/letter.hpp"
#include "console/documents/preview/page_texture.hpp"

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace xiaoan::documents {

/// A letter set on its pages; `letter` where it can be written as DOCX too.
struct SetLetter {
    DocumentInfo info;
    std::vector<Page> pages;
    std::optional<Letter> letter;
};

struct PreviewState {
    bool opening = false;
    std::shared_ptr<const SetLetter> shown;  // null until it was set
    std::size_t page = 0;
    float scrolled_px = 0;                      // of the page, which is as wide as the dialog
    bool at_its_end = false;                    // the page is to be shown from its end: it was reached backwards
    std::optional<desk::DrawLetterPage> asked;  // what the next picture will be of
    std::optional<desk::DrawLetterPage> drawn;  // what the texture shows
    PageTexture texture;
};

/// A letter is on its way: the dialog opens and says so.
void begin_preview(PreviewState& state);
void take_letter(PreviewState& state, std::shared_ptr<const SetLetter> letter);
/// Needs a current OpenGL context. A picture of another letter than the one shown is not taken.
void take_picture(PreviewState& state, const SetLetter* of, const desk::DrawLetterPage& what,
                  const PagePicture& picture);
/// There will be no letter; the reason is said elsewhere.
void give_up(PreviewState& state);

/// Draws the dialog if it is open; call it in every frame, outside of other dialogs.
[[nodiscard]] desk::Requests draw_letter_preview(PreviewState& state, const desk::Frame& frame);

}  // namespace xiaoan::documents
