#include "console/app/check_tabs.hpp"

#include "console/language/wording.hpp"
#include "console/shell/widgets/tabs.hpp"

#include <algorithm>
#include <array>

namespace xiaoan::app {

namespace {

using desk::Page;

struct TabOf {
    Page page;
    const char* key;
};
constexpr std::array tab_pages{TabOf{Page::checks, "tab.checks"}, TabOf{Page::suspects, "tab.suspects"},
                               TabOf{Page::check_results, "tab.check_results"}};

}  // namespace

bool stands_with_checks(Page page)
{
    return std::ranges::any_of(tab_pages, [&](const TabOf& each) { return each.page == page; });
}

desk::Requests draw_check_tabs(std::size_t open_suspects, const desk::Frame& frame, Page page, const shell::Rect& where)
{
    std::array<shell::Tab, tab_pages.size()> tabs;
    for (std::size_t i = 0; i < tabs.size(); ++i)
        tabs[i] = {.id = tab_pages[i].key, .label = frame.tr(tab_pages[i].key), .on = tab_pages[i].page == page};
    if (open_suspects > 0) tabs[1].count = language::grouped(open_suspects);
    const auto pressed = shell::tabs(frame.ui, tabs, where);
    return pressed ? desk::Requests{desk::ShowPage{tab_pages[*pressed].page}} : desk::Requests{};
}

}  // namespace xiaoan::app
