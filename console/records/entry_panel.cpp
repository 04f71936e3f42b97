// The form of one record: its fields in groups, each with what fits its type, checked while it is typed.
#include "console/records/form_layout.hpp"
#include "console/records/records_panel.hpp"
#include "console/rules/field_words.hpp"
#include "console/rules/wording.hpp"
#include "console/shell/shapes.hpp"
#include "console/shell/text.hpp"
#include "console/shell/widgets/button.hpp"
#include "console/shell/widgets/checkbox.hpp"
#include "console/shell/widgets/choice.hpp"
#include "console/shell/widgets/comparison.hpp"
#include "console/shell/widgets/date_input.hpp"
#include "console/shell/widgets/field.hpp"
#include "console/shell/widgets/menu.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>

namespace xiaoan::records {

namespace {

using data::FieldType;
using data::Value;
using desk::Frame;
using desk::Requests;
using shell::Align;
using shell::FontRole;
using shell::Point;
using shell::Rect;

constexpr float head_px = 50, side_px = 18, gap_px = 16, label_px = 20, field_px = 32, message_px = 18, row_gap_px = 4;
constexpr float least_cell_px = 210, group_px = 34;

data::SentenceLanguage sentence_language(language::Language language)
{
    return language == language::Language::zh ? data::SentenceLanguage::zh : data::SentenceLanguage::en;
}

/// What is wrong with a field, with its label in the language; empty where nothing is.
std::string entry_sentence(const EntryForm& form, std::size_t field, const Frame& frame)
{
    const EntryField& held = form.field(field);
    if (!held.issue) return {};
    if (held.issue->code == data::IssueCode::missing_required) return std::string{frame.tr("entry.required")};
    data::RowIssue issue = *held.issue;
    issue.column = rules::field_label(form.kind(), field, frame.language);
    return data::issue_text(issue, sentence_language(frame.language));
}

/// The same below the field itself, which bears its label already: “核载人数”应为… -> 应为…
std::string short_sentence(const EntryForm& form, std::size_t field, const Frame& frame)
{
    std::string sentence = entry_sentence(form, field, frame);
    for (const std::string_view after : {": ", ""}) {
        const std::string begin = fmt::format("“{}”{}", rules::field_label(form.kind(), field, frame.language), after);
        if (sentence.starts_with(begin)) return sentence.substr(begin.size());
    }
    return sentence;
}

/// One drawing of the form: what its parts share.
class Pass {
public:
    Pass(RecordsState& state, const Frame& frame, const Rect& where)
        : state_(state), frame_(frame), ui_(frame.ui), where_(where), open_(*state.form), form_(state.form->form)
    {
    }

    Requests draw()
    {
        draw_head();
        const Rect body{where_.x0, where_.y0 + ui_.px(head_px), where_.x1, where_.y1};
        ImGui::SetCursorScreenPos(shell::low(body));
        if (ImGui::BeginChild("fields", {body.width(), body.height()}, ImGuiChildFlags_None, ImGuiWindowFlags_NoMove)) {
            const ImVec2 at = ImGui::GetWindowPos();
            draw_groups({at.x + ui_.px(side_px), at.y - ImGui::GetScrollY() + ui_.px(6)},
                        body.width() - 2 * ui_.px(side_px) - ImGui::GetStyle().ScrollbarSize);
        }
        ImGui::EndChild();
        if (leave_) (void)step_back(state_);  // the form may be gone from here on
        return std::move(asked_);
    }

private:
    /// What is being entered, and the buttons.
    void draw_head()
    {
        const Rect head{where_.x0, where_.y0, where_.x1, where_.y0 + ui_.px(head_px)};
        const std::string kind{frame_.tr(fmt::format("record.{}", form_.kind().singular))};
        const std::string title = form_.id() ? form_.title() : frame_.tr("entry.new_of", {kind});
        float x = head.x0 + ui_.px(side_px);
        shell::draw_text(ui_, Rect{x, head.y0, head.x1, head.y1}, Align::left,
                         {.font = FontRole::title, .color = ui_.theme.ink}, title);
        x += shell::text_width(ui_, FontRole::title, title) + ui_.px(12);
        const float end = draw_buttons(head);
        const std::string side = form_.id() ? kind : std::string{frame_.tr("entry.required_hint")};
        shell::draw_text_fitted(ui_, Rect{x, head.y0 + ui_.px(2), end, head.y1}, Align::left,
                                {.font = FontRole::label, .color = ui_.theme.muted}, side);
        shell::hairline(ui_, head.x0, head.x1, head.y1 - ui_.px.hair(), ui_.theme.line);
    }

