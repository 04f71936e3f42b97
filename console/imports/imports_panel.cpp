#include "console/imports/imports_panel.hpp"

#include "console/imports/import_tables.hpp"
#include "console/language/wording.hpp"
#include "console/shell/shapes.hpp"
#include "console/shell/text.hpp"
#include "console/shell/widgets/button.hpp"
#include "console/shell/widgets/chip.hpp"
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

constexpr float head_px = 42, side_px = 14, strip_px = 50;

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
        draw_chips({where_.x0, y, where_.x1, y + ui_.px(head_px)});
        y += ui_.px(head_px);
        const bool explains = !explanation().empty() && where_.y1 - y > ui_.px(strip_px + 90);
        const float end = where_.y1 - (explains ? ui_.px(strip_px) : 0);
        for (auto& wish : draw_issues_table(state_, frame_, {where_.x0, y, where_.x1, end}))
            asked_.push_back(std::move(wish));
        if (explains) draw_strip({where_.x0, end, where_.x1, where_.y1});
        return std::move(asked_);
    }

private:
    void refresh()
    {
        if (state_.version == state_.list.version() && state_.rows_of == state_.filter) return;
        const bool new_list = state_.version != state_.list.version();
        state_.sheets = sheet_rows(state_.list);
        if (new_list && state_.filter.of && std::ranges::find(state_.sheets, *state_.filter.of) == state_.sheets.end())
            state_.filter.of.reset();
        state_.issues = issue_rows(state_.list, state_.filter);
        state_.counts = issue_counts(state_.list, state_.filter.of);
        state_.version = state_.list.version();
        state_.rows_of = state_.filter;
        state_.selected_issue.reset();
    }

    /// The sentence of the chosen row, or why the chosen file could not be read.
    [[nodiscard]] std::string explanation() const
    {
        if (const IssueRow* issue = selected_issue(state_); issue != nullptr)
            return issue_sentence(issue->issue, frame_.language);
        if (!state_.filter.of || state_.filter.of->entry >= state_.list.entries().size()) return {};
        const ImportEntry& entry = state_.list.entries()[state_.filter.of->entry];
        return entry.result && entry.report() == nullptr
                   ? entry.file() + "：" + fault_sentence(*entry.result, frame_.language)
                   : std::string{};
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
            if (add("write", frame_.tr("imports.write"),
                    {.primary = true, .enabled = !frame_.known_at, .reason = frame_.why_read_only(), .padding = 12}))
                for (auto& request : state_.list.to_write()) asked_.push_back(desk::RunImport{std::move(request)});
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

    /// Of the file that is chosen, or of the only one.
    void draw_mark_button(const auto& add)
    {
        const auto& entries = state_.list.entries();
        const std::size_t at = state_.filter.of ? state_.filter.of->entry : 0;
        if (at >= entries.size() || (entries.size() > 1 && !state_.filter.of)) return;
        const data::ImportReport* report = entries[at].report();
        if (report == nullptr || state_.counts.refused + state_.counts.warnings == 0) return;
        if (add("mark", frame_.tr("imports.marked"), {.reason = frame_.tr("imports.marked.reason"), .padding = 12}))
            asked_.push_back(desk::MarkRows{entries[at].request, std::make_shared<const data::ImportReport>(*report)});
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

    void draw_chips(const Rect& head)
    {
        float x = head.x0 + ui_.px(side_px);
        const float y = head.y0 + ui_.px(10);
        const auto title = frame_.tr("imports.issues");
        shell::draw_text(ui_, Rect{x, head.y0, head.x1, head.y1}, Align::left,
                         {.font = FontRole::body_bold, .color = ui_.theme.ink}, title);
        x += shell::text_width(ui_, FontRole::body_bold, title) + ui_.px(12);
        const auto add = [&](const char* id, std::string_view key, std::size_t count, bool on) {
            const std::string label = std::string{frame_.tr(key)} + " " + grouped(count);
            const bool pressed = shell::chip(ui_, id, label, on, {x, y});
            x += shell::chip_width(ui_, label) + ui_.px(8);
            return pressed;
        };
        auto& wanted = state_.filter.severity;
        const auto& counts = state_.counts;
        if (add("all", "imports.chip.all", counts.refused + counts.warnings, !wanted)) wanted.reset();
        using data::IssueSeverity;
        if (add("refused", "imports.chip.refused", counts.refused, wanted == IssueSeverity::refused))
            wanted = IssueSeverity::refused;
        if (add("warnings", "imports.chip.warnings", counts.warnings, wanted == IssueSeverity::warning))
            wanted = IssueSeverity::warning;
        if (state_.filter.of && state_.sheets.size() > 1) {
            const std::string label = frame_.tr("imports.only", {file_of(state_, *state_.filter.of)}) + " ×";
            if (x + shell::chip_width(ui_, label) < head.x1 && shell::chip(ui_, "only", label, true, {x, y}))
                state_.filter.of.reset();
        }
        shell::hairline(ui_, head.x0, head.x1, head.y0, ui_.theme.line);
    }

    /// The explanation whole, for columns where it is cut.
    void draw_strip(const Rect& strip)
    {
        shell::fill(ui_, strip, ui_.theme.field);
        shell::hairline(ui_, strip.x0, strip.x1, strip.y0, ui_.theme.line);
        shell::draw_paragraph(ui_, {strip.x0 + ui_.px(side_px), strip.y0 + ui_.px(5)},
                              strip.width() - 2 * ui_.px(side_px), {.font = FontRole::label, .color = ui_.theme.ink},
                              explanation(), 20);
    }

    ImportsState& state_;
    const Frame& frame_;
    const shell::Ui& ui_;
    Rect where_;
    Requests asked_;
};

}  // namespace

Requests draw_imports_panel(ImportsState& state, const Frame& frame, const Rect& where)
{
    return Pass(state, frame, where).draw();
}

}  // namespace xiaoan::imports
