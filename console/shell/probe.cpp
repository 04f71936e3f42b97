#include "console/shell/probe.hpp"

#include <algorithm>

namespace xiaoan::shell {

void Probe::add(Kind kind, std::string_view label, const Rect& where, const Rect& clip)
{
    const Rect visible = where.shared_with(clip);
    if (!label.empty() && !visible.empty()) seen_.push_back({kind, std::string(label), visible});
}

bool Probe::shows(std::string_view part) const
{
    return std::ranges::any_of(seen_, [&](const Seen& seen) { return seen.label.find(part) != std::string::npos; });
}

std::optional<Rect> Probe::find(std::string_view label) const
{
    int best_rank = 0;
    std::optional<Rect> best;
    for (const Seen& seen : seen_) {
        const bool equal = seen.label == label;
        if (!equal && seen.label.find(label) == std::string::npos) continue;
        const int rank = (seen.kind == Kind::item ? 2 : 0) + (equal ? 4 : 1);
        if (rank >= best_rank) {
            best_rank = rank;
            best = seen.where;
        }
    }
    return best;
}

}  // namespace xiaoan::shell