    float draw_buttons(const Rect& head)
    {
        float x = head.x1 - ui_.px(side_px);
        const auto add = [&](const char* id, std::string_view label, const shell::ButtonLook& look) {
            const float width = shell::button_width(ui_, label, look);
            x -= width;
            const bool pressed = shell::button(
                ui_, id, label, shell::rect_at(x, head.y0 + ui_.px(9), width, ui_.px(shell::bar_height_px)), look);
            x -= ui_.px(8);
            return pressed;
        };
        const bool can = !open_.saving && !frame_.known_at && form_.is_changed();
        const std::string_view why = frame_.known_at ? frame_.why_read_only()
                                     : can           ? std::string_view{}
                                                     : frame_.tr("entry.nothing_changed");
        if (add("save", frame_.tr("entry.save"),
                {.primary = true, .enabled = can, .key_hint = "Ctrl+Enter", .reason = why, .padding = 12}))
            for (auto& wish : save_entry(state_, frame_)) asked_.push_back(std::move(wish));
        leave_ = add("cancel", frame_.tr("window.cancel"), {.key_hint = "Esc", .padding = 12});
        if (form_.id() && add("retire", frame_.tr("entry.retire"),
                              {.enabled = !frame_.known_at, .reason = frame_.why_read_only(), .padding = 12}))
            asked_.push_back(desk::BeginRetire{std::string{form_.kind().key}, *form_.id()});
        return x;
    }

    void draw_groups(Point at, float width)
    {
        const auto columns = static_cast<std::size_t>(
            std::clamp(std::floor((width + ui_.px(gap_px)) / ui_.px(least_cell_px + gap_px)), 1.0F, 4.0F));
        const float cell =
            std::floor((width - ui_.px(gap_px) * static_cast<float>(columns - 1)) / static_cast<float>(columns));
        float y = at.y;
        for (const FormGroup& group : form_layout(form_.kind())) {
            y += ui_.px(6);
            shell::draw_text(ui_, shell::rect_at(at.x, y, width, ui_.px(group_px - 8)), Align::left,
                             {.font = FontRole::body_bold, .color = ui_.theme.second_ink}, frame_.tr(group.title));
            y += ui_.px(group_px - 4);
            std::size_t column = 0;
            for (const std::size_t field : group.fields) {
                const std::size_t span = std::min(columns, span_of(field));
                if (column + span > columns) {
                    column = 0;
                    y += ui_.px(label_px + field_px + message_px + row_gap_px);
                }
                const float x = at.x + static_cast<float>(column) * (cell + ui_.px(gap_px));
                const float wide = cell * static_cast<float>(span) + ui_.px(gap_px) * static_cast<float>(span - 1);
                draw_field(field, {x, y}, wide);
                column += span;
            }
            y += ui_.px(label_px + field_px + message_px + row_gap_px + 4);
        }
        ImGui::SetCursorScreenPos({at.x, y});
        ImGui::Dummy({1, ui_.px(12)});
    }

    /// A geometry and what people write at length take two cells.
    [[nodiscard]] std::size_t span_of(std::size_t field) const
    {
        const data::FieldInfo& info = form_.kind().fields[field];
        const bool long_text = info.key == "address" || info.key == "note" || info.key == "what" ||
                               info.key == "stops" || info.key == "record";
        if (info.type == FieldType::geometry) return 4;
        return long_text || info.type == FieldType::weekdays ? 2 : 1;
    }

    void draw_field(std::size_t field, Point at, float width)
    {
        const data::FieldInfo& info = form_.kind().fields[field];
        const bool changed = form_.is_changed(field);
        float x = at.x;
        const Rect label{at.x, at.y, at.x + width, at.y + ui_.px(label_px)};
        const auto words = rules::field_label(form_.kind(), field, frame_.language);
        shell::draw_text_fitted(ui_, label, Align::left,
                                {.font = FontRole::label, .color = changed ? ui_.theme.accent : ui_.theme.muted},
                                words);
        x += std::min(shell::text_width(ui_, FontRole::label, words), width) + ui_.px(4);
        if (info.required)
            shell::draw_text(ui_, Rect{x, label.y0, label.x1, label.y1}, Align::left,
                             {.font = FontRole::label, .color = ui_.theme.stop.text}, "*");
        const Rect box = shell::rect_at(at.x, label.y1, width, ui_.px(field_px));
        ImGui::PushID(static_cast<int>(field));
        draw_box(field, info, box);
        ImGui::PopID();
        draw_message(field, {box.x0, box.y1, box.x1, box.y1 + ui_.px(message_px)});
    }

