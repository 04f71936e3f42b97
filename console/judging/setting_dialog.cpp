#include "console/judging/setting_dialog.hpp"

#include "console/catalogue/catalogue.hpp"
#include "console/shell/text.hpp"
#include "console/shell/widgets/comparison.hpp"
#include "console/shell/widgets/dialog.hpp"
#include "console/shell/widgets/field.hpp"
#include "console/shell/widgets/menu.hpp"

#include <algorithm>
#include <array>
#include <utility>
#include <vector>

namespace xiaoan::judging {

namespace {

using desk::Frame;
using shell::FontRole;
using shell::Point;

constexpr std::string_view dialog_id = "setting";
constexpr float field_px = 32, source_px = 56;

bool says_something(std::string_view text)
{
    return text.find_first_not_of(" \t\n") != std::string_view::npos;
}

/// One drawing of the dialog's content.
class Pass {
public:
    Pass(SettingDialog& dialog, const Frame& frame, bool wrong)
        : dialog_(dialog), frame_(frame), ui_(frame.ui), wrong_(wrong)
    {
    }

    float draw(Point at, float width)
    {
        float y = at.y;
        const auto paragraph = [&](std::string_view text, shell::Color color) {
            y += shell::draw_paragraph(ui_, {at.x, y}, width, {.font = FontRole::label, .color = color}, text, 20) +
                 ui_.px(10);
        };
        paragraph(settings::name_text(*dialog_.info, frame_.language), ui_.theme.ink);
        y += shell::section_heading(ui_, {at.x, y}, value_label());
        const auto where = shell::rect_at(at.x, y, std::min(width, ui_.px(260)), ui_.px(field_px));
        if (const auto* choice = std::get_if<settings::OneOf>(&dialog_.info->form))
            draw_words(where, choice->words);
        else
            (void)shell::text_input(
                ui_, "value", dialog_.value, where,
                {.hint = frame_.tr(hint()), .take_focus = ImGui::IsWindowAppearing(), .wrong = wrong_});
        y = where.y1 + ui_.px(12);
        y += shell::section_heading(ui_, {at.x, y}, frame_.tr("setting.source"));
        (void)shell::text_area(ui_, "source", dialog_.source, shell::rect_at(at.x, y, width, ui_.px(source_px)),
                               {.hint = frame_.tr("setting.source.hint")});
        y += ui_.px(source_px) + ui_.px(10);
        paragraph(frame_.tr("setting.default_is",
                            {settings::value_text(*dialog_.info, dialog_.info->default_value, frame_.language),
                             settings::said(dialog_.info->source, frame_.language)}),
                  ui_.theme.muted);
        return y - at.y;
    }

private:
    [[nodiscard]] std::string value_label() const
    {
        if (std::holds_alternative<settings::OneOf>(dialog_.info->form) ||
            std::holds_alternative<settings::Day>(dialog_.info->form))
            return std::string{frame_.tr("setting.value")};
        const std::string unit{dialog_.info->unit};
        return frame_.tr("setting.value_in", {std::string{frame_.tr("setting.unit." + unit)}});
    }

    [[nodiscard]] std::string_view hint() const
    {
        if (std::holds_alternative<settings::Day>(dialog_.info->form)) return "setting.hint.date";
        if (std::holds_alternative<settings::DayOfYear>(dialog_.info->form)) return "setting.hint.day_of_year";
        const auto* written = std::get_if<settings::Written>(&dialog_.info->form);
        return written != nullptr ? written->hint : "setting.hint";
    }

    void draw_words(const shell::Rect& where, std::span<const std::string_view> words)
    {
        std::vector<shell::MenuRow> rows;
        for (const auto word : words)
            rows.push_back(
                {.label = settings::value_text(*dialog_.info, word, frame_.language), .chosen = dialog_.value == word});
        const std::string value = settings::value_text(*dialog_.info, dialog_.value, frame_.language);
        if (const auto picked = shell::drop_down(ui_, "value", {}, value, rows, where)) dialog_.value = words[*picked];
    }

    SettingDialog& dialog_;
    const Frame& frame_;
    const shell::Ui& ui_;
    bool wrong_;
};

/// Why it cannot be set as it is written; nothing where it can.
std::string why_not(const SettingDialog& dialog, const settings::Tried& tried, const Frame& frame)
{
    if (!tried.value) return tried.allowed;
    return says_something(dialog.source) ? std::string{} : std::string{frame.tr("setting.source_needed")};
}

}  // namespace

void begin_setting(SettingDialog& dialog, const desk::Derived& derived, std::string_view name)
{
    const settings::SettingInfo* info = settings::find(catalogue::all_settings(), name);
    if (info == nullptr) return;
    const auto standing =
        settings::standing_settings(catalogue::all_settings(), derived.dossiers.judging().settings, {});
    const auto now = std::ranges::find(standing, info, &settings::StandingSetting::info);
    dialog = {.opening = true,
              .info = info,
              .value = now->value,
              .source = now->set != nullptr ? now->set->source : std::string{}};
}

desk::Requests draw_setting_dialog(SettingDialog& dialog, const Frame& frame)
{
    if (std::exchange(dialog.opening, false)) shell::open_dialog(dialog_id);
    if (dialog.info == nullptr || !shell::dialog_is_open(dialog_id)) return {};
    const auto tried = settings::tried(catalogue::all_settings(), frame.derived.dossiers.judging().settings,
                                       *dialog.info, dialog.value, frame.language);
    const std::string reason = why_not(dialog, tried, frame);
    const bool wrong = !dialog.value.empty() && !tried.value;
    const std::array buttons{shell::DialogButton{.id = "cancel", .label = frame.tr("window.cancel"), .cancels = true},
                             shell::DialogButton{.id = "set",
                                                 .label = frame.tr("setting.set"),
                                                 .primary = true,
                                                 .enabled = reason.empty(),
                                                 .reason = reason}};
    Pass pass(dialog, frame, wrong);
    const auto pressed = shell::dialog(
        frame.ui, dialog_id, {.title = frame.tr("setting.title"), .width = 520},
        [&](Point at, float width) { return pass.draw(at, width); }, buttons);
    if (!pressed) return {};
    shell::close_dialog();
    if (pressed != "set") return {};
    return {desk::Judge{data::ChangeSetting{dialog.info->name, tried.value, dialog.source}}};
}

}  // namespace xiaoan::judging
