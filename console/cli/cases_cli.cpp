// `cases`: what is supervised, from its opening to its end; here the list, one case in full, and the options.
#include "console/cli/cases_cli.hpp"

#include "console/cli/judged_dossiers.hpp"
#include "console/cli/listing.hpp"
#include "console/cli/option_readers.hpp"
#include "console/enforcement/case_view.hpp"
#include "console/enforcement/cases_json.hpp"
#include "console/language/wording.hpp"
#include "console/rules/calendar.hpp"
#include "console/rules/wording.hpp"
#include "data/intake/values/registration_number.hpp"

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include <algorithm>

namespace xiaoan::cli {

namespace {

using supervision::CaseRow;

std::string joined(const std::vector<data::CaseRule>& rules)
{
    std::string text;
    for (const auto& rule : rules) text += (text.empty() ? "" : " ") + rule.rule;
    return text;
}

Listing listing_of(const Context& context, const data::Snapshot& snapshot, const std::vector<CaseRow>& rows)
{
    Listing listing;
    for (const auto* key : {"case.number", "case.state", "case.department", "case.county", "case.subject",
                            "case.opened_on", "case.due_on", "case.overdue", "case.next", "case.rules"})
        listing.headers.emplace_back(context.tr(key));
    for (const auto& row : rows) {
        const data::Case& each = *row.opened;
        const auto text = enforcement::case_row_text(snapshot, row, context.as_of, context.language);
        listing.rows.push_back({
            each.number,
            text.state,
            text.department,
            text.county,
            context.format == Format::text || each.subject_key.empty() ? text.subject : each.subject_key,
            text.opened_on,
            each.due_on.has_date() ? data::iso(each.due_on.date()) : std::string{},
            row.overdue_days > 0 ? std::to_string(row.overdue_days) : std::string{},
            text.next,
            each.rules.empty() ? each.matter : joined(each.rules),
        });
    }
    return listing;
}

/// The registration number as the register has it, where a person typed one.
std::string canonical_number(const std::string& typed)
{
    const auto number = data::parse_registration_number(typed);
    return number ? std::string{*number} : typed;
}

/// Empty, and said, where the region has no such county.
std::optional<supervision::CaseFilter> filter_of(const Context& context, const data::Region& region,
                                                 const AskedCases& asked)
{
    supervision::CaseFilter filter;
    if (!asked.state.empty()) filter.state = data::value_of_word<data::CaseState>(asked.state);
    if (!read_county(context, region, asked.county, filter.county)) return std::nullopt;
    filter.department = asked.department;
    if (!asked.buses.empty()) filter.subject_key = canonical_number(asked.buses.front());
    filter.only_overdue = asked.overdue;
    if (asked.due_this_week) filter.due = supervision::rest_of_week(context.as_of);
    if (asked.days > 0) filter.due = std::pair{context.as_of, context.as_of + std::chrono::days{asked.days}};
    if (!asked.waiting.empty()) filter.waiting = data::value_of_word<supervision::Waiting>(asked.waiting);
    if (!asked.next.empty()) filter.next = data::value_of_word<supervision::NextStep>(asked.next);
    return filter;
}

int list(const Context& context, const AskedCases& asked)
{
    const auto from = context.open(data::Register::Access::read);
    const auto judged = judged_cases(context, from);
    const auto filter = filter_of(context, *judged.snapshot->region, asked);
    if (!filter) return Exit::wrong_command_line;
    const auto rows = supervision::case_list(judged.rows, *filter);
    print_cases(context, *judged.snapshot, rows, asked.full);
    if (context.format == Format::text && !judged.rows.empty())
        message(context.tr("cli.cases.listed", {std::to_string(rows.size()), std::to_string(judged.rows.size())}));
    return Exit::done;
}

/// All of a case in words, under its row.
void print_dossier(const Context& context, const JudgedCases& judged, const data::Case& found)
{
    const auto view = enforcement::case_view(*judged.dossiers, found, context.as_of, context.language);
    const auto line = [](const std::string& text) {
        if (!text.empty()) print(fmt::format("  {}\n", text));
    };
    line(found.matter);
    line(view.says);
    for (const auto& each : view.addressees) line(each);
    for (const auto& finding : view.findings) {
        print(fmt::format("  {} · {}  {}  {}\n", finding.title, finding.standing, finding.text, finding.basis));
        for (const auto& fact : finding.evidence) print(fmt::format("      {}\n", fact));
    }
    for (const auto& each : view.links) line(each);
    for (const auto& step : view.steps) {
        print(fmt::format("  {}  {}  {}  {}\n", step.at, step.what, step.by, step.text));
        for (const auto& note : step.notes) print(fmt::format("      {}\n", note));
    }
}

int show(const Context& context, const AskedCases& asked)
{
    const auto from = context.open(data::Register::Access::read);
    const auto judged = judged_cases(context, from);
    const CaseRow* found = judged.find(asked.number);
    if (found == nullptr) {
        message(context.tr("cli.cases.unknown_case", {asked.number}));
        return Exit::refused;
    }
    print_cases(context, *judged.snapshot, {*found}, asked.full);
    if (context.format == Format::text) print_dossier(context, judged, *found->opened);
    return Exit::done;
}

template <class E>
std::vector<std::string> words()
{
    std::vector<std::string> all;
    for (const auto& each : data::words_of<E>) all.emplace_back(each.word);
    return all;
}

/// Adds the subcommands of `cases`, each with its options.
class CaseCommands {
public:
    CaseCommands(CLI::App& command, Invocation& asked)
        : command_(command), asked_(asked), options_(std::make_shared<AskedCases>())
    {
    }

