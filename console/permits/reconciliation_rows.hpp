// Vehicles of several lists as rows for people: where each stands, what the lists say differently, and that as a matter
// for a case.
#pragma once

#include "console/language/language.hpp"
#include "console/permits/vehicle_lists.hpp"
#include "data/export/plain_workbook.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace xiaoan::permits {

/// Every vehicle is one of these: in one list only, in some, in all with differences, in all without.
enum class Listed : std::uint8_t { in_one, in_some, differing, agreeing };
inline constexpr std::size_t listed_kinds = 4;
[[nodiscard]] Listed listed(const ReconciledVehicle& vehicle);

/// Empty members let all through; a vehicle of which no list says the county is everybody's.
struct ListedFilter {
    data::Adcode county{};
    std::optional<Listed> listed{};
    friend bool operator==(const ListedFilter&, const ListedFilter&) = default;
};
/// Indices of the vehicles in their order.
[[nodiscard]] std::vector<std::size_t> filtered(const LaidOut& of, const ListedFilter& filter);
[[nodiscard]] std::array<std::size_t, listed_kinds> listed_counts(const LaidOut& of, data::Adcode county);

/// The county that the first list to say one gives.
[[nodiscard]] data::Adcode county_of(const ReconciledVehicle& vehicle);

/// A value of a field of buses in words; a dash where it is empty.
[[nodiscard]] std::string listed_value(std::size_t field, const std::string& value, language::Language language);
/// "核载人数 36 / 35 / –；…": the fields that differ, a value a list.
[[nodiscard]] std::string differences_text(const ReconciledVehicle& vehicle, language::Language language);
/// Where a list has the vehicle: 第 12 行, 未列.
[[nodiscard]] std::string place_text(const ListedVehicle* row, language::Language language);

/// What the lists say of a vehicle, as a person would write it to the departments.
[[nodiscard]] std::string matter_text(const LaidOut& of, const ReconciledVehicle& vehicle, language::Language language);

/// Heads and rows of the vehicles for table and workbook: number, a column a list, how they were matched, differences.
[[nodiscard]] std::vector<std::string> listed_heads(const LaidOut& of, language::Language language);
[[nodiscard]] std::vector<std::string> listed_row(const ReconciledVehicle& vehicle, language::Language language);
[[nodiscard]] data::PlainSheet listed_sheet(const LaidOut& of, const std::vector<std::size_t>& vehicles,
                                            language::Language language);

}  // namespace xiaoan::permits
