// `cases open`: on the findings of buses, or by hand about a matter.
#include "console/checks/stranger_findings.hpp"
#include "console/cli/cases_cli.hpp"
#include "console/cli/judged_dossiers.hpp"
#include "console/cli/option_readers.hpp"
#include "console/enforcement/case_plan.hpp"
#include "data/intake/values/registration_number.hpp"

#include <algorithm>

namespace xiaoan::cli {

namespace {

using supervision::CaseRow;

/// Index of the bus that a person typed; empty, and said, where the register has none.
std::optional<std::size_t> find_bus(const Context& context, const rules::Dossiers& dossiers, const std::string& typed)
{
    const auto number = data::parse_registration_number(typed);
    const auto bus = dossiers.find(number ? std::string_view{*number} : std::string_view{typed});
    if (bus != dossiers.size()) return bus;
    message(context.tr("cli.cases.unknown_bus", {typed}));
    return std::nullopt;
}

/// The findings of the buses asked for, without gaps unless a gap's rule is asked for.
std::optional<std::vector<rules::Finding>> findings_asked_for(const Context& context, const rules::Dossiers& dossiers,
                                                              const AskedCases& asked)
{
    std::vector<rules::Finding> wanted;
    for (const auto& typed : asked.buses) {
        const auto bus = find_bus(context, dossiers, typed);
        if (!bus) return std::nullopt;
        for (const auto& finding : rules::judge_bus(dossiers, *bus, context.as_of)) {
            const auto id = rules::rule_id(finding);
            const bool named = std::find(asked.rules.begin(), asked.rules.end(), id) != asked.rules.end();
            const bool grave = !finding.gap && finding.severity != rules::Severity::data;
            if (asked.rules.empty() ? grave : named) wanted.push_back(finding);
        }
    }
    return wanted;
}

/// Takes the numbers of suspects (vehicles in no register) out of the buses asked for: their findings.
std::vector<rules::StrangerFinding> strangers_asked_for(const Context& context, const data::Register& in,
                                                        const rules::Dossiers& dossiers, AskedCases& asked)
{
    std::vector<rules::StrangerFinding> wanted;
    const bool named = std::ranges::find(asked.rules, rules::rule_of_strangers) != asked.rules.end();
    if (!asked.rules.empty() && !named) return wanted;
    const auto known = [&](const std::string& typed) {
        const auto number = data::parse_registration_number(typed);
        return dossiers.find(number ? std::string_view{*number} : std::string_view{typed}) != dossiers.size();
    };
    if (std::ranges::all_of(asked.buses, known)) return wanted;
    const rules::Dossiers with_sightings(std::make_shared<const data::Snapshot>(in.snapshot(
                                             rules::judged_kinds() | data::kinds_of<data::Sighting>(), false)),
                                         context.judging());
    const auto found = checks::judged_suspects(with_sightings, context.as_of);
    std::erase_if(asked.buses, [&](const std::string& typed) {
        const auto number = data::parse_registration_number(typed);
        const auto suspect =
            std::ranges::find(found.suspects, number ? *number : typed, &checks::Suspect::registration_number);
        if (known(typed) || suspect == found.suspects.end()) return false;
        wanted.push_back(checks::stranger_finding(with_sightings.snapshot(), *suspect, language::Language::zh));
        return true;
    });
    return wanted;
}

/// The cases that the command made or added to: their steps are more than before.
std::vector<CaseRow> touched(const JudgedCases& now, const data::Snapshot& before)
{
    std::vector<CaseRow> rows;
    for (const CaseRow& row : now.rows) {
        const data::Case* old = before.find_case(row.opened->number);
        if (old == nullptr || old->events.size() != row.opened->events.size()) rows.push_back(row);
    }
    return rows;
}

int apply(const Context& context, data::Register& in, const data::Snapshot& before, std::vector<data::OpenCase> cases)
{
    const auto applied = in.apply(data::OpenCases{std::move(cases)}, context.actor);
    if (!applied) return say_refused(context, applied.error());
    const auto now = judged_cases(context, in);
    const auto rows = touched(now, before);
    if (context.format == Format::text)
        for (const auto& row : rows) {
            const bool joined = before.find_case(row.opened->number) != nullptr;
            message(context.tr(joined ? "cli.cases.joined" : "cli.cases.opened", {row.opened->number}));
        }
    print_cases(context, *now.snapshot, rows);
    return Exit::done;
}

/// What a case by hand is about: a record of the register, or nothing but the matter.
struct Subject {
    std::string kind = "matter";
    std::string key;
    data::Adcode county;
};

template <class Record, class Key>
std::optional<Subject> find_record(const data::Snapshot& snapshot, std::string_view kind, const std::string& key,
                                   Key Record::* field)
{
    for (const Record& record : snapshot.all<Record>())
        if (record.*field == key) return Subject{std::string{kind}, key, record.county};
    return std::nullopt;
}

/// Empty, and said, where the register does not have it, or more than one was named.
std::optional<Subject> subject_of(const Context& context, const rules::Dossiers& dossiers, const AskedCases& asked)
{
    const auto& snapshot = dossiers.snapshot();
    const std::size_t named = asked.buses.size() + std::size_t{!asked.school.empty()} +
                              std::size_t{!asked.water.empty()} + std::size_t{!asked.bus_operator.empty()};
    if (named > 1) {
        message(context.tr("cli.cases.one_subject"));
        return std::nullopt;
    }
    std::optional<Subject> found;
    std::string typed;
    if (!asked.buses.empty()) {
        const auto bus = find_bus(context, dossiers, asked.buses.front());
        if (!bus) return std::nullopt;
        return Subject{"bus", dossiers.bus(*bus).registration_number, dossiers.bus(*bus).county};
    }
    if (!asked.school.empty())
        found = find_record(snapshot, "school", typed = asked.school, &data::School::code);
    else if (!asked.water.empty())
        found = find_record(snapshot, "water", typed = asked.water, &data::Water::code);
    else if (!asked.bus_operator.empty())
        found = find_record(snapshot, "operator", typed = asked.bus_operator, &data::Operator::uscc);
    else
        return Subject{};
    if (!found) message(context.tr("cli.cases.unknown_subject", {typed}));
    return found;
}

int open_by_hand(const Context& context, data::Register& in, const rules::Dossiers& dossiers, const AskedCases& asked,
                 const data::DateCell& due_on)
{
    if (asked.department.empty()) {
        message(context.tr("cli.cases.department_needed"));
        return Exit::wrong_command_line;
    }
    auto subject = subject_of(context, dossiers, asked);
    if (!subject) return Exit::refused;
    if (!read_county(context, *dossiers.snapshot().region, asked.county, subject->county))
        return Exit::wrong_command_line;
    data::OpenCase opened{.subject_kind = subject->kind,
                          .subject_key = subject->key,
                          .county = subject->county,
                          .department = asked.department,
                          .opened_on = context.as_of,
                          .due_on = due_on,
                          .rules = {},
                          .note = asked.text,
                          .matter = asked.matter,
                          .addressees = asked_addressees(asked),
                          .item = asked.item,
                          .meeting = asked.meeting};
    return apply(context, in, dossiers.snapshot(), {std::move(opened)});
}

bool knows_rules(const Context& context, const AskedCases& asked)
{
    for (const auto& rule : asked.rules)
        if (rules::find_rule(rule) == nullptr) {
            message(context.tr("cli.unknown_rule", {rule}));
            return false;
        }
    return true;
}

}  // namespace

int open_cases(const Context& context, AskedCases asked)
{
    if (asked.buses.empty() && asked.matter.empty()) {
        message(context.tr("cli.cases.bus_or_matter"));
        return Exit::wrong_command_line;
    }
    if (!knows_rules(context, asked)) return Exit::wrong_command_line;
    auto in = context.open(data::Register::Access::write);
    const auto before = case_snapshot(in);
    const rules::Dossiers dossiers = judged_dossiers(context, in, before, context.as_of);
    const auto due = asked_due(context, *before->region, asked);
    if (due.code != Exit::done) return due.code;
    if (!asked.matter.empty()) return open_by_hand(context, in, dossiers, asked, due.due_on);

    enforcement::CaseTerms terms{.due_on = due.due_on,
                                 .note = asked.text,
                                 .addressees = asked_addressees(asked),
                                 .item = asked.item,
                                 .meeting = asked.meeting};
    if (!asked.department.empty()) terms.department = data::value_of_word<rules::Department>(asked.department);
    const auto strangers = strangers_asked_for(context, in, dossiers, asked);
    const auto findings = findings_asked_for(context, dossiers, asked);
    if (!findings) return Exit::refused;
    auto plan = enforcement::case_plan(dossiers, *findings, context.as_of, terms);
    enforcement::add_strangers(plan, *before, strangers, context.as_of, terms);
    if (plan.cases.empty()) {
        for (const auto& number : plan.already_open) message(context.tr("cli.cases.already_open", {number}));
        if (plan.already_open.empty()) message(context.tr("cli.cases.nothing_to_open", {data::iso(context.as_of)}));
        return Exit::refused;
    }
    return apply(context, in, *before, std::move(plan.cases));
}

}  // namespace xiaoan::cli