    void add_questions()
    {
        auto* all = add("list", list, false);
        all->add_option("--state", options_->state, help(".state"))->check(CLI::IsMember(words<data::CaseState>()));
        department(all);
        county(all);
        all->add_option("--bus", options_->buses, help(".bus"))->expected(1);
        all->add_flag("--overdue", options_->overdue, help(".overdue"));
        all->add_flag("--due-this-week", options_->due_this_week, help(".due_this_week"));
        all->add_option("--due-within", options_->days, help(".due_within"))->check(CLI::Range(0, 3650));
        all->add_option("--waiting", options_->waiting, help(".waiting"))
            ->check(CLI::IsMember(words<supervision::Waiting>()));
        all->add_option("--next", options_->next, help(".next"))->check(CLI::IsMember(words<supervision::NextStep>()));
        full(all);
        auto* one = add("show", show, false);
        number(one);
        full(one);
        auto* report = add("report", report_cases, false);
        report->add_option("--from", options_->from, help(".from"));
        department(report);
        county(report);
        report->add_option("--days", options_->days, help(".calendar"))->check(CLI::Range(1, 366));
        auto* ledger = add("ledger", print_ledger, false);
        ledger->add_option("--month", options_->month, help(".ledger.month"));
        ledger->add_option("--out", options_->out, help(".ledger.out"))->required();
        department(ledger);
        county(ledger);
        auto* file = add("attachment", save_attachment, false);
        number(file);
        file->add_option("N", options_->attachment, help(".attachment.n"))->required()->check(CLI::PositiveNumber);
        file->add_option("--out", options_->out, help(".attachment.out"))->required();
    }

    void add_opening()
    {
        auto* open = add("open", open_cases, true);
        open->add_option("--bus", options_->buses, help(".bus"));
        open->add_option("--rule", options_->rules, help(".rule"));
        department(open);
        due(open);
        open->add_option("--text", options_->text, help(".remark"));
        open->add_option("--matter", options_->matter, help(".matter"));
        open->add_option("--school", options_->school, help(".school"));
        open->add_option("--water", options_->water, help(".water"));
        open->add_option("--operator", options_->bus_operator, help(".operator"));
        county(open);
        open->add_option("--item", options_->item, help(".item"));
        open->add_option("--meeting", options_->meeting, help(".meeting"));
        addressees(open);
    }

    void add_steps()
    {
        using enum data::CaseStep;
        auto* letter = step("send", sent);
        addressees(letter);
        document(letter);
        text(letter, ".words");
        attach(letter);
        for (const auto& [name, which] : {std::pair{"remind", reminded}, {"urge", urged}, {"escalate", escalated}}) {
            auto* sub = step(name, which);
            document(sub);
            text(sub, ".words");
        }
        auto* answer = step("reply", replied);
        text(answer, ".text")->required();
        document(answer);
        attach(answer);
        auto* note = step("note", noted);
        text(note, ".words");
        attach(note);
        auto* longer = step("extend", extended);
        due(longer);
        reason(longer);
        auto* look = step("verify", verified);
        look->add_option("--check", options_->document, help(".check"));
        text(look, ".check_text");
        attach(look);
        auto* end = step("close", closed);
        reason(end);
        attach(end);
        reason(step("reopen", reopened));
        reason(step("cancel", cancelled));
    }

private:
    using Run = int (*)(const Context&, const AskedCases&);

