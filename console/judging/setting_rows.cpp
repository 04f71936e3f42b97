#include "console/judging/setting_rows.hpp"

#include <algorithm>

namespace xiaoan::judging {

namespace {

bool contains(std::string_view text, std::string_view part)
{
    const auto lower = [](unsigned char c) { return c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : int{c}; };
    return part.empty() || !std::ranges::search(text, part, {}, lower, lower).empty();
}

bool passes(const settings::StandingSetting& setting, const SettingFilter& filter, language::Language language)
{
    if (filter.only_changed && setting.set == nullptr) return false;
    return contains(settings::name_text(*setting.info, language), filter.text) ||
           contains(setting.info->name, filter.text) || contains(setting.source, filter.text) ||
           contains(settings::value_text(*setting.info, setting.value, language), filter.text) ||
           (setting.set != nullptr && contains(setting.set->set_by, filter.text));
}

}  // namespace

std::vector<SettingRow> setting_rows(const std::vector<settings::StandingSetting>& standing,
                                     const SettingFilter& filter, language::Language language)
{
    std::vector<SettingRow> rows;
    std::string_view group;
    for (std::size_t i = 0; i < standing.size(); ++i) {
        if (!passes(standing[i], filter, language)) continue;
        if (standing[i].info->group != group) {
            group = standing[i].info->group;
            rows.push_back({group, i});
        }
        rows.push_back({{}, i});
    }
    return rows;
}

}  // namespace xiaoan::judging
