#include "console/app/app.hpp"

#include "console/app/actions.hpp"
#include "console/app/check_tabs.hpp"
#include "console/app/map_bridge.hpp"
#include "console/shell/region.hpp"
#include "console/shell/shapes.hpp"
#include "console/shell/text.hpp"
#include "console/shell/widgets/button.hpp"
#include "console/shell/widgets/splitter.hpp"
#include "console/shell/widgets/tabs.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace xiaoan::app {

namespace {

/// Pages that need more height than a list; in a low window they have the map's room too.
bool needs_height(desk::Page page)
{
    return page == desk::Page::permit_board || page == desk::Page::due;
}

constexpr float high_page_px = 520, high_window_px = 800;
constexpr float plan_px = 380, plan_beside_map_px = 190;  // in a low window, where the map was asked for
constexpr float plan_page_px = 400;                       // of equipment
constexpr float tracks_px = 360;

/// Whether the map belongs beside the page; others have its room.
bool speaks_of_places(desk::Page page, float window_height_px)
{
    using enum desk::Page;
    if (needs_height(page)) return window_height_px >= high_window_px;
    return page == buses || page == cases || page == waters || page == difference || page == water_plan ||
           page == water_candidates || page == suspects || page == tracks;
}

bool scrolls(desk::Page page)
{
    using enum desk::Page;
    return page == settings || page == overview || page == operations || page == water_season ||
           page == check_results || needs_height(page);
}

/// The form of what is selected; empty where it has none.
std::optional<desk::BeginEntry> entry_of(const desk::Derived& derived, const desk::Selection& selection)
{
    const auto of = [&]<class Record>(std::string Record::* key, const char* kind) {
        for (const Record& record : derived.snapshot->all<Record>())
            if (record.*key == selection.key) return std::optional{desk::BeginEntry{kind, record.id}};
        return std::optional<desk::BeginEntry>{};
    };
    switch (selection.what) {
    case desk::Selected::bus: return of(&data::Bus::registration_number, "buses");
    case desk::Selected::school: return of(&data::School::code, "schools");
    case desk::Selected::water: return of(&data::Water::code, "waters");
    default: return std::nullopt;
    }
}

/// Everything a window shows at its start, read and judged at once.
std::shared_ptr<const Content> first_content(const Surroundings& surroundings, map::BaseMap& base_map)
{
    auto from = data::Register::open(surroundings.register_path, data::Register::Access::read);
    if (surroundings.known_at) from = from.as_known(surroundings.known_at->newest);
    auto snapshot = std::make_shared<const data::Snapshot>(from.snapshot());
    base_map = map::base_map_of(*snapshot->region);
    std::optional<data::Timestamp> moment;
    if (surroundings.known_at) moment = surroundings.known_at->moment;
    return content_of(std::move(snapshot), surroundings.as_of, base_map.origin, nullptr,
                      data::read_judging(surroundings.register_path, moment), conformance::tracks_of(from));
}

}  // namespace

App::App(Surroundings surroundings)
    : surroundings_(std::move(surroundings)),
      content_(first_content(surroundings_, base_map_)),
      worker_(std::make_unique<Worker>(surroundings_.register_path, content_, surroundings_.known_at, base_map_.origin,
                                       surroundings_.wake)),
      language_(surroundings_.language),
      dark_(surroundings_.dark),
      as_of_(surroundings_.as_of),
      known_at_(surroundings_.known_at),
      scene_filter_(scene_filter(*content_->derived, filter_)),
      rail_counts_(rail_counts(*content_->derived))
{
    files_.wake = surroundings_.wake;
    files_.home = surroundings_.home;
    files_.places = surroundings_.places;
    worker_->find_conflicts();
}

App::~App() = default;

std::string App::title() const
{
    const auto& snapshot = *content_->derived->snapshot;
    std::string text = std::string{language::tr(language_, "product.name")} + " – " + snapshot.name;
    if (snapshot.demonstration) text += " – " + std::string{language::tr(language_, "demonstration")};
    return text;
}

bool App::settled() const
{
    return !worker_->busy() && content_->derived->as_of == as_of_;
}

