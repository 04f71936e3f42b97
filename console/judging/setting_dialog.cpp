#include "console/judging/setting_dialog.hpp"

#include "console/judging/rule_rows.hpp"
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
constexpr std::array<std::string_view, 2> age_words{"strict", "completed_year"};

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
        paragraph(setting_name(*dialog_.info, frame_.language), ui_.theme.ink);
        y += shell::section_heading(ui_, {at.x, y}, value_label());
        const auto where = shell::rect_at(at.x, y, std::min(width, ui_.px(260)), ui_.px(field_px));
        if (dialog_.info->unit == "word")
            draw_words(where);
        else
            (void)shell::text_input(
                ui_, "value", dialog_.value, where,
                {.hint = frame_.tr(dialog_.info->unit == "date" ? "setting.hint.date" : "setting.hint"),
                 .take_focus = ImGui::IsWindowAppearing(),
                 .wrong = wrong_});
        y = where.y1 + ui_.px(12);
        y += shell::section_heading(ui_, {at.x, y}, frame_.tr("setting.source"));
        (void)shell::text_area(ui_, "source", dialog_.source, shell::rect_at(at.x, y, width, ui_.px(source_px)),
                               {.hint = frame_.tr("setting.source.hint")});
        y += ui_.px(source_px) + ui_.px(10);
        const rules::Params defaults;
        paragraph(frame_.tr("setting.default_is",
                            {setting_text(*dialog_.info, rules::value_of(defaults, *dialog_.info), frame_.language),
                             std::string{frame_.tr("setting." + std::string{dialog_.info->name} + ".source")}}),
                  ui_.theme.muted);
        return y - at.y;
    }

private:
    [[nodiscard]] std::string value_label() const
    {
        const std::string unit{dialog_.info->unit};
        if (unit == "word" || unit == "date") return std::string{frame_.tr("setting.value")};
        return frame_.tr("setting.value_in", {std::string{frame_.tr("setting.unit." + unit)}});
    }

    void draw_words(const shell::Rect& where)
    {
        std::vector<shell::MenuRow> rows;
        for (const auto word : age_words)
            rows.push_back(
                {.label = setting_text(*dialog_.info, word, frame_.language), .chosen = dialog_.value == word});
        const std::string value = setting_text(*dialog_.info, dialog_.value, frame_.language);
        if (const auto picked = shell::drop_down(ui_, "value", {}, value, rows, where))
            dialog_.value = age_words[*picked];
    }

    SettingDialog& dialog_;
    const Frame& frame_;
    const shell::Ui& ui_;
    bool wrong_;
};

/// Why it cannot be set as it is written; nothing where it can.
std::string why_not(const SettingDialog& dialog, const Frame& frame)
{
    rules::Params tried;
    if (!rules::set_value(tried, *dialog.info, dialog.value)) {
        if (dialog.info->unit == "date") return std::string{frame.tr("setting.bad_date")};
        return frame.tr("setting.bad_number", {std::to_string(dialog.info->least), std::to_string(dialog.info->most)});
    }
    return says_something(dialog.source) ? std::string{} : std::string{frame.tr("setting.source_needed")};
}

}  // namespace

void begin_setting(SettingDialog& dialog, const desk::Derived& derived, std::string_view name)
{
    const rules::SettingInfo* info = rules::find_setting(name);
    if (info == nullptr) return;
    const auto& settings = derived.dossiers.judging().settings;
    const auto set = std::ranges::find(settings, name, &data::Setting::name);
    dialog = {.opening = true,
              .info = info,
              .value = rules::value_of(derived.dossiers.params(), *info),
              .source = set != settings.end() ? set->source : std::string{}};
}

desk::Requests draw_setting_dialog(SettingDialog& dialog, const Frame& frame)
{
    if (std::exchange(dialog.opening, false)) shell::open_dialog(dialog_id);
    if (dialog.info == nullptr || !shell::dialog_is_open(dialog_id)) return {};
    const std::string reason = why_not(dialog, frame);
    rules::Params tried;
    const bool read = rules::set_value(tried, *dialog.info, dialog.value);
    const bool wrong = !dialog.value.empty() && !read;
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
    return {desk::Judge{
        data::ChangeSetting{std::string{dialog.info->name}, rules::value_of(tried, *dialog.info), dialog.source}}};
}

}  // namespace xiaoan::judging
