#include "console/app/water_tabs.hpp"

#include "console/language/wording.hpp"
#include "console/shell/widgets/tabs.hpp"

#include <algorithm>
#include <array>
#include <vector>

namespace xiaoan::app {

namespace {

using desk::Page;

struct TabOf {
    Page page;
    const char* key;
};

/// Which waters, what the season asks for, what money can do, what the ledger lacks.
constexpr std::array tab_pages{TabOf{Page::waters, "tab.waters"}, TabOf{Page::water_season, "tab.water_season"},
                               TabOf{Page::water_plan, "tab.water_plan"},
                               TabOf{Page::water_candidates, "tab.water_candidates"}};

}  // namespace

bool stands_with_waters(Page page)
{
    return std::ranges::any_of(tab_pages, [&](const TabOf& each) { return each.page == page; });
}

desk::Requests draw_water_tabs(const water::CandidatesState& candidates, const desk::Frame& frame, Page page,
                               const shell::Rect& where)
{
    std::vector<shell::Tab> tabs;
    for (const TabOf& each : tab_pages)
        tabs.push_back({.id = each.key, .label = frame.tr(each.key), .on = each.page == page});
    if (candidates.found != nullptr && !candidates.found->candidates.empty())
        tabs.back().count = language::grouped(candidates.found->candidates.size());
    const auto pressed = shell::tabs(frame.ui, tabs, where);
    return pressed ? desk::Requests{desk::ShowPage{tab_pages[*pressed].page}} : desk::Requests{};
}

}  // namespace xiaoan::app
