// What the register itself keeps of records that disagree: what a later file overwrote, and what people decided.
#pragma once

#include "data/kinds/cell.hpp"

#include <string>
#include <vector>

namespace xiaoan::data {

/// One field as a record held it before.
struct ContestedValue {
    std::string field;
    Value held;        // empty where nothing was given, and of a personal field
    PersonRef person;  // of a personal field
};

/// A record that another county's file had given last, changed by a later file.
struct Contested {
    RecordId id;
    std::string kind;  // singular
    RecordId record;
    Origin before;  // the file that gave it before
    Origin by;      // the file that changed it
    std::vector<ContestedValue> values;
};

/// What a person decided about a conflict. It holds while the records are as `evidence` has them.
struct Settlement {
    RecordId id;
    std::string conflict;
    std::string decision;  // kept_first, kept_second, both_right
    std::string evidence;
    std::string reason;
    std::string at;
    std::string by;
};

}  // namespace xiaoan::data
