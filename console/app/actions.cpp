#include "console/app/actions.hpp"

#include "data/kinds/kinds.hpp"

#include <fmt/format.h>

namespace xiaoan::app {

namespace {

struct Entry {
    ActionId id;
    const char* chord;
    bool while_typing;
    const char* group;
    const char* label;
};

constexpr const char* work = "action.group.work";
constexpr const char* view = "action.group.view";
constexpr Entry entries[]{
    {ActionId::search, "Ctrl+K", true, work, "action.search"},
    {ActionId::import, "Ctrl+O", false, work, "action.import"},
    {ActionId::open_case, "Ctrl+D", false, work, "action.case"},
    {ActionId::accept, "Ctrl+Enter", false, work, "action.accept"},
    {ActionId::new_record, "Ctrl+N", false, work, "action.new_record"},
    {ActionId::edit, "F2", false, work, "action.edit"},
    {ActionId::undo, "Ctrl+Z", false, work, "action.undo"},
    {ActionId::export_list, "Ctrl+E", false, work, "action.export"},
    {ActionId::export_records, "Ctrl+Shift+E", false, work, "action.export_records"},
    {ActionId::print, "Ctrl+P", false, work, "action.print"},
    {ActionId::back, "Esc", true, view, "action.back"},
    {ActionId::zoom, "Z", false, view, "action.zoom"},
    {ActionId::day_earlier, "Alt+Left", false, view, "action.day_earlier"},
    {ActionId::day_later, "Alt+Right", false, view, "action.day_later"},
    {ActionId::today, "Alt+Home", false, view, "action.today"},
    {ActionId::known_at, "Ctrl+H", false, view, "action.known_at"},
    {ActionId::page_overview, "Ctrl+0", false, view, "action.page_overview"},
    {ActionId::page_buses, "Ctrl+1", false, view, "action.page_buses"},
    {ActionId::page_cases, "Ctrl+2", false, view, "action.page_cases"},
    {ActionId::page_waters, "Ctrl+3", false, view, "action.page_waters"},
    {ActionId::page_import, "Ctrl+4", false, view, "action.page_import"},
    {ActionId::page_changes, "Ctrl+5", false, view, "action.page_changes"},
    {ActionId::page_records, "Ctrl+9", false, view, "action.page_records"},
    {ActionId::page_conflicts, "F3", false, view, "action.page_conflicts"},
    {ActionId::page_settings, "Ctrl+6", false, view, "action.page_settings"},
    {ActionId::page_permit_board, "Alt+1", false, view, "action.page_permit_board"},
    {ActionId::page_due, "Alt+2", false, view, "action.page_due"},
    {ActionId::page_difference, "Alt+3", false, view, "action.page_difference"},
    {ActionId::page_operations, "Alt+4", false, view, "action.page_operations"},
    {ActionId::page_reconciliation, "Alt+5", false, view, "action.page_reconciliation"},
    {ActionId::page_rules, "Alt+6", false, view, "action.page_rules"},
    {ActionId::page_water_season, "Alt+7", false, view, "action.page_water_season"},
    {ActionId::page_water_plan, "Alt+8", false, view, "action.page_water_plan"},
    {ActionId::page_water_candidates, "Alt+9", false, view, "action.page_water_candidates"},
    {ActionId::page_checks, "Ctrl+Shift+1", false, view, "action.page_checks"},
    {ActionId::page_suspects, "Ctrl+Shift+2", false, view, "action.page_suspects"},
    {ActionId::page_check_results, "Ctrl+Shift+3", false, view, "action.page_check_results"},
    {ActionId::page_tracks, "Ctrl+Shift+4", false, view, "action.page_tracks"},
    {ActionId::page_tasks, "Ctrl+7", false, view, "action.page_tasks"},
    {ActionId::page_joint, "Ctrl+8", false, view, "action.page_joint"},
    {ActionId::language, "Ctrl+L", false, view, "action.language"},
    {ActionId::next_region, "F6", false, view, "action.next_region"},
    {ActionId::help, "F1", true, view, "action.help"},
};

}  // namespace

std::vector<shell::Action> actions(language::Language language)
{
    std::vector<shell::Action> made;
    for (const auto& entry : entries)
        made.push_back({.id = static_cast<int>(entry.id),
                        .chord = shell::chord_from_text(entry.chord).value_or(0),
                        .while_typing = entry.while_typing,
                        .group = language::tr(language, entry.group),
                        .label = language::tr(language, entry.label)});
    return made;
}

std::vector<shell::Action> actions_to_find(language::Language language)
{
    auto made = actions(language);
    int number = first_entry_action;
    for (const data::KindInfo* kind : data::kinds())
        made.push_back({.id = number++,
                        .chord = 0,
                        .while_typing = false,
                        .group = language::tr(language, work),
                        .label = language::tr(language, fmt::format("entry.new.{}", kind->key))});
    return made;
}

std::string_view entry_kind(int action)
{
    return data::kinds()[static_cast<std::size_t>(action - first_entry_action)]->key;
}

}  // namespace xiaoan::app