desk::Frame App::frame(const shell::Ui& ui) const
{
    return {.derived = *content_->derived,
            .as_of = as_of_,
            .today = surroundings_.today,
            .language = language_,
            .filter = filter_,
            .selection = selection_,
            .ui = ui,
            .stale = content_->derived->as_of != as_of_,
            .known_at = known_at_};
}

void App::draw(const shell::Ui& ui)
{
    shell::LayoutState wanted = layout_;
    const bool with_tabs = stands_with_buses(page_) || stands_with_waters(page_) || stands_with_checks(page_);
    const float height = ui.screen.y / ui.px.factor;
    wanted.map_shown = speaks_of_places(page_, height);
    if (page_ == desk::Page::checks) {
        wanted.map_shown = height >= high_window_px || plan_.map_wanted;
        wanted.table_height = height >= high_window_px ? std::max(wanted.table_height, plan_px) : plan_beside_map_px;
    }
    if (page_ == desk::Page::tracks) wanted.table_height = std::max(wanted.table_height, tracks_px);
    if (page_ == desk::Page::cases) wanted.table_height = std::max(wanted.table_height, enforcement::cases_page_px);
    if (page_ == desk::Page::water_plan) wanted.table_height = std::max(wanted.table_height, plan_page_px);
    if (needs_height(page_)) wanted.table_height = std::max(wanted.table_height, high_page_px);
    if (with_tabs) wanted.table_height += shell::tabs_px;
    wanted.strip_shown = known_at_.has_value();
    const shell::Layout layout = shell::lay_out(ui.screen, ui.px, wanted);
    if (!std::exchange(begun_, true)) begin(layout);
    take_deliveries();
    const auto held = content_;  // requests may bring another one; this frame keeps its own
    const desk::Frame now = frame(ui);
    if (const auto wish = std::exchange(entry_, std::nullopt))
        (void)records::begin_entry(records_, now, wish->kind, wish->id);
    take_keys(now);
    shell::region(ui, "map", layout.map, {}, [&] { draw_map(now, layout); });
    shell::Rect page = layout.table;
    if (with_tabs) {
        const shell::Rect strip{page.x0, page.y0, page.x1, page.y0 + ui.px(shell::tabs_px)};
        page.y0 = strip.y1;
        shell::region(ui, "tabs", strip, {}, [&] {
            ask(stands_with_waters(page_)   ? draw_water_tabs(candidates_, now, page_, strip)
                : stands_with_checks(page_) ? draw_check_tabs(rail_counts_.suspects, now, page_, strip)
                                            : draw_bus_tabs(bus_tabs_, now, content_, page_, strip));
        });
    }
    shell::region(ui, "page", page, {.scrolls = scrolls(page_)}, [&] { draw_page(now, page); });
    shell::region(ui, "rail", layout.rail, {.scrolls = true}, [&] {
        ask(draw_rail(rail_counts_, page_, now, layout));
        shell::hairline_down(ui, layout.rail.x1 - ui.px.hair(), layout.rail.y0, layout.rail.y1, ui.theme.line);
    });
    shell::region(ui, "bar", layout.bar, {}, [&] {
        auto answer = draw_bar(bar_, now, layout);
        ask(std::move(answer.requests));
        if (answer.open_search) search_.opening = true;
        shell::hairline(ui, layout.bar.x0, layout.bar.x1, layout.bar.y1 - ui.px.hair(), ui.theme.line);
    });
    if (now.known_at)
        shell::region(ui, "strip", layout.strip, {}, [&] { ask(draw_known_at_strip(now, layout.strip)); });
    draw_dossier(now, layout);
    draw_seams(ui, layout);
    const auto all = actions(language_);
    auto found = draw_search(search_, now, actions_to_find(language_));
    ask(std::move(found.requests));
    if (found.action && *found.action >= first_entry_action)
        asked_.push_back(desk::BeginEntry{std::string{entry_kind(*found.action)}, {}});
    else if (found.action)
        start(static_cast<ActionId>(*found.action), now);
    ask(enforcement::draw_case_dialogs(case_dialogs_, now));
    ask(judging::draw_setting_dialog(setting_dialog_, now));
    ask(judging::draw_silencing_dialog(silencing_dialog_, now));
    ask(desk::draw_record_form(record_form_, now));
    ask(records::draw_record_dialogs(records_, now));
    ask(records::draw_export_dialog(export_dialog_, now));
    ask(imports::draw_file_dialog(files_, now));
    ask(documents::draw_letter_preview(preview_, now));
    ask(draw_known_at_dialog(known_at_dialog_, now));
    shell::key_help(ui, now.tr("help.title"), now.tr("help.close"), all);
    if (shell::toast(ui, toast_, layout.middle)) undo_last();
    carry_out();
}

