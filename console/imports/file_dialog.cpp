#include "console/imports/file_dialog.hpp"

#include "console/imports/folder_table.hpp"
#include "console/language/wording.hpp"
#include "console/shell/icons.hpp"
#include "console/shell/shapes.hpp"
#include "console/shell/text.hpp"
#include "console/shell/widgets/button.hpp"
#include "console/shell/widgets/checkbox.hpp"
#include "console/shell/widgets/dialog.hpp"
#include "console/shell/widgets/field.hpp"
#include "console/shell/widgets/press.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

namespace xiaoan::imports {

namespace {

namespace fs = std::filesystem;
using desk::Frame;
using desk::Requests;
using shell::Align;
using shell::FontRole;
using shell::Point;
using shell::Rect;

constexpr std::string_view dialog_id = "files";
constexpr float dialog_px = 780, side_px = 150, narrow_px = 640, line_px = 32, gap_px = 10;
constexpr float around_list_px = 252;  // all of the dialog but the list
constexpr std::size_t recent_folders = 6;

/// What a list or a letter can be saved as beside PDF.
std::string_view other_form(const FileDialogState& state)
{
    return state.purpose == FilePurpose::save_letter ? "DOCX" : "CSV";
}

void go_to(FileDialogState& state, const fs::path& path)
{
    if (!state.reader) state.reader = std::make_unique<FolderReader>(state.wake);
    state.reader->ask({.path = path, .endings = endings_of(state), .all_files = state.all_files});
}

bool saves(FilePurpose purpose)
{
    return purpose == FilePurpose::save_list || purpose == FilePurpose::save_letter ||
           purpose == FilePurpose::save_workbook || purpose == FilePurpose::save_export ||
           purpose == FilePurpose::save_check;
}

/// Whether there is no choice of forms.
bool has_one_form(FilePurpose purpose)
{
    return purpose == FilePurpose::save_workbook || purpose == FilePurpose::save_export ||
           purpose == FilePurpose::save_check;
}

/// Check sheets are paper (PDF) or a workbook; the report of a campaign is paper.
bool is_on_paper(const desk::CheckRequest& wish)
{
    const auto* sheets = std::get_if<desk::SaveCheckSheets>(&wish);
    return sheets == nullptr || sheets->form == desk::SheetForm::paper;
}

/// The request with the path that was chosen.
desk::CheckRequest with_path(desk::CheckRequest wish, const std::string& path)
{
    if (auto* sheets = std::get_if<desk::SaveCheckSheets>(&wish)) sheets->path = path;
    if (auto* report = std::get_if<desk::SaveCampaign>(&wish)) report->path = path;
    return wish;
}

void open(FileDialogState& state, FilePurpose purpose)
{
    if (purpose == FilePurpose::attach || state.purpose == FilePurpose::attach)
        state.all_files = purpose == FilePurpose::attach;
    state.purpose = purpose;
    state.opening = true;
    state.confirming = false;
    state.answer.reset();
    state.choice = {};
    state.table.take_focus = !saves(purpose);
    if (state.folder.empty()) state.folder = state.home.empty() ? fs::path{"/"} : state.home;
    state.typed = state.folder.string();
    go_to(state, state.folder);
}

void take_answer(FileDialogState& state)
{
    auto answer = state.reader ? state.reader->take() : std::nullopt;
    if (!answer) return;
    state.answer = std::move(answer);
    if (!*state.answer) return;
    const Folder& folder = **state.answer;
    const bool same_folder = folder.path == state.folder;
    state.folder = folder.path;
    state.typed = folder.path.string();
    if (!same_folder) state.choice = {};
    if (!folder.chosen.empty()) state.choice = {folder.chosen, {}};
    if (row_of(folder, state.choice.at) == std::nullopt) state.choice = {};
    state.table.show_selected = true;
}

void remember(FileDialogState& state)
{
    const std::string folder = state.folder.string();
    std::erase(state.recent, folder);
    state.recent.insert(state.recent.begin(), folder);
    if (state.recent.size() > recent_folders) state.recent.resize(recent_folders);
}

/// One drawing of the dialog's content: what its parts share.
class Pass {
public:
    Pass(FileDialogState& state, const Frame& frame) : state_(state), frame_(frame), ui_(frame.ui) {}

    [[nodiscard]] const Folder* folder() const { return state_.answer && *state_.answer ? &**state_.answer : nullptr; }
    [[nodiscard]] bool saving() const { return saves(state_.purpose); }
    /// Enter or a double press on a file of the list.
    [[nodiscard]] bool accepted() const { return accepted_; }
    [[nodiscard]] bool went_elsewhere() const { return went_elsewhere_; }

