#include "console/water/candidates_panel.hpp"

#include "console/desk/fitting_columns.hpp"
#include "console/language/wording.hpp"
#include "console/rules/wording.hpp"
#include "console/shell/text.hpp"
#include "console/shell/widgets/button.hpp"
#include "console/water/water_rows.hpp"

#include <fmt/format.h>

#include <array>

namespace xiaoan::water {

namespace {

using desk::Frame;
using desk::Requests;
using shell::Align;
using shell::FontRole;
using shell::Rect;

constexpr float head_px = 42, margin_px = 14;
constexpr std::array column_keys{"candidates.name",     "candidates.kind",    "candidates.county", "candidates.school",
                                 "candidates.distance", "candidates.schools", "candidates.pupils", "candidates.code"};
constexpr std::array<float, column_keys.size()> widths{170, 80, 110, 200, 100, 90, 100, 130};
constexpr std::array<int, column_keys.size()> ranks{0, 2, 1, 0, 0, 3, 2, 4};

std::string kind_text(const Candidate& of, const Frame& frame)
{
    return std::string{frame.tr(fmt::format("word.water.kind.{}", data::word(of.kind)))};
}

std::string name_of(const Candidate& of, const Frame& frame)
{
    return of.name.empty() ? frame.tr("candidates.unnamed", {kind_text(of, frame)}) : of.name;
}

std::string cell(const Candidate& of, std::size_t column, const Frame& frame)
{
    const auto count = [](auto number) { return language::grouped(static_cast<std::size_t>(number)); };
    switch (column) {
    case 0: return name_of(of, frame);
    case 1: return kind_text(of, frame);
    case 2: return rules::county_name(frame.snapshot(), of.county, frame.language);
    case 3: return of.nearest->name;
    case 4: return count(of.distance_m + 0.5);
    case 5: return count(of.schools);
    case 6: return pupils_text(of, frame.language);
    default: break;
    }
    return of.code;
}

std::vector<const Candidate*> shown_of(const CandidatesState& state, const Frame& frame)
{
    std::vector<const Candidate*> shown;
    if (state.found == nullptr) return shown;
    const auto county = frame.filter.county;
    for (const Candidate& each : state.found->candidates)
        if (!county.given() || each.county == county) shown.push_back(&each);
    return shown;
}

desk::FittingColumns columns(const Frame& frame, float room)
{
    std::vector<desk::CandidateColumn> all;
    for (std::size_t i = 0; i < column_keys.size(); ++i)
        all.push_back({{.id = column_keys[i],
                        .head = std::string{frame.tr(column_keys[i])},
                        .width = widths[i],
                        .grows = i == 0 || i == 3,
                        .sorts = false,
                        .align = i >= 4 && i <= 6 ? Align::right : Align::left},
                       i,
                       ranks[i]});
    return desk::fitting_columns(std::move(all), frame.ui, room);
}

void draw_head(const CandidatesState& state, const Frame& frame, const Rect& head, Requests& asked)
{
    const auto& ui = frame.ui;
    float end = head.x1 - ui.px(margin_px);
    const bool chosen = frame.selection.what == desk::Selected::candidate && state.found != nullptr &&
                        state.found->find(frame.selection.key) != nullptr;
    const shell::ButtonLook look{.primary = true,
                                 .enabled = chosen && !frame.known_at,
                                 .key_hint = "Ctrl+Enter",
                                 .reason = frame.known_at
                                               ? frame.why_read_only()
                                               : frame.tr(chosen ? "candidates.take.reason" : "candidates.choose")};
    const auto label = frame.tr("candidates.take");
    const float width = shell::button_width(ui, label, look);
    if (shell::button(ui, "take", label, shell::rect_at(end - width, head.middle().y - ui.px(16), width, ui.px(32)),
                      look))
        asked = take_over(state, frame, frame.selection.key);
    end -= width + ui.px(14);
    const std::string note = state.found == nullptr
                                 ? std::string{frame.tr("candidates.looking")}
                                 : frame.tr("candidates.note", {language::grouped(shown_of(state, frame).size()),
                                                                fmt::format("{:.0f}", state.found->within_m)});
    shell::draw_text_fitted(ui, Rect{head.x0 + ui.px(margin_px), head.y0, end, head.y1}, Align::left,
                            {.color = ui.theme.muted}, note);
}

}  // namespace

bool is_current(const CandidatesState& state, const Frame& frame)
{
    return state.found != nullptr && &state.found->places->snapshot() == &frame.snapshot();
}

Requests take_over(const CandidatesState& state, const Frame& frame, std::string_view code)
{
    const Candidate* candidate = state.found != nullptr ? state.found->find(code) : nullptr;
    if (candidate == nullptr || frame.known_at) return {};
    const std::string& owed =
        frame.language == language::Language::zh ? candidate->attribution_zh : candidate->attribution_en;
    // The dossier goes on with the water that it becomes.
    return {desk::TakeCandidate{taken_over(*candidate),
                                frame.tr("candidates.origin", {candidate->code, candidate->layer, owed})},
            desk::Select{{desk::Selected::water, candidate->code}, false}};
}

Requests draw_candidates_panel(CandidatesState& state, const Frame& frame, const Rect& where)
{
    Requests asked;
    const auto& ui = frame.ui;
    const Rect head{where.x0, where.y0, where.x1, where.y0 + ui.px(head_px)};
    draw_head(state, frame, head, asked);
    if (!is_current(state, frame) && state.asked_of != frame.derived.snapshot && !frame.stale) {
        state.asked_of = frame.derived.snapshot;
        asked.push_back(desk::FindCandidates{});
    }
    const auto fitting = columns(frame, where.width());
    const auto shown = shown_of(state, frame);
    const std::string empty{frame.tr(state.found == nullptr ? "candidates.looking" : "candidates.nothing")};
    shell::TableRows rows;
    rows.count = shown.size();
    for (std::size_t i = 0; i < shown.size() && frame.selection.what == desk::Selected::candidate; ++i)
        if (shown[i]->code == frame.selection.key) rows.selected = i;
    rows.text = [&](std::size_t row, std::size_t column) { return cell(*shown[row], fitting.of[column], frame); };
    rows.empty = empty;
    rows.faded = !is_current(state, frame);
    const auto events =
        shell::table(ui, "candidates", {where.x0, head.y1, where.x1, where.y1}, fitting.heads, state.table, rows);
    if (const auto row = events.opened ? events.opened : events.selected)
        asked.push_back(desk::Select{{desk::Selected::candidate, shown[*row]->code}, events.opened.has_value()});
    return asked;
}

Requests draw_candidate_dossier(CandidatesState& state, const Frame& frame, const desk::DossierPlace& place)
{
    const Candidate* candidate = state.found != nullptr ? state.found->find(frame.selection.key) : nullptr;
    if (candidate == nullptr) return {};
    Requests asked;
    const auto content = [&](desk::DossierColumn& column) {
        column.head({.title = name_of(*candidate, frame), .line = frame.tr("candidates.line")});
        column.fact(frame.tr("candidates.code"), candidate->code);
        column.fact(frame.tr("candidates.kind"), kind_text(*candidate, frame));
        column.fact(frame.tr("candidates.county"),
                    rules::county_name(frame.snapshot(), candidate->county, frame.language));
        column.fact(frame.tr("candidates.schools"), language::grouped(candidate->schools));
        column.fact(frame.tr("candidates.pupils"), pupils_text(*candidate, frame.language));
        column.heading(frame.tr("candidates.school"));
        if (column.link("school", candidate->nearest->name, distance_text(candidate->distance_m)))
            asked.push_back(desk::Select{{desk::Selected::school, candidate->nearest->code}, true});
        column.heading(frame.tr("candidates.what_now"));
        column.small(frame.tr("candidates.advice"));
        column.heading(frame.tr("dossier.origin"));
        column.small(frame.language == language::Language::zh ? candidate->attribution_zh : candidate->attribution_en);
    };
    auto taken = take_over(state, frame, candidate->code);
    const auto reason = frame.known_at ? frame.why_read_only() : frame.tr("candidates.take.reason");
    std::vector<desk::DossierButton> buttons{
        {"zoom", frame.tr("dossier.zoom"), {.reason = "Z"}, desk::Select{frame.selection, true}}};
    if (!taken.empty())
        buttons.insert(buttons.begin(),
                       {"take", frame.tr("candidates.take"), {.primary = true, .reason = reason}, taken.front()});
    const auto pressed = desk::draw_dossier(frame, place, content, buttons);
    for (const desk::Request& each : pressed) {
        asked.push_back(each);
        if (std::holds_alternative<desk::TakeCandidate>(each.wish())) asked.push_back(taken.back());
    }
    return asked;
}

}  // namespace xiaoan::water
