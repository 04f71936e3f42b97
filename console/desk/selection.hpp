// What is selected: one thing, the same in map, table, dossier and on the printed page.
#pragma once

#include <cstdint>
#include <string>

namespace xiaoan::desk {

enum class Selected : std::uint8_t {
    nothing,
    bus,
    school,
    water,
    supervision,
    task,
    joint,
    candidate,
    stand,
    suspect,
    checked
};

/// `key` is the natural key: registration number, school code, water code, case number, entry of the task ledger, a
/// record of the joint mechanism as kind:key, a candidate water's code, the place of a stand in the plan, a suspect's
/// registration number, a vehicle looked at as check and vehicle with a blank between.
struct Selection {
    Selected what = Selected::nothing;
    std::string key;
    friend bool operator==(const Selection&, const Selection&) = default;
};

}  // namespace xiaoan::desk
