#include "console/enforcement/notices/notice.hpp"

#include "console/documents/text/figures.hpp"
#include "console/enforcement/notices/notice_content.hpp"
#include "console/rules/wording.hpp"
#include "console/supervision/case_standing.hpp"

#include <algorithm>

namespace xiaoan::enforcement {

namespace {

using documents::Letter;
using language::Language;
using language::tr;

/// Up to so many problems of so few cases are told in the text itself.
constexpr std::size_t most_cases_in_text = 2, most_problems_in_text = 5;
constexpr std::chrono::days usual_answer{7};  // where no case has a deadline; a habit

/// As the case has them; else who runs the bus, or the usual office of the county.
std::vector<std::string> addressees_of(const rules::Dossiers& dossiers, const data::Case& opened,
                                       const NoticeCase& facts, Language language)
{
    std::vector<std::string> named;
    for (const auto& each : opened.addressees)
        if (!each.copy) named.push_back(each.name);
    if (!named.empty()) return named;
    if (opened.department == "operator" && !facts.run_by.empty()) return {facts.run_by};
    std::string place = facts.county;
    if (place.empty() && dossiers.snapshot().region)
        place = language == Language::zh ? dossiers.snapshot().region->name_zh : dossiers.snapshot().region->name_en;
    return {tr(language, "notice.addressee." + opened.department, {place})};
}

/// Those whom the office always copies to, then those of the cases.
std::string copies_of(const NoticeContent& content, const Office& office, std::span<const data::Case* const> cases)
{
    std::vector<std::string> copies;
    if (!office.copies.empty()) copies.push_back(office.copies);
    for (const auto* each : cases)
        for (const auto& to : each->addressees)
            if (to.copy && std::ranges::find(copies, to.name) == copies.end()) copies.push_back(to.name);
    return copies.empty() ? std::string{} : content.tr("notice.copies", {content.joined(copies)});
}

/// The number under which the only case was last sent; empty where it was not.
std::string number_sent(std::span<const data::Case* const> cases)
{
    if (cases.size() != 1) return {};
    std::string number;
    for (const auto& event : cases.front()->events)
        if (event.what == "sent" && !event.document.empty()) number = event.document;
    return number;
}

std::string usual_number(const Office& office, NoticeKind kind, data::Date dated)
{
    const auto year = static_cast<int>(std::chrono::year_month_day{dated}.year());
    const std::string code = office.code.empty() ? "　　　" : office.code;
    const auto* form = office.form == documents::HeadForm::document ? "发"
                       : kind == NoticeKind::rectification          ? "整"
                                                                    : "函";
    return code + form + "〔" + std::to_string(year) + "〕　　号";
}

data::Date latest_answer(std::span<const NoticeCase> cases, data::Date dated)
{
    std::optional<data::Date> latest;
    for (const auto& each : cases)
        if (const auto by = each.answer_by()) latest = std::max(latest.value_or(*by), *by);
    return latest.value_or(dated + usual_answer);
}

std::string note(const NoticeContent& content, const Office& office)
{
    const bool chinese = content.language == Language::zh;
    const auto or_blank = [&](const std::string& text, std::size_t cells) {
        if (!text.empty()) return text;
        std::string blank;
        for (std::size_t i = 0; i < cells; ++i) blank += chinese ? "　" : "__";
        return blank;
    };
    return content.tr("notice.contact", {or_blank(office.contact, 5), or_blank(office.phone, 7)});
}

}  // namespace

NoticeKind usual_kind(std::string_view department)
{
    if (department == "education") return NoticeKind::circular;
    if (department == "operator" || department == "water_owner") return NoticeKind::rectification;
    return NoticeKind::letter;
}

std::vector<std::string> witness_lines(const data::Snapshot& snapshot, const Witness& witness, Language language)
{
    return {tr(language, "notice.witness", {snapshot.name, std::to_string(snapshot.last_change.value), witness.head})};
}

data::Result<Letter> notice(const rules::Dossiers& dossiers, std::span<const data::Case* const> cases,
                            const Office& office, const NoticeWish& wish, data::Date as_of, const Witness& witness)
{
    const auto& snapshot = dossiers.snapshot();
    NoticeContent content;
    content.language = wish.language;
    content.kind = wish.kind.value_or(usual_kind(cases.front()->department));
    std::vector<std::string> addressees;
    for (const auto* each : cases) {
        if (supervision::is_withdrawn(*each))
            return std::unexpected(data::Rejected{"notice_withdrawn", "cases", {each->number}});
        if (!wish.kind && usual_kind(each->department) != content.kind)
            return std::unexpected(data::Rejected{"notice_mixed", "cases", {cases.front()->number, each->number}});
        content.cases.push_back(notice_case(dossiers, *each, wish.language, wish.unmask));
        for (auto& to : addressees_of(dossiers, *each, content.cases.back(), wish.language))
            if (std::ranges::find(addressees, to) == addressees.end()) addressees.push_back(std::move(to));
    }
    if (content.kind == NoticeKind::rectification && wish.addressee.empty() && addressees.size() > 1)
        return std::unexpected(data::Rejected{"notice_parties", "cases", {addressees[0], addressees[1]}});
    content.addressee = wish.addressee.empty() ? content.joined(addressees) : wish.addressee;
    content.dated = wish.dated.value_or(as_of);
    content.number = wish.number.empty() ? number_sent(cases) : wish.number;
    if (content.number.empty()) content.number = usual_number(office, content.kind, content.dated);
    content.place = wish.place;
    content.answer_by = wish.answer_by.value_or(latest_answer(content.cases, content.dated));
    content.administrative_act = wish.administrative_act;
    content.listed_in_annex = content.cases.size() > most_cases_in_text || content.problems() > most_problems_in_text;

    Letter letter;
    letter.language = wish.language;
    letter.head = {office.form, office.ink, office.name_in(wish.language), content.number};
    if (office.form == documents::HeadForm::document) {
        letter.head.name = content.tr("notice.head.document", {letter.head.name});
        letter.printed_by =
            content.tr("notice.printed_by", {office.name_in(wish.language), content.date(content.dated)});
    }
    letter.title = notice_title(content, office);
    letter.addressee = content.tr("notice.to", {content.addressee});
    letter.body = notice_body(content);
    letter.annexes = notice_annexes(content, office);
    letter.signature = office.name_in(wish.language);
    letter.date = content.date(content.dated);
    letter.note = note(content, office);
    letter.copies = copies_of(content, office, cases);
    if (snapshot.demonstration) letter.demonstration = content.tr("demonstration");
    letter.witness = witness_lines(snapshot, witness, wish.language);
    letter.info = {documents::title_text(letter), office.name_in(wish.language), content.dated};
    return letter;
}

}  // namespace xiaoan::enforcement
