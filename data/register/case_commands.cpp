#include "data/register/case_table.hpp"

#include "data/register/stored_value.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace xiaoan::data {

namespace {

struct FoundCase {
    std::int64_t id = 0;
    std::string state;
};

std::optional<FoundCase> find(const SQLite::Database& db, std::string_view number)
{
    Statement select(db, "SELECT id, state FROM supervision_case WHERE number = ?1");
    select.bind(1, number);
    if (!select.step()) return std::nullopt;
    return FoundCase{select.integer(0), std::string{select.text(1)}};
}

void add_event(const SQLite::Database& db, std::int64_t id, const Actor& actor, std::string_view what,
               std::string_view text)
{
    Statement insert(db, "INSERT INTO case_event (case_id, n, at, what, by, text) VALUES (?1,"
                         " (SELECT ifnull(max(n), 0) + 1 FROM case_event WHERE case_id = ?1), ?2, ?3, ?4, ?5)");
    insert.bind(1, id);
    insert.bind(2, std::string_view{actor.at});
    insert.bind(3, what);
    insert.bind(4, std::string_view{actor.name});
    insert.bind(5, text);
    insert.run();
}

/// The number of a case not yet closed on the same subject and department that covers every rule asked; one made by
/// hand, without rules, is covered by another such only.
std::optional<std::string> covering(const SQLite::Database& db, const OpenCase& asked)
{
    Statement select(db, "SELECT id, number FROM supervision_case WHERE subject_kind = ?1 AND subject_key = ?2"
                         " AND department = ?3 AND state <> 'closed' ORDER BY id");
    select.bind(1, std::string_view{asked.subject_kind});
    select.bind(2, std::string_view{asked.subject_key});
    select.bind(3, std::string_view{asked.department});
    while (select.step()) {
        std::vector<std::string> rules;
        Statement of_case(db, "SELECT rule FROM case_rule WHERE case_id = ?1");
        of_case.bind(1, select.integer(0));
        while (of_case.step()) rules.emplace_back(of_case.text(0));
        const bool covers = std::ranges::all_of(
            asked.rules, [&](const CaseRule& rule) { return std::ranges::find(rules, rule.rule) != rules.end(); });
        if (covers && asked.rules.empty() == rules.empty()) return std::string{select.text(1)};
    }
    return std::nullopt;
}

Value date_value(const DateCell& cell)
{
    if (cell.has_date()) return iso(cell.date());
    return cell.is_none() ? Value{std::string{"none"}} : Value{};
}

std::string insert_case(RecordedChange& change, const OpenCase& asked, const Actor& actor)
{
    const auto year = static_cast<int>(std::chrono::year_month_day{asked.opened_on}.year());
    const std::string number =
        fmt::format("{:04}-{:04}", year, change.ids().next_number(fmt::format("case_number:{:04}", year)));
    const std::int64_t id = change.ids().next("supervision_case");
    const Value county = asked.county.given() ? Value{std::to_string(asked.county.value)} : Value{};
    const Value due_on = date_value(asked.due_on);
    const std::string opened_on = iso(asked.opened_on);
    Statement insert(change.db(), "INSERT INTO supervision_case (id, number, state, department, county, subject_kind,"
                                  " subject_key, opened_on, due_on) VALUES (?1, ?2, 'open', ?3, ?4, ?5, ?6, ?7, ?8)");
    insert.bind(1, id);
    insert.bind(2, std::string_view{number});
    insert.bind(3, std::string_view{asked.department});
    insert.bind(4, county);
    insert.bind(5, std::string_view{asked.subject_kind});
    insert.bind(6, std::string_view{asked.subject_key});
    insert.bind(7, std::string_view{opened_on});
    insert.bind(8, due_on);
    insert.run();
    Statement rule(change.db(), "INSERT INTO case_rule (case_id, n, rule, basis, text, evidence)"
                                " VALUES (?1, ?2, ?3, ?4, ?5, ?6)");
    std::int64_t n = 0;
    for (const CaseRule& each : asked.rules) {
        rule.bind(1, id);
        rule.bind(2, ++n);
        rule.bind(3, std::string_view{each.rule});
        rule.bind(4, std::string_view{each.basis});
        rule.bind(5, std::string_view{each.text});
        rule.bind(6, std::string_view{each.evidence});
        rule.run();
    }
    add_event(change.db(), id, actor, "opened", asked.note);
    return number;
}

LogEntry entry(std::string_view command, const Actor& actor, std::string reason, std::size_t touched)
{
    LogEntry result;
    result.at = actor.at;
    result.actor = actor.name;
    result.command = command;
    result.reason = std::move(reason);
    result.touched = static_cast<std::int64_t>(touched);
    return result;
}

Rejected rejected(std::string reason, std::string field, std::vector<std::string> arguments = {})
{
    return {std::move(reason), std::move(field), std::move(arguments)};
}

}  // namespace

Result<std::optional<ChangeId>> open_cases(RecordedChange& change, const OpenCases& asked, const Actor& actor)
{
    std::string numbers;
    for (const OpenCase& each : asked.cases) {
        if (each.subject_kind.empty() || each.subject_key.empty())
            return std::unexpected(rejected("missing_field", "subject"));
        if (each.department.empty()) return std::unexpected(rejected("missing_field", "department"));
        if (each.due_on.has_date() && each.due_on.date() < each.opened_on)
            return std::unexpected(rejected("due_before_opening", "due_on"));
        if (const auto open = covering(change.db(), each))
            return std::unexpected(rejected("case_open_already", "rules", {*open, each.subject_key}));
        numbers += (numbers.empty() ? "" : ", ") + insert_case(change, each, actor);
    }
    if (asked.cases.empty()) return std::nullopt;
    return change.commit(entry("open_cases", actor, numbers, asked.cases.size()));
}

Result<std::optional<ChangeId>> reply_case(RecordedChange& change, const ReplyCase& asked, const Actor& actor)
{
    const auto found = find(change.db(), asked.number);
    if (!found) return std::unexpected(rejected("unknown_case", "number", {asked.number}));
    if (found->state == "closed") return std::unexpected(rejected("case_closed", "number", {asked.number}));
    if (asked.text.empty()) return std::unexpected(rejected("missing_field", "text"));
    Statement update(change.db(), "UPDATE supervision_case SET state = 'replied' WHERE id = ?1");
    update.bind(1, found->id);
    update.run();
    add_event(change.db(), found->id, actor, "replied", asked.text);
    return change.commit(entry("reply_case", actor, asked.number, 1));
}

Result<std::optional<ChangeId>> close_case(RecordedChange& change, const CloseCase& asked, const Actor& actor)
{
    const auto found = find(change.db(), asked.number);
    if (!found) return std::unexpected(rejected("unknown_case", "number", {asked.number}));
    if (found->state == "closed") return std::unexpected(rejected("case_closed", "number", {asked.number}));
    if (asked.finding_stands && asked.reason.empty())
        return std::unexpected(rejected("finding_stands", "reason", {asked.number}));
    const std::string closed_on = iso(asked.closed_on);
    Statement update(change.db(), "UPDATE supervision_case SET state = 'closed', closed_on = ?1, close_reason = ?2"
                                  " WHERE id = ?3");
    update.bind(1, std::string_view{closed_on});
    if (asked.reason.empty())
        update.bind_null(2);
    else
        update.bind(2, std::string_view{asked.reason});
    update.bind(3, found->id);
    update.run();
    add_event(change.db(), found->id, actor, "closed", asked.reason);
    return change.commit(entry("close_case", actor, asked.number, 1));
}

}  // namespace xiaoan::data
