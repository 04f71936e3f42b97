#include "console/rules/operator_rules.hpp"

#include "console/rules/days.hpp"
#include "console/rules/evidence.hpp"
#include "console/rules/paper.hpp"

#include <algorithm>
#include <array>

namespace xiaoan::rules {

namespace {

using data::DateCell;
using data::Operator;
using data::OperatorKind;
using std::chrono::days;

// -- the operator ----------------------------------------------------------------------------------------------------

/// Carriers need a road transport licence; a school that runs its own buses and a unit set up for them do not
/// (校车安全管理条例, article 9; 道路运输条例).
bool needs_licence(OperatorKind kind)
{
    return kind == OperatorKind::company || kind == OperatorKind::public_bus || kind == OperatorKind::individual;
}

std::optional<Verdict> judge_operator(const BusOnDate& bus)
{
    const OperatorFacts& run_by = bus.facts.run_by;
    if (!run_by.known) return gap_in_the_data();
    if (has_ended(run_by.licence_until, bus.as_of))
        return Verdict{.severity = Severity::stop, .since = DateCell{run_by.licence_until.date() + days{1}}};
    if (run_by.kind == OperatorKind::not_given) return gap_in_the_data();
    if (!needs_licence(run_by.kind)) return std::nullopt;
    if (run_by.licence_until.is_none()) return Verdict{.severity = Severity::stop};
    return run_by.licence_until.not_given() ? std::optional{gap_in_the_data()} : std::nullopt;
}

Explanation explain_operator(const BusOnDate& bus, const Finding& finding)
{
    EvidenceList list(bus.dossiers.snapshot());
    list.add(bus.record(), &data::Bus::run_by);
    Explanation why{.text = "rule.OPERATOR-INVALID.unknown"};
    if (const Operator* run_by = bus.dossiers.run_by(bus.index); run_by != nullptr) {
        list.add(*run_by, &Operator::name, &Operator::kind, &Operator::transport_licence,
                 &Operator::transport_licence_until);
        const DateCell& until = run_by->transport_licence_until;
        why.text = finding.gap        ? "rule.OPERATOR-INVALID.gap"
                   : until.has_date() ? "rule.OPERATOR-INVALID.text"
                                      : "rule.OPERATOR-INVALID.none";
        if (!finding.gap && until.has_date()) why.arguments = {data::iso(until.date())};
    } else
        list.absent("operator");
    why.evidence = list.take();
    return why;
}

// -- its agreements with schools -------------------------------------------------------------------------------------

enum class OnFile : std::uint8_t { filed, none, not_filed, cannot_tell };

OnFile on_file(const AgreementFacts& agreement, data::Date as_of)
{
    if (by(agreement.filed_on, as_of)) return OnFile::filed;
    if (agreement.unsaid_undated || by(agreement.unsaid_signed_on, as_of)) return OnFile::cannot_tell;
    return agreement.signed_undated || by(agreement.signed_on, as_of) ? OnFile::not_filed : OnFile::none;
}

/// What is on file with one school; null: no school is known, so that only an operator without any agreement is
/// surely without this one.
OnFile with_school(const BusOnDate& bus, const AgreementFacts* agreement)
{
    if (agreement != nullptr) return on_file(*agreement, bus.as_of);
    const OperatorFacts& run_by = bus.facts.run_by;
    return run_by.key != no_text && !run_by.has_agreement ? OnFile::none : OnFile::cannot_tell;
}

/// Calls `each(agreement, run)` for every school that the bus serves: by its runs, or without a roster by the route on
/// its paper (then the run is null).
template <class Each>
void for_each_school(const BusOnDate& bus, Each&& each)
{
    for (const RunFacts* run : bus.current_runs) each(bus.dossiers.agreement_of(*run), run);
    if (bus.has_roster) return;
    const Paper paper = paper_of(bus);
    const RouteFacts* route = paper.is_empty() ? nullptr : paper.route_in(bus.dossiers);
    const bool known = route != nullptr && route->school != no_text;
    each(known ? &bus.dossiers.agreement(route->school, bus.facts.run_by.key) : nullptr,
         static_cast<const RunFacts*>(nullptr));
}

std::optional<Verdict> judge_agreement(const BusOnDate& bus)
{
    const OperatorKind kind = bus.facts.run_by.kind;
    if (kind == OperatorKind::school) return std::nullopt;
    std::optional<Verdict> verdict;
    for_each_school(bus, [&](const AgreementFacts* agreement, const RunFacts* run) {
        auto state = with_school(bus, agreement);
        if (state == OnFile::filed) return;
        // Whoever is not known might be the school itself.
        if (kind == OperatorKind::not_given) state = OnFile::cannot_tell;
        if (state == OnFile::cannot_tell) {
            if (!verdict) verdict = gap_in_the_data();
            return;
        }
        const DateCell since = run == nullptr ? DateCell{} : earlier(run->from_on, {});
        if (verdict && !verdict->gap)
            verdict->since = earlier(verdict->since, since);
        else
            verdict = Verdict{.severity = Severity::rectify, .since = since};
    });
    return verdict;
}

Explanation explain_agreement(const BusOnDate& bus, const Finding& finding)
{
    EvidenceList list(bus.dossiers.snapshot());
    Explanation why{.text = "rule.AGREEMENT-NONE.gap"};
    list.add(bus.record(), &data::Bus::run_by);
    if (const Operator* run_by = bus.dossiers.run_by(bus.index)) list.add(*run_by, &Operator::name, &Operator::kind);
    bool any_none = false;
    for_each_school(bus, [&](const AgreementFacts* agreement, const RunFacts* run) {
        const auto state = with_school(bus, agreement);
        if (state == OnFile::filed) return;
        any_none |= state == OnFile::none;
        if (run != nullptr) list.add(bus.record(*run), &data::Run::route, &data::Run::from_on);
        if (const data::Route* route = run == nullptr ? nullptr : bus.dossiers.route(bus.record(*run).route))
            list.add(*route, &data::Route::school);
        const auto agreements =
            agreement == nullptr ? std::vector<const data::Agreement*>{} : bus.dossiers.agreements(*agreement);
        for (const data::Agreement* each : agreements)
            list.add(*each, &data::Agreement::school, &data::Agreement::signed_on, &data::Agreement::filed_on);
        if (agreements.empty()) list.absent("agreement");
    });
    if (!finding.gap) why.text = any_none ? "rule.AGREEMENT-NONE.text" : "rule.AGREEMENT-NONE.filed";
    why.evidence = list.take();
    return why;
}

}  // namespace

std::span<const Rule> operator_rules()
{
    static constexpr std::array table{
        Rule{"OPERATOR-INVALID", Severity::stop, Department::transport,
             "《校车安全管理条例》第九条；《道路运输条例》第六十三条",
             "School Bus Safety Regulations (Decree 617), art. 9; Road Transport Regulations, art. 63", Fix::law,
             judge_operator, explain_operator},
        Rule{"AGREEMENT-NONE", Severity::rectify, Department::education, "《校车安全管理条例》第十一条",
             "School Bus Safety Regulations (Decree 617), art. 11", Fix::law, judge_agreement, explain_agreement},
    };
    return table;
}

}  // namespace xiaoan::rules
