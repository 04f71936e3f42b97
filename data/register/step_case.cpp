#include "data/register/attachment_store.hpp"
#include "data/register/case_life.hpp"
#include "data/register/case_table.hpp"
#include "data/register/proving_check.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace xiaoan::data {

namespace {

using enum CaseStep;

Rejected rejected(std::string reason, std::string field, std::vector<std::string> arguments = {})
{
    return {std::move(reason), std::move(field), std::move(arguments)};
}

/// What an extension asks for: a reason, and a day after the deadline there is.
std::optional<Rejected> obstacle_to_extension(const Case& of, const StepCase& asked)
{
    if (!asked.due_on.has_date()) return rejected("missing_field", "due_on");
    const Date before = of.due_on.has_date() ? of.due_on.date() : asked.on - std::chrono::days{1};
    if (asked.due_on.date() <= before) return rejected("due_not_later", "due_on", {of.number, iso(before)});
    if (asked.text.empty()) return rejected("missing_field", "reason");
    return std::nullopt;
}

/// By the register: there are findings, and none of them stands. By a joint check: its number, and what it found.
std::optional<Rejected> obstacle_to_verification(const SQLite::Database& db, const Case& of, const StepCase& asked)
{
    if (!asked.document.empty())
        return asked.text.empty() ? std::optional{rejected("missing_field", "text")}
                                  : obstacle_to_proof(db, of, asked.document, asked.on);
    if (of.rules.empty()) return rejected("nothing_to_verify", "check", {of.number});
    if (asked.finding_stands) return rejected("finding_stands_still", "number", {of.number, iso(asked.on)});
    return std::nullopt;
}

/// Nothing proves the end of a case made by hand but a joint check, or words.
std::optional<Rejected> obstacle_to_closing(const Case& of, const StepCase& asked)
{
    if (!asked.text.empty()) return std::nullopt;
    if (asked.finding_stands) return rejected("finding_stands", "reason", {of.number});
    if (of.rules.empty() && of.state != CaseState::verified)
        return rejected("by_hand_needs_reason", "reason", {of.number});
    return std::nullopt;
}

std::optional<Rejected> obstacle_to_attachments(const StepCase& asked)
{
    if (asked.attachments.size() > most_attachments)
        return rejected("too_many_attachments", "attachments", {std::to_string(most_attachments)});
    for (const NewAttachment& each : asked.attachments) {
        if (each.name.empty() || each.bytes == nullptr || each.bytes->empty())
            return rejected("attachment_empty", "attachments", {each.name});
        if (each.bytes->size() > largest_attachment)
            return rejected("attachment_too_large", "attachments",
                            {each.name, std::to_string(largest_attachment >> 20U)});
    }
    return std::nullopt;
}

std::optional<Rejected> obstacle(const SQLite::Database& db, const Case& of, const StepCase& asked)
{
    if (asked.on < of.opened_on) return rejected("step_before_opening", "on", {of.number, iso(of.opened_on)});
    if (auto in_the_way = obstacle_to_attachments(asked)) return in_the_way;
    switch (asked.step) {
    case replied: return asked.text.empty() ? std::optional{rejected("missing_field", "text")} : std::nullopt;
    case noted:
        return asked.text.empty() && asked.attachments.empty() ? std::optional{rejected("missing_field", "text")}
                                                               : std::nullopt;
    case extended: return obstacle_to_extension(of, asked);
    case verified: return obstacle_to_verification(db, of, asked);
    case closed: return obstacle_to_closing(of, asked);
    case cancelled: return asked.text.empty() ? std::optional{rejected("missing_field", "reason")} : std::nullopt;
    default: return std::nullopt;
    }
}

/// A case that comes back to life must not become a second one beside that which took its place.
std::optional<Rejected> successor(const SQLite::Database& db, const Case& of)
{
    Statement select(db, "SELECT number FROM supervision_case WHERE subject_kind = ?1 AND subject_key = ?2"
                         " AND department = ?3 AND state <> 'closed' AND state <> 'cancelled' AND id <> ?4"
                         " AND EXISTS (SELECT 1 FROM case_rule WHERE case_id = id)");
    select.bind(1, std::string_view{of.subject_kind});
    select.bind(2, std::string_view{of.subject_key});
    select.bind(3, std::string_view{of.department});
    select.bind(4, of.id.value);
    if (of.rules.empty() || !select.step()) return std::nullopt;
    return rejected("case_open_already", "number", {std::string{select.text(0)}, of.subject_key});
}

void write_state(const SQLite::Database& db, const Case& of, const StepCase& asked, CaseState state)
{
    Statement update(db, "UPDATE supervision_case SET state = ?1, due_on = ?2, closed_on = ?3, close_reason = ?4,"
                         " sent_on = ?5 WHERE id = ?6");
    const auto bind_date = [&](int index, const DateCell& cell, std::string& room) {
        if (cell.not_given()) return;
        room = cell.has_date() ? iso(cell.date()) : "none";
        update.bind(index, std::string_view{room});
    };
    std::string due_on, closed_on, sent_on;
    update.bind(1, word(state));
    bind_date(2, asked.step == extended ? asked.due_on : of.due_on, due_on);
    if (state == CaseState::closed) bind_date(3, asked.step == closed ? DateCell{asked.on} : of.closed_on, closed_on);
    const std::string& reason = asked.step == closed || asked.step == cancelled ? asked.text : of.close_reason;
    if (has_ended(state) && !reason.empty()) update.bind(4, std::string_view{reason});
    bind_date(5, asked.step == sent ? DateCell{asked.on} : of.sent_on, sent_on);
    update.bind(6, of.id.value);
    update.run();
}

void add_attachments(const SQLite::Database& db, RecordId of, std::int64_t event, const StepCase& asked)
{
    Statement insert(db, "INSERT INTO case_attachment (case_id, n, event, name, size, sha256) VALUES (?1,"
                         " (SELECT ifnull(max(n), 0) + 1 FROM case_attachment WHERE case_id = ?1), ?2, ?3, ?4, ?5)");
    for (const NewAttachment& each : asked.attachments) {
        const std::string sha256 = keep_attachment(db, *each.bytes);
        insert.bind(1, of.value);
        insert.bind(2, event);
        insert.bind(3, std::string_view{each.name});
        insert.bind(4, static_cast<std::int64_t>(each.bytes->size()));
        insert.bind(5, std::string_view{sha256});
        insert.run();
    }
}

Answer judged(const Case& of, const StepCase& asked)
{
    if (of.rules.empty() || (asked.step != verified && asked.step != closed)) return Answer::not_given;
    return asked.finding_stands ? Answer::yes : Answer::no;
}

/// "reply_case" and the like: the stable word of the log for a step.
std::string command_word(CaseStep step)
{
    switch (step) {
    case sent: return "send_case";
    case reminded: return "remind_case";
    case urged: return "urge_case";
    case escalated: return "escalate_case";
    case replied: return "reply_case";
    case noted: return "note_case";
    case extended: return "extend_case";
    case verified: return "verify_case";
    case closed: return "close_case";
    case reopened: return "reopen_case";
    default: return "cancel_case";
    }
}

}  // namespace

