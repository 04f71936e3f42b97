// What can be done by a key, found in the search, and read on the page of keys: one table.
#pragma once

#include "console/language/language.hpp"
#include "console/shell/keyboard.hpp"

#include <string_view>
#include <vector>

namespace xiaoan::app {

enum class ActionId : int {
    search,
    import,
    open_case,
    accept,
    new_record,
    edit,
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
    page_records,
    page_conflicts,
    page_changes,
    page_settings,
    page_permit_board,
    page_due,
    page_difference,
    page_operations,
    page_reconciliation,
    page_rules,
    page_water_season,
    page_water_plan,
    page_water_candidates,
    page_checks,
    page_suspects,
    page_check_results,
    page_tracks,
    language,
    export_list,
    export_records,
    print,
    next_region
};

/// All actions in the language; their labels live as long as the program.
[[nodiscard]] std::vector<shell::Action> actions(language::Language language);
/// The same, and one more for each kind of record: a new one. What the search finds.
[[nodiscard]] std::vector<shell::Action> actions_to_find(language::Language language);

/// The numbers of those begin here, in the order of the kinds.
inline constexpr int first_entry_action = 1000;
/// The kind of which such an action makes a new record.
[[nodiscard]] std::string_view entry_kind(int action);

}  // namespace xiaoan::app
