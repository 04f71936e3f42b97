#include "data/register/case_table.hpp"

#include "data/register/record_reader.hpp"
#include "data/register/stored_value.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <functional>

namespace xiaoan::data {

namespace {

constexpr std::string_view case_columns =
    "id, number, state, department, county, subject_kind, subject_key, opened_on, due_on, closed_on, close_reason,"
    " matter, sent_on, item, meeting";

Case case_in(const Statement& row)
{
    Case record;
    record.id.value = row.integer(0);
    record.number = row.text(1);
    record.state = value_of_word<CaseState>(row.text(2));
    record.department = row.text(3);
    read_cell(row, 4, record.county);
    record.subject_kind = row.text(5);
    record.subject_key = row.text(6);
    record.opened_on = date_from_iso(row.text(7)).value_or(Date{});
    read_cell(row, 8, record.due_on);
    read_cell(row, 9, record.closed_on);
    record.close_reason = row.text(10);
    record.matter = row.text(11);
    read_cell(row, 12, record.sent_on);
    record.item = row.text(13);
    record.meeting = row.text(14);
    return record;
}

/// A table of what belongs to cases, and how a row of it (case_id first) is read into its case.
struct Part {
    std::string_view table;
    std::string_view columns;
    void (*read)(const Statement& row, Case& into);
};

constexpr std::array parts{
    Part{"case_rule", "rule, basis, text, evidence, added_on",
         [](const Statement& row, Case& into) {
             into.rules.push_back({std::string{row.text(1)}, std::string{row.text(2)}, std::string{row.text(3)},
                                   std::string{row.text(4)}});
             read_cell(row, 5, into.rules.back().added_on);
         }},
    Part{"case_event", "at, what, by, text, on_date, due_on, document, stands, n",
         [](const Statement& row, Case& into) {
             into.events.push_back({std::string{row.text(1)}, std::string{row.text(2)}, std::string{row.text(3)},
                                    std::string{row.text(4)}});
             CaseEvent& event = into.events.back();
             read_cell(row, 5, event.on);
             read_cell(row, 6, event.due_on);
             event.document = row.text(7);
             read_cell(row, 8, event.stands);
             event.n = row.integer(9);
         }},
    Part{"case_addressee", "role, name",
         [](const Statement& row, Case& into) {
             into.addressees.push_back({row.text(1) == "copy", std::string{row.text(2)}});
         }},
    Part{"case_attachment", "event, name, size, sha256",
         [](const Statement& row, Case& into) {
             into.attachments.push_back(
                 {row.integer(1), std::string{row.text(2)}, row.integer(3), std::string{row.text(4)}});
         }},
};

std::optional<Case> read_one(const SQLite::Database& db, std::string_view where,
                             const std::function<void(Statement&)>& bind)
{
    Statement select(db, fmt::format("SELECT {} FROM supervision_case WHERE {}", case_columns, where));
    bind(select);
    if (!select.step()) return std::nullopt;
    Case found = case_in(select);
    for (const Part& part : parts) {
        Statement rows(
            db, fmt::format("SELECT case_id, {} FROM {} WHERE case_id = ?1 ORDER BY n", part.columns, part.table));
        rows.bind(1, found.id.value);
        while (rows.step()) part.read(rows, found);
    }
    return found;
}

}  // namespace

Date day_of(const CaseEvent& event)
{
    if (event.on.has_date()) return event.on.date();
    return date_from_iso(std::string_view{event.at}.substr(0, 10)).value_or(Date{});
}

std::vector<Case> read_cases(const SQLite::Database& db)
{
    std::vector<Case> cases;
    Statement select(db, fmt::format("SELECT {} FROM supervision_case ORDER BY id", case_columns));
    while (select.step()) cases.push_back(case_in(select));
    for (const Part& part : parts) {
        Statement rows(db, fmt::format("SELECT case_id, {} FROM {} ORDER BY case_id, n", part.columns, part.table));
        auto owner = cases.begin();
        while (rows.step()) {
            while (owner != cases.end() && owner->id.value < rows.integer(0)) ++owner;
            if (owner != cases.end() && owner->id.value == rows.integer(0)) part.read(rows, *owner);
        }
    }
    return cases;
}

std::vector<Case> reread_cases(const SQLite::Database& db, const std::vector<Case>& before,
                               std::span<const RecordId> ids)
{
    std::vector<Case> cases;
    cases.reserve(before.size() + ids.size());
    auto old = before.begin();
    for (const RecordId id : ids) {
        while (old != before.end() && old->id < id) cases.push_back(*old++);
        if (old != before.end() && old->id == id) ++old;
        if (auto fresh = read_one(db, "id = ?1", [&](Statement& select) { select.bind(1, id.value); }))
            cases.push_back(*std::move(fresh));
    }
    cases.insert(cases.end(), old, before.end());
    return cases;
}

std::optional<Case> read_case(const SQLite::Database& db, std::string_view number)
{
    return read_one(db, "number = ?1", [&](Statement& select) { select.bind(1, number); });
}

std::int64_t add_case_event(const SQLite::Database& db, RecordId of, const Actor& actor, const CaseEvent& event)
{
    Statement last(db, "SELECT ifnull(max(n), 0) FROM case_event WHERE case_id = ?1");
    last.bind(1, of.value);
    (void)last.step();
    const std::int64_t n = last.integer(0) + 1;
    Statement insert(db, "INSERT INTO case_event (case_id, n, at, what, by, text, on_date, due_on, document, stands)"
                         " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)");
    const std::string on = iso(day_of(event));
    const Value due_on = event.due_on.has_date() ? Value{iso(event.due_on.date())} : Value{};
    insert.bind(1, of.value);
    insert.bind(2, n);
    insert.bind(3, std::string_view{actor.at});
    insert.bind(4, std::string_view{event.what});
    insert.bind(5, std::string_view{actor.name});
    insert.bind(6, std::string_view{event.text});
    insert.bind(7, std::string_view{on});
    insert.bind(8, due_on);
    if (!event.document.empty()) insert.bind(9, std::string_view{event.document});
    if (event.stands != Answer::not_given)
        insert.bind(10, event.stands == Answer::yes ? std::string_view{"yes"} : std::string_view{"no"});
    insert.run();
    return n;
}

void add_case_rules(const SQLite::Database& db, RecordId of, std::span<const CaseRule> rules)
{
    Statement insert(db, "INSERT INTO case_rule (case_id, n, rule, basis, text, evidence, added_on) VALUES (?1,"
                         " (SELECT ifnull(max(n), 0) + 1 FROM case_rule WHERE case_id = ?1), ?2, ?3, ?4, ?5, ?6)");
    for (const CaseRule& each : rules) {
        const Value added_on = each.added_on.has_date() ? Value{iso(each.added_on.date())} : Value{};
        insert.bind(1, of.value);
        insert.bind(2, std::string_view{each.rule});
        insert.bind(3, std::string_view{each.basis});
        insert.bind(4, std::string_view{each.text});
        insert.bind(5, std::string_view{each.evidence});
        insert.bind(6, added_on);
        insert.run();
    }
}

void set_addressees(const SQLite::Database& db, RecordId of, std::span<const CaseAddressee> addressees)
{
    if (addressees.empty()) return;
    Statement clear(db, "DELETE FROM case_addressee WHERE case_id = ?1");
    clear.bind(1, of.value);
    clear.run();
    Statement insert(db, "INSERT INTO case_addressee (case_id, n, role, name) VALUES (?1, ?2, ?3, ?4)");
    std::int64_t n = 0;
    for (const CaseAddressee& each : addressees) {
        insert.bind(1, of.value);
        insert.bind(2, ++n);
        insert.bind(3, each.copy ? std::string_view{"copy"} : std::string_view{"to"});
        insert.bind(4, std::string_view{each.name});
        insert.run();
    }
}

LogEntry case_log_entry(std::string_view command, const Actor& actor, std::string reason, std::size_t touched)
{
    LogEntry result;
    result.at = actor.at;
    result.actor = actor.name;
    result.command = command;
    result.reason = std::move(reason);
    result.touched = static_cast<std::int64_t>(touched);
    return result;
}

}  // namespace xiaoan::data
