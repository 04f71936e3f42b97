// What can be done by a key, found in the search, and read on the page of keys: one table.
#pragma once

#include "console/language/language.hpp"
#include "console/shell/keyboard.hpp"

#include <vector>

namespace xiaoan::app {

enum class ActionId : int {
    search,
    import,
    open_case,
    undo,
    back,
    help,
    zoom,
    day_earlier,
    day_later,
    today,
    known_at,
    page_overview,
    page_buses,
    page_cases,
    page_waters,
    page_tasks,
    page_joint,
    page_import,
    page_changes,
    page_settings,
    language,
    export_list,
    next_region
};

/// All actions in the language; their labels live as long as the program.
[[nodiscard]] std::vector<shell::Action> actions(language::Language language);

}  // namespace xiaoan::app
