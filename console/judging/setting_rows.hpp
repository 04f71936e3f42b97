// The settings as the page lists them: by group under a heading, those that pass the filter.
#pragma once

#include "console/settings/standing.hpp"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace xiaoan::judging {

/// A row of the list: a heading, or a setting.
struct SettingRow {
    std::string_view group;   // of a heading; empty for a setting
    std::size_t setting = 0;  // index into the standing settings
};

struct SettingFilter {
    std::string text;           // part of what a setting is about, its name, value, source, or who set it
    bool only_changed = false;  // only what somebody has set
    friend bool operator==(const SettingFilter&, const SettingFilter&) = default;
};

/// In the order of the settings; a heading stands before the first shown of each group. Letters of either case are the
/// same.
[[nodiscard]] std::vector<SettingRow> setting_rows(const std::vector<settings::StandingSetting>& standing,
                                                   const SettingFilter& filter, language::Language language);

}  // namespace xiaoan::judging
