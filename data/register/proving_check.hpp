// Whether a joint check proves that a case was put right.
#pragma once

#include "data/register/cases.hpp"
#include "data/register/result.hpp"

#include <SQLiteCpp/Database.h>

#include <optional>
#include <string_view>

namespace xiaoan::data {

/// Why the check with this number cannot verify the case on the day; empty where it can. It must be recorded
/// (unknown_check), have met the vehicle that the case is about (check_without_vehicle), not be the one that found it
/// (check_found_it), be later than that or than the day on which the finding came into the case (check_not_later), not
/// be later than the verification (check_not_held), and not have found a rule of the case again (check_found_again). Of
/// a case about no vehicle that a check could meet the number is taken as it is.
[[nodiscard]] std::optional<Rejected> obstacle_to_proof(const SQLite::Database& db, const Case& of,
                                                        std::string_view check, Date on);

}  // namespace xiaoan::data
