// What was read back and what followed, as JSON.
#pragma once

#include "console/checks/results/conclusions.hpp"
#include "console/language/language.hpp"
#include "data/intake/fault.hpp"

#include <span>
#include <string>
#include <vector>

namespace xiaoan::checks {

/// One file, or what was typed by hand: what was read, what followed, and the register's checks after it.
struct RecordedFile {
    std::vector<CheckSheetReading> readings{};
    Conclusions made{};
    std::vector<data::CheckedVehicle> after{};  // by check, then vehicle
    std::optional<data::ChangeId> change{};
};

/// {"files":[{"file","sheet","kind","rows","added","changed","unchanged","refused","skipped","issues":[{"row","column",
/// "code","severity","text","value"}]}],"checked":[{"check","vehicle","outcome","found":[{"rule","severity",
/// "department","text"}],"cleared":[rule],"pupils_first","outcomes":[{"found","way","reference"}]}],"changes":[n],
/// "dry_run"}
[[nodiscard]] std::string record_json(std::span<const RecordedFile> files, bool dry_run, language::Language language);

}  // namespace xiaoan::checks
