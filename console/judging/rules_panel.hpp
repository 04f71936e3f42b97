// The page of rules: what is judged and what it finds today, the parameters with their sources, what is set aside.
#pragma once

#include "console/desk/dossier.hpp"
#include "console/desk/frame.hpp"
#include "console/desk/request.hpp"
#include "console/judging/rule_rows.hpp"
#include "console/judging/setting_rows.hpp"
#include "console/shell/table.hpp"

#include <array>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace xiaoan::judging {

enum class RulesView : std::uint8_t { rules, settings, silencings };

/// Kept by the window from frame to frame.
struct RulesState {
    RulesView view = RulesView::rules;
    std::size_t rule = 0;      // index into rules::rules()
    std::size_t setting = 0;   // index into the settings
    bool detail_open = false;  // where it lies over the page
    bool only_found = false;   // of the rules: those that find something today
    bool only_in_force = false;
    SettingFilter setting_filter;
    std::array<shell::TableState, 3> tables;

    // The rows, kept until what they depend on changes.
    struct Basis {
        std::shared_ptr<const data::Snapshot> snapshot;
        const desk::Derived* derived = nullptr;
        data::Date as_of{};
        data::Adcode county{};
        language::Language language{};
        bool only_found = false;
        bool only_in_force = false;
        SettingFilter setting_filter;
        friend bool operator==(const Basis&, const Basis&) = default;
    };
    Basis basis;
    std::vector<RuleRow> all_rules;
    std::vector<std::size_t> rules;  // of them, those shown
    std::vector<settings::StandingSetting> settings;
    std::vector<SettingRow> setting_rows;
    std::vector<SilencingRow> silencings;
};

/// Draws into `where` of the current region.
[[nodiscard]] desk::Requests draw_rules_panel(RulesState& state, const desk::Frame& frame, const shell::Rect& where);

/// Whether the page has something of its own to show at the right: a rule or a parameter.
[[nodiscard]] bool has_detail(const RulesState& state);
/// Draws it.
[[nodiscard]] desk::Requests draw_rule_detail(RulesState& state, const desk::Frame& frame,
                                              const desk::DossierPlace& place);
/// Closes a detail that lies over the page; false where none does.
bool step_back(RulesState& state);

/// What page and detail are made of.
void refresh(RulesState& state, const desk::Frame& frame);

}  // namespace xiaoan::judging
