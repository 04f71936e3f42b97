#include "data/export/timetable.hpp"

#include "geo/geodesic.hpp"
#include "geo/wkt.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <optional>
#include <set>

namespace xiaoan::data {

namespace {

using namespace std::chrono;

constexpr double at_school_m = 150;

struct Period {
    Date from{}, to{};
};

/// 1 September to 31 August, and no further than the holidays are known where they are known at `as_of`.
Period school_year(Date as_of, std::span<const Holiday> holidays)
{
    const year_month_day day{as_of};
    const year begins = day.month() >= September ? day.year() : day.year() - years{1};
    Period period{begins / September / 1, (begins + years{1}) / August / 31};
    if (holidays.empty()) return period;
    const Date known_to = year_month_day{holidays.back().date}.year() / December / 31;
    if (known_to >= as_of) period.to = std::min(period.to, known_to);
    return period;
}

/// Monday first; Monday to Friday where nothing is said.
std::array<bool, 7> weekdays_of(std::string_view digits)
{
    std::array<bool, 7> days{};
    for (const char digit : digits.empty() ? std::string_view{"12345"} : digits)
        if (digit >= '1' && digit <= '7') days[static_cast<std::size_t>(digit - '1')] = true;
    return days;
}

std::size_t weekday_of(Date date)
{
    return weekday{date}.iso_encoding() - 1;
}

std::string compact(Date date)
{
    const year_month_day day{date};
    return fmt::format("{:04}{:02}{:02}", static_cast<int>(day.year()), static_cast<unsigned>(day.month()),
                       static_cast<unsigned>(day.day()));
}

/// A course with a time at every end, or why there is none.
struct Course {
    std::vector<TimetableCall> calls;
    std::optional<OmissionReason> fault;
};

class Maker {
public:
    Maker(const Snapshot& snapshot, Date as_of)
        : snapshot_(snapshot),
          holidays_(snapshot.region ? std::span<const Holiday>{snapshot.region->holidays} : std::span<const Holiday>{})
    {
        const Period period = school_year(as_of, holidays_);
        made_.publisher = snapshot.name;
        made_.from = period.from;
        made_.to = period.to;
        for (const School& school : snapshot.all<School>()) schools_.emplace(school.code, &school);
        for (const Stop& stop : snapshot.all<Stop>()) stops_[stop.route].push_back(&stop);
        for (auto& [route, stops] : stops_)
            std::ranges::sort(stops, {}, [](const Stop* stop) { return stop->sequence; });
        for (const Run& run : snapshot.all<Run>()) runs_[run.route].push_back(&run);
        for (const Bus& bus : snapshot.all<Bus>()) operators_of_buses_.emplace(bus.registration_number, bus.run_by);
        for (const Operator& each : snapshot.all<Operator>()) {
            operators_.emplace(each.uscc, &each);
            operators_.emplace(each.name, &each);
        }
    }

    Timetable make()
    {
        std::vector<const Route*> routes;
        for (const Route& route : snapshot_.all<Route>()) routes.push_back(&route);
        std::ranges::sort(routes, {}, &Route::code);
        for (const Route* route : routes) add(*route);
        finish();
        return std::move(made_);
    }

private:
    void add(const Route& route)
    {
        std::map<std::string, int> trips_of_agency;
        const auto runs = runs_.find(route.code);
        if (runs == runs_.end()) {
            if (add_trip(route, nullptr)) ++trips_of_agency[bureau()];
        } else
            for (const Run* run : runs->second)
                if (add_trip(route, run)) ++trips_of_agency[agency_of(*run)];
        std::string agency = bureau();
        int most = 0;
        for (const auto& [id, trips] : trips_of_agency)
            if (trips > most) {
                agency = id;
                most = trips;
            }
        agencies_.insert(agency);
        made_.routes.push_back({route.code, route.name, agency, line_of(route)});
    }

    static std::vector<geo::Position> line_of(const Route& route)
    {
        const auto geometry = geo::geometry_from_wkt(route.geometry);
        if (!geometry || geometry->lines.size() != 1) return {};
        return geometry->lines.front().points;
    }