    float draw(Point at, float width)
    {
        float y = at.y;
        y += draw_path({at.x, y}, width) + ui_.px(gap_px);
        const float room = ui_.screen.y - ui_.px(around_list_px + (saving() ? 34 : 0));
        const float list = std::floor(std::clamp(room, ui_.px(110), ui_.px(380)));
        float x = at.x;
        if (width >= ui_.px(narrow_px)) {
            draw_places({x, y, x + ui_.px(side_px), y + list});
            x += ui_.px(side_px) + ui_.px(14);
        }
        draw_list({x, y, at.x + width, y + list});
        y += list + ui_.px(gap_px);
        y += saving() ? draw_name({at.x, y}, width) : draw_below({at.x, y}, width);
        if (!ImGui::GetIO().WantTextInput && ImGui::IsKeyPressed(ImGuiKey_Backspace, false)) go_up();
        return y - at.y;
    }

private:
    void go(const fs::path& path)
    {
        went_elsewhere_ = true;
        state_.confirming = false;
        go_to(state_, path);
    }

    void go_up()
    {
        if (state_.folder.has_parent_path() && state_.folder != state_.folder.root_path())
            go(state_.folder.parent_path());
    }

    float draw_path(Point at, float width)
    {
        const Rect up = shell::rect_at(at.x, at.y, ui_.px(line_px), ui_.px(line_px));
        if (shell::icon_button(ui_, "up", shell::Icon::arrow_up, frame_.tr("files.up"), up,
                               state_.folder != state_.folder.root_path()))
            go_up();
        const bool wrong = state_.answer && !*state_.answer;
        const Rect field{up.x1 + ui_.px(8), at.y, at.x + width, up.y1};
        const auto typed = shell::text_input(ui_, "path", state_.typed, field,
                                             {.hint = frame_.tr("files.path"), .wrong = wrong, .select_all = false});
        if (typed.entered) go(typed_path(state_.typed, state_.folder, state_.home));
        return ui_.px(line_px);
    }

    void draw_places(const Rect& where)
    {
        float y = where.y0;
        const auto heading = [&](std::string_view key) {
            shell::draw_text(ui_, {where.x0, y + ui_.px(4)}, {.font = FontRole::small, .color = ui_.theme.muted},
                             frame_.tr(key));
            y += ui_.px(26);
        };
        const auto place = [&](std::string_view id, const std::string& label, const fs::path& path) {
            const Rect line = shell::rect_at(where.x0, y, where.width(), ui_.px(28));
            y = line.y1;
            if (line.y1 > where.y1) return;
            const auto press =
                shell::press_area(ui_, id, label, line, {.ring = shell::Ring::inside, .reason = path.string()});
            const bool here = path == state_.folder;
            if (here || press.hovered) shell::fill(ui_, line, here ? ui_.theme.selection : ui_.theme.hover, 6);
            const Rect words{line.x0 + ui_.px(8), line.y0, line.x1 - ui_.px(4), line.y1};
            shell::draw_text_fitted(ui_, words, Align::left, {.font = FontRole::label, .color = ui_.theme.ink}, label);
            if (press.pressed) go(path);
        };
        for (const Place& each : state_.places) place("place " + each.path.string(), each.label, each.path);
        if (state_.recent.empty()) return;
        y += state_.places.empty() ? 0 : ui_.px(8);
        heading("files.recent");
        for (const std::string& each : state_.recent) {
            const std::string label = fs::path{each}.filename().string();
            place("recent " + each, label.empty() ? each : label, each);
        }
    }

    void draw_list(const Rect& where)
    {
        shell::box(ui_, where, 6, ui_.theme.panel, ui_.theme.field_border);
        const auto opened = draw_folder_table(state_, frame_, where.inset(ui_.px.hair()));
        if (!opened) return;
        if (opened->folder)
            go(state_.folder / opened->name);
        else
            accepted_ = true;
    }

    /// All files or ledgers only, and how many are chosen.
    float draw_below(Point at, float width)
    {
        if (shell::checkbox(ui_, "all", frame_.tr("files.all"), state_.all_files, at)) go(state_.folder);
        const Folder* of = folder();
        const std::size_t chosen = of != nullptr ? chosen_files(state_.choice, *of).size() : 0;
        std::string text;
        if (state_.purpose == FilePurpose::import_ledgers) text = frame_.tr("files.dry_first");
        if (chosen > 1) text = frame_.tr("files.chosen", {language::grouped(chosen)});
        if (of != nullptr && of->left_out > 0) text = frame_.tr("files.left_out", {language::grouped(of->left_out)});
        const float left = at.x + shell::text_width(ui_, FontRole::body, frame_.tr("files.all")) + ui_.px(48);
        shell::draw_text_fitted(ui_, Rect{left, at.y, at.x + width, at.y + ui_.px(28)}, Align::right,
                                {.font = FontRole::label, .color = ui_.theme.muted}, text);
        return ui_.px(28);
    }

