// Recorded tracks as records of a snapshot, so that they are exported like any other kind.
#pragma once

#include "data/register/register.hpp"
#include "data/register/snapshot.hpp"

namespace xiaoan::data {

/// Adds every point of the register's blocks to the tracks of the snapshot, by vehicle and time, behind those that were
/// entered by hand. They take some 150 bytes each. Throws StoreFault (damaged).
void add_recorded_tracks(Snapshot& snapshot, const Register& from);

}  // namespace xiaoan::data
