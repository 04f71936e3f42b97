// What follows from a snapshot as of a date: judged once by the worker, read by every panel, never changed.
#pragma once

#include "console/conformance/conformance.hpp"
#include "console/rules/judge.hpp"
#include "console/supervision/case_list.hpp"
#include "console/water/exposure.hpp"
#include "data/register/snapshot.hpp"

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace xiaoan::checks {
struct Suspects;
}

namespace xiaoan::desk {

/// How a bus stands with its plate on the date, whatever its permit.
enum class PlateState : std::uint8_t { none, expired, due, valid };

struct Derived {
    std::shared_ptr<const data::Snapshot> snapshot;
    std::shared_ptr<const rules::Dossiers> dossiers_held;  // shared by the dates of one snapshot
    std::shared_ptr<const water::WaterPlaces> places;
    std::shared_ptr<const water::Exposures> exposures_held;
    const rules::Dossiers& dossiers = *dossiers_held;
    const water::Exposures& exposures = *exposures_held;  // within exposure_reach_m
    conformance::LookedAt looked_at{};                    // what the dossiers know of tracks, and of what it was made
    data::Date as_of{};
    rules::Judgement judgement{};
    std::vector<PlateState> plates{};             // one a bus, in the order of the dossiers
    std::vector<std::uint32_t> first_finding{};   // one a bus and one more: where its findings begin
    std::vector<const data::Case*> open_cases{};  // one a bus: its open case (the one due first), or null
    std::vector<supervision::CaseRow> cases{};    // all, in the order of the snapshot
    /// Vehicles in no register, of the days that rules on tracks look at, without those set aside.
    std::shared_ptr<const checks::Suspects> suspects{};

    Derived(const Derived&) = delete;
    Derived& operator=(const Derived&) = delete;
    Derived(std::shared_ptr<const data::Snapshot> of, std::shared_ptr<const rules::Dossiers> dossiers_of,
            std::shared_ptr<const water::WaterPlaces> places_of, std::shared_ptr<const water::Exposures> exposures_of)
        : snapshot(std::move(of)),
          dossiers_held(std::move(dossiers_of)),
          places(std::move(places_of)),
          exposures_held(std::move(exposures_of))
    {
    }

    /// The findings of a bus, gravest first.
    [[nodiscard]] std::span<const rules::Finding> findings_of(std::size_t bus) const;
};

/// The range of exposures that the map and its panels speak of.
inline constexpr double exposure_reach_m = 3000;

/// `before` may be null; of the same snapshot, what does not depend on the date serves again. `judging` is that of the
/// register when the snapshot was taken; `tracks` are its recorded ones, none where it is left out.
[[nodiscard]] std::shared_ptr<const Derived> derive(std::shared_ptr<const data::Snapshot> snapshot, data::Date as_of,
                                                    const Derived* before = nullptr, const data::Judging& judging = {},
                                                    const conformance::TrackSource& tracks = {});

}  // namespace xiaoan::desk
