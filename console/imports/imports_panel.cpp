#include "console/imports/imports_panel.hpp"

#include "console/imports/import_tables.hpp"
#include "console/language/wording.hpp"
#include "console/shell/shapes.hpp"
#include "console/shell/text.hpp"
#include "console/shell/widgets/button.hpp"
#include "console/shell/widgets/chip.hpp"
#include "console/shell/widgets/field.hpp"
#include "console/shell/widgets/progress.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace xiaoan::imports {

namespace {

using desk::Frame;
using desk::Requests;
using language::grouped;
using shell::Align;
using shell::FontRole;
using shell::Rect;

constexpr float head_px = 42, side_px = 14;
constexpr float search_px = 220, least_search_px = 130;

struct ViewChip {
    View view;
    const char* id;
    std::size_t ReviewCounts::* count;
};
constexpr std::array change_chips{ViewChip{View::added, "added", &ReviewCounts::added},
                                  ViewChip{View::changed, "changed", &ReviewCounts::changed},
                                  ViewChip{View::other_county, "other_county", &ReviewCounts::other_county}};
constexpr std::array issue_chips{ViewChip{View::refused, "refused", &ReviewCounts::refused},
                                 ViewChip{View::warnings, "warnings", &ReviewCounts::warnings}};

/// One drawing of the page: what its parts share.
class Pass {
public:
    Pass(ImportsState& state, const Frame& frame, const Rect& where)
        : state_(state), frame_(frame), ui_(frame.ui), where_(where)
    {
        refresh();
    }

    Requests draw()
    {
        float y = where_.y0;
        draw_head({where_.x0, y, where_.x1, y + ui_.px(head_px)});
        y += ui_.px(head_px);
        refresh();
        if (state_.list.entries().empty()) {
            draw_empty({where_.x0, y, where_.x1, where_.y1});
            return std::move(asked_);
        }
        if (const ImportEntry* running = state_.list.running()) {
            const Rect line{where_.x0 + ui_.px(side_px), y, where_.x1 - ui_.px(side_px),
                            y + ui_.px(shell::progress_height_px)};
            draw_progress(*running, line);
            y = line.y1 + ui_.px(6);
        }
        const float sheets = sheets_table_height(state_, ui_, where_.y1 - y);
        draw_sheets_table(state_, frame_, {where_.x0, y, where_.x1, y + sheets});
        y += sheets;
        y = draw_views(y);
        refresh();  // the lines are those of the view that is drawn
        const Rect rest{where_.x0, y, where_.x1, where_.y1};
        auto wishes = shows_issues(state_.filter.view) ? draw_issues_table(state_, frame_, rest)
                                                       : draw_review_table(state_, frame_, rest);
        for (auto& wish : wishes) asked_.push_back(std::move(wish));
        return std::move(asked_);
    }

private:
    void refresh()
    {
        auto& filter = state_.filter;
        const bool new_list = state_.version != state_.list.version();
        if (new_list) {
            state_.sheets = sheet_rows(state_.list);
            if (filter.of && std::ranges::find(state_.sheets, *filter.of) == state_.sheets.end()) filter.of.reset();
        }
        if (new_list || state_.counted_of != filter.of) {
            state_.counts = review_counts(state_.list, filter.of);
            state_.counted_of = filter.of;
        }
        // What a person has to look at first: what would change, else what is wrong.
        const bool changes = state_.counts.added + state_.counts.changed > 0;
        if (new_list) filter.view = changes ? View::changes : View::issues;
        state_.version = state_.list.version();
        state_.lines.look_at(state_.list, filter, frame_.language);
        if (state_.beginning == state_.lines.beginning() && worked_) return;
        if (state_.beginning != state_.lines.beginning()) state_.selected.reset();
        state_.beginning = state_.lines.beginning();
        worked_ = true;
        state_.lines.work(state_.list, {frame_.snapshot(), frame_.language});
        if (!state_.lines.complete()) ui_.pulse.frame_within(0);
    }

