#include "console/app/letter_desk.hpp"

#include "console/documents/docx/letter_docx.hpp"
#include "console/documents/draw/pdf.hpp"
#include "console/documents/page/flyer.hpp"
#include "console/documents/page/letter_pages.hpp"
#include "console/enforcement/notices/notice.hpp"
#include "console/water/briefing/brief.hpp"
#include "console/water/briefing/parents_letter.hpp"
#include "data/export/written_file.hpp"
#include "data/register/kept_template.hpp"

#include <algorithm>
#include <charconv>
#include <iterator>
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

std::vector<std::string> witness_of(const data::Snapshot& snapshot, const data::Register& from,
                                    language::Language language)
{
    return {
        language::tr(language, "notice.witness",
                     {snapshot.name, std::to_string(snapshot.last_change.value), from.hash_of(snapshot.last_change)})};
}

documents::Letter brief_of(data::Adcode county, const desk::Derived& derived, const data::Register& from,
                           language::Language language)
{
    const data::Snapshot& snapshot = *derived.snapshot;
    const auto habits = water::habits_of(derived.dossiers.judging().settings);
    const water::BriefWish wish{.season = water::season_of(derived.as_of, habits),
                                .county = county,
                                .as_of = derived.as_of,
                                .issued_by = snapshot.name,
                                .witness = witness_of(snapshot, from, language),
                                .language = language};
    const auto ranked = water::risks(*derived.places, water::neighbours_of_waters(*derived.places, habits),
                                     {.season = wish.season, .county = county, .top = 0}, derived.as_of, habits);
    const auto base = map::paper_base_of(*snapshot.region);
    return water::brief({*derived.places, ranked, base, habits}, wish);
}

data::Result<documents::Flyer> parents_letter_of(const std::string& code, const desk::Derived& derived,
                                                 language::Language language)
{
    const data::Snapshot& snapshot = *derived.snapshot;
    const auto& schools = snapshot.all<data::School>();
    const auto school = std::ranges::find(schools, code, &data::School::code);
    if (school == schools.end()) return std::unexpected(data::Rejected{"unknown_school", "school", {code}});
    std::vector<water::Exposure> near;
    std::ranges::copy_if(derived.exposures.pairs, std::back_inserter(near),
                         [&](const water::Exposure& pair) { return pair.school == &*school; });
    const auto base = map::paper_base_of(*snapshot.region);
    const auto habits = water::habits_of(derived.dossiers.judging().settings);
    return water::parents_letter({base, *derived.places, language}, *school, near,
                                 {.as_of = derived.as_of, .season = *water::season_of(derived.as_of, habits).name});
}

data::Adcode county_of(const std::vector<std::string>& of)
{
    data::Adcode county;
    if (!of.empty()) std::from_chars(of.front().data(), of.front().data() + of.front().size(), county.value);
    return county;
}

}  // namespace

data::Result<std::shared_ptr<const documents::SetLetter>> LetterDesk::set(const desk::PreviewLetter& wish,
                                                                          const desk::Derived& derived,
                                                                          const data::Register& from,
                                                                          language::Language language)
{
    letter_.reset();
    if (wish.kind == desk::LetterKind::parents) {
        const auto flyer = parents_letter_of(wish.of.empty() ? std::string{} : wish.of.front(), derived, language);
        if (!flyer) return std::unexpected(flyer.error());
        letter_ = std::make_shared<const documents::SetLetter>(flyer->info, documents::flyer_pages(*flyer, fonts()),
                                                               std::nullopt);
        return letter_;
    }
    data::Result<documents::Letter> letter = wish.kind == desk::LetterKind::brief
                                                 ? brief_of(county_of(wish.of), derived, from, language)
                                                 : notice_of(wish.of, derived, from, language);
    if (!letter) return std::unexpected(letter.error());
    auto pages = documents::letter_pages(*letter, fonts());
    letter_ = std::make_shared<const documents::SetLetter>(letter->info, std::move(pages), *std::move(letter));
    const auto kept = data::read_template(from.path());
    template_ = kept ? kept->bytes : std::string{};
    return letter_;
}

std::optional<documents::PagePicture> LetterDesk::picture(const desk::DrawLetterPage& wish)
{
    if (!letter_ || wish.page >= letter_->pages.size()) return {};
    return documents::page_picture(letter_->pages[wish.page], static_cast<double>(wish.pixels_per_pt), fonts());
}

void LetterDesk::write(const std::string& path)
{
    if (letter_->letter && path.ends_with(".docx")) {
        const documents::Letter& letter = *letter_->letter;
        const std::string& of =
            template_.empty() ? documents::letter_template(letter.head, letter.language) : template_;
        data::write_file(path, documents::docx_of(letter, of, fonts()));
    } else {
        data::write_file(path, documents::pdf_of(letter_->pages, letter_->info, fonts()));
    }
}

const documents::Fonts& LetterDesk::fonts()
{
    if (!fonts_) fonts_.emplace();
    return *fonts_;
}

}  // namespace xiaoan::app
