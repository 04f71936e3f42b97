// What settling a conflict asks of the register: records put, retired and moved, as one command.
#pragma once

#include "console/conflicts/conflict.hpp"
#include "data/register/commands.hpp"

#include <cstddef>
#include <string>

namespace xiaoan::conflicts {

/// Of a decision: how many records name the one that is given up, and will name the one that is kept.
struct Consequence {
    std::size_t moved = 0;
    std::size_t retired = 0;  // the record itself, and those that would become the same as another
};

/// The command of a decision. Of two records of one kind the other one is retired, and what names it names the kept one
/// from then on; of a record that two counties give, what it held before is put back or what it holds is left; of two
/// that disagree in one field, the other takes its value. That both are right is only noted.
[[nodiscard]] data::SettleConflict settlement(const data::Snapshot& snapshot, const Conflict& conflict,
                                              Decision decision, std::string reason);
[[nodiscard]] Consequence consequence(const data::SettleConflict& command);

}  // namespace xiaoan::conflicts