    /// Title, what came of it in words, and what can be done now.
    void draw_head(const Rect& head)
    {
        float x = head.x0 + ui_.px(side_px);
        const auto title = frame_.tr("imports.title");
        shell::draw_text(ui_, Rect{x, head.y0, head.x1, head.y1}, Align::left,
                         {.font = FontRole::body_bold, .color = ui_.theme.ink}, title);
        x += shell::text_width(ui_, FontRole::body_bold, title) + ui_.px(12);
        const float end = draw_buttons(head);
        shell::draw_text_fitted(ui_, Rect{x, head.y0, end - ui_.px(12), head.y1}, Align::left,
                                {.color = ui_.theme.second_ink}, outcome_text());
    }

    [[nodiscard]] std::string outcome_text() const
    {
        const auto& list = state_.list;
        if (list.entries().empty() || list.running() != nullptr) return {};
        const auto sum = list.sum();
        const bool dry = std::ranges::any_of(
            list.entries(), [](const auto& entry) { return entry.report() != nullptr && entry.report()->dry_run; });
        const bool stopped = std::ranges::any_of(
            list.entries(), [](const auto& entry) { return entry.report() != nullptr && entry.report()->stopped; });
        std::string text;
        if (stopped)
            text = frame_.tr("imports.stopped");
        else if (sum.files == 0)
            return std::string{frame_.tr("imports.nothing_read")};
        else if (sum.added + sum.changed == 0 && sum.refused == 0)
            text = frame_.tr(dry ? "imports.dry_same" : "imports.same");
        else
            text = frame_.tr(dry ? "imports.dry" : "imports.written", {grouped(sum.added), grouped(sum.changed)});
        if (sum.refused > 0) text += frame_.tr("imports.also_refused", {grouped(sum.refused)});
        if (const auto sheets = list.datums_to_say(); sheets > 0)
            text += frame_.tr("review.datums_to_say", {grouped(sheets)});
        const auto accepted = list.accepted();
        if (accepted.accepted < accepted.all)
            text += frame_.tr("review.not_accepted", {grouped(accepted.all - accepted.accepted)});
        return text;
    }

    /// Gives the left end of the buttons.
    float draw_buttons(const Rect& head)
    {
        float x = head.x1 - ui_.px(side_px);
        const auto add = [&](const char* id, std::string_view label, const shell::ButtonLook& look) {
            const float width = shell::button_width(ui_, label, look);
            x -= width;
            const bool pressed =
                shell::button(ui_, id, label, shell::rect_at(x, head.y0 + ui_.px(7), width, ui_.px(28)), look);
            x -= ui_.px(8);
            return pressed;
        };
        if (state_.list.awaits_decision()) {
            const auto accepted = state_.list.accepted();
            const bool some = accepted.accepted > 0;
            const std::string label = accepted.accepted == accepted.all
                                          ? std::string{frame_.tr("imports.write")}
                                          : frame_.tr("review.write_some", {grouped(accepted.accepted)});
            if (add("write", label,
                    {.primary = true,
                     .enabled = some && !frame_.known_at,
                     .key_hint = "Ctrl+Enter",
                     .reason = frame_.known_at ? frame_.why_read_only()
                               : some          ? std::string_view{}
                                               : frame_.tr(state_.list.datums_to_say() > 0 ? "review.say_datum_first"
                                                                                           : "review.nothing_accepted"),
                     .padding = 12}))
                for (auto& wish : write_accepted(state_)) asked_.push_back(std::move(wish));
            if (add("give up", frame_.tr("imports.give_up"),
                    {.reason = frame_.tr("imports.give_up.reason"), .padding = 12}))
                state_.list.give_up();
            draw_mark_button(add);
        } else if (!state_.list.entries().empty() && state_.list.running() == nullptr) {
            if (add("choose", frame_.tr("imports.choose"),
                    {.enabled = !frame_.known_at,
                     .key_hint = "Ctrl+O",
                     .reason = frame_.why_read_only(),
                     .padding = 12}))
                asked_.push_back(desk::BeginImport{});
            if (add("clear", frame_.tr("imports.clear"), {.padding = 12})) state_.list.give_up();
            draw_mark_button(add);
        }
        return x;
    }

