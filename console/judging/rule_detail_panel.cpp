// What stands at the right of the page of rules: one rule or one parameter, whole.
#include "console/catalogue/catalogue.hpp"
#include "console/desk/severity.hpp"
#include "console/judging/rules_panel.hpp"
#include "console/language/wording.hpp"

#include <array>

namespace xiaoan::judging {

namespace {

using desk::DossierColumn;
using desk::Frame;
using desk::Requests;

Requests show_buses(const Frame& frame, const rules::Rule& rule)
{
    desk::BusFilter filter;
    filter.county = frame.filter.county;
    filter.rule = rule.id;
    return {desk::SetFilter{filter}, desk::ShowPage{desk::Page::buses}};
}

void draw_rule(DossierColumn& column, const RuleRow& row, const Frame& frame, Requests& asked)
{
    const rules::Rule& rule = *row.rule;
    const RuleText text = rule_text(rule, frame.language);
    column.head({.title = text.title,
                 .line = rule.id,
                 .severity = desk::shown_severity(rule.severity),
                 .tag = frame.tr("severity." + std::string{data::word(rule.severity)})});
    column.heading(frame.tr("book.condition"));
    column.paragraph(text.condition, frame.ui.theme.ink);
    column.heading(frame.tr("book.basis"));
    column.paragraph(text.basis, frame.ui.theme.ink);
    column.gap(10);
    column.fact(frame.tr("book.fix"), text.fix);
    column.fact(frame.tr("book.department"), text.department);
    column.fact(frame.tr("book.scope"), frame.tr(rule.only_in_service ? "book.in_service" : "book.all_buses"));
    if (rule.severity == rules::Severity::rectify)
        column.fact(frame.tr("book.term"), frame.tr("book.days", {std::to_string(rule.rectify_days)}));
    column.heading(frame.tr("rules.on_date", {data::iso(frame.derived.as_of)}));
    if (column.link("buses", frame.tr("rules.column.today"), language::grouped(row.findings),
                    row.findings > 0 ? std::optional{desk::shown_severity(rule.severity)} : std::nullopt))
        for (auto& wish : show_buses(frame, rule)) asked.push_back(std::move(wish));
    column.fact(frame.tr("rules.column.gaps"), language::grouped(row.gaps));
    column.fact(frame.tr("rules.silenced"), language::grouped(row.silenced));
}

void draw_setting(DossierColumn& column, const settings::StandingSetting& setting, const Frame& frame)
{
    const std::string name = settings::name_text(*setting.info, frame.language);
    column.head({.title = settings::value_text(*setting.info, setting.value, frame.language), .line = name});
    if (setting.value.empty()) {
        column.paragraph(frame.tr("setting.never_guessed"), frame.ui.theme.rectify.text);
        column.gap(8);
    }
    column.fact(frame.tr("setting.group"), frame.tr("setting.group." + std::string{setting.info->group}));
    column.fact(frame.tr("setting.name"), setting.info->name);
    column.fact(frame.tr("setting.default"),
                settings::value_text(*setting.info, setting.info->default_value, frame.language));
    column.fact(frame.tr("setting.source"), setting.source);
    if (setting.set == nullptr) return;
    column.fact(frame.tr("setting.set_by"), setting.set->set_by);
    column.fact(frame.tr("setting.set_at"), setting.set->set_at.substr(0, 10));
    column.heading(frame.tr("setting.default_source"));
    column.small(settings::said(setting.info->source, frame.language));
}

}  // namespace

Requests draw_rule_detail(RulesState& state, const Frame& frame, const desk::DossierPlace& place)
{
    if (place.over && !state.detail_open) return {};
    refresh(state, frame);
    Requests asked;
    if (state.view == RulesView::rules) {
        const RuleRow& row = state.all_rules[state.rule];
        auto pressed =
            desk::draw_dossier(frame, place, [&](DossierColumn& column) { draw_rule(column, row, frame, asked); }, {});
        for (auto& wish : pressed) asked.push_back(std::move(wish));
        return asked;
    }
    const settings::StandingSetting& setting = state.settings[state.setting];
    const bool can = !frame.known_at;
    const bool is_set = setting.set != nullptr;
    const auto reset = settings::tried_default(catalogue::all_settings(), frame.derived.dossiers.judging().settings,
                                               *setting.info, frame.language);
    const std::string& name = setting.info->name;
    const std::array buttons{desk::DossierButton{"edit",
                                                 frame.tr("setting.edit"),
                                                 {.primary = true, .enabled = can, .reason = frame.why_read_only()},
                                                 desk::BeginSetting{name}},
                             desk::DossierButton{"reset",
                                                 frame.tr("setting.reset"),
                                                 {.enabled = can && is_set && reset.value,
                                                  .reason = !can          ? frame.why_read_only()
                                                            : !is_set     ? frame.tr("setting.is_default")
                                                            : reset.value ? std::string_view{}
                                                                          : std::string_view{reset.allowed}},
                                                 desk::Judge{data::ChangeSetting{name, std::nullopt, {}}}}};
    return desk::draw_dossier(
        frame, place, [&](DossierColumn& column) { draw_setting(column, setting, frame); }, buttons);
}

}  // namespace xiaoan::judging
