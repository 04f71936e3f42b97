// A filled check sheet on its way back: the workbook, a CSV, or what ODK and Kobo export.
#pragma once

#include "console/checks/results/answer_value.hpp"
#include "data/intake/issue.hpp"
#include "data/intake/sheet.hpp"
#include "data/register/checks.hpp"

#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace xiaoan::checks {

/// One sheet that was read. rows = vehicles + those refused + those skipped + those that a later row replaced.
struct CheckSheetReading {
    std::string file;   // its name without folders
    std::string sheet;  // empty for a CSV
    std::string sha256;
    std::size_t rows = 0;
    std::size_t refused = 0;
    std::size_t skipped = 0;               // rows for vehicles that nobody came with, totals, remarks
    std::size_t replaced = 0;              // by a later row of the same vehicle
    std::vector<data::RowIssue> issues{};  // by row
    struct Vehicle {
        data::CheckedVehicle checked{};
        std::uint32_t row = 0;
    };
    std::vector<Vehicle> vehicles{};  // each check and vehicle once, in the order of their rows
};

/// The sheets that hold checks: those with columns for check and vehicle. A column is a question by its name, by its
/// label in either language, or by its name behind those of its groups (g_load/counted, g_load-counted). Columns to
/// compare with, those that only the form has and those that ODK and Kobo add are passed over; others are told once.
/// A row whose answer cannot be read, or of a check later than `latest`, is refused as a whole, with column and reason;
/// totals, remarks and signatures are skipped. Throws data::IntakeFault, also
/// (unknown_kind) where no sheet holds checks.
[[nodiscard]] std::vector<CheckSheetReading>
read_check_file(data::Workbook& book, std::span<const data::CountyName> counties, data::Date latest);

/// No joint check is older: the first day of the school bus regulation (D617 art. 62).
inline constexpr data::Date earliest_check = std::chrono::sys_days{std::chrono::year{2012} / 4 / 5};

/// A vehicle from the text of its question: 吉G·1234a as 吉G1234A; words for one without a number stay as they are.
[[nodiscard]] std::string vehicle_of(std::string_view text);

}  // namespace xiaoan::checks