    void draw_box(std::size_t field, const data::FieldInfo& info, const Rect& box)
    {
        switch (info.type) {
        case FieldType::word: return draw_words(field, info, box);
        case FieldType::county: return draw_counties(field, box);
        case FieldType::answer: return draw_answer(field, box);
        case FieldType::weekdays: return draw_weekdays(field, box);
        case FieldType::date: return draw_date(field, box);
        default: return draw_text_field(field, info, box);
        }
    }

    [[nodiscard]] bool shows_wrong(std::size_t field) const
    {
        return form_.field(field).touched && form_.field(field).refused();
    }

    void draw_words(std::size_t field, const data::FieldInfo& info, const Rect& box)
    {
        const auto* held = std::get_if<std::string>(&form_.field(field).value);
        std::vector<shell::MenuRow> rows{
            {.label = std::string{frame_.tr("value.not_given")}, .chosen = held == nullptr}};
        for (const data::Word& word : info.words)
            rows.push_back({.label = rules::value_text(fmt::format("{}.{}", form_.kind().singular, info.key), word.word,
                                                       frame_.language),
                            .chosen = held != nullptr && *held == word.word});
        if (const auto picked = choose_of(rows, box))
            form_.choose(field, *picked == 0 ? Value{} : Value{std::string{info.words[*picked - 1].word}});
    }

    void draw_counties(std::size_t field, const Rect& box)
    {
        const auto& counties = frame_.snapshot().region->counties;
        const auto* held = std::get_if<std::string>(&form_.field(field).value);
        std::vector<shell::MenuRow> rows{
            {.label = std::string{frame_.tr("value.not_given")}, .chosen = held == nullptr}};
        for (const data::County& county : counties)
            rows.push_back({.label = rules::county_name(frame_.snapshot(), county.adcode, frame_.language),
                            .chosen = held != nullptr && *held == std::to_string(county.adcode.value)});
        if (const auto picked = choose_of(rows, box))
            form_.choose(field, *picked == 0 ? Value{} : Value{std::to_string(counties[*picked - 1].adcode.value)});
    }

    std::optional<std::size_t> choose_of(std::span<const shell::MenuRow> rows, const Rect& box)
    {
        const auto chosen = std::ranges::find(rows, true, &shell::MenuRow::chosen);
        const std::string_view value = chosen != rows.end() ? std::string_view{chosen->label} : "";
        return shell::drop_down(ui_, "choice", {}, value, rows, box);
    }

    void draw_answer(std::size_t field, const Rect& box)
    {
        const auto* held = std::get_if<std::string>(&form_.field(field).value);
        const std::array segments{shell::Segment{frame_.tr("value.yes"), held != nullptr && *held == "yes"},
                                  shell::Segment{frame_.tr("value.no"), held != nullptr && *held == "no"},
                                  shell::Segment{frame_.tr("value.not_given"), held == nullptr}};
        constexpr std::array<std::string_view, 2> words{"yes", "no"};
        if (const auto picked = shell::segments(ui_, "answer", segments, box, shows_wrong(field)))
            form_.choose(field, *picked < words.size() ? Value{std::string{words[*picked]}} : Value{});
    }

    void draw_weekdays(std::size_t field, const Rect& box)
    {
        const auto* held = std::get_if<std::string>(&form_.field(field).value);
        std::string days = held != nullptr ? *held : std::string{};
        std::array<shell::Segment, 7> segments;
        for (std::size_t i = 0; i < segments.size(); ++i)
            segments[i] = {weekday(i), days.find(static_cast<char>('1' + i)) != std::string::npos};
        const auto picked = shell::segments(ui_, "weekdays", segments, box, shows_wrong(field));
        if (!picked) return;
        const char day = static_cast<char>('1' + *picked);
        if (const auto at = days.find(day); at != std::string::npos)
            days.erase(at, 1);
        else
            days.insert(std::ranges::upper_bound(days, day), day);
        form_.choose(field, days.empty() ? Value{} : Value{days});
    }

