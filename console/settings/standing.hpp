// How settings stand in a register: the default or what somebody set, on what, and what can be set instead.
#pragma once

#include "console/settings/setting.hpp"
#include "data/register/judging.hpp"

namespace xiaoan::settings {

using Infos = std::span<const SettingInfo>;

/// Null where there is none of this name.
[[nodiscard]] const SettingInfo* find(Infos infos, std::string_view name);

/// The values that count, one a setting, in their order. Defaults where nothing was set, where what was set is no
/// value, and for a whole ladder that does not ascend (an undone change may leave one so).
[[nodiscard]] std::vector<std::string> values_of(Infos infos, std::span<const data::Setting> set);

/// One setting as it stands: `set` is null where it has its default, and then the source is the default's.
struct StandingSetting {
    const SettingInfo* info = nullptr;
    std::string value;
    std::string source;
    const data::Setting* set = nullptr;  // lives as long as the settings it was made of
};
[[nodiscard]] std::vector<StandingSetting> standing_settings(Infos infos, std::span<const data::Setting> set,
                                                             language::Language language);

/// Whether a text can be set, as things stand.
struct Tried {
    std::optional<std::string> value;  // as it is kept; nothing where it cannot be set
    std::string allowed;               // what can be set, in words: 须为 101 至 499 的整数
};
/// A rung of a ladder stays between its neighbours.
[[nodiscard]] Tried tried(Infos infos, std::span<const data::Setting> set, const SettingInfo& setting,
                          std::string_view text, language::Language language);
/// Whether going back to the default can be done as things stand; else what is allowed there.
[[nodiscard]] Tried tried_default(Infos infos, std::span<const data::Setting> set, const SettingInfo& setting,
                                  language::Language language);

}  // namespace xiaoan::settings
