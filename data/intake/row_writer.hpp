// Puts the checked rows of a file into the register's open transaction and counts what that did.
#pragma once

#include "data/intake/file_rows.hpp"
#include "data/intake/reference_check.hpp"
#include "data/register/edit.hpp"

#include <memory>
#include <string>

namespace xiaoan::data {

/// What write_rows() is told of the file.
struct WritingOf {
    const ImportRequest& asked;
    const std::string& sha256;
    const Region& region;
    const Actor& actor;
};

/// What came of it.
struct Written {
    bool stopped = false;                        // at the watcher's wish
    std::shared_ptr<const PlannedChanges> plan;  // where it was asked for, or is expected to be a certain one
};

/// Puts every row that did not give way and is wanted, adds to the reports what was added, changed, refused, warns of
/// references that point at nothing and of changes to what another county's file gave last.
[[nodiscard]] Written write_rows(FileRows& file, Edit& edit, const WritingOf& of, JobProgress& progress);

}  // namespace xiaoan::data
