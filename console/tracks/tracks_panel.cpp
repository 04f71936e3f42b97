#include "console/tracks/tracks_panel.hpp"

#include "console/desk/fitting_columns.hpp"
#include "console/language/wording.hpp"
#include "console/shell/shapes.hpp"
#include "console/shell/text.hpp"
#include "console/shell/widgets/chip.hpp"

#include <algorithm>
#include <array>

namespace xiaoan::tracks {

namespace {

using desk::Frame;
using desk::Requests;
using shell::Align;
using shell::FontRole;
using shell::Rect;

constexpr float margin_px = 14, head_px = 42, title_px = 30, legend_px = 26, least_list_px = 330, most_list_px = 560;
constexpr std::size_t number_column = 2, findings_column = 8;

void refresh(TracksState& state, const Frame& frame)
{
    const TracksState::Basis wanted{frame.derived.dossiers.driven(), frame.derived.snapshot, frame.filter.county,
                                    state.only_flagged, frame.language};
    if (state.basis == wanted) return;
    state.basis = wanted;
    state.shown = shown_runs(frame.derived.dossiers, wanted.county, wanted.language);
    state.all = state.shown.size();
    state.flagged = static_cast<std::size_t>(std::ranges::count(state.shown, true, &ShownRun::flagged));
    if (state.only_flagged) std::erase_if(state.shown, [](const ShownRun& run) { return !run.flagged; });
}

std::optional<std::size_t> row_of(const TracksState& state)
{
    if (!state.chosen) return std::nullopt;
    const auto found = std::ranges::find(state.shown, *state.chosen, &ShownRun::key);
    if (found == state.shown.end()) return std::nullopt;
    return static_cast<std::size_t>(found - state.shown.begin());
}

/// One drawing of the page.
class Page {
public:
    Page(TracksState& state, const Frame& frame, const Rect& where)
        : state_(state), frame_(frame), ui_(frame.ui), where_(where)
    {
    }

    Requests draw()
    {
        const float list = std::clamp(where_.width() * 0.42F, ui_.px(least_list_px), ui_.px(most_list_px));
        const float seam = std::round(where_.x0 + list);
        draw_head({where_.x0, where_.y0, seam, where_.y0 + ui_.px(head_px)});
        refresh(state_, frame_);  // as the chips stand now
        if (!state_.chosen && !state_.shown.empty()) choose(state_, state_.shown.front().key);
        draw_list({where_.x0, where_.y0 + ui_.px(head_px), seam, where_.y1});
        shell::hairline_down(ui_, seam, where_.y0, where_.y1, ui_.theme.line);
        draw_right({seam + ui_.px(margin_px), where_.y0, where_.x1 - ui_.px(margin_px), where_.y1 - ui_.px(4)});
        ask_for_strip();
        return std::move(asked_);
    }

private:
    void draw_head(const Rect& head)
    {
        float x = head.x0 + ui_.px(margin_px);
        const auto chip = [&](std::string_view id, std::string_view key, std::size_t count, bool on) {
            const std::string words = std::string{frame_.tr(key)} + " " + language::grouped(count);
            const bool pressed = shell::chip(ui_, id, words, on, {x, head.y0 + ui_.px(10)});
            x += shell::chip_width(ui_, words) + ui_.px(8);
            return pressed;
        };
        if (chip("flagged", "tracks.flagged", state_.flagged, state_.only_flagged)) state_.only_flagged = true;
        if (chip("all", "tracks.all", state_.all, !state_.only_flagged)) state_.only_flagged = false;
        if (const auto* facts = frame_.derived.dossiers.driven(); facts != nullptr)
            shell::draw_text_fitted(
                ui_, Rect{x + ui_.px(4), head.y0, head.x1 - ui_.px(margin_px), head.y1}, Align::left,
                {.font = FontRole::label, .color = ui_.theme.muted},
                frame_.tr("tracks.days", {std::to_string(frame_.derived.dossiers.params().track_days),
                                          data::iso(frame_.derived.as_of)}));
    }

    void draw_list(const Rect& where)
    {
        const auto heads = driven_heads(frame_.language);
        static constexpr std::array widths{96.0F, 66.0F, 112.0F, 104.0F, 84.0F, 66.0F, 66.0F, 72.0F, 190.0F};
        static constexpr std::array ranks{0, 3, 0, 7, 4, 6, 5, 2, 0};
        std::vector<desk::CandidateColumn> made;
        for (std::size_t i = 0; i < heads.size(); ++i)
            made.push_back({{.id = std::to_string(i),
                             .head = heads[i],
                             .width = widths[i],
                             .grows = i == findings_column,
                             .sorts = false,
                             .align = 4 <= i && i <= 7 ? Align::right : Align::left},
                            i,
                            ranks[i]});
        const auto fitting = desk::fitting_columns(std::move(made), ui_, where.width());
        shell::TableRows rows;
        rows.count = state_.shown.size();
        rows.text = [&](std::size_t row, std::size_t column) { return state_.shown[row].texts[fitting.of[column]]; };
        rows.draw = [&](const shell::TableCell& cell) { return draw_cell(cell, fitting.of[cell.column]); };
        rows.selected = row_of(state_);
        rows.empty = frame_.tr(state_.all == 0 ? "tracks.none" : "tracks.none_flagged");
        rows.faded = frame_.stale;
        const auto events = shell::table(ui_, "driven", where, fitting.heads, state_.table, rows);
        const auto row = events.opened ? events.opened : events.selected;
        if (!row) return;
        choose(state_, state_.shown[*row].key);
        asked_.push_back(desk::Select{{desk::Selected::bus, state_.chosen->registration_number}, false});
    }