    [[nodiscard]] std::string help(std::string_view key) const
    {
        return std::string{asked_.context.tr("cli.help.cases" + std::string{key})};
    }
    CLI::App* add(const std::string& name, std::function<int(const Context&, const AskedCases&)> run, bool writes)
    {
        auto* sub = command_.add_subcommand(name, help("." + name));
        sub->callback([&asked = asked_, options = options_, run, writes] {
            asked.only_now = writes;
            asked.run = [options, run](const Context& context) { return run(context, *options); };
        });
        return sub;
    }
    CLI::App* step(const std::string& name, data::CaseStep which)
    {
        auto* sub = add(
            name, [which](const Context& context, const AskedCases& asked) { return step_case(context, asked, which); },
            true);
        number(sub);
        return sub;
    }
    void number(CLI::App* sub) { sub->add_option("CASE", options_->number)->required(); }
    void department(CLI::App* sub)
    {
        sub->add_option("--department", options_->department, help(".department"))
            ->check(CLI::IsMember(words<data::Department>()));
    }
    void county(CLI::App* sub) { sub->add_option("--county", options_->county, help(".county")); }
    void full(CLI::App* sub) { sub->add_flag("--full", options_->full, help(".full")); }
    void due(CLI::App* sub)
    {
        auto* date = sub->add_option("--due", options_->due, help(".due"));
        sub->add_option("--workdays", options_->workdays, help(".workdays"))
            ->check(CLI::Range(1, 1000))
            ->excludes(date);
    }
    void addressees(CLI::App* sub)
    {
        sub->add_option("--to", options_->to, help(".to"))->allow_extra_args(false);
        sub->add_option("--copy", options_->copy, help(".copy"))->allow_extra_args(false);
    }
    void document(CLI::App* sub) { sub->add_option("--document", options_->document, help(".document")); }
    CLI::Option* text(CLI::App* sub, std::string_view key)
    {
        return sub->add_option("--text", options_->text, help(key));
    }
    void reason(CLI::App* sub) { sub->add_option("--reason", options_->reason, help(".reason")); }
    void attach(CLI::App* sub)
    {
        sub->add_option("--attach", options_->attach, help(".attach"))->allow_extra_args(false);
    }

    CLI::App& command_;
    Invocation& asked_;
    std::shared_ptr<AskedCases> options_;
};

}  // namespace

std::shared_ptr<const data::Snapshot> case_snapshot(const data::Register& from)
{
    return std::make_shared<const data::Snapshot>(
        from.snapshot(rules::judged_kinds() |
                          data::kinds_of<data::Water, data::Contact, data::Meeting, data::Assignment, data::Handover>(),
                      false));
}

void print_cases(const Context& context, const data::Snapshot& snapshot, const std::vector<CaseRow>& rows, bool full)
{
    if (context.format == Format::json)
        print(enforcement::cases_json(rows, context.as_of, full) + "\n");
    else if (rows.empty())
        message(context.tr("cli.cases.none"));
    else
        print(context, listing_of(context, snapshot, rows));
}

const CaseRow* JudgedCases::find(std::string_view number) const
{
    const auto found = std::ranges::find(rows, number, [](const CaseRow& row) { return row.opened->number; });
    return found != rows.end() ? &*found : nullptr;
}

JudgedCases judged_cases(const Context& context, const data::Register& from)
{
    JudgedCases judged;
    judged.snapshot = case_snapshot(from);
    judged.dossiers =
        std::make_shared<const rules::Dossiers>(judged_dossiers(context, from, judged.snapshot, context.as_of));
    judged.rows = supervision::all_cases(*judged.dossiers, rules::judge(*judged.dossiers, context.as_of));
    return judged;
}

AskedDue asked_due(const Context& context, const data::Region& region, const AskedCases& asked)
{
    if (asked.workdays > 0) {
        const auto due = rules::WorkingDays(region.holidays).later(context.as_of, asked.workdays);
        if (due) return {data::DateCell{*due}};
        message(context.tr("cli.cases.no_holidays", {data::iso(context.as_of), std::to_string(asked.workdays)}));
        return {{}, Exit::refused};
    }
    if (asked.due.empty()) return {};
    if (const auto due = data::date_from_iso(asked.due)) return {data::DateCell{*due}};
    message(context.tr("cli.cases.bad_due", {asked.due}));
    return {{}, Exit::wrong_command_line};
}

std::vector<data::CaseAddressee> asked_addressees(const AskedCases& asked)
{
    std::vector<data::CaseAddressee> all;
    for (const auto& name : asked.to) all.push_back({false, name});
    for (const auto& name : asked.copy) all.push_back({true, name});
    return all;
}

void add_cases(CLI::App& app, Invocation& asked)
{
    auto* command = app.add_subcommand("cases", std::string{asked.context.tr("cli.help.cases")});
    command->require_subcommand(1);
    CaseCommands commands(*command, asked);
    commands.add_questions();
    commands.add_opening();
    commands.add_steps();
}

}  // namespace xiaoan::cli