    /// Of the file that is chosen, else of the chosen line, else of the only one that has issues.
    [[nodiscard]] std::optional<std::size_t> file_to_mark() const
    {
        const auto& entries = state_.list.entries();
        const auto has_issues = [](const ImportEntry& entry) {
            return entry.report() != nullptr &&
                   std::ranges::any_of(entry.report()->sheets, [](const auto& sheet) { return !sheet.issues.empty(); });
        };
        std::optional<std::size_t> at;
        if (state_.filter.of)
            at = state_.filter.of->entry;
        else if (const ReviewLine* line = selected_line(state_))
            at = line->entry;
        else if (std::ranges::count_if(entries, has_issues) == 1)
            at = static_cast<std::size_t>(std::ranges::find_if(entries, has_issues) - entries.begin());
        return at && *at < entries.size() && has_issues(entries[*at]) ? at : std::nullopt;
    }

    void draw_mark_button(const auto& add)
    {
        if (state_.counts.refused + state_.counts.warnings == 0) return;
        const auto at = file_to_mark();
        if (!add("mark", frame_.tr("imports.marked"),
                 {.enabled = at.has_value(),
                  .reason = frame_.tr(at ? "imports.marked.reason" : "review.mark_which"),
                  .padding = 12}))
            return;
        const ImportEntry& entry = state_.list.entries()[*at];
        asked_.push_back(desk::MarkRows{entry.request, std::make_shared<const data::ImportReport>(*entry.report())});
    }

    void draw_empty(const Rect& where)
    {
        const float width = std::min(where.width() - 2 * ui_.px(24), ui_.px(560));
        const float x = std::round(where.middle().x - width / 2);
        const std::string text{frame_.tr("imports.empty")};
        const float height = shell::paragraph_height(ui_, width, FontRole::body, text, 22);
        float y = std::round(std::max(where.y0, where.y0 + (where.height() - height) * 0.3F));
        y += shell::draw_paragraph(ui_, {x, y}, width, {.color = ui_.theme.muted}, text, 22) + ui_.px(16);
        const shell::ButtonLook look{
            .primary = true, .enabled = !frame_.known_at, .key_hint = "Ctrl+O", .reason = frame_.why_read_only()};
        const auto label = frame_.tr("imports.choose");
        const float wide = shell::button_width(ui_, label, look);
        if (shell::button(ui_, "choose", label, shell::rect_at(x, y, wide, ui_.px(shell::button_height_px)), look))
            asked_.push_back(desk::BeginImport{});
    }

    void draw_progress(const ImportEntry& running, const Rect& line)
    {
        const auto done = running.progress->done.load(), total = running.progress->total.load();
        const bool stopping = running.progress->stop_requested();
        const std::string what = frame_.tr(stopping                  ? "imports.progress.stopping"
                                           : running.request.dry_run ? "imports.progress.checking"
                                                                     : "imports.progress.writing",
                                           {running.file()});
        std::string number = total > 0 ? frame_.tr("imports.progress.of", {grouped(done), grouped(total)})
                                       : frame_.tr("imports.progress.rows", {grouped(done)});
        if (const auto waiting = state_.list.running_count() - 1; waiting > 0)
            number += frame_.tr("imports.progress.waiting", {grouped(waiting)});
        const float share = total > 0 ? static_cast<float>(done) / static_cast<float>(total) : -1.0F;
        if (shell::progress(ui_, "progress", line,
                            {.what = what,
                             .number = number,
                             .share = share,
                             .stop = stopping ? std::string_view{} : frame_.tr("imports.stop")}))
            asked_.push_back(desk::StopImport{});
        ui_.pulse.frame_within(0.1);
    }