    /// False where there is none, with the reason said.
    bool add_trip(const Route& route, const Run* run)
    {
        const Period days = period_of(run);
        if (days.from > days.to) return false;
        Course course = course_of(route, run);
        if (course.fault) {
            omit(route.code, *course.fault);
            return false;
        }
        const auto school = schools_.find(route.school);
        const std::string name = run != nullptr ? run->registration_number : std::string{};
        made_.trips.push_back({.id = trip_id(route.code, name, course.calls.front().time),
                               .route = route.code,
                               .service = service(run, days),
                               .name = name,
                               .towards = school != schools_.end() && route.direction != Direction::from_school
                                              ? school->second->name
                                              : std::string{},
                               .direction = route.direction,
                               .calls = std::move(course.calls)});
        return true;
    }

    [[nodiscard]] Period period_of(const Run* run) const
    {
        Period days{made_.from, made_.to};
        if (run == nullptr) return days;
        if (run->from_on.has_date()) days.from = std::max(days.from, run->from_on.date());
        if (run->to_on.has_date()) days.to = std::min(days.to, run->to_on.date());
        return days;
    }

    std::string trip_id(const std::string& route, const std::string& bus, TimeOfDay departs)
    {
        std::string id = route;
        if (!bus.empty()) id += "." + bus;
        const std::string time = hh_mm(departs);
        id += "." + time.substr(0, 2) + time.substr(3);
        const int before = trip_ids_[id]++;
        return before == 0 ? id : fmt::format("{}.{}", id, before + 1);
    }

    Course course_of(const Route& route, const Run* run)
    {
        Course course;
        const auto found = stops_.find(route.code);
        const int later = found != stops_.end() ? minutes_later(route, run, *found->second.front()) : 0;
        const auto moved = [&](TimeOfDay time) { return time.given() ? at(time.minutes + later) : time; };
        geo::Position first, last;
        if (found != stops_.end())
            for (const Stop* stop : found->second) {
                if (!stop->lon || !stop->lat) {
                    omit(route.code, OmissionReason::stop_unplaced);
                    continue;
                }
                last = {*stop->lon, *stop->lat};
                if (course.calls.empty()) first = last;
                course.calls.push_back({stop_id(*stop, last), moved(stop->time)});
            }
        add_school(route, course.calls, first, last, moved);
        if (course.calls.size() < 2) {
            course.fault = OmissionReason::few_stops;
            return course;
        }
        set_ends(course.calls, run != nullptr && run->departs_at.given() ? run->departs_at : moved(route.departs_at),
                 moved(route.arrives_at));
        check_times(course);
        return course;
    }

    /// How much later than permitted a run departs.
    static int minutes_later(const Route& route, const Run* run, const Stop& first)
    {
        const TimeOfDay usual = route.departs_at.given() ? route.departs_at : first.time;
        return run != nullptr && run->departs_at.given() && usual.given() ? run->departs_at.minutes - usual.minutes : 0;
    }

    /// Empty where it would be on another day.
    static TimeOfDay at(int minutes)
    {
        constexpr int minutes_a_day = 24 * 60;
        if (minutes < 0 || minutes >= minutes_a_day) return {};
        return TimeOfDay{static_cast<std::int16_t>(minutes)};
    }

    std::string stop_id(const Stop& stop, const geo::Position& place)
    {
        const std::string sequence = std::to_string(stop.sequence.value_or(0));
        std::string id = stop.route + "-" + sequence;
        if (stop_ids_.insert(id).second)
            made_.stops.push_back({id, stop.name.empty() ? stop.route + " " + sequence : stop.name, place});
        return id;
    }

    void add_school(const Route& route, std::vector<TimetableCall>& calls, const geo::Position& first,
                    const geo::Position& last, const auto& moved)
    {
        const auto found = schools_.find(route.school);
        if (found == schools_.end() || calls.empty() || route.direction == Direction::not_given) return;
        const School& school = *found->second;
        if (!school.lon || !school.lat) return;
        const bool to_school = route.direction == Direction::to_school;
        const geo::Position place{*school.lon, *school.lat};
        const TimeOfDay time = moved(to_school ? route.arrives_at : route.departs_at);
        if (!time.given() || geo::geodesic_m(place, to_school ? last : first) <= at_school_m) return;
        const std::string id = "school-" + school.code;
        if (stop_ids_.insert(id).second) made_.stops.push_back({id, school.name, place});
        for (TimetableCall& call : calls) (to_school ? call.alights : call.boards) = false;
        calls.insert(to_school ? calls.end() : calls.begin(), {id, time, !to_school, to_school});
    }

