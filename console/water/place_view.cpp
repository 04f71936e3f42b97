#include "console/water/place_view.hpp"

#include "console/language/wording.hpp"
#include "console/rules/sentence.hpp"
#include "console/rules/wording.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <tuple>

namespace xiaoan::water {

namespace {

using desk::Derived;
using language::Language;
using language::tr;

template <class Record>
const Record* find(const data::Snapshot& snapshot, std::string_view code)
{
    for (const Record& each : snapshot.all<Record>())
        if (each.code == code) return &each;
    return nullptr;
}

/// The label of a field: "field.water.depth_m".
std::string label_of(std::string_view record, std::string_view field, Language language)
{
    return std::string{tr(language, fmt::format("field.{}.{}", record, field))};
}

template <class E>
std::string word_of(std::string_view record, std::string_view field, E value, Language language)
{
    const auto word = data::word(value);
    return word.empty() ? std::string{} : std::string{tr(language, fmt::format("word.{}.{}.{}", record, field, word))};
}

std::string joined(std::initializer_list<std::string> parts)
{
    std::string line;
    for (const std::string& part : parts)
        if (!part.empty()) line += (line.empty() ? "" : "  ") + part;
    return line;
}

std::string count_text(const std::optional<std::int32_t>& count)
{
    return count && *count >= 0 ? language::grouped(static_cast<std::size_t>(*count)) : std::string{};
}

std::string origin_line(const data::Snapshot& snapshot, const data::Origin& origin, Language language)
{
    const std::string text = rules::origin_text(snapshot, origin, language);
    const data::Source* source = snapshot.source(origin);
    return source != nullptr ? tr(language, "origin.imported", {text, source->imported_at.substr(0, 10)}) : text;
}

std::string patrol_text(const data::Water& water, data::Date as_of, Language language)
{
    if (water.last_patrol_on.is_none()) return std::string{tr(language, "value.none")};
    if (!water.last_patrol_on.has_date()) return {};
    const std::string day = data::iso(water.last_patrol_on.date());
    const auto days = (as_of - water.last_patrol_on.date()).count();
    return days > 0 ? day + "  " + tr(language, "waters.days_ago", {language::grouped(static_cast<std::size_t>(days))})
                    : day;
}

/// Pairs of one school or one water, nearest first.
std::vector<const Exposure*> pairs_of(const Exposures& exposures, auto&& wanted)
{
    std::vector<const Exposure*> pairs;
    for (const Exposure& pair : exposures.pairs)
        if (wanted(pair)) pairs.push_back(&pair);
    std::ranges::stable_sort(pairs, {}, &Exposure::distance_m);
    return pairs;
}

std::string side_of(const Exposure& pair, Language language)
{
    return pair.inside ? std::string{tr(language, "waters.inside")} : distance_text(pair.distance_m);
}

bool current(const data::Run& run, data::Date as_of)
{
    if (run.from_on.has_date() && run.from_on.date() > as_of) return false;
    return !run.to_on.has_date() || run.to_on.date() >= as_of;
}

bool serves(const Derived& derived, const rules::Dossier& dossier, std::string_view school)
{
    return std::ranges::any_of(dossier.runs, [&](const rules::RunFacts& facts) {
        const data::Run& run = derived.dossiers.record(facts);
        const data::Route* route = derived.dossiers.route(run.route);
        return route != nullptr && route->school == school && current(run, derived.as_of);
    });
}

ServingBus serving_bus(const Derived& derived, std::size_t bus, Language language)
{
    const auto state = derived.judgement.states[bus];
    ServingBus out{derived.dossiers.bus(bus).registration_number,
                   language::shown_registration_number(derived.dossiers.bus(bus).registration_number),
                   {},
                   state};
    for (const rules::Finding& finding : derived.findings_of(bus)) {
        if (finding.gap || finding.severity == rules::Severity::data) continue;
        out.side = rules::title(language, finding);
        break;
    }
    if (out.side.empty())
        out.side = tr(language, state == rules::BusState::not_in_service ? "state.not_in_service"
                                                                         : "waters.bus_without_findings");
    return out;
}

void add_gaps(WaterView& view, const data::Snapshot& snapshot, const data::Water& water, const GapBasis& basis,
              Language language)
{
    const FoundGaps found = gaps_of(water, basis, true);
    for (const GapFinding& gap : found.counts) {
        if (!gap.unverified) {
            view.gaps.push_back({rule_id(gap), title_of(gap, language), sentence_of(gap, basis.as_of, language)});
            continue;
        }
        const std::string one{tr(language, fmt::format("brief.measure.{}", gap.rule->measure))};
        view.unverified = view.unverified.empty() ? one : tr(language, "brief.list", {view.unverified, one});
    }
    for (const GapFinding& gap : found.waived)
        view.waived.push_back({title_of(gap, language),
                               tr(language, "waters.waived", {data::iso(gap.waiver->until_on)}),
                               tr(language, "waters.waived_why", {gap.waiver->reason, gap.waiver->given_by})});
    view.gap_case = gap_case_of(snapshot, water, basis);
    for (const data::Case& each : snapshot.cases)
        if (each.subject_kind == "water" && each.subject_key == water.code && !data::has_ended(each.state))
            view.open_case = each.number;
}

}  // namespace

Habits habits_of(const Derived& derived)
{
    return habits_of(derived.dossiers.judging().settings);
}

GapBasis gap_basis_of(const Derived& derived)
{
    return gap_basis(derived.dossiers.judging(), derived.as_of);
}

std::optional<data::OpenCase> gap_case_of(const data::Snapshot& snapshot, const data::Water& water,
                                          const GapBasis& basis)
{
    const data::DateCell due_on{basis.as_of + std::chrono::days{usual_gap_days}};
    auto made = gap_cases(snapshot, gaps_of(water, basis).counts, {.opened_on = basis.as_of, .due_on = due_on});
    return made.cases.empty() ? std::nullopt : std::optional{std::move(made.cases.front())};
}

std::optional<WaterView> water_view(const Derived& derived, std::string_view code, Language language)
{
    const data::Snapshot& snapshot = *derived.snapshot;
    const auto* water = find<data::Water>(snapshot, code);
    if (water == nullptr) return std::nullopt;
    WaterView view;
    view.id = water->id;
    view.name = water_name(*water, language);
    view.line = joined({word_of("water", "kind", water->kind, language),
                        rules::county_name(snapshot, water->county, language), water->township});
    const auto fact = [&](std::string_view field, std::string value) {
        view.facts.push_back({label_of("water", field, language), std::move(value)});
    };
    fact("code", water->code);
    fact("depth_m", water->depth_m ? fmt::format("{:g} m", *water->depth_m) : std::string{});
    fact("bank", word_of("water", "bank", water->bank, language));
    fact("current", word_of("water", "current", water->current, language));
    fact("freezes", water->freezes == data::Answer::not_given
                        ? std::string{}
                        : std::string{tr(language, water->freezes == data::Answer::yes ? "value.yes" : "value.no")});
    fact("incidents_5y", count_text(water->incidents_5y));
    const auto answers = equipment_of(*water);
    for (std::size_t i = 0; i < answers.size(); ++i)
        view.equipment.push_back({label_of("water", equipment_fields[i], language), answers[i]});
    view.equipment.push_back({label_of("water", "fence", language), water->fence});
    const auto duty = [&](std::string_view field, std::string value) {
        view.duty.push_back({label_of("water", field, language), std::move(value)});
    };
    const auto person = [&](data::PersonRef ref, data::FieldType type) {
        return snapshot.people ? snapshot.people->masked(ref, type) : std::string{};
    };
    duty("duty_unit", water->duty_unit);
    duty("duty_holder", person(water->duty_holder, data::FieldType::person_name));
    duty("phone", person(water->phone, data::FieldType::phone));
    duty("last_patrol_on", patrol_text(*water, derived.as_of, language));
    for (const Exposure* pair : pairs_of(derived.exposures, [&](const Exposure& each) { return each.water == water; }))
        view.schools.push_back({pair->school->code, pair->school->name, side_of(*pair, language)});
    add_gaps(view, snapshot, *water, gap_basis_of(derived), language);
    view.origin = origin_line(snapshot, water->origin, language);
    return view;
}

std::optional<SchoolView> school_view(const Derived& derived, std::string_view code, Language language)
{
    const data::Snapshot& snapshot = *derived.snapshot;
    const auto* school = find<data::School>(snapshot, code);
    if (school == nullptr) return std::nullopt;
    SchoolView view;
    view.id = school->id;
    view.name = school->name;
    view.line = joined({word_of("school", "kind", school->kind, language),
                        rules::county_name(snapshot, school->county, language), school->township});
    view.has_position = school->lon && school->lat;
    const auto fact = [&](std::string_view field, std::string value) {
        view.facts.push_back({label_of("school", field, language), std::move(value)});
    };
    fact("code", school->code);
    fact("ownership", word_of("school", "ownership", school->ownership, language));
    fact("supervised_by", word_of("school", "supervised_by", school->supervised_by, language));
    fact("address", school->address);
    fact("pupils", count_text(school->pupils));
    fact("boarders", count_text(school->boarders));
    fact("riders", count_text(school->riders));
    const auto person = [&](data::PersonRef ref, data::FieldType type) {
        return snapshot.people ? snapshot.people->masked(ref, type) : std::string{};
    };
    fact("officer", person(school->officer, data::FieldType::person_name));
    fact("phone", person(school->phone, data::FieldType::phone));
    for (std::size_t bus = 0; bus < derived.dossiers.size(); ++bus)
        if (serves(derived, derived.dossiers[bus], school->code))
            view.buses.push_back(serving_bus(derived, bus, language));
    std::ranges::sort(view.buses, {}, [](const ServingBus& bus) { return std::tie(bus.state, bus.key); });
    for (const Exposure* pair :
         pairs_of(derived.exposures, [&](const Exposure& each) { return each.school == school; }))
        view.waters.push_back({pair->water->code, water_name(*pair->water, language), side_of(*pair, language)});
    view.origin = origin_line(snapshot, school->origin, language);
    return view;
}

}  // namespace xiaoan::water
