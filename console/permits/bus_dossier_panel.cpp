#include "console/permits/bus_dossier_panel.hpp"

#include "console/desk/severity.hpp"
#include "console/shell/region.hpp"
#include "console/shell/shapes.hpp"
#include "console/shell/text.hpp"
#include "console/shell/widgets/button.hpp"
#include "console/shell/widgets/card.hpp"
#include "console/shell/widgets/chip.hpp"
#include "console/shell/widgets/comparison.hpp"
#include "console/shell/widgets/timeline.hpp"

#include <algorithm>
#include <array>

namespace xiaoan::permits {

namespace {

using desk::Frame;
using desk::Requests;
using shell::FontRole;
using shell::Rect;

constexpr float margin_px = 18, gap_px = 18, small_pitch_px = 20;

/// Draws one part of the dossier under the other.
class Column {
public:
    Column(const Frame& frame, const Rect& where)
        : frame_(frame),
          ui_(frame.ui),
          x_(where.x0 + ui_.px(margin_px)),
          width_(where.width() - 2 * ui_.px(margin_px)),
          y_(shell::region_origin().y + ui_.px(16))
    {
    }

    void head(const BusView& view)
    {
        const float height = shell::text_height(ui_, FontRole::heading);
        shell::draw_text(ui_, {x_, y_}, {.font = FontRole::heading, .color = ui_.theme.ink, .spacing = 1},
                         view.registration_number);
        if (const auto severity = desk::shown_severity(view.state))
            shell::severity_tag(ui_, x_ + width_, y_ + height / 2, frame_.tr(state_key(view.state)), *severity);
        y_ += height + ui_.px(2);
        y_ += shell::draw_paragraph(ui_, {x_, y_}, width_, {.font = FontRole::label, .color = ui_.theme.muted},
                                    view.line, 20);
        if (!view.in_service) small(frame_.tr("dossier.not_in_service"));
        y_ += ui_.px(10);
    }

    void cards(const BusView& view)
    {
        for (const auto& card : view.cards) {
            std::vector<std::string> lines{card.basis, card.text};
            lines.insert(lines.end(), card.evidence.begin(), card.evidence.end());
            const std::string title = card.lasting.empty() ? card.title : card.title + "  " + card.lasting;
            y_ += shell::card(ui_, {x_, y_}, width_, {desk::shown_severity(card.finding->severity), title, lines}) +
                  ui_.px(8);
        }
        if (view.cards.empty()) {
            shell::severity_shape(ui_, {x_ + ui_.px(6), y_ + ui_.px(10)}, shell::Severity::in_order);
            y_ += shell::draw_paragraph(ui_, {x_ + ui_.px(20), y_}, width_ - ui_.px(20), {.color = ui_.theme.ink},
                                        frame_.tr("dossier.no_findings", {data::iso(frame_.derived.as_of)}), 20);
        }
    }

    /// Data gaps are folded away: they call for a form to be filled, not for a bus to be stopped.
    void gaps(const BusView& view, bool& open)
    {
        if (view.gaps.empty()) return;
        y_ += ui_.px(6);
        const std::string label =
            frame_.tr(open ? "dossier.gaps_hide" : "dossier.gaps", {std::to_string(view.gaps.size())});
        const float width = shell::text_width(ui_, FontRole::label, label) + ui_.px(8);
        if (shell::text_button(ui_, "gaps", label, shell::rect_at(x_, y_, width, ui_.px(24)), FontRole::label))
            open = !open;
        y_ += ui_.px(26);
        if (open)
            for (const auto& gap : view.gaps) small(gap.title + "  " + gap.text);
    }

    void terms(const BusView& view)
    {
        heading("dossier.terms");
        std::vector<shell::TimelineRow> rows;
        for (const auto& term : view.terms)
            rows.push_back({.label = term.label,
                            .from = term.from,
                            .to = term.to,
                            .state = look(term.look),
                            .value = term.text,
                            .strong = term.look == TermBar::Look::ended || term.look == TermBar::Look::due});
        y_ += shell::timeline(
            ui_, {x_, y_}, width_, rows,
            {.today = frame_.derived.as_of,
             .first = frame_.derived.as_of - std::chrono::days{400},
             .last = frame_.derived.as_of + std::chrono::days{300},
             .today_word = frame_.tr(frame_.as_of == frame_.today ? "dossier.today" : "dossier.as_of")});
    }

