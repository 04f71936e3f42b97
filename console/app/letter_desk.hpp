// Letters for the window, on the worker's thread: set, drawn page by page, written.
#pragma once

#include "console/desk/derived.hpp"
#include "console/desk/request.hpp"
#include "console/documents/preview/letter_preview.hpp"
#include "console/language/language.hpp"
#include "data/register/register.hpp"

#include <memory>
#include <optional>
#include <string>

namespace xiaoan::app {

class LetterDesk {
public:
    /// Sets the letter and keeps it as the one that is drawn and written. `from` is the register as it is shown.
    [[nodiscard]] data::Result<std::shared_ptr<const documents::SetLetter>> set(const desk::PreviewLetter& wish,
                                                                                const desk::Derived& derived,
                                                                                const data::Register& from,
                                                                                language::Language language);
    /// Null where there is no letter, or no such page of it.
    [[nodiscard]] std::optional<documents::PagePicture> picture(const desk::DrawLetterPage& wish);
    /// By its ending as PDF or DOCX. Throws StoreFault. There must be a letter.
    void write(const std::string& path);
    [[nodiscard]] const std::shared_ptr<const documents::SetLetter>& letter() const { return letter_; }

private:
    const documents::Fonts& fonts();

    std::optional<documents::Fonts> fonts_;  // opened when first wanted
    std::shared_ptr<const documents::SetLetter> letter_;
    std::string template_;  // that the register keeps for letters; empty: the program's own
};

}  // namespace xiaoan::app
