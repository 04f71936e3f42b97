#include "console/app/water_tabs.hpp"

#include "console/language/wording.hpp"
#include "console/shell/widgets/tabs.hpp"

#include <algorithm>
#include <array>
#include <vector>

namespace xiaoan::app {

namespace {

using desk::Page;

struct WaterTab {
    Page page;
    const char* key;
};

/// Which waters, what the season asks for, what money can do, what the ledger lacks.
constexpr std::array water_tabs{WaterTab{Page::waters, "tab.waters"}, WaterTab{Page::water_season, "tab.water_season"},
                                WaterTab{Page::water_plan, "tab.water_plan"},
                                WaterTab{Page::water_candidates, "tab.water_candidates"}};

}  // namespace

bool stands_with_waters(Page page)
{
    return std::ranges::any_of(water_tabs, [&](const WaterTab& each) { return each.page == page; });
}

desk::Requests draw_water_tabs(const water::CandidatesState& candidates, const desk::Frame& frame, Page page,
                               const shell::Rect& where)
{
    std::vector<shell::Tab> tabs;
    for (const WaterTab& each : water_tabs)
        tabs.push_back({.id = each.key, .label = frame.tr(each.key), .on = each.page == page});
    if (candidates.found != nullptr && !candidates.found->candidates.empty())
        tabs.back().count = language::grouped(candidates.found->candidates.size());
    const auto pressed = shell::tabs(frame.ui, tabs, where);
    return pressed ? desk::Requests{desk::ShowPage{water_tabs[*pressed].page}} : desk::Requests{};
}

}  // namespace xiaoan::app
