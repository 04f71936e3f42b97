// Draws every page, dossier and dialog of the jobs without a display, on hand-made data, for a person to look at.
#include "console/conflicts/conflicts_panel.hpp"
#include "console/enforcement/case_dialogs.hpp"
#include "console/enforcement/cases_panel.hpp"
#include "console/imports/file_dialog.hpp"
#include "console/records/records_panel.hpp"
#include "console/shell/layout.hpp"
#include "console/shell/offscreen.hpp"
#include "console/shell/region.hpp"
#include "console/shell/shapes.hpp"
#include "console/shell/widgets/dialog.hpp"
#include "console/water/waters_panel.hpp"
#include "tests/support/builders.hpp"
#include "tests/ui/panels_desk.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <filesystem>
#include <functional>
#include <string>
#include <thread>

namespace {

using namespace xiaoan;
using desk::Frame;
using desk::Selected;
using shell::Rect;

/// Everything a scene may touch; each scene has its own.
struct Stage {
    std::shared_ptr<const desk::Derived> derived = gallery::hand_made_desk();
    desk::BusFilter filter;
    desk::Selection selection;
    enforcement::CasesState cases;
    enforcement::CaseDialogs dialogs;
    water::WatersState waters;
    changes::ChangesState changes;
    imports::ImportsState imports;
    imports::FileDialogState files;
    conflicts::ConflictsState conflicts;
    records::RecordsState records;
    std::optional<std::pair<std::string, std::int64_t>> form;  // kind and id that is opened in frame 3
    std::function<void(records::EntryForm&)> fill;
    std::optional<std::size_t> select_line;  // of the page of imports, once it has lines
    std::optional<imports::View> view;
    int frame = 0;
};

struct Scene {
    std::string name;
    std::function<void(Stage&)> set_up;
    std::function<desk::Requests(Stage&, const Frame&, const Rect& page)> page;
    std::function<desk::Requests(Stage&, const Frame&, const desk::DossierPlace&)> dossier;
    std::function<desk::Requests(Stage&, const Frame&)> over;
    bool whole_middle = false;
};

/// Answers what a page asked of the worker.
void answer(Stage& stage, const desk::Requests& asked)
{
    for (const auto& request : asked)
        if (const auto* wish = std::get_if<desk::ReadHistory>(&request.wish()))
            stage.changes.list.take(wish->asked, gallery::hand_made_history(wish->asked));
}

void draw(const Scene& scene, Stage& stage, const shell::Ui& ui, language::Language language)
{
    const Frame frame{.derived = *stage.derived,
                      .as_of = test::monday,
                      .today = test::monday,
                      .language = language,
                      .filter = stage.filter,
                      .selection = stage.selection,
                      .ui = ui};
    const auto layout = shell::lay_out(ui.screen, ui.px, {});
    shell::region(ui, "bar", layout.bar, {},
                  [&] { shell::hairline(ui, layout.bar.x0, layout.bar.x1, layout.bar.y1 - 1, ui.theme.line); });
    shell::region(ui, "rail", layout.rail, {},
                  [&] { shell::hairline_down(ui, layout.rail.x1 - 1, layout.rail.y0, layout.rail.y1, ui.theme.line); });
    const Rect page = scene.whole_middle ? layout.middle : layout.table;
    if (!scene.whole_middle)
        shell::region(ui, "map", layout.map, {}, [&] { shell::fill(ui, layout.map, ui.theme.map.outside); });
    if (scene.page) shell::region(ui, "page", page, {}, [&] { answer(stage, scene.page(stage, frame, page)); });
    if (scene.dossier) answer(stage, scene.dossier(stage, frame, {layout.dossier, layout.dossier_over}));
    if (scene.over) answer(stage, scene.over(stage, frame));
    ++stage.frame;
}

desk::Requests cases_page(Stage& stage, const Frame& frame, const Rect& where)
{
    return enforcement::draw_cases_panel(stage.cases, frame, where);
}
desk::Requests waters_page(Stage& stage, const Frame& frame, const Rect& where)
{
    return water::draw_waters_panel(stage.waters, frame, where);
}
desk::Requests changes_page(Stage& stage, const Frame& frame, const Rect& where)
{
    return changes::draw_changes_panel(stage.changes, frame, where);
}
desk::Requests imports_page(Stage& stage, const Frame& frame, const Rect& where)
{
    if (stage.frame == 3 && stage.view) stage.imports.filter.view = *stage.view;
    if (stage.frame == 6 && stage.select_line) {
        stage.imports.selected = stage.select_line;
        stage.imports.detail_open = true;
    }
    return imports::draw_imports_panel(stage.imports, frame, where);
}
desk::Requests import_detail(Stage& stage, const Frame& frame, const desk::DossierPlace& place)
{
    return imports::draw_import_detail(stage.imports, frame, place);
}
desk::Requests conflicts_page(Stage& stage, const Frame& frame, const Rect& where)
{
    if (!stage.conflicts.found)
        conflicts::take(stage.conflicts,
                        std::make_shared<const conflicts::Conflicts>(
                            conflicts::find_conflicts(frame.snapshot(), frame.derived.as_of)),
                        frame.snapshot().generation);
    if (stage.frame == 3 && stage.select_line)
        stage.conflicts.selected = stage.conflicts.found->open.at(*stage.select_line).id;
    return conflicts::draw_conflicts_panel(stage.conflicts, frame, where);
}
desk::Requests conflict_detail(Stage& stage, const Frame& frame, const desk::DossierPlace& place)
{
    stage.conflicts.detail_open = true;
    return conflicts::draw_conflict_detail(stage.conflicts, frame, place);
}
desk::Requests records_page(Stage& stage, const Frame& frame, const Rect& where)
{
    if (stage.frame == 3 && stage.form) {
        (void)records::begin_entry(stage.records, frame, stage.form->first, data::RecordId{stage.form->second});
        if (stage.fill) stage.fill(stage.records.form->form);
    }
    return records::draw_records_panel(stage.records, frame, where);
}
desk::Requests record_detail(Stage& stage, const Frame& frame, const desk::DossierPlace& place)
{
    return records::draw_record_detail(stage.records, frame, place);
}
desk::Requests record_dialogs(Stage& stage, const Frame& frame)
{
    if (stage.frame == 3 && stage.select_line)
        (void)records::begin_retire(stage.records, frame.snapshot(), "buses", data::RecordId{1});
    return records::draw_record_dialogs(stage.records, frame);
}
desk::Requests dialogs(Stage& stage, const Frame& frame)
{
    return enforcement::draw_case_dialogs(stage.dialogs, frame);
}
desk::Requests files(Stage& stage, const Frame& frame)
{
    if (stage.frame < 4)
        std::this_thread::sleep_for(std::chrono::milliseconds(20));  // the folder is read beside the frame
    return imports::draw_file_dialog(stage.files, frame);
}

std::vector<Scene> scenes(const std::filesystem::path& folder)
{
    const auto select = [](Selected what, std::string key) {
        return [what, key](Stage& stage) { stage.selection = {what, key}; };
    };
    const auto case_dossier = [](Stage& stage, const Frame& frame, const desk::DossierPlace& where) {
        return enforcement::draw_case_dossier(stage.cases, frame, where);
    };
    const auto water_dossier = [](Stage& stage, const Frame& frame, const desk::DossierPlace& where) {
        return water::draw_water_dossier(stage.waters, frame, where);
    };
    const auto school_dossier = [](Stage& stage, const Frame& frame, const desk::DossierPlace& where) {
        return water::draw_school_dossier(stage.waters, frame, where);
    };
    const auto at_folder = [folder](Stage& stage) {
        stage.files.home = folder;
        stage.files.places = {{"主文件夹", folder}, {"下载", folder / "region"}};
        stage.files.recent = {(folder / "sample").string()};
        stage.files.folder = folder / "sample";
    };
    return {
        {"cases", select(Selected::supervision, "2026-0003"), cases_page, case_dossier, {}},
        {"cases-closed", select(Selected::supervision, "2026-0001"), cases_page, case_dossier, {}},
        {"cases-empty", [](Stage& stage) { stage.derived = gallery::empty_desk(); }, cases_page, {}, {}},
        {"case-open",
         [](Stage& stage) {
             enforcement::begin_case(stage.dialogs, *stage.derived, {"吉G12345", "吉G20871", "吉GD01188"});
         },
         cases_page,
         {},
         dialogs},
        {"case-reply",
         [](Stage& stage) {
             enforcement::begin_step(stage.dialogs, *stage.derived, "2026-0003", data::CaseStep::replied);
         },
         cases_page,
         {},
         dialogs},
        {"case-close",
         [](Stage& stage) {
             enforcement::begin_step(stage.dialogs, *stage.derived, "2026-0003", data::CaseStep::closed);
         },
         cases_page,
         {},
         dialogs},
        {"waters", select(Selected::water, "220802-K01"), waters_page, water_dossier, {}},
        {"school", select(Selected::school, "2122900001"), waters_page, school_dossier, {}},
        {"waters-empty", [](Stage& stage) { stage.derived = gallery::empty_desk(); }, waters_page, {}, {}},
        {"changes",
         [](Stage& stage) {
             stage.changes.list.open({6}, true);
             stage.changes.selected = changes::Row{changes::Row::What::change, 6, 0, 0};
         },
         changes_page,
         {},
         {},
         true},
        {"changes-undo",
         [](Stage& stage) { changes::ask_undo(stage.changes.undo, gallery::hand_made_history({}).at(3)); },
         changes_page,
         {},
         {},
         true},
        {"imports",
         [](Stage& stage) { gallery::fill_imports(stage.imports.list); },
         imports_page,
         import_detail,
         {},
         true},
        {"imports-record",
         [](Stage& stage) {
             gallery::fill_imports(stage.imports.list);
             stage.select_line = 0;
         },
         imports_page,
         import_detail,
         {},
         true},
        {"imports-other-county",
         [](Stage& stage) {
             gallery::fill_imports(stage.imports.list);
             stage.select_line = 3;
         },
         imports_page,
         import_detail,
         {},
         true},
        {"imports-added",
         [](Stage& stage) {
             gallery::fill_imports(stage.imports.list);
             stage.select_line = 7;
         },
         imports_page,
         import_detail,
         {},
         true},
        {"imports-issues",
         [](Stage& stage) {
             gallery::fill_imports(stage.imports.list);
             stage.view = imports::View::issues;
             stage.select_line = 0;
         },
         imports_page,
         import_detail,
         {},
         true},
        {"conflicts",
         [](Stage& stage) {
             stage.derived = gallery::desk_of_conflicts();
             stage.select_line = 1;
         },
         conflicts_page,
         conflict_detail,
         {},
         true},
        {"conflicts-county",
         [](Stage& stage) {
             stage.derived = gallery::desk_of_conflicts();
             stage.select_line = 0;
         },
         conflicts_page,
         conflict_detail,
         {},
         true},
        {"conflicts-empty", {}, conflicts_page, conflict_detail, {}, true},
        {"records",
         [](Stage& stage) { stage.records.selected = data::RecordId{1}; },
         records_page,
         record_detail,
         {},
         true},
        {"records-schools",
         [](Stage& stage) {
             stage.records.kind = data::find_kind("schools");
             stage.records.selected = data::RecordId{1};
         },
         records_page,
         record_detail,
         {},
         true},
        {"records-retire", [](Stage& stage) { stage.select_line = 0; }, records_page, record_detail, record_dialogs,
         true},
        {"entry-new", [](Stage& stage) { stage.form = {"buses", 0}; }, records_page, record_detail, {}, true},
        {"entry-edit",
         [](Stage& stage) {
             stage.form = {"buses", 1};
             stage.fill = [](records::EntryForm& form) {
                 form.type(form.kind().field("seats").value(), "三十五");
                 form.leave(form.kind().field("seats").value());
                 form.type(form.kind().field("inspection_until").value(), "2027年5月31日");
                 form.type(form.kind().field("vin").value(), "LDEMXXTE1FD000100");
                 form.choose(form.kind().field("hammer").value(), std::string{"yes"});
             };
         },
         records_page,
         record_detail,
         {},
         true},
        {"entry-permit", [](Stage& stage) { stage.form = {"permits", 1}; }, records_page, record_detail, {}, true},
        {"entry-driver", [](Stage& stage) { stage.form = {"drivers", 1}; }, records_page, record_detail, {}, true},
        {"entry-water", [](Stage& stage) { stage.form = {"waters", 1}; }, records_page, record_detail, {}, true},
        {"imports-low", [](Stage& stage) { gallery::fill_imports(stage.imports.list); }, imports_page, {}, {}},
        {"imports-empty", {}, imports_page, {}, {}},
        {"imports-running",
         [](Stage& stage) {
             auto progress = std::make_shared<data::JobProgress>();
             progress->done = 12'400;
             progress->total = 30'000;
             data::ImportRequest request;
             request.path = "洮南.xlsx";
             request.dry_run = true;
             stage.imports.list.begin(request, progress);
         },
         imports_page,
         {},
         {}},
        {"files",
         [at_folder](Stage& stage) {
             at_folder(stage);
             imports::open_import_dialog(stage.files);
         },
         imports_page,
         {},
         files},
        {"files-save",
         [at_folder](Stage& stage) {
             at_folder(stage);
             imports::open_save_dialog(stage.files, "校车问题-2026-11-23");
         },
         imports_page,
         {},
         files},
    };
}

}  // namespace