void App::begin(const shell::Layout& layout)
{
    texture_ = std::make_unique<map::BaseMapTexture>();
    // The morning begins with what is gravest; where its dossier would hide the map, with the map.
    if (layout.dossier_over) return;
    if (const auto rows = permits::bus_rows(*content_->derived, filter_, {}); !rows.empty())
        selection_ = {desk::Selected::bus, content_->derived->dossiers.bus(rows.front()).registration_number};
}

void App::draw_map(const desk::Frame& now, const shell::Layout& layout)
{
    const bool covered = layout.dossier_over && selection_.what != desk::Selected::nothing;
    const map::Overlay overlay = checks_overlay();
    const map::MapFrame shown{.language = language_,
                              .base = &base_map_,
                              .base_generation = 1,
                              .scene = &content_->scene,
                              .scene_generation = content_->generation,
                              .waters = *content_->waters,
                              .waters_generation = content_->waters_generation,
                              .filter = &scene_filter_,
                              .filter_generation = filter_generation_,
                              .chosen = map_item(*content_->derived, selection_),
                              .proposed = page_ == desk::Page::water_candidates ? proposed_
                                                                                : std::span<const map::ProposedWater>{},
                              .chosen_proposed = chosen_candidate(),
                              .proposed_generation = proposed_generation_,
                              .overlay = overlay.marks.empty() && overlay.lines.empty() ? nullptr : &overlay,
                              .demonstration = false,  // the bar says it
                              .covered_px = covered ? layout.dossier.width() : 0};
    const auto events = map::draw_map_panel(now.ui, layout.map, map_, shown, *texture_);
    take_marks(events);
    if (events.chosen) select(selection_of(content_->scene, *content_->derived, *events.chosen), false);
    if (events.opened) select(selection_of(content_->scene, *content_->derived, *events.opened), true);
    if (events.proposed && *events.proposed < proposed_.size())
        select({desk::Selected::candidate, candidates_.found->candidates[*events.proposed].code}, false);
    if (events.legend_state)
        if (const auto row = desk::legend_row(*events.legend_state))
            asked_.push_back(desk::SetFilter{permits::with_only(filter_, *row)});
}

