#include "console/checks/page/plan_rows.hpp"

#include "console/language/wording.hpp"
#include "console/rules/sentence.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

namespace xiaoan::checks {

namespace {

using language::Language;
using language::tr;

std::string_view comma(Language language)
{
    return language == Language::zh ? "、" : ", ";
}

}  // namespace

std::string stand_label(const CheckPlan& plan, std::size_t stand)
{
    const std::size_t team = plan.stands[stand].team;
    const auto first = std::ranges::find(plan.stands, team, &PlannedStand::team) - plan.stands.begin();
    return fmt::format("{}.{}", team, stand - static_cast<std::size_t>(first) + 1);
}

std::string place_text(const CheckPlace& place, Language language)
{
    if (!place.name.empty()) return place.name;
    return tr(language, "plan.by_hand", {fmt::format("{:.5f}", place.at.lon), fmt::format("{:.5f}", place.at.lat)});
}

StandRow stand_heads(Language language)
{
    StandRow heads;
    constexpr std::array keys{"plan.stand", "plan.hours", "checks.place", "plan.sees", "plan.weight", "checks.sees"};
    for (std::size_t i = 0; i < keys.size(); ++i) heads[i] = tr(language, keys[i]);
    return heads;
}

std::vector<StandRow> stand_rows(const PlannedCheck& of, Language language)
{
    std::vector<StandRow> rows;
    const auto weights = stand_weights(of);
    for (std::size_t i = 0; i < of.plan.stands.size(); ++i) {
        const PlannedStand& stand = of.plan.stands[i];
        std::string buses;
        for (const ExpectedBus& bus : stand.sees)
            buses += fmt::format("{}{} {}", buses.empty() ? "" : comma(language), data::hh_mm(bus.at),
                                 language::shown_registration_number(bus.registration_number));
        std::string hours = data::hh_mm(stand.from) + "–" + data::hh_mm(stand.to);
        if (stand.late_min > 0) hours += " " + tr(language, "plan.late", {std::to_string(stand.late_min)});
        rows.push_back({stand_label(of.plan, i), std::move(hours), place_text(stand.place, language),
                        std::to_string(stand.sees.size()),
                        weights[i].alone == weights[i].all
                            ? std::to_string(weights[i].all)
                            : tr(language, "plan.weight_alone",
                                 {std::to_string(weights[i].all), std::to_string(weights[i].alone)}),
                        std::move(buses)});
    }
    return rows;
}

UnmetRow unmet_heads(Language language)
{
    return {std::string{tr(language, "list.registration_number")}, std::string{tr(language, "list.problem")},
            std::string{tr(language, "plan.unmet.why")}};
}

std::vector<UnmetRow> unmet_rows(const PlannedCheck& of, Language language)
{
    std::vector<UnmetRow> rows;
    for (const UnmetBus& bus : of.plan.unmet)
        rows.push_back({language::shown_registration_number(bus.registration_number),
                        problems_of(of, bus.registration_number, language),
                        std::string{tr(language, fmt::format("plan.unmet.{}", word_of(bus.why)))}});
    return rows;
}

double gap_of(const CheckPlan& plan)
{
    return plan.proved || plan.bound <= 0 ? 0 : std::max(0.0, (plan.bound - plan.weight) / plan.bound);
}

std::string plan_line(const PlannedCheck& of, Language language)
{
    const auto number = [](std::size_t count) { return language::grouped(count); };
    const std::string covered = tr(
        language, "plan.covered",
        {number(of.plan.covered), number(of.plan.of), std::to_string(of.plan.weight), std::to_string(of.total_weight)});
    if (of.searched)
        return tr(language, "plan.moved", {covered, number(of.searched->covered), std::to_string(of.searched->weight)});
    if (of.plan.proved) return tr(language, "plan.proved", {covered});
    return tr(language, "plan.bound",
              {covered, fmt::format("{:.0f}", of.plan.bound), fmt::format("{:.1f}", 100 * gap_of(of.plan))});
}

std::string problems_of(const PlannedCheck& of, std::string_view registration_number, Language language)
{
    std::string text;
    if (const WantedBus* bus = wanted(of, registration_number))
        for (const rules::Finding& finding : bus->findings)
            text += fmt::format("{}{}", text.empty() ? "" : comma(language), rules::title(language, finding));
    return text;
}

std::optional<std::size_t> stand_of_key(const CheckPlan& plan, std::string_view key)
{
    std::size_t stand = 0;
    const auto read = std::from_chars(key.data(), key.data() + key.size(), stand);
    if (read.ec != std::errc{} || read.ptr != key.data() + key.size() || stand >= plan.stands.size())
        return std::nullopt;
    return stand;
}

}  // namespace xiaoan::checks
