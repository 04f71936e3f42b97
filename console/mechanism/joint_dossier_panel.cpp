#include "console/mechanism/joint_panel.hpp"
#include "console/rules/wording.hpp"
#include "console/supervision/joint.hpp"

#include <algorithm>

namespace xiaoan::mechanism {

namespace {

using desk::DossierColumn;
using desk::Frame;
using desk::Requests;

/// What a meeting asked for, a line each.
void draw_assignments(DossierColumn& column, const Frame& frame, const std::string& meeting, Requests& asked)
{
    std::vector<const data::Assignment*> of_meeting;
    for (const data::Assignment& each : frame.snapshot().all<data::Assignment>())
        if (each.meeting == meeting) of_meeting.push_back(&each);
    if (of_meeting.empty()) return;
    column.heading(frame.tr("kind.assignments"));
    for (const data::Assignment* each : of_meeting) {
        const bool done = supervision::is_done(*each, frame.derived.as_of);
        const std::string side = done                      ? std::string{frame.tr("joint.done")}
                                 : each->due_on.has_date() ? data::iso(each->due_on.date())
                                                           : std::string{};
        const std::string words =
            std::string{frame.tr("department." + std::string{data::word(each->department)})} + "  " + each->what;
        if (column.link(each->number, words, side))
            asked.push_back(
                desk::Select{{desk::Selected::joint, selection_key(JointKind::assignments, each->number)}, false});
    }
}

/// The value of a field among the facts; empty where it is not given.
std::string value_of(const std::vector<JointFact>& facts, std::string_view field)
{
    const auto found = std::ranges::find(facts, field, &JointFact::field);
    return found != facts.end() ? found->value : std::string{};
}

std::vector<desk::DossierButton> buttons(const Frame& frame, const SelectedRecord& of,
                                         const std::vector<JointFact>& facts)
{
    const std::string kind{info_of(of.kind).key};
    const bool writes = !frame.known_at;
    const std::string_view why = frame.why_read_only();
    const std::string today = data::iso(frame.derived.as_of);
    std::vector<desk::DossierButton> all;
    if (of.kind == JointKind::assignments) {
        const bool done = !value_of(facts, "done_on").empty();
        all.push_back(
            {"done",
             frame.tr("joint.finish.assignments"),
             {.primary = true, .enabled = writes && !done, .reason = done ? frame.tr("joint.done_already") : why},
             desk::BeginRecord{kind, of.key, {{"done_on", today}}}});
    }
    if (of.kind == JointKind::handovers) {
        const bool received = !value_of(facts, "received_on").empty();
        all.push_back({"receive",
                       frame.tr("joint.finish.handovers"),
                       {.primary = true,
                        .enabled = writes && !received,
                        .reason = received ? frame.tr("joint.received_already") : why},
                       desk::BeginRecord{kind, of.key, {{"received_on", today}}}});
    }
    if (of.kind == JointKind::meetings)
        all.push_back(
            {"assign",
             frame.tr("joint.new.assignments"),
             {.primary = true, .enabled = writes, .reason = why},
             desk::BeginRecord{"assignments",
                               {},
                               {{"number", next_number(frame.snapshot(), JointKind::assignments, frame.derived.as_of)},
                                {"meeting", of.key}}}});
    all.push_back(
        {"change", frame.tr("joint.change"), {.enabled = writes, .reason = why}, desk::BeginRecord{kind, of.key}});
    if (const std::string number = value_of(facts, "case"); !number.empty())
        all.push_back({"case",
                       frame.tr("joint.to_case"),
                       {.enabled = frame.snapshot().find_case(number) != nullptr, .reason = frame.tr("joint.no_case")},
                       desk::Select{{desk::Selected::supervision, number}, true}});
    all.push_back({"history", frame.tr("cases.history"), {}, desk::ShowHistory{kind, of.key}});
    return all;
}

}  // namespace

Requests draw_joint_dossier(const Frame& frame, const desk::DossierPlace& place)
{
    const auto selected = selected_record(frame.selection.key);
    if (!selected) return {};
    const auto facts = joint_facts(frame.snapshot(), selected->kind, selected->key, frame.language);
    if (facts.empty()) return {};
    Requests asked;
    const std::string kind{frame.tr("kind." + std::string{info_of(selected->kind).key})};
    const auto content = [&](DossierColumn& column) {
        column.head({.title = selected->kind == JointKind::contacts ? std::string_view{value_of(facts, "unit")}
                                                                    : std::string_view{selected->key},
                     .line = kind});
        for (const JointFact& fact : facts)
            if (fact.field != "number" && fact.field != "unit") column.fact(fact.label, fact.value);
        if (selected->kind == JointKind::meetings) draw_assignments(column, frame, selected->key, asked);
    };
    auto pressed = desk::draw_dossier(frame, place, content, buttons(frame, *selected, facts));
    for (auto& wish : pressed) asked.push_back(std::move(wish));
    return asked;
}

}  // namespace xiaoan::mechanism
