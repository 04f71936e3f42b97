// The parameters of the rules by name, as settings keep them: what the law leaves to a province or to the bureau.
#pragma once

#include "console/language/language.hpp"
#include "console/rules/params.hpp"
#include "data/register/judging.hpp"

#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace xiaoan::rules {

/// One parameter. Its meaning and the source of its default stand in the language files under "setting.<name>" and
/// "setting.<name>.source".
struct SettingInfo {
    std::string_view name;
    std::string_view unit;  // days, workdays, years, minutes, kmh, date, word
    std::variant<int Params::*, std::optional<int> Params::*, data::DateCell Params::*, AgeMode Params::*> member;
    int least = 0;  // of a number
    int most = 0;
};

/// Ascending by name.
[[nodiscard]] std::span<const SettingInfo> settings();
/// Null where there is none of this name.
[[nodiscard]] const SettingInfo* find_setting(std::string_view name);
/// The value as a setting keeps it; nothing where it is not established.
[[nodiscard]] std::string value_of(const Params& params, const SettingInfo& setting);
/// False, and nothing is changed, where the text is no value of it: a whole number within its bounds, a day as ISO
/// 8601, strict or completed_year.
[[nodiscard]] bool set_value(Params& params, const SettingInfo& setting, std::string_view text);
/// The defaults with these settings. One that this program does not know, or cannot read, changes nothing.
[[nodiscard]] Params params_of(std::span<const data::Setting> settings);

/// One parameter as it stands: `set` is null where it has its default, and then the source is the default's. Values as
/// a setting keeps them, nothing where it is not established.
struct StandingSetting {
    const SettingInfo* info = nullptr;
    std::string value;
    std::string default_value;
    std::string source;
    const data::Setting* set = nullptr;  // lives as long as the settings
};
/// All of them, ascending by name.
[[nodiscard]] std::vector<StandingSetting> standing_settings(std::span<const data::Setting> settings,
                                                             language::Language language);

}  // namespace xiaoan::rules
