// The parameters of the rules as settings: what the law leaves to a province or to the bureau.
#pragma once

#include "console/rules/params.hpp"
#include "console/settings/standing.hpp"
#include "data/register/judging.hpp"

#include <span>

namespace xiaoan::rules {

/// Ascending by name. The meaning of each and the source of its default are the texts "setting.<name>" and
/// "setting.<name>.source".
[[nodiscard]] settings::Infos rule_settings();
/// The defaults with these settings. One that is no parameter, or no value of it, changes nothing.
[[nodiscard]] Params params_of(std::span<const data::Setting> settings);

}  // namespace xiaoan::rules
