// A route with its bus and run, for trying plans of checks.
#pragma once

#include "tests/support/builders.hpp"

#include <fmt/format.h>

#include <string>

namespace xiaoan::test {

/// Route `code`, two stops 2 km apart at 45 N, begun at `departs` and done in twenty minutes.
struct Line {
    std::string code;
    double lon;
    int departs;
};

inline void add_line(data::Snapshot& snapshot, const Line& line, const std::string& number)
{
    data::Route route;
    route.code = line.code;
    add_to(snapshot, route);
    for (int sequence = 1; sequence <= 2; ++sequence) {
        data::Stop stop;
        stop.route = line.code;
        stop.sequence = sequence;
        stop.name = fmt::format("{}-{}", line.code, sequence);
        stop.lon = line.lon;
        stop.lat = 45 + 0.018 * (sequence - 1);
        stop.time = {static_cast<std::int16_t>(line.departs + 20 * (sequence - 1))};
        add_to(snapshot, stop);
    }
    add_to(snapshot, a_bus(number));
    data::Run run = a_run();
    run.registration_number = number;
    run.route = line.code;
    run.weekdays = "12345";
    run.departs_at = {};  // as its route says
    add_to(snapshot, run);
}

}  // namespace xiaoan::test