void App::draw_page(const desk::Frame& now, const shell::Rect& where)
{
    switch (page_) {
    case desk::Page::overview:
        ask(overview::draw_overview_panel(overview_, now, content_->since_yesterday, where));
        break;
    case desk::Page::tasks: ask(tasks::draw_tasks_panel(tasks_, now, where)); break;
    case desk::Page::joint: ask(mechanism::draw_joint_panel(joint_, now, where)); break;
    case desk::Page::checks:
        ask(checks::draw_plan_panel(plan_, now, where, now.ui.screen.y / now.ui.px.factor < high_window_px));
        break;
    case desk::Page::suspects: ask(checks::draw_suspects_panel(suspects_, now, where)); break;
    case desk::Page::check_results: ask(checks::draw_results_panel(results_, now, where)); break;
    case desk::Page::tracks: ask(tracks::draw_tracks_panel(tracks_, now, where)); break;
    case desk::Page::buses: ask(permits::draw_buses_panel(buses_, now, where)); break;
    case desk::Page::permit_board: ask(permits::draw_permit_board(board_, now, content_->clocks, where)); break;
    case desk::Page::due: ask(permits::draw_due_panel(due_, now, content_->due, where)); break;
    case desk::Page::difference: ask(judging::draw_difference_panel(difference_, now, where)); break;
    case desk::Page::rules: ask(judging::draw_rules_panel(rules_, now, where)); break;
    case desk::Page::operations: ask(permits::draw_operations_panel(operations_, now, where)); break;
    case desk::Page::reconciliation: ask(permits::draw_reconciliation_panel(reconciliation_, now, where)); break;
    case desk::Page::cases: ask(enforcement::draw_cases_panel(cases_, now, where)); break;
    case desk::Page::waters: ask(water::draw_waters_panel(waters_, now, where)); break;
    case desk::Page::water_season: ask(water::draw_season_panel(season_, now, where)); break;
    case desk::Page::water_plan: ask(water::draw_plan_panel(water_plan_, waters_, now, where)); break;
    case desk::Page::water_candidates: ask(water::draw_candidates_panel(candidates_, now, where)); break;
    case desk::Page::records: ask(records::draw_records_panel(records_, now, where)); break;
    case desk::Page::conflicts: ask(conflicts::draw_conflicts_panel(conflicts_, now, where)); break;
    case desk::Page::changes: ask(changes::draw_changes_panel(changes_, now, where)); break;
    case desk::Page::import: ask(imports::draw_imports_panel(imports_, now, where)); break;
    case desk::Page::settings:
        ask(draw_settings({surroundings_.register_path, dark_, surroundings_.zoom()}, now, where));
        break;
    }
}

void App::draw_dossier(const desk::Frame& now, const shell::Layout& layout)
{
    if (layout.dossier.empty()) return;
    const desk::DossierPlace place{layout.dossier, layout.dossier_over};
    if (page_ == desk::Page::import) return ask(imports::draw_import_detail(imports_, now, place));
    if (page_ == desk::Page::records) return ask(records::draw_record_detail(records_, now, place));
    if (page_ == desk::Page::conflicts) return ask(conflicts::draw_conflict_detail(conflicts_, now, place));
    if (page_ == desk::Page::reconciliation)
        return ask(permits::draw_reconciliation_detail(reconciliation_, now, place));
    if (page_ == desk::Page::rules && judging::has_detail(rules_))
        return ask(judging::draw_rule_detail(rules_, now, place));
    if (place.over && page_ == desk::Page::check_results && selection_.what != desk::Selected::checked)
        return;  // it would hide the form
    switch (selection_.what) {
    case desk::Selected::bus: ask(permits::draw_bus_dossier(bus_dossier_, now, place)); break;
    case desk::Selected::supervision: ask(enforcement::draw_case_dossier(cases_, now, place)); break;
    case desk::Selected::task: ask(tasks::draw_task_dossier(tasks_, now, place)); break;
    case desk::Selected::joint: ask(mechanism::draw_joint_dossier(now, place)); break;
    case desk::Selected::school: ask(water::draw_school_dossier(waters_, now, place)); break;
    case desk::Selected::water: ask(water::draw_water_dossier(waters_, now, place)); break;
    case desk::Selected::candidate: ask(water::draw_candidate_dossier(candidates_, now, place)); break;
    case desk::Selected::stand: ask(checks::draw_stand_dossier(plan_, now, place)); break;
    case desk::Selected::suspect: ask(checks::draw_suspect_dossier(now, place)); break;
    case desk::Selected::checked: ask(checks::draw_checked_dossier(results_, now, place)); break;
    case desk::Selected::nothing:
        if (!place.over)  // it would only hide the map
            ask(desk::draw_dossier(
                now, place,
                [&](desk::DossierColumn& column) { column.paragraph(now.tr("dossier.nothing"), now.ui.theme.muted); },
                {}));
        break;
    }
}

void App::draw_seams(const shell::Ui& ui, const shell::Layout& layout)
{
    if (layout.dossier_seam)
        if (const float moved = shell::splitter(ui, "dossier_seam", shell::Seam::upright, layout.dossier.x0,
                                                layout.dossier.y0, layout.dossier.y1);
            moved != 0)
            shell::drag_dossier(layout_, moved, ui.screen, ui.px);
    if (layout.table_seam)
        if (const float moved = shell::splitter(ui, "table_seam", shell::Seam::level, layout.table.y0, layout.table.x0,
                                                layout.table.x1);
            moved != 0)
            shell::drag_table(layout_, moved, ui.screen, ui.px);
}

