// Puts the checked rows of a file into the register's open transaction and counts what that did.
#pragma once

#include "data/intake/file_rows.hpp"
#include "data/intake/reference_check.hpp"
#include "data/register/edit.hpp"

namespace xiaoan::data {

/// Puts every row that did not give way, adds to the reports what was added, changed, refused, and warns of references
/// that point at nothing. `source_sha256` is that of the file. False where the watcher wished to stop.
[[nodiscard]] bool write_rows(FileRows& file, Edit& edit, const std::string& source_sha256, const ImportRequest& asked,
                              const Actor& actor, JobProgress& progress);

}  // namespace xiaoan::data
