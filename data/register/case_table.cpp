#include "data/register/case_table.hpp"

#include "data/register/record_reader.hpp"

#include <algorithm>

namespace xiaoan::data {

namespace {

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
    return record;
}

}  // namespace

std::vector<Case> read_cases(const SQLite::Database& db)
{
    std::vector<Case> cases;
    Statement select(db, "SELECT id, number, state, department, county, subject_kind, subject_key, opened_on, due_on,"
                         " closed_on, close_reason FROM supervision_case ORDER BY id");
    while (select.step()) cases.push_back(case_in(select));
    const auto of = [&](std::int64_t id) -> Case* {
        const auto found = std::ranges::lower_bound(cases, RecordId{id}, {}, &Case::id);
        return found != cases.end() && found->id.value == id ? &*found : nullptr;
    };
    Statement rules(db, "SELECT case_id, rule, basis, text, evidence FROM case_rule ORDER BY case_id, n");
    while (rules.step())
        if (Case* owner = of(rules.integer(0)))
            owner->rules.push_back({std::string{rules.text(1)}, std::string{rules.text(2)}, std::string{rules.text(3)},
                                    std::string{rules.text(4)}});
    Statement events(db, "SELECT case_id, at, what, by, text FROM case_event ORDER BY case_id, n");
    while (events.step())
        if (Case* owner = of(events.integer(0)))
            owner->events.push_back({std::string{events.text(1)}, std::string{events.text(2)},
                                     std::string{events.text(3)}, std::string{events.text(4)}});
    return cases;
}

}  // namespace xiaoan::data