    [[nodiscard]] std::string_view weekday(std::size_t index) const
    {
        constexpr std::array keys{"entry.weekday.1", "entry.weekday.2", "entry.weekday.3", "entry.weekday.4",
                                  "entry.weekday.5", "entry.weekday.6", "entry.weekday.7"};
        return frame_.tr(keys.at(index));
    }

    void draw_date(std::size_t field, const Rect& box)
    {
        std::string text = form_.field(field).typed;
        const std::array<std::string_view, 2> others{frame_.tr("value.none"), frame_.tr("term.no_end")};
        shell::DateInputWords words{.open = frame_.tr("entry.calendar"),
                                    .earlier = frame_.tr("entry.month_earlier"),
                                    .later = frame_.tr("entry.month_later"),
                                    .today = frame_.tr("entry.today"),
                                    .weekdays = {},
                                    .others = others};
        for (std::size_t i = 0; i < words.weekdays.size(); ++i) words.weekdays[i] = weekday(i);
        const auto typed = shell::date_input(ui_, "date", text, frame_.today, box, look_of(field), words);
        take(field, typed, std::move(text));
    }

    [[nodiscard]] shell::InputLook look_of(std::size_t field)
    {
        shell::InputLook look{.wrong = shows_wrong(field), .select_all = false};
        if (open_.take_focus == field) {
            look.take_focus = true;
            open_.take_focus.reset();
        }
        return look;
    }

    void take(std::size_t field, const shell::Typed& typed, std::string text)
    {
        if (typed.changed) form_.type(field, std::move(text));
        if (typed.left) form_.leave(field);
        if (typed.changed) open_.refusal.clear();
    }

    void draw_text_field(std::size_t field, const data::FieldInfo& info, const Rect& box)
    {
        const EntryField& held = form_.field(field);
        std::string text = held.typed;
        shell::InputLook look = look_of(field);
        if (held.chosen.given())
            look.hint = held.chosen_masked;
        else if (!held.masked.empty() && !held.cleared)
            look.hint = held.masked;
        else if (info.type == FieldType::time)
            look.hint = "07:05";
        const bool can_clear = data::is_personal(info.type) && !info.required && !held.masked.empty();
        Rect inside = box;
        if (can_clear) inside.x1 -= ui_.px(field_px + 4);
        const auto typed = shell::text_input(ui_, "text", text, inside, look);
        if (can_clear)
            if (shell::icon_button(ui_, "clear", held.cleared ? shell::Icon::plus : shell::Icon::close,
                                   frame_.tr(held.cleared ? "entry.keep_person" : "entry.clear_person"),
                                   Rect{inside.x1 + ui_.px(4), box.y0, box.x1, box.y1}))
                form_.clear_person(field, !held.cleared);
        take(field, typed, std::move(text));
        draw_suggestions(field, typed, inside);
    }

    void draw_suggestions(std::size_t field, const shell::Typed& typed, const Rect& box)
    {
        const std::string id = fmt::format("{}.{}", form_.kind().singular, form_.kind().fields[field].key);
        if (!Suggestions::has(form_.kind(), field)) return;
        const bool active = typed.active || typed.entered;
        if (!active && state_.suggestion_list.of != id) return;
        constexpr std::size_t most = 8;
        const auto found =
            state_.suggestions.matching(frame_.derived.snapshot, form_.kind(), field, form_.field(field).typed, most);
        std::vector<shell::SuggestionRow> rows;
        for (const Suggestion& each : found) rows.push_back({rules::shown_key(form_.kind(), each.text), each.side});
        const auto picked = shell::suggestions(ui_, id, state_.suggestion_list, box, rows, active, typed.changed);
        if (!picked) return;
        const Suggestion& taken = found[*picked];
        if (taken.person.given())
            form_.choose_person(field, taken.person, taken.side.empty() ? taken.text : taken.side + "  " + taken.text);
        else
            form_.type(field, taken.text);
        form_.leave(field);
    }