    /// The name to save under, its form, and the question where it exists.
    float draw_name(Point at, float width)
    {
        const auto label = frame_.tr("files.save_as");
        const float label_width = shell::text_width(ui_, FontRole::label, label) + ui_.px(10);
        shell::draw_text(ui_, Rect{at.x, at.y, at.x + label_width, at.y + ui_.px(line_px)}, Align::left,
                         {.font = FontRole::label, .color = ui_.theme.muted}, label);
        const bool one_form = has_one_form(state_.purpose);
        const float forms = ui_.px(one_form ? 72 : 148);
        const Rect field{at.x + label_width, at.y, at.x + width - forms - ui_.px(14), at.y + ui_.px(line_px)};
        if (shell::text_input(ui_, "name", state_.name, field,
                              {.take_focus = ImGui::IsWindowAppearing(), .wrong = state_.name.empty()})
                .changed)
            state_.confirming = false;
        const float x = field.x1 + ui_.px(14);
        if (one_form)
            shell::draw_text(ui_, Rect{x, field.y0, at.x + width, field.y1}, Align::left, {.color = ui_.theme.muted},
                             endings_of(state_).front());
        else
            draw_forms({x, at.y + ui_.px(2)});
        const Rect note{at.x, at.y + ui_.px(line_px + 4), at.x + width, at.y + ui_.px(line_px + 28)};
        if (state_.confirming)
            shell::draw_text_fitted(ui_, note, Align::left, {.font = FontRole::body_bold, .color = ui_.theme.stop.text},
                                    frame_.tr("files.exists", {state_.name + endings_of(state_).front()}));
        return ui_.px(line_px + 28);
    }

    /// PDF or CSV; the folder is listed by the ending.
    void draw_forms(Point at)
    {
        const bool was_pdf = state_.as_pdf;
        if (shell::radio(ui_, "pdf", "PDF", state_.as_pdf, at)) state_.as_pdf = true;
        if (!state_.only_pdf &&
            shell::radio(ui_, "other", other_form(state_), !state_.as_pdf, {at.x + ui_.px(76), at.y}))
            state_.as_pdf = false;
        if (was_pdf != state_.as_pdf) go(state_.folder);
    }

