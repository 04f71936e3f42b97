#include "console/records/export_dialog.hpp"

#include "console/language/wording.hpp"
#include "console/shell/text.hpp"
#include "console/shell/widgets/checkbox.hpp"
#include "console/shell/widgets/comparison.hpp"
#include "console/shell/widgets/dialog.hpp"
#include "console/shell/widgets/field.hpp"
#include "console/shell/widgets/menu.hpp"
#include "data/kinds/kinds.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <utility>
#include <vector>

namespace xiaoan::records {

namespace {

using desk::Frame;
using shell::FontRole;
using shell::Point;

constexpr std::string_view dialog_id = "export records";
constexpr float field_px = 32;

bool has_people(const data::KindInfo& kind)
{
    return std::ranges::any_of(kind.fields, [](const data::FieldInfo& field) { return data::is_personal(field.type); });
}

bool says_something(std::string_view text)
{
    return text.find_first_not_of(" \t") != std::string_view::npos;
}

/// Takes the first form that the kind can be written in where the chosen one is not.
void keep_possible(ExportDialog& dialog)
{
    if (!data::export_obstacle(*dialog.kind, dialog.form).empty()) dialog.form = data::ExportForm::xlsx;
    if (!has_people(*dialog.kind)) dialog.unmasked = false;
}

/// One drawing of the dialog's content.
class Pass {
public:
    Pass(ExportDialog& dialog, const Frame& frame) : dialog_(dialog), frame_(frame), ui_(frame.ui) {}

    float draw(Point at, float width)
    {
        x_ = at.x;
        y_ = at.y;
        width_ = width;
        y_ += shell::section_heading(ui_, {x_, y_}, frame_.tr("export.kind"));
        draw_kind();
        y_ += ui_.px(14);
        y_ += shell::section_heading(ui_, {x_, y_}, frame_.tr("export.form"));
        draw_forms();
        y_ += ui_.px(10);
        y_ += shell::section_heading(ui_, {x_, y_}, frame_.tr("export.people"));
        draw_people();
        return y_ - at.y;
    }

private:
    void note(std::string_view text)
    {
        y_ += shell::draw_paragraph(ui_, {x_, y_}, width_, {.font = FontRole::label, .color = ui_.theme.muted}, text,
                                    20) +
              ui_.px(4);
    }

    void draw_kind()
    {
        std::vector<shell::MenuRow> rows;
        for (const data::KindInfo* each : data::kinds())
            rows.push_back({.label = std::string{frame_.tr(fmt::format("kind.{}", each->key))},
                            .side = language::grouped(data::record_count(frame_.snapshot(), *each)),
                            .chosen = each == dialog_.kind});
        const auto where = shell::rect_at(x_, y_, std::min(width_, ui_.px(260)), ui_.px(field_px));
        const auto picked =
            shell::drop_down(ui_, "kind", {}, frame_.tr(fmt::format("kind.{}", dialog_.kind->key)), rows, where);
        if (picked) dialog_.kind = data::kinds()[*picked];
        keep_possible(dialog_);
        y_ = where.y1;
    }

    void draw_forms()
    {
        for (const data::ExportForm form : data::export_forms) {
            if (!data::export_obstacle(*dialog_.kind, form).empty()) continue;
            const std::string id{data::word(form)};
            if (shell::radio(ui_, id, frame_.tr("export.form." + id), dialog_.form == form, {x_, y_}))
                dialog_.form = form;
            y_ += ui_.px(shell::checkbox_height_px);
        }
        if (!data::export_obstacle(*dialog_.kind, data::ExportForm::gpkg).empty()) note(frame_.tr("export.no_places"));
    }

    void draw_people()
    {
        if (!has_people(*dialog_.kind)) return note(frame_.tr("export.no_people"));
        (void)shell::checkbox(ui_, "unmasked", frame_.tr("export.unmasked"), dialog_.unmasked, {x_, y_},
                              !frame_.known_at);
        y_ += ui_.px(shell::checkbox_height_px + 2);
        if (!dialog_.unmasked) return note(frame_.tr(frame_.known_at ? "export.masked_earlier" : "export.masked"));
        const auto where = shell::rect_at(x_, y_, width_, ui_.px(field_px));
        (void)shell::text_input(ui_, "reason", dialog_.reason, where, {.hint = frame_.tr("export.reason")});
        y_ = where.y1 + ui_.px(6);
        note(frame_.tr("export.logged"));
    }

    ExportDialog& dialog_;
    const Frame& frame_;
    const shell::Ui& ui_;
    float x_ = 0, y_ = 0, width_ = 0;
};

}  // namespace

void begin_export(ExportDialog& dialog, std::string_view kind)
{
    const data::KindInfo* of = data::find_kind(kind);
    if (of == nullptr) return;
    dialog = {.opening = true, .kind = of, .form = dialog.form};
    keep_possible(dialog);
}

desk::Requests draw_export_dialog(ExportDialog& dialog, const Frame& frame)
{
    if (std::exchange(dialog.opening, false)) shell::open_dialog(dialog_id);
    if (dialog.kind == nullptr || !shell::dialog_is_open(dialog_id)) return {};
    if (frame.known_at) dialog.unmasked = false;  // it would have to be logged
    const bool ready = !dialog.unmasked || says_something(dialog.reason);
    const std::array buttons{
        shell::DialogButton{.id = "cancel", .label = frame.tr("window.cancel"), .cancels = true},
        shell::DialogButton{.id = "choose",
                            .label = frame.tr("export.choose_file"),
                            .primary = true,
                            .enabled = ready,
                            .reason = ready ? std::string_view{} : frame.tr("rejected.export_reason_missing")}};
    Pass pass(dialog, frame);
    const auto pressed = shell::dialog(
        frame.ui, dialog_id, {.title = frame.tr("export.title"), .width = 500},
        [&](Point at, float width) { return pass.draw(at, width); }, buttons);
    if (!pressed) return {};
    shell::close_dialog();
    if (pressed != "choose") return {};
    return {desk::ExportRecords{{.kind = std::string{dialog.kind->key},
                                 .form = dialog.form,
                                 .unmasked = dialog.unmasked,
                                 .reason = dialog.unmasked ? dialog.reason : std::string{}}}};
}

}  // namespace xiaoan::records
