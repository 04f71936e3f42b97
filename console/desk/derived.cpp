#include "console/desk/derived.hpp"

#include "console/checks/stranger_findings.hpp"

#include <algorithm>

namespace xiaoan::desk {

namespace {

constexpr int due_days = 30;

PlateState plate_state(const rules::BusOnDate& bus)
{
    if (bus.plate_held == nullptr) return PlateState::none;
    const data::DateCell& valid_to = bus.plate_held->valid_to;
    if (valid_to.is_none()) return PlateState::expired;  // as PLATE-EXPIRED judges it
    if (!valid_to.has_date()) return PlateState::valid;
    if (bus.as_of > valid_to.date()) return PlateState::expired;
    return (valid_to.date() - bus.as_of).count() <= due_days ? PlateState::due : PlateState::valid;
}

std::vector<PlateState> plate_states(const rules::Dossiers& dossiers, data::Date as_of)
{
    std::vector<PlateState> states;
    states.reserve(dossiers.size());
    rules::BusRoom room;
    for (std::size_t bus = 0; bus < dossiers.size(); ++bus)
        states.push_back(plate_state(rules::bus_on_date(dossiers, bus, as_of, room)));
    return states;
}

/// Findings come in the order of the buses: where each bus's begin.
std::vector<std::uint32_t> first_findings(const rules::Dossiers& dossiers, const rules::Judgement& judgement)
{
    std::vector<std::uint32_t> first(dossiers.size() + 1);
    std::size_t next = 0;
    for (std::size_t bus = 0; bus < dossiers.size(); ++bus) {
        first[bus] = static_cast<std::uint32_t>(next);
        while (next < judgement.findings.size() && judgement.findings[next].bus == dossiers.bus(bus).id) ++next;
    }
    first[dossiers.size()] = static_cast<std::uint32_t>(next);
    return first;
}

/// The dossiers with what tracks and the map tell of them. Of the same snapshot those of before serve again, where that
/// is the same.
std::pair<std::shared_ptr<const rules::Dossiers>, conformance::LookedAt>
looked_at_dossiers(const std::shared_ptr<const data::Snapshot>& snapshot, data::Date as_of, const Derived* before,
                   const data::Judging& judging, const conformance::TrackSource& tracks,
                   const water::WaterPlaces& places)
{
    const conformance::PlacedWaters waters{places.waters(), places.geometries()};
    const auto* known = before != nullptr ? &before->looked_at : nullptr;
    if (before != nullptr && before->snapshot == snapshot) {
        auto looked_at = conformance::look_at(before->dossiers, snapshot, tracks, waters, as_of, known);
        if (looked_at.facts == known->facts) return {before->dossiers_held, std::move(looked_at)};
        auto dossiers = std::make_shared<rules::Dossiers>(snapshot, judging);
        dossiers->set_driven(looked_at.facts);
        return {std::move(dossiers), std::move(looked_at)};
    }
    auto dossiers = std::make_shared<rules::Dossiers>(snapshot, judging);
    auto looked_at = conformance::look_at(*dossiers, snapshot, tracks, waters, as_of, known);
    dossiers->set_driven(looked_at.facts);
    return {std::move(dossiers), std::move(looked_at)};
}

/// Of several open cases of a bus, the one due first.
std::vector<const data::Case*> open_cases(const rules::Dossiers& dossiers,
                                          const std::vector<supervision::CaseRow>& cases)
{
    std::vector<const data::Case*> of_bus(dossiers.size(), nullptr);
    const auto due = [](const data::Case& each) {
        return each.due_on.has_date() ? each.due_on.date() : data::Date::max();
    };
    for (const auto& row : cases) {
        const data::Case& each = *row.opened;
        if (has_ended(each.state) || each.subject_kind != "bus") continue;
        const auto bus = dossiers.find(each.subject_key);
        if (bus < of_bus.size() && (of_bus[bus] == nullptr || due(each) < due(*of_bus[bus]))) of_bus[bus] = &each;
    }
    return of_bus;
}

template <class Record>
bool same_rows(const data::Snapshot& a, const data::Snapshot& b)
{
    return std::ranges::equal(a.all<Record>().chunks(), b.all<Record>().chunks());
}

/// Those of before serve again where nothing that they follow from is another.
std::shared_ptr<const checks::Suspects> suspects_of(const rules::Dossiers& dossiers, data::Date as_of,
                                                    const Derived* before)
{
    const auto& now = dossiers.snapshot();
    const auto same = [&](const Derived& then) {
        return then.as_of == as_of && then.dossiers.params().track_days == dossiers.params().track_days &&
               then.dossiers.school_days().holidays == dossiers.school_days().holidays &&
               std::ranges::equal(then.dossiers.judging().silencings, dossiers.judging().silencings, {},
                                  &data::Silencing::id, &data::Silencing::id) &&
               same_rows<data::Sighting>(*then.snapshot, now) && same_rows<data::School>(*then.snapshot, now) &&
               same_rows<data::Bus>(*then.snapshot, now) && same_rows<data::Substitution>(*then.snapshot, now);
    };
    if (before != nullptr && same(*before)) return before->suspects;
    return std::make_shared<const checks::Suspects>(checks::judged_suspects(dossiers, as_of));
}

}  // namespace

std::span<const rules::Finding> Derived::findings_of(std::size_t bus) const
{
    return std::span{judgement.findings}.subspan(first_finding[bus], first_finding[bus + 1] - first_finding[bus]);
}

std::shared_ptr<const Derived> derive(std::shared_ptr<const data::Snapshot> snapshot, data::Date as_of,
                                      const Derived* before, const data::Judging& judging,
                                      const conformance::TrackSource& tracks)
{
    const bool same = before != nullptr && before->snapshot == snapshot;
    auto places = same ? before->places : std::make_shared<const water::WaterPlaces>(snapshot);
    auto [dossiers, looked_at] = looked_at_dossiers(snapshot, as_of, before, judging, tracks, *places);
    auto exposures =
        same ? before->exposures_held
             : std::make_shared<const water::Exposures>(water::exposures(*places, {.within_m = exposure_reach_m}));
    auto made =
        std::make_shared<Derived>(std::move(snapshot), std::move(dossiers), std::move(places), std::move(exposures));
    made->looked_at = std::move(looked_at);
    made->as_of = as_of;
    made->judgement = rules::judge(made->dossiers, as_of);
    made->plates = plate_states(made->dossiers, as_of);
    made->first_finding = first_findings(made->dossiers, made->judgement);
    made->cases = supervision::all_cases(made->dossiers, made->judgement);
    made->open_cases = open_cases(made->dossiers, made->cases);
    made->suspects = suspects_of(made->dossiers, as_of, before);
    return made;
}

}  // namespace xiaoan::desk
