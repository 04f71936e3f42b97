#include "console/enforcement/notices/notice_content.hpp"

#include "console/documents/text/figures.hpp"

#include <algorithm>

namespace xiaoan::enforcement {

using language::Language;

std::size_t NoticeContent::problems() const
{
    std::size_t count = 0;
    for (const auto& each : cases) count += each.problems.size();
    return count;
}

std::size_t NoticeContent::subjects() const
{
    return static_cast<std::size_t>(
        std::ranges::count_if(cases, [](const NoticeCase& each) { return !each.subject.empty(); }));
}

bool NoticeContent::of_waters() const
{
    return std::ranges::all_of(cases, &NoticeCase::of_water);
}

bool NoticeContent::of_strangers() const
{
    return std::ranges::all_of(cases, &NoticeCase::of_stranger);
}

std::vector<data::CheckEvidence> NoticeContent::checks() const
{
    std::vector<data::CheckEvidence> all;
    for (const auto& each : cases)
        for (const auto& problem : each.problems)
            if (problem.check && std::ranges::find(all, problem.check->check, &data::CheckEvidence::check) == all.end())
                all.push_back(*problem.check);
    std::ranges::sort(all, {}, &data::CheckEvidence::check);
    return all;
}

std::string NoticeContent::told(std::string key, std::initializer_list<std::string> arguments) const
{
    if (of_waters() && language::has(key + ".waters")) key += ".waters";
    if (of_strangers() && language::has(key + ".strangers")) key += ".strangers";
    return language::tr(language, key, arguments);
}

std::string NoticeContent::of_kind(std::string_view key, std::initializer_list<std::string> arguments) const
{
    return told("notice." + std::string{data::word(kind)} + "." + std::string{key}, arguments);
}

std::string NoticeContent::date(data::Date date) const
{
    return language == Language::zh ? documents::long_date(date) : data::iso(date);
}

std::string NoticeContent::joined(std::span<const std::string> words) const
{
    std::string text;
    for (const auto& word : words) text += (text.empty() ? "" : tr("notice.and")) + word;
    return text;
}

std::string NoticeContent::problem_text(const NoticeProblem& problem, std::size_t nth) const
{
    std::string text = tr("notice.problem", {std::to_string(nth), problem.title, problem.text});
    if (!problem.people.empty()) text += tr("notice.problem.people", {problem.people});
    if (!problem.basis.empty()) text += tr("notice.problem.basis", {problem.basis});
    if (!problem.sources.empty()) text += tr("notice.problem.sources", {joined(problem.sources)});
    return text;
}

std::vector<std::string> NoticeContent::counties() const
{
    std::vector<std::pair<std::uint32_t, std::string>> found;
    for (const auto& each : cases)
        if (!each.county.empty()) found.emplace_back(each.opened->county.value, each.county);
    std::ranges::sort(found);
    std::vector<std::string> names;
    for (const auto& [adcode, name] : found)
        if (names.empty() || names.back() != name) names.push_back(name);
    return names;
}

std::string NoticeContent::annex(std::size_t index) const
{
    const std::size_t count = (listed_in_annex ? 1U : 0U) + 1U + (kind == NoticeKind::rectification ? 1U : 0U);
    return count < 2 ? tr("document.annex") : tr("document.annex_number", {std::to_string(index + 1)});
}

}  // namespace xiaoan::enforcement