void App::take_keys(const desk::Frame& now)
{
    const auto all = actions(language_);
    if (const auto pressed = shell::pressed_action(all)) start(static_cast<ActionId>(*pressed), now);
}

void App::start(ActionId action, const desk::Frame& now)
{
    using enum ActionId;
    const auto show = [&](desk::Page page) { asked_.push_back(desk::ShowPage{page}); };
    switch (action) {
    case search: search_.opening = true; break;
    case import: asked_.push_back(desk::BeginImport{}); break;
    case open_case:
        if (selection_.what == desk::Selected::bus) asked_.push_back(desk::BeginCase{{selection_.key}});
        if (selection_.what == desk::Selected::water) ask(water::open_gap_case(waters_, now));
        break;
    case accept:
        if (page_ == desk::Page::import) ask(imports::write_accepted(imports_));
        if (page_ == desk::Page::records) ask(records::save_entry(records_, now));
        if (page_ == desk::Page::water_candidates && selection_.what == desk::Selected::candidate)
            ask(water::take_over(candidates_, now, selection_.key));
        break;
    case new_record: asked_.push_back(desk::BeginEntry{std::string{kind_of_page()}, {}}); break;
    case edit:
        if (page_ == desk::Page::records && records_.selected)
            asked_.push_back(desk::BeginEntry{std::string{kind_of_page()}, *records_.selected});
        else if (const auto wish = entry_of(*content_->derived, selection_))
            asked_.push_back(*wish);
        break;
    case undo: undo_last(); break;
    case back: step_back(); break;
    case help: shell::open_key_help(); break;
    case zoom: select(selection_, true); break;
    case day_earlier: asked_.push_back(desk::SetDate{as_of_ - std::chrono::days{1}}); break;
    case day_later: asked_.push_back(desk::SetDate{as_of_ + std::chrono::days{1}}); break;
    case today: asked_.push_back(desk::SetDate{now.today}); break;
    case ActionId::known_at: asked_.push_back(desk::AskKnownAt{}); break;
    case page_overview: show(desk::Page::overview); break;
    case page_tasks: show(desk::Page::tasks); break;
    case page_joint: show(desk::Page::joint); break;
    case page_buses: show(desk::Page::buses); break;
    case page_cases: show(desk::Page::cases); break;
    case page_waters: show(desk::Page::waters); break;
    case page_import: show(desk::Page::import); break;
    case page_records: show(desk::Page::records); break;
    case page_conflicts: show(desk::Page::conflicts); break;
    case page_changes: show(desk::Page::changes); break;
    case page_settings: show(desk::Page::settings); break;
    case page_permit_board: show(desk::Page::permit_board); break;
    case page_due: show(desk::Page::due); break;
    case page_difference: show(desk::Page::difference); break;
    case page_operations: show(desk::Page::operations); break;
    case page_reconciliation: show(desk::Page::reconciliation); break;
    case page_rules: show(desk::Page::rules); break;
    case page_water_season: show(desk::Page::water_season); break;
    case page_water_plan: show(desk::Page::water_plan); break;
    case page_water_candidates: show(desk::Page::water_candidates); break;
    case page_checks: show(desk::Page::checks); break;
    case page_suspects: show(desk::Page::suspects); break;
    case page_check_results: show(desk::Page::check_results); break;
    case page_tracks: show(desk::Page::tracks); break;
    case ActionId::language: asked_.push_back(desk::SetLanguage{language_ == language::Language::zh}); break;
    case export_list: asked_.push_back(desk::SaveList{}); break;
    case export_records: asked_.push_back(desk::BeginExport{std::string{kind_of_page()}}); break;
    case print:
        if (selection_.what == desk::Selected::supervision)
            asked_.push_back(desk::PreviewLetter{desk::LetterKind::notice, {selection_.key}});
        else if (selection_.what == desk::Selected::school)
            asked_.push_back(desk::PreviewLetter{desk::LetterKind::parents, {selection_.key}});
        else if (stands_with_waters(page_))
            asked_.push_back(desk::briefing_of(filter_.county));
        break;
    case next_region: {
        static constexpr std::array<std::string_view, 8> order{"bar",  "strip", "rail",    "map",
                                                               "tabs", "page",  "dossier", "dossier.actions"};
        shell::cycle_regions(order);
        break;
    }
    }
}

