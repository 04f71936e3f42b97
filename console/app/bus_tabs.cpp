#include "console/app/bus_tabs.hpp"

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

/// In the order of a morning: what is wrong, who holds what, what comes; then what is asked by the month.
constexpr std::array tab_pages{TabOf{Page::buses, "tab.buses"},
                               TabOf{Page::permit_board, "tab.permit_board"},
                               TabOf{Page::due, "tab.due"},
                               TabOf{Page::difference, "tab.difference"},
                               TabOf{Page::operations, "tab.operations"},
                               TabOf{Page::reconciliation, "tab.reconciliation"},
                               TabOf{Page::rules, "tab.rules"}};

void count(BusTabs& state)
{
    state.late_clocks = state.due_in_week = 0;
    for (const auto& open : *state.of->clocks)
        if ((!state.county.given() || open.county == state.county) && open.clock.late == std::optional{true})
            ++state.late_clocks;
    const data::Date last = state.of->derived->as_of + std::chrono::days{7};
    for (const auto* entry : permits::filtered(*state.of->due, {.county = state.county}))
        if (entry->on <= last) ++state.due_in_week;
}

std::string number(std::size_t count)
{
    return count == 0 ? std::string{} : language::grouped(count);
}

}  // namespace

bool stands_with_buses(Page page)
{
    return std::ranges::any_of(tab_pages, [&](const TabOf& each) { return each.page == page; });
}

desk::Requests draw_bus_tabs(BusTabs& state, const desk::Frame& frame, const std::shared_ptr<const Content>& content,
                             Page page, const shell::Rect& where)
{
    if (state.of != content || state.county != frame.filter.county) {
        state.of = content;
        state.county = frame.filter.county;
        count(state);
    }
    std::vector<shell::Tab> tabs;
    for (const TabOf& each : tab_pages)
        tabs.push_back({.id = each.key, .label = frame.tr(each.key), .on = each.page == page});
    tabs[1].count = number(state.late_clocks);
    tabs[1].grave = true;
    tabs[2].count = number(state.due_in_week);
    const auto pressed = shell::tabs(frame.ui, tabs, where);
    return pressed ? desk::Requests{desk::ShowPage{tab_pages[*pressed].page}} : desk::Requests{};
}

}  // namespace xiaoan::app
