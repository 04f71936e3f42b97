// The plan of a joint check: where and when which team should stand, so that as many flagged buses as possible pass.
#pragma once

#include "console/checks/plan/passings.hpp"
#include "console/rules/judge.hpp"

#include <cstddef>
#include <functional>
#include <optional>
#include <stop_token>
#include <string>
#include <string_view>
#include <vector>

namespace xiaoan::checks {

/// What the desk asks for. The figures below the hours are habits of the bureau, no law.
struct PlanWish {
    std::size_t teams = 1;
    data::Date date{};
    data::TimeOfDay from{6 * 60};
    data::TimeOfDay to{18 * 60 + 30};  // after `from`
    int stand_min = 20;                // a team stays at least so long: time to stop a bus and look at it
    double sight_m = 150;              // a bus whose route comes so near is seen
    double drive_kmh = 50;             // between places, on a way 1.3 times as long as the straight one,
    double detour = 1.3;
    int settle_min = 5;  // and then to settle
};

/// A bus to be met, and how much it weighs: a bus that must stop, three that must put something right.
struct FlaggedBus {
    std::size_t bus = 0;  // index of the dossiers
    int weight = 1;
};
inline constexpr int weight_of_stop = 3;
inline constexpr int weight_of_rectify = 1;

/// The buses with findings that stop them or must be put right, once each with the gravest; notices and gaps are no
/// reason to stop a bus on the road. In the order of the dossiers.
[[nodiscard]] std::vector<FlaggedBus> flagged_buses(const rules::Dossiers& dossiers,
                                                    std::span<const rules::Finding> findings);

struct ExpectedBus {
    std::string registration_number;
    data::TimeOfDay at;  // when it passes by the routes' times
};

struct PlannedStand {
    std::size_t team = 0;  // from 1
    data::TimeOfDay from;
    data::TimeOfDay to;
    CheckPlace place;
    std::vector<ExpectedBus> sees;  // by time, then number
    int late_min = 0;               // of a stand put by hand: how much too late its team comes from the one before
};

struct UnmetBus {
    std::string registration_number;
    NotMet why{};
};

struct CheckPlan {
    std::vector<PlannedStand> stands{};  // by team, then time
    std::size_t covered = 0;             // flagged buses that some team sees
    std::size_t of = 0;                  // flagged buses asked for
    int weight = 0;                      // of those covered
    double bound = 0;                    // no plan of as many teams covers more weight
    bool proved = false;                 // this plan is the best
    std::vector<UnmetBus> unmet{};       // flagged buses that no team could see wherever it stood, and why; by number
    std::optional<rules::NoSchool> no_school{};  // the day is no school day, and why
};

/// How a long search is watched and bounded: by work, so that the same question has the same answer, and by a token.
struct PlanControl {
    std::stop_token stop{};
    std::function<void(int weight, double bound)> better{};
};

[[nodiscard]] CheckPlan check_plan(const rules::Dossiers& dossiers, std::span<const FlaggedBus> flagged,
                                   const PlanWish& wish, const PlanControl& control = {});

/// For an estimate of driving times: on the sphere, flat for places within a county; within 0.5 %.
[[nodiscard]] double about_m(const geo::Position& a, const geo::Position& b);
/// Minutes that a team needs from one place to another, with the time to settle there; 0 for the same place.
[[nodiscard]] double drive_min(const geo::Position& from, const geo::Position& to, const PlanWish& wish);

/// none, no_run, replaced, no_route, no_time, not_in_hours, no_school.
[[nodiscard]] std::string_view word_of(NotMet why);

/// {"plan":[{"team","from","to","place":{"name","lon","lat"},"sees":[registration_number],"late_min"}],"covered","of",
/// "weight","bound","proved","unmet":[{"registration_number","why"}],"no_school"}; "late_min" only where a team comes
/// late, "no_school" (weekend, public_holiday, summer, winter) only where the day is no school day.
[[nodiscard]] std::string check_plan_json(const CheckPlan& plan);

}  // namespace xiaoan::checks
