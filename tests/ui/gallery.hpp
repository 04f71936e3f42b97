// The gallery: every part of the window's kit on two pages, without the product behind it.
#pragma once

#include "console/shell/layout.hpp"
#include "console/shell/table.hpp"
#include "console/shell/ui.hpp"
#include "console/shell/widgets/date_field.hpp"
#include "console/shell/widgets/toast.hpp"

#include <string>

namespace xiaoan::gallery {

enum class Page { desk, parts };

struct State {
    Page page = Page::desk;
    shell::LayoutState layout;
    shell::TableState table;
    std::size_t rows = 101;
    std::size_t selected = 0;
    int chip = 0;
    int job = 1;
    std::size_t county = 0;
    std::chrono::sys_days day = std::chrono::year(2026) / 11 / 23;
    shell::DateFieldState date;
    shell::ToastState toast;
    std::string typed;
    std::string wrong = "2026-02-30";
    std::string note;
    bool ticked = true;
    bool unticked = false;
    int choice = 0;
    bool theme_asked = false;
};

/// The first screen of the design with sample rows.
void draw_desk(const shell::Ui& ui, State& state);
/// All widgets in their states.
void draw_parts(const shell::Ui& ui, State& state);

}  // namespace xiaoan::gallery
