// The dossier of one case as people read it: facts frozen with their evidence, whether they still stand, every step.
#pragma once

#include "console/enforcement/case_rows.hpp"
#include "console/language/language.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace xiaoan::enforcement {

/// One finding as it was frozen, and how it stands on the date.
struct FrozenFinding {
    std::string title;
    rules::Severity severity{};
    std::string basis;                  // the article it rests on
    std::string text;                   // as it was recorded, in Chinese
    std::vector<std::string> evidence;  // one fact a line: field, value, file and row
    bool stands = false;                // not put right: it counts, is set aside, or cannot be judged any more
    std::string standing;               // how it stands, in words
};

struct CaseStepText {
    std::string at;    // 2026-11-20 09:15; where it happened on another day: that day, and when it was written down
    std::string what;  // opened, replied, closed, in words, with the number of its letter
    std::string by;
    std::string text;
    std::vector<std::string> notes;  // the deadline it set, the files that came with it
};

struct CaseView {
    const data::Case* opened = nullptr;
    std::shared_ptr<const data::Case> then;  // holds it where the case has changed since the date
    std::string subject;                     // 吉G·12345
    bool has_subject = false;                // the bus or water is in the register
    std::string line;                        // county, department
    std::string state;
    std::string left;  // 逾期 13 天, 余 7 天, or nothing
    int overdue_days = 0;
    bool stands = false;  // any of its findings
    supervision::Standing standing{};
    supervision::NextStep next{};
    std::string next_text;                // what it waits for
    std::string says;                     // what its standing asks for, where that is not what its state says
    std::vector<std::string> addressees;  // 主送 …, 抄送 …
    std::vector<std::string> links;       // entry of the task ledger, meeting, assignments, hand-overs
    std::vector<FrozenFinding> findings;
    std::vector<CaseStepText> steps;  // oldest first
};

[[nodiscard]] CaseView case_view(const rules::Dossiers& dossiers, const data::Case& opened, data::Date as_of,
                                 language::Language language);

/// Why a step cannot be taken with this case now, in words; empty where it can.
[[nodiscard]] std::string why_not(const data::Case& of, data::CaseStep step, language::Language language);

/// The lines of frozen evidence (JSON of formats.md 2.1: field, value, source). Text that is no such JSON is one line
/// as it stands.
[[nodiscard]] std::vector<std::string> evidence_lines(std::string_view json, language::Language language);

/// 512 B, 12 KB, 3.4 MB.
[[nodiscard]] std::string size_text(std::int64_t bytes);

}  // namespace xiaoan::enforcement