    bool draw_cell(const shell::TableCell& cell, std::size_t column)
    {
        const ShownRun& run = state_.shown[cell.row];
        if (column == number_column) {
            shell::draw_text_fitted(ui_, cell.where, Align::left, {.font = FontRole::body_bold, .color = ui_.theme.ink},
                                    run.texts[column]);
            return true;
        }
        if (column != findings_column || !run.flagged) return false;
        shell::severity_shape(ui_, {cell.where.x0 + ui_.px(6), cell.where.middle().y},
                              run.rectify ? shell::Severity::rectify : shell::Severity::notice);
        shell::draw_text_fitted(ui_, {cell.where.x0 + ui_.px(18), cell.where.y0, cell.where.x1, cell.where.y1},
                                Align::left, {.color = ui_.theme.ink}, run.texts[column]);
        return true;
    }

    void draw_right(const Rect& where)
    {
        if (state_.strip == nullptr) {
            const bool reading = state_.chosen && state_.reading;
            const char* key = reading ? "strip.reading" : state_.chosen ? "strip.gone" : "strip.choose";
            shell::draw_paragraph(ui_, {where.x0, where.y0 + ui_.px(14)}, where.width(), {.color = ui_.theme.muted},
                                  frame_.tr(key), 22);
            return;
        }
        const conformance::RunStrip& strip = *state_.strip;
        shell::draw_text_fitted(ui_, {where.x0, where.y0 + ui_.px(6), where.x1, where.y0 + ui_.px(6 + title_px)},
                                Align::left, {.font = FontRole::body_bold, .color = ui_.theme.ink},
                                strip_title(strip, frame_.language));
        draw_legend(strip, {where.x0, where.y1 - ui_.px(legend_px), where.x1, where.y1});
        const Rect plot{where.x0, where.y0 + ui_.px(8 + title_px), where.x1, where.y1 - ui_.px(legend_px)};
        if (strip.fixes.empty()) {
            shell::draw_paragraph(ui_, {plot.x0, plot.y0}, plot.width(), {.color = ui_.theme.muted},
                                  frame_.tr("strip.silent"), 22);
            return;
        }
        const auto before = state_.cursor;
        state_.cursor = draw_strip(strip, state_.cursor, frame_, plot);
        if (state_.cursor != before) ui_.pulse.frame_within(0);  // the map shows it in the next frame
    }

    void draw_legend(const conformance::RunStrip& strip, const Rect& line)
    {
        const auto sums = strip_sums(strip, frame_.language);
        float x = line.x0;
        const auto words = [&](std::string_view text, shell::Color color) {
            if (x >= line.x1) return;
            shell::draw_text_fitted(ui_, {x, line.y0, line.x1, line.y1}, Align::left,
                                    {.font = FontRole::label, .color = color}, text);
            x += shell::text_width(ui_, FontRole::label, text) + ui_.px(16);
        };
        const auto stroke = [&](shell::Color color, float width, bool dashed) {
            const float y = line.middle().y, end = x + ui_.px(22);
            if (end < line.x1) {
                if (dashed)
                    for (float at = x; at < end; at += ui_.px(8))
                        ui_.list().AddLine({at, y}, {std::min(at + ui_.px(5), end), y}, color, ui_.px.exact(width));
                else
                    ui_.list().AddLine({x, y}, {end, y}, color, ui_.px.exact(width));
            }
            x = end + ui_.px(6);
        };
        // What is marked comes first: where there is little room, the rest gives way.
        if (!sums.off_route.empty()) {
            stroke(ui_.theme.rectify.line, 4.5F, false);
            words(sums.off_route, ui_.theme.rectify.text);
        }
        if (!sums.too_fast.empty()) {
            stroke(ui_.theme.notice.line, 4.5F, false);
            words(sums.too_fast, ui_.theme.notice.text);
        }
        if (!sums.stands.empty()) {
            shell::severity_shape(ui_, {x + ui_.px(6), line.middle().y}, shell::Severity::notice);
            x += ui_.px(18);
            words(sums.stands, ui_.theme.notice.text);
        }
        stroke(ui_.theme.ink, 2, false);
        words(frame_.tr(strip.along_route ? "strip.driven" : "strip.driven_alone"), ui_.theme.second_ink);
        stroke(ui_.theme.muted, 1.4F, true);
        words(frame_.tr("strip.timetable"), ui_.theme.second_ink);
    }

    /// Once for what is chosen, and again when the register is another.
    void ask_for_strip()
    {
        const std::uint64_t generation = frame_.snapshot().generation;
        if (!state_.chosen || (state_.asked == state_.chosen && state_.asked_generation == generation)) return;
        state_.asked = state_.chosen;
        state_.asked_generation = generation;
        state_.reading = true;
        asked_.push_back(desk::CheckRequest{desk::ReadStrip{*state_.chosen}});
    }

    TracksState& state_;
    const Frame& frame_;
    const shell::Ui& ui_;
    Rect where_;
    Requests asked_;
};

}  // namespace

void choose(TracksState& state, const desk::DrivenRunKey& run)
{
    if (state.chosen == run) return;
    state.chosen = run;
    state.strip = nullptr;
    state.cursor.reset();
    state.asked.reset();
    state.table.show_selected = true;
}

void take_strip(TracksState& state, const desk::DrivenRunKey& run, std::uint64_t generation,
                std::shared_ptr<const conformance::RunStrip> strip)
{
    if (state.chosen != run || state.asked_generation != generation) return;
    state.reading = false;
    state.strip = std::move(strip);
    state.cursor.reset();
}

Requests draw_tracks_panel(TracksState& state, const Frame& frame, const Rect& where)
{
    refresh(state, frame);
    return Page(state, frame, where).draw();
}

}  // namespace xiaoan::tracks
