#include "console/app/letter_desk.hpp"

#include "console/documents/docx/letter_docx.hpp"
#include "console/documents/draw/pdf.hpp"
#include "console/documents/page/letter_pages.hpp"
#include "console/enforcement/notices/notice.hpp"
#include "data/export/written_file.hpp"

#include <utility>

namespace xiaoan::app {

namespace {

data::Result<documents::Letter> notice_of(const std::vector<std::string>& numbers, const desk::Derived& derived,
                                          const data::Register& from, language::Language language)
{
    const data::Snapshot& snapshot = *derived.snapshot;
    std::vector<const data::Case*> cases;
    for (const auto& number : numbers) {
        const data::Case* found = snapshot.find_case(number);
        if (found == nullptr) return std::unexpected(data::Rejected{"unknown_case", "number", {number}});
        cases.push_back(found);
    }
    return enforcement::notice(derived.dossiers, cases, enforcement::usual_office(snapshot), {.language = language},
                               derived.as_of, {from.hash_of(snapshot.last_change)});
}

}  // namespace

data::Result<std::shared_ptr<const documents::SetLetter>> LetterDesk::set(const desk::PreviewLetter& wish,
                                                                          const desk::Derived& derived,
                                                                          const data::Register& from,
                                                                          language::Language language)
{
    letter_.reset();
    auto letter = notice_of(wish.of, derived, from, language);
    if (!letter) return std::unexpected(letter.error());
    auto pages = documents::letter_pages(*letter, fonts());
    letter_ = std::make_shared<const documents::SetLetter>(std::move(*letter), std::move(pages));
    return letter_;
}

std::optional<documents::PagePicture> LetterDesk::picture(const desk::DrawLetterPage& wish)
{
    if (!letter_ || wish.page >= letter_->pages.size()) return {};
    return documents::page_picture(letter_->pages[wish.page], static_cast<double>(wish.pixels_per_pt), fonts());
}

void LetterDesk::write(const std::string& path)
{
    const documents::Letter& letter = letter_->letter;
    if (path.ends_with(".docx"))
        data::write_file(path, documents::docx_of(letter, documents::letter_template(letter.head, letter.language)));
    else
        data::write_file(path, documents::pdf_of(letter_->pages, letter.info, fonts()));
}

const documents::Fonts& LetterDesk::fonts()
{
    if (!fonts_) fonts_.emplace();
    return *fonts_;
}

}  // namespace xiaoan::app
