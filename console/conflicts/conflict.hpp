// Records of the register that disagree: the same thing entered twice, two papers where there can be one, a record that
// two counties give differently. Found as values, with both sides and a proposal; nothing is settled by itself.
#pragma once

#include "data/register/snapshot.hpp"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace xiaoan::conflicts {

enum class ConflictRule : std::uint8_t {
    other_county,    // a file changed what another county's file had given
    same_vin,        // one vehicle under two registration numbers
    similar_number,  // two numbers that differ by O and 0 or I and 1 alone
    county_differs,  // a bus and its permit name two counties
    two_permits,     // two permits of one bus in force on the date
    two_plates,      // two plates of one bus held on the date
    driver_twice,
    operator_twice,
    school_twice,
    water_twice
};
inline constexpr std::size_t conflict_rule_count = 10;

/// The stable word of a rule: "same_vin".
[[nodiscard]] std::string_view word(ConflictRule rule);

/// One of the two records, or one of the two states of the same record.
struct ConflictSide {
    const data::KindInfo* kind = nullptr;
    data::RecordId record;
    std::string key;   // personal parts masked
    std::string name;  // likewise; empty where it has none
    data::Origin origin;
};

/// A field of both sides, by its place in the kind of each.
struct ComparedField {
    std::size_t first_field = 0;
    std::size_t second_field = 0;
    data::Value first;  // personal texts masked
    data::Value second;
    bool differs = false;
};

enum class Decision : std::uint8_t { kept_first, kept_second, both_right };
/// As the register records it: "kept_first".
[[nodiscard]] std::string_view word(Decision decision);

/// What speaks for one side; none: a person has to look.
enum class Ground : std::uint8_t {
    none,
    well_formed,     // its number has the form of one
    check_digit,     // its check digit holds
    in_use,          // the other is out of use
    later,           // decided, issued or inspected later
    own_county,      // given by the county that the record belongs to
    operator_county  // the operator is of that county
};

struct Proposal {
    Ground ground = Ground::none;
    Decision decision = Decision::both_right;  // kept_first or kept_second where there is a ground
};

struct Conflict {
    std::string id;  // same_vin:bus/12/bus/15: the same two records have the same
    ConflictRule rule{};
    ConflictSide first;
    ConflictSide second;
    std::vector<ComparedField> fields;  // those that differ first, then in the order of the kind
    Proposal proposal;
    std::string evidence;        // of what the rule compared: a decision holds while this stays the same
    data::Adcode county;         // of the first side, not given where its kind has none
    data::RecordId contested{};  // of other_county
};

struct Conflicts {
    std::vector<Conflict> open;  // by rule, then by key
    std::size_t settled = 0;     // that a person has decided about, and that are still so
    std::size_t looked_at = 0;   // records
    data::Date as_of{};
};

/// All conflicts of a register. `as_of` decides which permits are in force and which plates are held.
[[nodiscard]] Conflicts find_conflicts(const data::Snapshot& snapshot, data::Date as_of);

}  // namespace xiaoan::conflicts
