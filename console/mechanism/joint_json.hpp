// Records of the joint mechanism as JSON: {"meetings":[{field: text or null, …}]}, with how late they are.
#pragma once

#include "console/mechanism/joint_rows.hpp"

#include <span>
#include <string>

namespace xiaoan::mechanism {

/// The records of these rows in their order, every field of the kind by its key; assignments and hand-overs end with
/// "overdue_days" and "waiting_days". Names and phones are masked.
[[nodiscard]] std::string joint_json(const data::Snapshot& snapshot, JointKind kind, std::span<const JointRow> rows);

}  // namespace xiaoan::mechanism
