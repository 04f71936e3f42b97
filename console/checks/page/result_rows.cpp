#include "console/checks/page/result_rows.hpp"

#include "console/language/wording.hpp"
#include "console/rules/wording.hpp"

#include <fmt/format.h>

namespace xiaoan::checks {

namespace {

using language::Language;
using language::tr;

std::string said(data::Answer answer, Language language)
{
    if (answer == data::Answer::not_given) return {};
    return std::string{tr(language, answer == data::Answer::yes ? "value.yes" : "value.no")};
}

}  // namespace

std::array<std::string, result_columns> result_heads(Language language)
{
    std::array<std::string, result_columns> heads;
    constexpr std::array keys{"campaign.check", "list.registration_number",
                              "list.county",    "campaign.expected",
                              "campaign.met",   "check.followed"};
    for (std::size_t i = 0; i < keys.size(); ++i) heads[i] = tr(language, keys[i]);
    return heads;
}

std::vector<ResultRow> result_rows(std::span<const ListedCheck> checks, const data::Snapshot& snapshot,
                                   Language language)
{
    std::vector<ResultRow> rows;
    for (const ListedCheck& check : checks)
        for (const ListedVehicle& vehicle : check.vehicles) {
            std::string followed;
            for (const data::CheckOutcome& outcome : vehicle.record->outcomes)
                followed += (followed.empty()           ? ""
                             : language == Language::zh ? "；"
                                                        : "; ") +
                            outcome_text(outcome, language);
            rows.push_back({check.number + " " + vehicle.record->vehicle,
                            {check.number, language::shown_registration_number(vehicle.record->vehicle),
                             rules::county_name(snapshot, vehicle.county, language),
                             said(vehicle.expected ? data::Answer::yes : data::Answer::no, language),
                             said(vehicle.met, language), std::move(followed)}});
        }
    return rows;
}

std::string outcome_text(const data::CheckOutcome& outcome, Language language)
{
    const SpotRule* rule = find_spot_rule(outcome.found);
    const std::string_view title = rule != nullptr ? title_of_rule(rule->id, language) : outcome.found;
    const std::string_view way = tr(language, "check.way." + std::string{data::word(outcome.way)});
    return fmt::format("{} → {}{}{}", title, way, outcome.reference.empty() ? "" : " ", outcome.reference);
}

std::vector<CampaignNumber> campaign_numbers(const Campaign& made, Language language)
{
    const CampaignCounts& all = made.all;
    const auto number = [](std::size_t count) { return language::grouped(count); };
    std::vector<CampaignNumber> numbers;
    const auto add = [&](std::string_view key, std::string value) {
        numbers.push_back({std::string{tr(language, key)}, std::move(value)});
    };
    add("result.checks", number(made.checks));
    add("result.hours", fmt::format("{:.1f}", made.minutes / 60.0));
    add("result.came", number(all.came) + " / " + number(all.expected));
    add("result.met", number(all.met));
    add("result.with_findings", number(all.with_findings));
    add("result.in_cases", number(all.in_cases));
    add("result.handed_over", number(all.handed_over));
    add("result.corrected", number(all.corrected));
    add("result.rectified", number(all.rectified) + " / " + number(all.in_cases));
    add("result.cleared", number(all.cleared));
    return numbers;
}

const data::CheckedVehicle* checked_of_key(std::span<const data::CheckedVehicle> all, std::string_view key)
{
    const std::size_t blank = key.find(' ');
    if (blank == std::string_view::npos) return nullptr;
    return data::find_checked(all, key.substr(0, blank), key.substr(blank + 1));
}

std::vector<std::string> recorded_lines(std::span<const RecordedPart> parts, Language language)
{
    const auto sentence = language == Language::zh ? data::SentenceLanguage::zh : data::SentenceLanguage::en;
    const auto number = [](std::size_t count) { return language::grouped(count); };
    std::vector<std::string> lines;
    for (const RecordedPart& part : parts) {
        if (part.fault) {
            lines.push_back(part.file + ": " +
                            (part.fault->code() == data::FaultCode::unknown_kind
                                 ? std::string{tr(language, "cli.record.no_check_sheet")}
                                 : part.fault->text(sentence)));
            continue;
        }
        if (!part.file.empty())
            lines.push_back(tr(
                language, "result.read",
                {part.file, number(part.added), number(part.changed), number(part.unchanged), number(part.refused)}));
        else if (part.unchanged > 0)
            lines.emplace_back(tr(language, "result.unchanged"));
        for (const data::RowIssue& issue : part.issues) lines.push_back(data::issue_text(issue, sentence));
        for (const Remark& remark : part.remarks) lines.push_back(tr(language, remark.key, remark.arguments));
    }
    return lines;
}

}  // namespace xiaoan::checks
