// What is selected: one thing, the same in map, table, dossier and on the printed page.
#pragma once

#include <cstdint>
#include <string>

namespace xiaoan::desk {

enum class Selected : std::uint8_t { nothing, bus, school, water, supervision, task, joint, candidate };

/// `key` is the natural key: registration number, school code, water code, case number, entry of the task ledger, a
/// record of the joint mechanism as kind:key, candidate water's code.
struct Selection {
    Selected what = Selected::nothing;
    std::string key;
    friend bool operator==(const Selection&, const Selection&) = default;
};

}  // namespace xiaoan::desk