    FileDialogState& state_;
    const Frame& frame_;
    const shell::Ui& ui_;
    bool accepted_ = false;
    bool went_elsewhere_ = false;
};

/// What was chosen, as the purpose wants it: imports of the files, or they themselves.
Requests taken(FileDialogState& state, const Folder& folder)
{
    if (state.purpose == FilePurpose::attach) return {desk::AttachFiles{chosen_files(state.choice, folder)}};
    if (state.purpose == FilePurpose::reconcile) return {desk::ReconcileLists{chosen_files(state.choice, folder)}};
    if (state.purpose == FilePurpose::read_checks)
        return {desk::CheckRequest{desk::ReadCheckFiles{chosen_files(state.choice, folder)}}};
    Requests asked;
    for (std::string& file : chosen_files(state.choice, folder)) {
        data::ImportRequest request;
        request.path = std::move(file);
        request.dry_run = true;
        asked.push_back(desk::RunImport{std::move(request)});
    }
    return asked;
}

/// A name that stays in its folder and says something.
bool is_name(std::string_view name)
{
    return !name.empty() && name.find('/') == std::string_view::npos && name != "." && name != "..";
}

}  // namespace

std::vector<std::string> endings_of(const FileDialogState& state)
{
    if (state.purpose == FilePurpose::import_ledgers)
        return {".xlsx", ".csv", ".tsv", ".geojson", ".json", ".gpkg", ".shp", ".zip", ".gpx"};
    if (state.purpose == FilePurpose::reconcile || state.purpose == FilePurpose::read_checks) return {".xlsx", ".csv"};
    if (state.purpose == FilePurpose::save_check) return {is_on_paper(state.check) ? ".pdf" : ".xlsx"};
    if (state.purpose == FilePurpose::save_workbook) return {".xlsx"};
    if (state.purpose == FilePurpose::save_export) return {std::string{data::ending_of(state.records.form)}};
    if (state.as_pdf) return {".pdf"};
    return {state.purpose == FilePurpose::save_letter ? ".docx" : ".csv"};
}

void open_import_dialog(FileDialogState& state)
{
    open(state, FilePurpose::import_ledgers);
}

void open_attach_dialog(FileDialogState& state)
{
    open(state, FilePurpose::attach);
}

void open_save_dialog(FileDialogState& state, std::string name)
{
    state.name = std::move(name);
    state.only_pdf = false;
    open(state, FilePurpose::save_list);
}

void open_letter_dialog(FileDialogState& state, std::string name, bool as_docx)
{
    state.name = std::move(name);
    state.only_pdf = !as_docx;
    state.as_pdf |= state.only_pdf;
    open(state, FilePurpose::save_letter);
}

void open_workbook_dialog(FileDialogState& state, std::string name, desk::Page page)
{
    state.name = std::move(name);
    state.page = page;
    open(state, FilePurpose::save_workbook);
}

void open_export_dialog(FileDialogState& state, std::string name, data::ExportRequest records)
{
    state.name = std::move(name);
    state.records = std::move(records);
    open(state, FilePurpose::save_export);
}

void open_reconcile_dialog(FileDialogState& state)
{
    open(state, FilePurpose::reconcile);
}

void open_check_dialog(FileDialogState& state, std::string name, desk::CheckRequest wish)
{
    state.name = std::move(name);
    state.check = std::move(wish);
    open(state, FilePurpose::save_check);
}

void open_read_checks_dialog(FileDialogState& state)
{
    open(state, FilePurpose::read_checks);
}

namespace {

/// The words of the dialog by its purpose.
struct Words {
    const char* title;
    const char* take;
};
Words words_of(FilePurpose purpose)
{
    switch (purpose) {
    case FilePurpose::save_list:
    case FilePurpose::save_check:
    case FilePurpose::save_workbook: return {"files.title.save", "files.save"};
    case FilePurpose::save_export: return {"files.title.export", "files.save"};
    case FilePurpose::save_letter: return {"files.title.letter", "files.save"};
    case FilePurpose::attach: return {"files.title.attach", "files.attach"};
    case FilePurpose::reconcile: return {"files.title.reconcile", "files.reconcile"};
    case FilePurpose::read_checks: return {"files.title.checks", "files.read_checks"};
    case FilePurpose::import_ledgers: break;
    }
    return {"files.title.import", "files.take"};
}

/// How many files a purpose needs at least.
std::size_t least_files(FilePurpose purpose)
{
    return purpose == FilePurpose::reconcile ? 2 : 1;
}

}  // namespace

Requests draw_file_dialog(FileDialogState& state, const Frame& frame)
{
    if (std::exchange(state.opening, false)) shell::open_dialog(dialog_id);
    if (!shell::dialog_is_open(dialog_id)) return {};
    take_answer(state);
    Pass pass(state, frame);
    const bool saving = pass.saving(), attaching = state.purpose == FilePurpose::attach;
    const std::string file = state.name + endings_of(state).front();
    const bool ready = pass.folder() != nullptr &&
                       (saving ? is_name(state.name)
                               : chosen_files(state.choice, *pass.folder()).size() >= least_files(state.purpose));
    const auto reason = frame.tr(saving                                    ? "files.no_name"
                                 : state.purpose == FilePurpose::reconcile ? "files.two_needed"
                                                                           : "files.none_chosen");
    const Words words = words_of(state.purpose);
    const std::string_view main = frame.tr(state.confirming ? "files.replace" : words.take);
    const std::array buttons{shell::DialogButton{.id = "cancel", .label = frame.tr("window.cancel"), .cancels = true},
                             shell::DialogButton{.id = "take",
                                                 .label = main,
                                                 .primary = true,
                                                 .enabled = ready,
                                                 .reason = ready ? std::string_view{} : reason}};
    const auto title = frame.tr(words.title);
    auto pressed = shell::dialog(
        frame.ui, dialog_id, {.title = title, .width = dialog_px},
        [&](Point at, float width) { return pass.draw(at, width); }, buttons);
    if (pass.accepted() && ready) pressed = "take";
    if (pressed == "cancel" || !pressed || pass.went_elsewhere()) {
        if (pressed != "cancel") return {};
        shell::close_dialog();
        return attaching ? Requests{desk::AttachFiles{}} : Requests{};
    }
    if (saving && !state.confirming && row_of(*pass.folder(), file)) {
        state.confirming = true;
        return {};
    }
    remember(state);
    shell::close_dialog();
    const std::string path = (state.folder / file).string();
    if (state.purpose == FilePurpose::save_letter) return {desk::SaveLetter{path}};
    if (state.purpose == FilePurpose::save_workbook) return {desk::SaveWorkbook{state.page, path}};
    if (state.purpose == FilePurpose::save_export) {
        state.records.path = path;
        return {desk::ExportRecords{state.records}};
    }
    if (state.purpose == FilePurpose::save_check) return {with_path(state.check, path)};
    if (saving) return {desk::SaveList{path}};
    return taken(state, *pass.folder());
}

}  // namespace xiaoan::imports
