#include "data/register/case_life.hpp"
#include "data/register/case_table.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace xiaoan::data {

namespace {

Rejected rejected(std::string reason, std::string field, std::vector<std::string> arguments = {})
{
    return {std::move(reason), std::move(field), std::move(arguments)};
}

/// The case of the same subject and department that has not ended: one that rests on findings for one that does, one
/// made by hand about the same matter for one made by hand.
std::optional<Case> living_case(const SQLite::Database& db, const OpenCase& asked)
{
    Statement select(db, "SELECT number FROM supervision_case WHERE subject_kind = ?1 AND subject_key = ?2"
                         " AND department = ?3 AND state <> 'closed' AND state <> 'cancelled' ORDER BY id");
    select.bind(1, std::string_view{asked.subject_kind});
    select.bind(2, std::string_view{asked.subject_key});
    select.bind(3, std::string_view{asked.department});
    while (select.step()) {
        auto found = read_case(db, select.text(0));
        if (!found || found->rules.empty() != asked.rules.empty()) continue;
        if (!asked.rules.empty() || found->matter == asked.matter) return found;
    }
    return std::nullopt;
}

std::optional<Rejected> obstacle(const OpenCase& asked)
{
    const bool has_subject = !asked.subject_kind.empty() && !asked.subject_key.empty();
    const bool is_a_matter = asked.subject_kind == "matter" && asked.rules.empty() && !asked.matter.empty();
    if (!has_subject && !is_a_matter) return rejected("missing_field", "subject");
    if (asked.department.empty()) return rejected("missing_field", "department");
    if (asked.due_on.has_date() && asked.due_on.date() < asked.opened_on)
        return rejected("due_before_opening", "due_on");
    return std::nullopt;
}

void bind_text(Statement& statement, int index, std::string_view text)
{
    if (!text.empty()) statement.bind(index, text);
}

std::string insert_case(RecordedChange& change, const OpenCase& asked, const Actor& actor)
{
    const auto year = static_cast<int>(std::chrono::year_month_day{asked.opened_on}.year());
    std::string number =
        fmt::format("{:04}-{:04}", year, change.ids().next_number(fmt::format("case_number:{:04}", year)));
    const RecordId id{change.ids().next("supervision_case")};
    const Value county = asked.county.given() ? Value{std::to_string(asked.county.value)} : Value{};
    const Value due_on = asked.due_on.has_date()  ? Value{iso(asked.due_on.date())}
                         : asked.due_on.is_none() ? Value{std::string{"none"}}
                                                  : Value{};
    const std::string opened_on = iso(asked.opened_on);
    Statement insert(change.db(), "INSERT INTO supervision_case (id, number, state, department, county, subject_kind,"
                                  " subject_key, opened_on, due_on, matter, item, meeting)"
                                  " VALUES (?1, ?2, 'open', ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)");
    insert.bind(1, id.value);
    insert.bind(2, std::string_view{number});
    insert.bind(3, std::string_view{asked.department});
    insert.bind(4, county);
    insert.bind(5, std::string_view{asked.subject_kind});
    insert.bind(6, std::string_view{asked.subject_key});
    insert.bind(7, std::string_view{opened_on});
    insert.bind(8, due_on);
    bind_text(insert, 9, asked.matter);
    bind_text(insert, 10, asked.item);
    bind_text(insert, 11, asked.meeting);
    insert.run();
    add_case_rules(change.db(), id, asked.rules);
    set_addressees(change.db(), id, asked.addressees);
    add_case_event(change.db(), id, actor,
                   {.at = actor.at,
                    .what = std::string{word(CaseStep::opened)},
                    .by = actor.name,
                    .text = asked.note,
                    .on = DateCell{asked.opened_on},
                    .due_on = asked.due_on});
    return number;
}

/// The findings that the case lacks join it: it waits to be sent, and is due on the earlier of both days.
Result<std::string> join_case(RecordedChange& change, const Case& into, const OpenCase& asked, const Actor& actor)
{
    std::vector<CaseRule> fresh;
    for (const CaseRule& rule : asked.rules)
        if (std::ranges::find(into.rules, rule.rule, &CaseRule::rule) == into.rules.end()) {
            fresh.push_back(rule);
            fresh.back().added_on = DateCell{asked.opened_on};
        }
    if (fresh.empty()) return std::unexpected(rejected("case_open_already", "rules", {into.number, asked.subject_key}));
    if (asked.opened_on < into.opened_on)
        return std::unexpected(rejected("step_before_opening", "on", {into.number, iso(into.opened_on)}));
    const auto state = state_after(into.state, CaseStep::finding_added);
    if (!state) return std::unexpected(rejected(std::string{state.error()}, "number", {into.number}));
    const bool earlier =
        asked.due_on.has_date() && (!into.due_on.has_date() || asked.due_on.date() < into.due_on.date());
    const DateCell due_on = earlier ? asked.due_on : into.due_on;
    Statement update(change.db(), "UPDATE supervision_case SET state = ?1, due_on = ?2 WHERE id = ?3");
    const std::string due_text = due_on.has_date() ? iso(due_on.date()) : "none";
    update.bind(1, word(*state));
    if (!due_on.not_given()) update.bind(2, std::string_view{due_text});
    update.bind(3, into.id.value);
    update.run();
    add_case_rules(change.db(), into.id, fresh);
    std::string text = asked.note;
    for (const CaseRule& rule : fresh) text += (text.empty() ? "" : "\n") + rule.text;
    add_case_event(change.db(), into.id, actor,
                   {.at = actor.at,
                    .what = std::string{word(CaseStep::finding_added)},
                    .by = actor.name,
                    .text = std::move(text),
                    .on = DateCell{asked.opened_on},
                    .due_on = earlier ? asked.due_on : DateCell{}});
    return into.number;
}

}  // namespace

Result<std::string> open_or_join(RecordedChange& change, const OpenCase& asked, const Actor& actor)
{
    if (auto in_the_way = obstacle(asked)) return std::unexpected(*std::move(in_the_way));
    const auto living = living_case(change.db(), asked);
    return living ? join_case(change, *living, asked, actor) : Result<std::string>{insert_case(change, asked, actor)};
}

Result<std::optional<ChangeId>> open_cases(RecordedChange& change, const OpenCases& asked, const Actor& actor)
{
    std::string numbers;
    for (const OpenCase& each : asked.cases) {
        const auto number = open_or_join(change, each, actor);
        if (!number) return std::unexpected(number.error());
        numbers += (numbers.empty() ? "" : ", ") + *number;
    }
    if (asked.cases.empty()) return std::nullopt;
    return change.commit(case_log_entry("open_cases", actor, numbers, asked.cases.size()));
}

}  // namespace xiaoan::data
