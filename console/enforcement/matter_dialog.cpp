#include "console/enforcement/case_dialogs.hpp"
#include "console/rules/wording.hpp"
#include "console/shell/text.hpp"
#include "console/shell/widgets/comparison.hpp"
#include "console/shell/widgets/dialog.hpp"
#include "console/shell/widgets/field.hpp"
#include "console/shell/widgets/menu.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace xiaoan::enforcement {

namespace {

using desk::Frame;
using shell::Align;
using shell::FontRole;
using shell::Point;
using shell::Rect;

constexpr std::string_view dialog_id = "matter";
constexpr float line_px = 32, label_px = 92;

class Pass {
public:
    Pass(MatterDialog& dialog, const Frame& frame) : dialog_(dialog), frame_(frame), ui_(frame.ui) {}

    float draw(Point at, float width)
    {
        at_ = at;
        width_ = width;
        at_.y += shell::section_heading(ui_, at_, frame_.tr("cases.matter.what"));
        area("matter", dialog_.matter, frame_.tr("cases.matter.hint"), 76, ImGui::IsWindowAppearing());
        draw_department();
        draw_county();
        draw_due();
        at_.y += shell::section_heading(ui_, at_, frame_.tr("cases.open.note"));
        area("note", dialog_.note, {}, 48, false);
        return at_.y - at.y;
    }

private:
    void area(std::string_view id, std::string& text, std::string_view hint, float height, bool focus)
    {
        const auto field = shell::rect_at(at_.x, at_.y, width_, ui_.px(height));
        (void)shell::text_area(ui_, id, text, field, {.hint = hint, .take_focus = focus});
        at_.y = field.y1 + ui_.px(8);
    }
    Rect line(std::string_view key)
    {
        shell::draw_text(ui_, shell::rect_at(at_.x, at_.y, ui_.px(label_px), ui_.px(line_px)), Align::left,
                         {.font = FontRole::label, .color = ui_.theme.muted}, frame_.tr(key));
        const Rect where = shell::rect_at(at_.x + ui_.px(label_px), at_.y, ui_.px(240), ui_.px(line_px));
        at_.y += ui_.px(line_px + 8);
        return where;
    }

    void draw_department()
    {
        const Rect where = line("cases.open.department");
        std::vector<shell::MenuRow> rows;
        for (const auto& each : data::words_of<rules::Department>)
            rows.push_back({.label = std::string{frame_.tr("department." + std::string{each.word})},
                            .chosen = each.word == data::word(dialog_.department)});
        const std::string value{frame_.tr("department." + std::string{data::word(dialog_.department)})};
        if (const auto picked = shell::drop_down(ui_, "department", {}, value, rows, where))
            dialog_.department = static_cast<rules::Department>(*picked + 1);
    }

    void draw_county()
    {
        const Rect where = line("cases.column.county");
        const auto& counties = frame_.snapshot().region->counties;
        std::vector<shell::MenuRow> rows{
            {.label = std::string{frame_.tr("cases.matter.whole_city")}, .chosen = !dialog_.county.given()}};
        for (const data::County& each : counties)
            rows.push_back({.label = rules::county_name(frame_.snapshot(), each.adcode, frame_.language),
                            .chosen = each.adcode == dialog_.county});
        const auto chosen = std::ranges::find(rows, true, &shell::MenuRow::chosen);
        const std::string value = chosen != rows.end() ? chosen->label : std::string{};
        if (const auto picked = shell::drop_down(ui_, "county", {}, value, rows, where))
            dialog_.county = *picked == 0 ? data::Adcode{} : counties[*picked - 1].adcode;
    }

    void draw_due()
    {
        const Rect where = line("cases.open.due");
        (void)shell::date_field(ui_, "due", dialog_.due_on, dialog_.due_field, where);
    }

    MatterDialog& dialog_;
    const Frame& frame_;
    const shell::Ui& ui_;
    Point at_{};
    float width_ = 0;
};

}  // namespace

void draw_matter_dialog(MatterDialog& dialog, const Frame& frame, desk::Requests& asked)
{
    if (std::exchange(dialog.opening, false)) shell::open_dialog(dialog_id);
    if (!shell::dialog_is_open(dialog_id)) return;
    const std::string date = data::iso(frame.derived.as_of);
    std::string reason;
    if (!says_something(dialog.matter))
        reason = frame.tr("cases.matter.needed");
    else if (dialog.due_on < frame.derived.as_of)
        reason = frame.tr("cases.open.due_too_early", {date});
    const std::array buttons{shell::DialogButton{.id = "cancel", .label = frame.tr("window.cancel"), .cancels = true},
                             shell::DialogButton{.id = "open",
                                                 .label = frame.tr("cases.matter.do"),
                                                 .primary = true,
                                                 .enabled = reason.empty(),
                                                 .reason = reason}};
    Pass pass(dialog, frame);
    const auto pressed = shell::dialog(
        frame.ui, dialog_id, {.title = frame.tr("cases.matter.title"), .width = 520},
        [&](Point at, float width) { return pass.draw(at, width); }, buttons);
    if (pressed == "open")
        asked.push_back(
            data::Command{data::OpenCases{{data::OpenCase{.subject_kind = "matter",
                                                          .subject_key = {},
                                                          .county = dialog.county,
                                                          .department = std::string{data::word(dialog.department)},
                                                          .opened_on = frame.derived.as_of,
                                                          .due_on = data::DateCell{dialog.due_on},
                                                          .rules = {},
                                                          .note = dialog.note,
                                                          .matter = dialog.matter}}}});
    if (pressed) shell::close_dialog();
}

}  // namespace xiaoan::enforcement
