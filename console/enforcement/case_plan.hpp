// From findings to cases: one case a bus and acting department, with its facts frozen and the usual term.
#pragma once

#include "console/rules/judge.hpp"
#include "console/rules/stranger.hpp"
#include "data/register/commands.hpp"

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace xiaoan::enforcement {

/// What the person who opens the cases decides; left out, the rule and the habit decide.
struct CaseTerms {
    std::optional<rules::Department> department{};  // who acts, for all findings
    data::DateCell due_on{};                        // the deadline of every case
    std::string note{};
    std::vector<data::CaseAddressee> addressees{};
    std::string item{};  // entry of the task ledger; else the one that the gravest finding bears on
    std::string meeting{};
};

struct CasePlan {
    std::vector<data::OpenCase> cases;      // gravest first, then by bus and department
    std::vector<std::string> joins;         // one a case: the number of the living case that its findings join, or none
    std::vector<std::string> already_open;  // numbers of open cases that hold findings asked for, ascending
    bool by_calendar_days = false;          // the holiday table does not reach: a term counts calendar days
};

/// Findings that a living case of the same bus and department already holds are not opened again; others join it. The
/// deadline of a case is the earliest of its findings': usual_due.
[[nodiscard]] CasePlan case_plan(const rules::Dossiers& dossiers, std::span<const rules::Finding> findings,
                                 data::Date as_of, const CaseTerms& terms = {});

/// Adds cases about vehicles in no register, whose words are those of the findings (given in Chinese, as cases freeze
/// them); one that lives already is named in already_open. The department is the rule's own, or that of the terms.
void add_strangers(CasePlan& plan, const data::Snapshot& snapshot, std::span<const rules::StrangerFinding> strangers,
                   data::Date as_of, const CaseTerms& terms = {});

/// A deadline by habit (regulations.md section 8): stop: the same day, with a report after 3 working days; rectify: the
/// rule's 7 or 15 days; notice: the last working day not after the day that lapses; a gap in the data: 7 days. A term
/// of days that ends on a holiday or at a weekend ends on the next working day (CC art. 203).
struct UsualDue {
    data::Date due_on{};
    std::optional<data::Date> report_by{};  // of a stop
    bool by_calendar_days = false;
};
[[nodiscard]] UsualDue usual_due(const rules::Finding& finding, data::Date as_of, const data::Region& region);

/// That the holiday table does not reach the term of a case, for its note; a note with one line more.
[[nodiscard]] std::string calendar_note(data::Date as_of);
void add_line(std::string& note, std::string_view line);

/// The entry of the region's task ledger that a rule bears on, by what the entry says it proves: permits, plates,
/// suspects, else operators. Empty where there is none.
[[nodiscard]] std::string item_of_rule(const data::Region& region, std::string_view rule);

/// Whom a case is addressed to where nobody said otherwise: the unit of the department's contact, else words that name
/// the department in its county; the operator by its name. In Chinese, as letters are.
[[nodiscard]] std::vector<data::CaseAddressee> usual_addressees(const rules::Dossiers& dossiers, const data::Case& of);

}  // namespace xiaoan::enforcement