/// The kind that a new record on this page would be of.
std::string_view App::kind_of_page() const
{
    switch (page_) {
    case desk::Page::waters: return "waters";
    case desk::Page::records: return records_.kind != nullptr ? records_.kind->key : std::string_view{"buses"};
    default: return "buses";
    }
}

void App::begin_entry(const desk::BeginEntry& wish)
{
    entry_ = wish;
    page_ = desk::Page::records;
    surroundings_.wake();
}

void App::select(const desk::Selection& selection, bool zoom)
{
    if (selection != selection_) {
        selection_ = selection;
        buses_.table.show_selected = true;
        cases_.table.show_selected = true;
        waters_.table.show_selected = true;
        candidates_.table.show_selected = true;
        suspects_.table.show_selected = true;
    }
    if (const auto chosen = chosen_candidate(); chosen < proposed_.size())
        (zoom ? map_.look_at : map_.bring_into_sight) = map::MapBox{proposed_[chosen].box};
    const auto item = map_item(*content_->derived, selection_);
    const auto box =
        item.kind == map::MapItem::Kind::none ? box_of_check(selection_) : map::box_of(content_->scene, item);
    if (box.is_empty()) return;
    (zoom ? map_.look_at : map_.bring_into_sight) = box;
}

/// The number of the selected candidate among those on the map; as many as there are where it is none of them.
std::size_t App::chosen_candidate() const
{
    if (selection_.what != desk::Selected::candidate || candidates_.found == nullptr) return proposed_.size();
    const auto& all = candidates_.found->candidates;
    return static_cast<std::size_t>(std::ranges::find(all, selection_.key, &water::Candidate::code) - all.begin());
}

void App::step_back()
{
    if (page_ == desk::Page::import && (imports_.selected || imports_.detail_open)) {
        imports_.selected.reset();
        imports_.detail_open = false;
    } else if ((page_ == desk::Page::records && records::step_back(records_)) ||
               (page_ == desk::Page::conflicts && conflicts::step_back(conflicts_)) ||
               (page_ == desk::Page::reconciliation && permits::step_back(reconciliation_)) ||
               (page_ == desk::Page::rules && judging::step_back(rules_))) {
        return;
    } else if (selection_.what != desk::Selected::nothing)
        selection_ = {};
    else if (known_at_)
        asked_.push_back(desk::SetKnownAt{});
    else if (filter_ != desk::BusFilter{})
        asked_.push_back(desk::SetFilter{});
}

void App::ask(desk::Requests requests)
{
    for (auto& request : requests) asked_.push_back(std::move(request));
}

void App::drop(const std::vector<std::filesystem::path>& files)
{
    if (enforcement::takes_files(case_dialogs_)) {
        desk::AttachFiles wish;
        for (const auto& file : files) wish.paths.push_back(file.string());
        asked_.push_back(std::move(wish));
        return;
    }
    if (page_ == desk::Page::check_results) {
        desk::ReadCheckFiles wish;
        for (const auto& file : files) wish.paths.push_back(file.string());
        asked_.emplace_back(desk::CheckRequest{std::move(wish)});
        return;
    }
    for (const auto& file : files) {
        data::ImportRequest request;
        request.path = file.string();
        request.dry_run = true;
        asked_.push_back(desk::RunImport{std::move(request)});
    }
    asked_.push_back(desk::ShowPage{desk::Page::import});
}

void App::say(std::string text, std::string action, std::optional<shell::Severity> severity)
{
    shell::show_toast(toast_, std::move(text), std::move(action), severity);
}

}  // namespace xiaoan::app