    void comparison(const BusView& view)
    {
        if (view.comparison.empty()) return;
        heading("dossier.comparison");
        std::vector<shell::ComparisonRow> rows;
        for (const auto& row : view.comparison) rows.push_back({row.label, row.permitted, row.actual, row.differs});
        y_ += shell::comparison(ui_, {x_, y_}, width_, view.permitted_by, frame_.tr("compare.actual"), rows);
        if (!view.other_runs.empty()) small(view.other_runs);
    }

    void list(std::string_view key, const std::vector<std::string>& lines)
    {
        if (lines.empty()) return;
        heading(key);
        for (const auto& line : lines) small(line);
    }

    void buttons(const BusView& view, const std::string& key, Requests& asked)
    {
        y_ += ui_.px(gap_px);
        float x = x_;
        const auto add = [&](const char* id, std::string_view label, const shell::ButtonLook& look) {
            const float width = shell::button_width(ui_, label, look);
            if (x > x_ && x + width > x_ + width_) {
                x = x_;
                y_ += ui_.px(shell::button_height_px + 8);
            }
            const bool pressed =
                shell::button(ui_, id, label, shell::rect_at(x, y_, width, ui_.px(shell::button_height_px)), look);
            x += width + ui_.px(8);
            return pressed;
        };
        const bool can_open = !view.cards.empty();
        if (add("case", frame_.tr("dossier.open_case"),
                {.primary = true,
                 .enabled = can_open,
                 .key_hint = "Ctrl+D",
                 .reason = can_open ? std::string_view{} : frame_.tr("dossier.no_case_reason")}))
            asked.push_back(desk::BeginCase{{key}});
        if (add("zoom", frame_.tr("dossier.zoom"), {.reason = "Z"}))
            asked.push_back(desk::Select{{desk::Selected::bus, key}, true});
        if (add("history", frame_.tr("dossier.history"), {})) asked.push_back(desk::ShowHistory{"buses", key});
        y_ += ui_.px(shell::button_height_px);
    }

    void end() { shell::region_end(y_ + ui_.px(20)); }

private:
    [[nodiscard]] static std::string_view state_key(rules::BusState state)
    {
        constexpr std::array keys{"", "severity.stop", "severity.rectify", "severity.notice", "state.in_order", ""};
        return keys[static_cast<std::size_t>(state)];
    }
    [[nodiscard]] static shell::Severity look(TermBar::Look look)
    {
        switch (look) {
        case TermBar::Look::ended: return shell::Severity::stop;
        case TermBar::Look::due: return shell::Severity::rectify;
        case TermBar::Look::in_order:
        case TermBar::Look::missing: break;
        }
        return shell::Severity::in_order;
    }
    void heading(std::string_view key)
    {
        y_ += ui_.px(gap_px);
        y_ += shell::section_heading(ui_, {x_, y_}, frame_.tr(key));
    }
    void small(std::string_view text)
    {
        y_ += shell::draw_paragraph(ui_, {x_, y_}, width_, {.font = FontRole::label, .color = ui_.theme.second_ink},
                                    text, small_pitch_px);
    }

    const Frame& frame_;
    const shell::Ui& ui_;
    float x_, width_, y_;
};

void refresh(BusDossierState& state, const Frame& frame, std::size_t bus)
{
    if (state.generation == frame.snapshot().generation && state.as_of == frame.derived.as_of &&
        state.language == frame.language && state.key == frame.selection.key)
        return;
    state.view = bus_view(frame.derived, bus, frame.language);
    state.generation = frame.snapshot().generation;
    state.as_of = frame.derived.as_of;
    state.language = frame.language;
    state.key = frame.selection.key;
}

}  // namespace

Requests draw_bus_dossier(BusDossierState& state, const Frame& frame, const Rect& where)
{
    Requests asked;
    const auto bus = frame.derived.dossiers.find(frame.selection.key);
    if (bus == frame.derived.dossiers.size()) return asked;
    refresh(state, frame, bus);
    Column column(frame, where);
    column.head(state.view);
    column.cards(state.view);
    column.gaps(state.view, state.gaps_open);
    column.terms(state.view);
    column.comparison(state.view);
    column.list("dossier.stops", state.view.stops);
    column.list("dossier.cases", state.view.cases);
    column.list("dossier.origin", state.view.origin);
    column.buttons(state.view, state.key, asked);
    column.end();
    return asked;
}

}  // namespace xiaoan::permits
