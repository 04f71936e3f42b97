// Cases for tests: a letter to the traffic police about a plate that expired, due on a day.
#pragma once

#include "data/register/cases.hpp"
#include "tests/support/builders.hpp"

#include <string>

namespace xiaoan::test {

/// Opened on 2026-11-02.
inline data::Case a_case(std::string number = "2026-0001", data::DateCell due_on = on(2026, 11, 20),
                         data::CaseState state = data::CaseState::open)
{
    data::Case opened;
    opened.number = std::move(number);
    opened.state = state;
    opened.department = "police_traffic";
    opened.county = data::Adcode{220802};
    opened.subject_kind = "bus";
    opened.subject_key = bus_number;
    opened.opened_on = day(2026, 11, 2);
    opened.due_on = due_on;
    opened.rules = {{.rule = "PLATE-EXPIRED", .basis = "b", .text = "t", .evidence = "[]"}};
    return opened;
}

/// One step more, without words.
inline data::Case after(data::Case of, data::CaseStep step, data::Date when, data::Answer stands = {},
                        std::string document = {})
{
    data::CaseEvent event{.at = data::iso(when) + "T09:00:00+08:00",
                          .what = std::string{data::word(step)},
                          .by = "协调员",
                          .text = {},
                          .on = data::DateCell{when},
                          .due_on = {},
                          .document = std::move(document),
                          .stands = stands,
                          .n = static_cast<std::int64_t>(of.events.size()) + 1};
    of.events.push_back(std::move(event));
    return of;
}

}  // namespace xiaoan::test
