#include "console/checks/suspects.hpp"

#include "console/checks/gates.hpp"
#include "console/checks/known_numbers.hpp"
#include "console/checks/school_times.hpp"
#include "console/checks/sighting_notes.hpp"

#include <algorithm>
#include <set>
#include <span>
#include <tuple>

namespace xiaoan::checks {

namespace {

/// The sightings asked for, by number and time: one run of equal numbers a vehicle.
std::vector<const data::Sighting*> by_vehicle(const data::Snapshot& snapshot, data::Date as_of,
                                              std::optional<data::Date> since)
{
    std::vector<const data::Sighting*> all;
    for (const data::Sighting& each : snapshot.all<data::Sighting>()) {
        if (!each.seen_at.given()) continue;
        const data::Date day = date_of(each.seen_at);
        if (day <= as_of && (!since || *since <= day)) all.push_back(&each);
    }
    std::ranges::sort(all, [](const data::Sighting* a, const data::Sighting* b) {
        return std::tie(a->registration_number, a->seen_at, a->place, a->id) <
               std::tie(b->registration_number, b->seen_at, b->place, b->id);
    });
    return all;
}

/// What the sightings of one vehicle add up to.
class Watch {
public:
    Watch(Gates& gates, const rules::SchoolDays& days, const KnownNumbers& known)
        : gates_(gates), calendar_(days), known_(known)
    {
    }

    /// Empty where the vehicle is no suspect.
    std::optional<Suspect> look(std::span<const data::Sighting* const> seen)
    {
        suspect_ = {};
        days_.clear();
        school_days_.clear();
        rider_days_.clear();
        boarder_days_.clear();
        schools_.clear();
        noted_ = {};
        riders_denied_ = 0;
        for (const data::Sighting* each : seen) count(*each);
        if (suspect_.sightings == 0 || riders_denied_ == suspect_.sightings) return std::nullopt;
        add_signs();
        if (signs_ < signs_of_a_suspect) return std::nullopt;
        suspect_.registration_number = seen.front()->registration_number;
        suspect_.seen.assign(seen.begin(), seen.end());
        suspect_.days.assign(days_.begin(), days_.end());
        suspect_.schools.assign(schools_.begin(), schools_.end());
        suspect_.resembles = known_.one_slip_from(suspect_.registration_number);
        return std::move(suspect_);
    }

private:
    static bool has_boarders(const data::School* school) { return school->boarders.value_or(0) > 0; }
    struct ByCode {
        bool operator()(const data::School* a, const data::School* b) const { return a->code < b->code; }
    };

    void count(const data::Sighting& seen)
    {
        const data::Date day = date_of(seen.seen_at);
        if (known_.substitutes(seen.registration_number, day)) return;
        const auto& near = gates_.near(seen);
        if (near.empty()) return;
        const bool school_day = is_school_day(calendar_, day), school_time = school_day && is_school_time(seen.seen_at);
        const bool travel = std::ranges::any_of(near, has_boarders) && is_boarders_travel(calendar_, seen.seen_at);
        if (!school_time && !travel) return;
        if (travel) boarder_days_.insert(day);
        if (school_day) school_days_.insert(day);
        days_.insert(day);
        for (const data::School* school : near)
            if (school_time || has_boarders(school)) schools_.insert(school);
        if (suspect_.sightings++ == 0) suspect_.first = seen.seen_at;
        suspect_.last = seen.seen_at;
        if (seen.riders_seen == data::Answer::yes) rider_days_.insert(day);
        if (seen.riders_seen == data::Answer::no) ++riders_denied_;
        const auto noted = signs_in_note(seen.note);
        for (std::size_t i = 0; i < note_signs; ++i) noted_[i] = noted_[i] || noted[i];
    }

    void add(std::string_view sign, std::string value, int points)
    {
        suspect_.signs.push_back({sign, std::move(value), points});
        suspect_.score += points;
        ++signs_;
    }

    void add_signs()
    {
        signs_ = 0;
        constexpr std::size_t many_days = 5, most_days = 10;
        const std::size_t days = school_days_.size();
        if (days >= days_of_a_habit)
            add("school_days", std::to_string(days), 3 + (days >= many_days ? 1 : 0) + (days >= most_days ? 1 : 0));
        if (schools_.size() >= 2 && days_.size() >= 2)
            add("several_schools", std::to_string(schools_.size()), schools_.size() >= 3 ? 3 : 2);
        static constexpr std::tuple<std::string_view, int> of_notes[note_signs]{
            {"overloaded", 3}, {"vehicle", 2}, {"seats_or_film", 2}, {"paid", 3}, {"several_uniforms", 2}};
        for (std::size_t i = 0; i < note_signs; ++i)
            if (noted_[i]) add(std::get<0>(of_notes[i]), "yes", std::get<1>(of_notes[i]));
        if (boarder_days_.size() >= 2) add("boarders_travel", std::to_string(boarder_days_.size()), 1);
        if (rider_days_.empty()) return;
        suspect_.signs.push_back({"riders", std::to_string(rider_days_.size()), 1});  // no sign of its own
        ++suspect_.score;
    }

    Gates& gates_;
    const rules::SchoolDays& calendar_;
    const KnownNumbers& known_;
    Suspect suspect_;
    std::size_t signs_ = 0;
    std::size_t riders_denied_ = 0;
    std::set<data::Date> days_, school_days_, rider_days_, boarder_days_;
    std::set<const data::School*, ByCode> schools_;
    std::array<bool, note_signs> noted_{};
};

}  // namespace

Suspects suspects(const data::Snapshot& snapshot, const rules::SchoolDays& school_days, data::Date as_of,
                  std::optional<data::Date> since)
{
    const auto all = by_vehicle(snapshot, as_of, since);
    const KnownNumbers known(snapshot);
    Gates gates(snapshot, gate_reach_m);
    Watch watch(gates, school_days, known);
    Suspects found;
    found.sightings = all.size();
    for (const data::Sighting* each : all) found.without_place += gates.has_place(*each) ? 0 : 1;
    for (auto first = all.begin(); first != all.end();) {
        const auto last = std::find_if(first, all.end(), [&](const data::Sighting* each) {
            return each->registration_number != (*first)->registration_number;
        });
        ++found.vehicles;
        if (known.holds((*first)->registration_number))
            ++found.registered;
        else if (auto suspect = watch.look({first, last}))
            found.suspects.push_back(std::move(*suspect));
        first = last;
    }
    std::ranges::sort(found.suspects, [](const Suspect& a, const Suspect& b) {
        return std::tuple{-a.score, b.days.size(), std::string_view{a.registration_number}} <
               std::tuple{-b.score, a.days.size(), std::string_view{b.registration_number}};
    });
    return found;
}

}  // namespace xiaoan::checks
