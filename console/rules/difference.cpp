#include "console/rules/difference.hpp"

#include <set>
#include <string>
#include <utility>

namespace xiaoan::rules {

namespace {

using Key = std::pair<std::string_view, int>;

Key key_of(const Judged& side, const Finding& finding)
{
    return {side.dossiers.bus(side.dossiers.find(finding.bus)).registration_number,
            finding.rule * 2 + (finding.gap ? 1 : 0)};
}

std::set<Key> keys_of(const Judged& side)
{
    std::set<Key> keys;
    for (const Finding& finding : side.findings) keys.insert(key_of(side, finding));
    return keys;
}

}  // namespace

Difference difference(const Judged& then, const Judged& now)
{
    Difference found;
    const auto before = keys_of(then), after = keys_of(now);
    for (const Finding& finding : now.findings)
        (before.contains(key_of(now, finding)) ? found.still : found.fresh).push_back(finding);
    for (const Finding& finding : then.findings)
        if (!after.contains(key_of(then, finding))) found.gone.push_back(finding);
    return found;
}

std::optional<int> days_standing(const Finding& finding, data::Date as_of)
{
    if (!finding.since.has_date()) return std::nullopt;
    return static_cast<int>((as_of - finding.since.date()).count());
}

}  // namespace xiaoan::rules