Result<std::optional<ChangeId>> step_case(RecordedChange& change, const StepCase& asked, const Actor& actor)
{
    const auto found = read_case(change.db(), asked.number);
    if (!found) return std::unexpected(rejected("unknown_case", "number", {asked.number}));
    const auto state = state_after(found->state, asked.step);
    // A finding joins by OpenCases, which freezes its facts.
    if (!state || asked.step == finding_added)
        return std::unexpected(rejected(state ? "case_begun" : std::string{state.error()}, "number", {asked.number}));
    if (auto in_the_way = obstacle(change.db(), *found, asked)) return std::unexpected(*std::move(in_the_way));
    if (asked.step == reopened)
        if (auto other = successor(change.db(), *found)) return std::unexpected(*std::move(other));
    write_state(change.db(), *found, asked, *state);
    if (asked.step == sent) set_addressees(change.db(), found->id, asked.addressees);
    const std::int64_t n = add_case_event(change.db(), found->id, actor,
                                          {.at = actor.at,
                                           .what = std::string{word(asked.step)},
                                           .by = actor.name,
                                           .text = asked.text,
                                           .on = DateCell{asked.on},
                                           .due_on = asked.step == extended ? asked.due_on : DateCell{},
                                           .document = asked.document,
                                           .stands = judged(*found, asked)});
    add_attachments(change.db(), found->id, n, asked);
    return change.commit(case_log_entry(command_word(asked.step), actor, asked.number, 1));
}

}  // namespace xiaoan::data