    static void set_ends(std::vector<TimetableCall>& calls, TimeOfDay departs, TimeOfDay arrives)
    {
        if (!calls.front().time.given()) calls.front().time = departs;
        if (!calls.back().time.given()) calls.back().time = arrives;
    }

    static void check_times(Course& course)
    {
        if (!course.calls.front().time.given() || !course.calls.back().time.given()) {
            course.fault = OmissionReason::no_times;
            return;
        }
        TimeOfDay before;
        for (const TimetableCall& call : course.calls) {
            if (!call.time.given()) continue;
            if (call.time < before) course.fault = OmissionReason::times_go_back;
            before = call.time;
        }
    }

    /// The id of the service of these days, which is made where it is new.
    std::string service(const Run* run, const Period& days)
    {
        const std::string weekdays = run != nullptr ? run->weekdays : std::string{};
        const std::string id = fmt::format("{}-{}-{}", weekdays.empty() ? "school-days" : "days-" + weekdays,
                                           compact(days.from), compact(days.to));
        if (std::ranges::find(made_.services, id, &TimetableService::id) != made_.services.end()) return id;
        TimetableService made{id, weekdays_of(weekdays), days.from, days.to, {}, {}};
        for (const Holiday& holiday : holidays_) {
            if (holiday.date < days.from || holiday.date > days.to) continue;
            const bool usual = made.weekdays[weekday_of(holiday.date)];
            if (holiday.off && usual) made.removed.push_back(holiday.date);
            if (!holiday.off && !usual && weekdays.empty()) made.added.push_back(holiday.date);
        }
        made_.services.push_back(std::move(made));
        return id;
    }

    [[nodiscard]] std::string bureau() const { return "bureau"; }

    /// The operator of the run's bus by its credit code, or by the name that the bus has for it.
    [[nodiscard]] std::string agency_of(const Run& run) const
    {
        const auto named = operators_of_buses_.find(run.registration_number);
        if (named == operators_of_buses_.end() || named->second.empty()) return bureau();
        const auto known = operators_.find(named->second);
        return known != operators_.end() ? known->second->uscc : named->second;
    }

    void omit(const std::string& route, OmissionReason why)
    {
        const Omission omission{route, why};
        if (std::ranges::find(made_.omissions, omission) == made_.omissions.end()) made_.omissions.push_back(omission);
    }

    void finish()
    {
        if (agencies_.empty()) agencies_.insert(bureau());
        for (const std::string& id : agencies_) {
            const auto known = operators_.find(id);
            made_.agencies.push_back(
                {id, known != operators_.end() ? known->second->name : (id == bureau() ? made_.publisher : id)});
        }
        std::ranges::sort(made_.stops, {}, &TimetableStop::id);
        std::ranges::sort(made_.services, {}, &TimetableService::id);
        std::ranges::sort(made_.trips, {}, &TimetableTrip::id);
    }

    const Snapshot& snapshot_;
    std::span<const Holiday> holidays_;
    Timetable made_;
    std::map<std::string, const School*, std::less<>> schools_;
    std::map<std::string, std::vector<const Stop*>> stops_;
    std::map<std::string, std::vector<const Run*>> runs_;
    std::map<std::string, std::string> operators_of_buses_;
    std::map<std::string, const Operator*> operators_;
    std::map<std::string, int> trip_ids_;
    std::set<std::string> stop_ids_, agencies_;
};

}  // namespace

std::string_view word(OmissionReason reason)
{
    constexpr std::array<std::string_view, 4> words{"few_stops", "no_times", "times_go_back", "stop_unplaced"};
    return words[static_cast<std::size_t>(reason)];
}

Timetable timetable_of(const Snapshot& snapshot, Date as_of)
{
    return Maker(snapshot, as_of).make();
}

}  // namespace xiaoan::data
