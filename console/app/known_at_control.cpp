#include "console/app/known_at_control.hpp"

#include "console/language/wording.hpp"
#include "console/shell/shapes.hpp"
#include "console/shell/text.hpp"
#include "console/shell/widgets/button.hpp"
#include "console/shell/widgets/dialog.hpp"
#include "console/shell/widgets/field.hpp"
#include "data/register/moment.hpp"

#include <array>
#include <utility>

namespace xiaoan::app {

namespace {

constexpr std::string_view dialog_id = "known at";

MomentChoice end_of(data::Date day, std::string label)
{
    const std::string date = data::iso(day);
    return {std::move(label), date, data::moment_from_iso(date), false};
}

}  // namespace

std::vector<MomentChoice> moment_choices(data::Date today, language::Language language)
{
    const auto say = [&](std::string_view key) { return std::string{language::tr(language, key)}; };
    using std::chrono::days;
    return {{say("known_at.now"), {}, std::nullopt, false},
            end_of(today - days{1}, say("known_at.yesterday")),
            end_of(today - days{7}, say("known_at.week")),
            end_of(today - days{30}, say("known_at.month")),
            {say("known_at.other"), "Ctrl+H", std::nullopt, true}};
}

desk::Requests draw_known_at_strip(const desk::Frame& frame, const shell::Rect& where)
{
    desk::Requests asked;
    const auto& ui = frame.ui;
    shell::fill(ui, where, ui.theme.notice.card, 0);
    shell::hairline(ui, where.x0, where.x1, where.y1 - ui.px.hair(), ui.theme.notice.line);
    const auto back = frame.tr("known_at.back");
    const float width = shell::text_width(ui, shell::FontRole::body_bold, back) + ui.px(24);
    const shell::Rect button{where.x1 - ui.px(16) - width, where.y0, where.x1 - ui.px(16), where.y1};
    if (shell::text_button(ui, "back_to_now", back, button, shell::FontRole::body_bold))
        asked.emplace_back(desk::SetKnownAt{});
    const shell::Rect words{where.x0 + ui.px(18), where.y0, button.x0 - ui.px(12), where.y1};
    const auto& known = *frame.known_at;
    shell::draw_text_fitted(
        ui, words, shell::Align::left, {.color = ui.theme.notice.text},
        frame.tr("known_at.strip",
                 {data::shown_moment(known.moment), language::grouped(static_cast<std::size_t>(known.newest.value))}));
    return asked;
}

desk::Requests draw_known_at_dialog(KnownAtState& state, const desk::Frame& frame)
{
    desk::Requests asked;
    if (std::exchange(state.opening, false)) {
        state.typed = frame.known_at ? data::shown_moment(frame.known_at->moment) : std::string{};
        shell::open_dialog(dialog_id);
    }
    if (!shell::dialog_is_open(dialog_id)) return asked;
    const auto& ui = frame.ui;
    const data::Timestamp moment = data::moment_from_iso(state.typed);
    const std::array buttons{
        shell::DialogButton{.id = "cancel", .label = frame.tr("window.cancel"), .cancels = true},
        shell::DialogButton{.id = "show",
                            .label = frame.tr("known_at.show"),
                            .primary = true,
                            .enabled = moment.given(),
                            .reason = moment.given() ? std::string_view{} : frame.tr("known_at.no_moment")}};
    bool entered = false;
    const auto content = [&](shell::Point at, float width) {
        float y = at.y;
        y +=
            shell::draw_paragraph(ui, {at.x, y}, width, {.color = ui.theme.second_ink}, frame.tr("known_at.means"), 22);
        y += ui.px(10);
        const auto field = shell::rect_at(at.x, y, width, ui.px(shell::button_height_px));
        const auto typed = shell::text_input(ui, "moment", state.typed, field,
                                             {.hint = frame.tr("known_at.hint"),
                                              .take_focus = ImGui::IsWindowAppearing(),
                                              .wrong = !state.typed.empty() && !moment.given()});
        entered = typed.entered && moment.given();
        return field.y1 - at.y;
    };
    const auto pressed = shell::dialog(ui, dialog_id, {.title = frame.tr("known_at.title")}, content, buttons);
    if (pressed == "show" || entered) asked.emplace_back(desk::SetKnownAt{moment});
    if (pressed || entered) shell::close_dialog();
    return asked;
}

}  // namespace xiaoan::app
