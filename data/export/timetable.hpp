// The routes of a register as a timetable: who goes where, when, on which days. Without names of people.
#pragma once

#include "data/register/snapshot.hpp"
#include "geo/position.hpp"

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace xiaoan::data {

/// The days on which trips are made.
struct TimetableService {
    std::string id;
    std::array<bool, 7> weekdays{};  // Monday first
    Date from{}, to{};               // both included
    std::vector<Date> added;         // weekend days that are worked
    std::vector<Date> removed;       // holidays
};

struct TimetableStop {
    std::string id;
    std::string name;
    geo::Position place;
};

struct TimetableCall {
    std::string stop;  // id
    TimeOfDay time;    // not given: somewhere between its neighbours
    bool boards = true;
    bool alights = true;
};

struct TimetableTrip {
    std::string id;
    std::string route;
    std::string service;
    std::string name;  // registration number of the bus; empty where none is known
    std::string towards;
    Direction direction{};
    std::vector<TimetableCall> calls;  // at least two; first and last have times, which never go back
};

struct TimetableRoute {
    std::string code;
    std::string name;
    std::string agency;                 // id
    std::vector<geo::Position> course;  // empty where no single line is recorded
};

struct TimetableAgency {
    std::string id;
    std::string name;
};

/// Why something of a route is not in the timetable.
enum class OmissionReason : std::uint8_t {
    few_stops,      // fewer than two with a position
    no_times,       // neither at the first nor the last stop, or one of them
    times_go_back,  // an earlier time at a later stop
    stop_unplaced   // a stop without a position; its route has no call there
};
[[nodiscard]] std::string_view word(OmissionReason reason);

struct Omission {
    std::string route;
    OmissionReason why{};
    friend bool operator==(const Omission&, const Omission&) = default;
};

struct Timetable {
    std::string publisher;
    Date from{}, to{};
    std::vector<TimetableAgency> agencies;
    std::vector<TimetableRoute> routes;
    std::vector<TimetableStop> stops;
    std::vector<TimetableService> services;
    std::vector<TimetableTrip> trips;
    std::vector<Omission> omissions;  // by route, each reason once a route
};

/// The timetable of the school year (1 September to 31 August) that `as_of` lies in, but not past the last year whose
/// holidays are known. A trip for each run that falls into it; for a route without any run, one as it is permitted.
///   Calls: the stops that have a position, in their order, at their times moved by as much as the run departs later
/// than the route. Where the last (to school; else the first) is not within 150 m of the school, the school follows (or
/// comes first) at the route's time of arrival (departure).
///   Days: those of the run, else Monday to Friday and the weekend days that are worked; never a holiday.
/// Holidays of schools are in no table, so that they stay in.
[[nodiscard]] Timetable timetable_of(const Snapshot& snapshot, Date as_of);

}  // namespace xiaoan::data
