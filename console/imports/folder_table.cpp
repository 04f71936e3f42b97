#include "console/imports/folder_table.hpp"

#include "console/language/wording.hpp"
#include "console/shell/icons.hpp"
#include "console/shell/shapes.hpp"
#include "console/shell/text.hpp"
#include "console/shell/utf8.hpp"

#include <array>

namespace xiaoan::imports {

namespace {

namespace fs = std::filesystem;
using desk::Frame;
using shell::Align;
using shell::Rect;

constexpr double jump_for_s = 1.0;

/// One drawing of the list: what its parts share.
class Pass {
public:
    Pass(FileDialogState& state, const Frame& frame) : state_(state), frame_(frame), ui_(frame.ui) {}

    std::optional<FolderEntry> draw(const Rect& where)
    {
        const std::array columns{
            shell::TableColumn{.id = "name",
                               .head = std::string{frame_.tr("files.name")},
                               .width = 240,
                               .grows = true,
                               .sorts = false},
            shell::TableColumn{.id = "size",
                               .head = std::string{frame_.tr("files.size")},
                               .width = 96,
                               .sorts = false,
                               .align = Align::right},
            shell::TableColumn{
                .id = "day", .head = std::string{frame_.tr("files.modified")}, .width = 122, .sorts = false}};
        const Folder* of = state_.answer && *state_.answer ? &**state_.answer : nullptr;
        const std::string nothing = empty_text();
        shell::TableRows rows;
        rows.count = of != nullptr ? of->entries.size() : 0;
        if (of != nullptr) rows.selected = row_of(*of, state_.choice.at);
        rows.text = [&](std::size_t row, std::size_t column) { return cell_text(of->entries[row], column); };
        rows.draw = [&](const shell::TableCell& cell) { return draw_cell(of->entries[cell.row], cell); };
        rows.ground = [&](std::size_t row) {
            return state_.choice.marked.contains(of->entries[row].name) ? ui_.theme.selection : 0;
        };
        rows.empty = nothing;
        rows.faded = state_.reader && state_.reader->reading();
        const auto events = shell::table(ui_, "list", where, columns, state_.table, rows);
        if (of == nullptr) return std::nullopt;
        if (events.selected) select(*of, *events.selected);
        if (events.opened) return of->entries[*events.opened];
        keys(*of);
        return std::nullopt;
    }

private:
    [[nodiscard]] bool saving() const
    {
        return state_.purpose == FilePurpose::save_list || state_.purpose == FilePurpose::save_workbook;
    }

    void select(const Folder& of, std::size_t row)
    {
        const ImGuiIO& io = ImGui::GetIO();
        if (saving()) {
            press(state_.choice, of, row, false, false);
            if (!of.entries[row].folder) state_.name = fs::path{of.entries[row].name}.stem().string();
        } else if (ImGui::IsMouseClicked(ImGuiMouseButton_Left)) {
            press(state_.choice, of, row, io.KeyCtrl, io.KeyShift);
        } else {
            state_.choice.at = of.entries[row].name;  // keys move without unmarking
        }
    }

    /// Space marks, Ctrl+A marks all, letters lead to the next name that begins with them.
    void keys(const Folder& of)
    {
        ImGuiIO& io = ImGui::GetIO();
        if (io.WantTextInput || !ImGui::IsWindowFocused(ImGuiFocusedFlags_ChildWindows)) return;
        if (!saving() && io.KeyMods == ImGuiMod_Ctrl && ImGui::IsKeyPressed(ImGuiKey_A, false))
            mark_all(state_.choice, of);
        if (!saving() && ImGui::IsKeyPressed(ImGuiKey_Space, false)) {
            toggle(state_.choice, of);
            return;
        }
        const double now = ImGui::GetTime();
        if (now - state_.jump_at_s > jump_for_s) state_.jump.clear();
        for (const ImWchar code : io.InputQueueCharacters)
            if (code > ' ' && io.KeyMods == 0) shell::append_utf8(state_.jump, code);
        if (io.InputQueueCharacters.empty() || state_.jump.empty()) return;
        state_.jump_at_s = now;
        if (const auto row = row_beginning(of, state_.jump, row_of(of, state_.choice.at).value_or(0))) {
            state_.choice.at = of.entries[*row].name;
            state_.table.show_selected = true;
        }
    }

    [[nodiscard]] std::string empty_text() const
    {
        if (!state_.answer) return std::string{frame_.tr("files.reading")};
        if (!*state_.answer) {
            constexpr std::array keys{"files.fault.not_found", "files.fault.not_a_folder", "files.fault.no_permission",
                                      "files.fault.failed"};
            return std::string{frame_.tr(keys[static_cast<std::size_t>(state_.answer->error())])};
        }
        const Folder& of = **state_.answer;
        if (of.other_files > 0) {
            std::string endings;
            for (const std::string& each : endings_of(state_)) endings += (endings.empty() ? "" : " ") + each;
            return frame_.tr("files.none_wanted", {endings, language::grouped(of.other_files)});
        }
        return std::string{frame_.tr("files.none")};
    }

    [[nodiscard]] static std::string cell_text(const FolderEntry& entry, std::size_t column)
    {
        if (column == 0) return entry.name;
        if (column == 1) return entry.folder ? "" : size_text(entry.size_bytes);
        return entry.modified_on ? data::iso(*entry.modified_on) : "";
    }

    bool draw_cell(const FolderEntry& entry, const shell::TableCell& cell)
    {
        const auto& theme = ui_.theme;
        if (cell.column != 0) {
            shell::draw_text(ui_, cell.where, cell.column == 1 ? Align::right : Align::left, {.color = theme.muted},
                             cell_text(entry, cell.column));
            return true;
        }
        const float middle = cell.where.middle().y;
        const float x = cell.where.x0;
        if (entry.folder) {
            shell::fill(ui_, shell::rect_at(x, middle - ui_.px(6), ui_.px(7), ui_.px(3)), theme.rectify.line, 1);
            shell::fill(ui_, shell::rect_at(x, middle - ui_.px(4), ui_.px(15), ui_.px(10)), theme.rectify.line, 1.5F);
        } else if (state_.choice.marked.contains(entry.name)) {
            shell::fill(ui_, shell::rect_at(x, middle - ui_.px(8), ui_.px(16), ui_.px(16)), theme.accent, 4);
            shell::draw_icon(ui_, {x + ui_.px(8), middle}, shell::Icon::check, theme.on_accent, 0.8F);
        } else {
            shell::box(ui_, shell::rect_at(x + ui_.px(2), middle - ui_.px(7), ui_.px(11), ui_.px(14)), 2, theme.field,
                       theme.field_border);
        }
        const Rect words{x + ui_.px(24), cell.where.y0, cell.where.x1 + ui_.px(7), cell.where.y1};
        shell::draw_text_fitted(ui_, words, Align::left,
                                {.color = entry.folder || entry.wanted ? theme.ink : theme.muted}, entry.name);
        return true;
    }

    FileDialogState& state_;
    const Frame& frame_;
    const shell::Ui& ui_;
};

}  // namespace

std::optional<FolderEntry> draw_folder_table(FileDialogState& state, const Frame& frame, const Rect& where)
{
    return Pass(state, frame).draw(where);
}

}  // namespace xiaoan::imports