    /// The views as chips, what narrows them, and what accepts all that is listed. Gives the lower end.
    float draw_views(float y)
    {
        shell::hairline(ui_, where_.x0, where_.x1, y, ui_.theme.line);
        x_ = where_.x0 + ui_.px(side_px);
        chip_y_ = y + ui_.px(10);
        const auto& counts = state_.counts;
        const std::size_t changes = counts.added + counts.changed, issues = counts.refused + counts.warnings;
        const bool dry = state_.list.accepted().all > 0 || changes > 0;
        if (dry) {
            draw_chip(View::changes, "changes", changes);
            for (const ViewChip& each : change_chips) draw_chip(each);
            x_ += ui_.px(4);
            shell::hairline_down(ui_, x_, chip_y_ + ui_.px(3), chip_y_ + ui_.px(19), ui_.theme.line);
            x_ += ui_.px(12);
        }
        draw_chip(View::issues, "issues", issues);
        for (const ViewChip& each : issue_chips) draw_chip(each);
        const float room = where_.x1 - ui_.px(side_px) - x_ - ui_.px(8);
        const bool beside = room >= ui_.px(least_search_px);
        const float line = beside ? y : y + ui_.px(head_px - 8);
        float right = where_.x1 - ui_.px(side_px);
        const float width = std::min(ui_.px(search_px), beside ? room : right - where_.x0 - 2 * ui_.px(side_px));
        const Rect field = shell::rect_at(right - width, line + ui_.px(7), width, ui_.px(28));
        (void)shell::text_input(ui_, "filter", state_.filter.text, field,
                                {.hint = frame_.tr("review.filter"), .icon = shell::Icon::search});
        const float lower = line + ui_.px(head_px);
        const bool has_line = narrowed() || (dry && !shows_issues(state_.filter.view) && state_.list.awaits_decision());
        return has_line ? draw_listed(lower) : lower;
    }

    [[nodiscard]] bool narrowed() const { return state_.filter.of && state_.sheets.size() > 1; }

    void draw_chip(const ViewChip& of)
    {
        const std::size_t count = state_.counts.*of.count;
        if (count > 0 || state_.filter.view == of.view) draw_chip(of.view, of.id, count);
    }

    void draw_chip(View view, const std::string& id, std::size_t count)
    {
        const std::string label = std::string{frame_.tr("review.chip." + id)} + " " + grouped(count);
        if (shell::chip(ui_, id, label, state_.filter.view == view, {x_, chip_y_})) state_.filter.view = view;
        x_ += shell::chip_width(ui_, label) + ui_.px(8);
    }

    /// What is listed in one line: the sheet it is narrowed to, how many rows are accepted, all of them or none.
    float draw_listed(float y)
    {
        constexpr float line_px = 28;
        float x = where_.x0 + ui_.px(side_px);
        const auto word = [&](const char* id, std::string_view label) {
            const float width = shell::text_width(ui_, FontRole::label, label) + ui_.px(12);
            const bool pressed =
                shell::text_button(ui_, id, label, shell::rect_at(x, y, width, ui_.px(24)), FontRole::label);
            x += width + ui_.px(6);
            return pressed;
        };
        if (!shows_issues(state_.filter.view) && state_.list.awaits_decision()) {
            const auto accepted = state_.list.accepted();
            const std::string text = frame_.tr("review.accepted", {grouped(accepted.accepted), grouped(accepted.all)});
            shell::draw_text(ui_, Rect{x, y, where_.x1, y + ui_.px(24)}, Align::left,
                             {.font = FontRole::label, .color = ui_.theme.muted}, text);
            x += shell::text_width(ui_, FontRole::label, text) + ui_.px(10);
            if (word("all", frame_.tr("review.accept_listed"))) accept_listed(true);
            if (word("none", frame_.tr("review.leave_listed"))) accept_listed(false);
        }
        if (narrowed()) {
            const std::string label = frame_.tr("imports.only", {sheet_name(state_, *state_.filter.of)}) + " ×";
            if (shell::chip(ui_, "only", label, true, {x + ui_.px(6), y + ui_.px(1)})) state_.filter.of.reset();
        }
        return y + ui_.px(line_px);
    }

    void accept_listed(bool accepted)
    {
        for (const ReviewLine& line : state_.lines.lines())
            if (Acceptance* accepting = state_.list.accepting(line.entry)) accepting->set(line.index, accepted);
    }

    ImportsState& state_;
    const Frame& frame_;
    const shell::Ui& ui_;
    Rect where_;
    bool worked_ = false;       // in this frame
    float x_ = 0, chip_y_ = 0;  // where the next chip lies
    Requests asked_;
};

}  // namespace

Requests write_accepted(const ImportsState& state)
{
    Requests asked;
    if (state.list.awaits_decision())
        for (auto& request : state.list.to_write()) asked.push_back(desk::RunImport{std::move(request)});
    return asked;
}

Requests draw_imports_panel(ImportsState& state, const Frame& frame, const Rect& where)
{
    return Pass(state, frame, where).draw();
}

}  // namespace xiaoan::imports
