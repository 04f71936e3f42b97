#include "console/app/check_tabs.hpp"

#include "console/language/wording.hpp"
#include "console/shell/widgets/tabs.hpp"

#include <algorithm>
#include <array>

namespace xiaoan::app {

namespace {

using desk::Page;

struct CheckTab {
    Page page;
    const char* key;
};
constexpr std::array check_tabs{CheckTab{Page::checks, "tab.checks"}, CheckTab{Page::suspects, "tab.suspects"},
                                CheckTab{Page::check_results, "tab.check_results"},
                                CheckTab{Page::tracks, "tab.tracks"}};

}  // namespace

bool stands_with_checks(Page page)
{
    return std::ranges::any_of(check_tabs, [&](const CheckTab& each) { return each.page == page; });
}

desk::Requests draw_check_tabs(std::size_t open_suspects, const desk::Frame& frame, Page page, const shell::Rect& where)
{
    std::array<shell::Tab, check_tabs.size()> tabs;
    for (std::size_t i = 0; i < tabs.size(); ++i)
        tabs[i] = {.id = check_tabs[i].key, .label = frame.tr(check_tabs[i].key), .on = check_tabs[i].page == page};
    if (open_suspects > 0) tabs[1].count = language::grouped(open_suspects);
    const auto pressed = shell::tabs(frame.ui, tabs, where);
    return pressed ? desk::Requests{desk::ShowPage{check_tabs[*pressed].page}} : desk::Requests{};
}

}  // namespace xiaoan::app