    /// What is wrong or doubtful, in one line; the whole sentence stands beside the form.
    void draw_message(std::size_t field, const Rect& line)
    {
        const EntryField& held = form_.field(field);
        std::string text;
        shell::Color color = ui_.theme.muted;
        if (held.issue && (held.touched || !held.refused())) {
            color = held.refused() ? ui_.theme.stop.text : ui_.theme.rectify.text;
            text = short_sentence(form_, field, frame_);
        } else if (held.cleared) {
            text = frame_.tr("entry.will_clear");
        } else if (data::is_personal(form_.kind().fields[field].type) && !held.masked.empty() && held.typed.empty() &&
                   !held.chosen.given()) {
            text = frame_.tr("entry.kept_unless_typed");
        } else if (form_.is_changed(field) && form_.id() && !data::is_personal(form_.kind().fields[field].type)) {
            text =
                frame_.tr("entry.was",
                          {rules::shown_value(frame_.snapshot(), form_.kind(), field, held.recorded, frame_.language)});
        }
        if (!text.empty())
            shell::draw_text_fitted(ui_, line, Align::left, {.font = FontRole::small, .color = color}, text);
    }

    RecordsState& state_;
    const Frame& frame_;
    const shell::Ui& ui_;
    Rect where_;
    OpenForm& open_;
    EntryForm& form_;
    bool leave_ = false;
    Requests asked_;
};

}  // namespace

Requests draw_entry_form(RecordsState& state, const Frame& frame, const Rect& where)
{
    return Pass(state, frame, where).draw();
}

Requests draw_entry_detail(RecordsState& state, const Frame& frame, desk::DossierColumn& column)
{
    Requests asked;
    const auto& ui = frame.ui;
    OpenForm& open = *state.form;
    EntryForm& form = open.form;
    const auto label = [&](std::size_t field) { return rules::field_label(form.kind(), field, frame.language); };
    column.head({.title = frame.tr("entry.detail"), .line = frame.tr("entry.detail_line")});
    if (!open.refusal.empty()) {
        const std::vector<std::string> lines{open.refusal};
        (void)column.card({.severity = shell::Severity::stop, .title = frame.tr("entry.not_saved"), .lines = lines});
    }
    if (const auto twin = form.twin()) {
        const std::vector<std::string> lines{std::string{frame.tr("entry.twin_what")}};
        if (column.card({.severity = shell::Severity::rectify,
                         .title = frame.tr("entry.twin"),
                         .lines = lines,
                         .more = frame.tr("entry.twin_open"),
                         .more_id = "twin"}))
            asked.push_back(desk::BeginEntry{std::string{form.kind().key}, *twin});
    }
    if (form.changes_vin()) {
        const std::vector<std::string> lines{std::string{frame.tr("entry.vin_what")}};
        (void)column.card({.severity = shell::Severity::rectify, .title = frame.tr("entry.vin"), .lines = lines});
        (void)shell::checkbox(ui, "correction", frame.tr("entry.vin_correction"), form.correction, column.at());
        column.gap(shell::checkbox_height_px + 4);
    }
    std::vector<std::size_t> told;
    for (const std::size_t field : form.problems())
        if (form.field(field).touched) told.push_back(field);
    if (!told.empty()) column.heading(frame.tr("entry.problems"));
    for (const std::size_t field : told) {
        const std::string sentence = entry_sentence(form, field, frame);
        const bool missing = sentence.empty() || sentence == frame.tr("entry.required");
        if (column.link(fmt::format("problem {}", field), label(field),
                        missing ? frame.tr("entry.required") : std::string_view{}, shell::Severity::stop))
            open.take_focus = field;
        if (!missing) column.small(short_sentence(form, field, frame));
    }
    std::vector<std::size_t> doubts;
    for (std::size_t field = 0; field < form.size(); ++field)
        if (form.field(field).issue && !form.field(field).refused() && form.is_changed(field)) doubts.push_back(field);
    if (!doubts.empty()) column.heading(frame.tr("entry.doubts"));
    for (const std::size_t field : doubts) {
        if (column.link(fmt::format("doubt {}", field), label(field), {}, shell::Severity::rectify))
            open.take_focus = field;
        column.small(short_sentence(form, field, frame));
    }
    const auto changes = form.changes(frame.language);
    column.heading(frame.tr(form.id() ? "entry.changes" : "entry.would_record"));
    if (changes.empty()) column.paragraph(frame.tr("entry.no_changes"), ui.theme.muted);
    if (!form.id()) {
        for (const EntryChange& each : changes) column.fact(label(each.field), each.after);
        return asked;
    }
    std::vector<shell::ComparisonRow> rows;
    for (const EntryChange& each : changes)
        rows.push_back({std::string{label(each.field)}, each.before, each.after, true});
    if (!rows.empty())
        column.move(shell::comparison(ui, column.at(), column.width(), frame.tr("review.in_register"),
                                      frame.tr("entry.after"), rows));
    return asked;
}

}  // namespace xiaoan::records