/// Arguments: folder for the pictures, folder for the file dialog to show, then names of scenes (none: all).
int main(int count, char** words)
{
    if (count < 3) return 2;
    const std::filesystem::path out = words[1];
    std::filesystem::create_directories(out);
    for (const float scale : {1.0F, 2.0F}) {
        shell::Offscreen offscreen({.width_px = 1600, .height_px = 900, .scale = scale});
        for (const auto language : {language::Language::zh, language::Language::en}) {
            for (const Scene& scene : scenes(words[2])) {
                if (count > 3 &&
                    std::none_of(words + 3, words + count, [&](const char* name) { return scene.name == name; }))
                    continue;
                Stage stage;
                if (scene.set_up) scene.set_up(stage);
                const auto picture = offscreen.draw([&](const shell::Ui& ui) { draw(scene, stage, ui, language); }, 14);
                const auto name =
                    fmt::format("{}-{}-{}x.png", scene.name, language == language::Language::zh ? "zh" : "en", scale);
                shell::write_png(picture, out / name);
                // A dialog stays open in the toolkit; the next scene begins without it.
                offscreen.frame([](const shell::Ui&) {
                    if (ImGui::IsPopupOpen(nullptr, ImGuiPopupFlags_AnyPopup)) shell::close_dialog();
                });
            }
        }
    }
    return 0;
}
