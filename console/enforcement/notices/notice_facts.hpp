// What a notice says of a case: its facts as they were frozen, and who runs the bus for whom.
#pragma once

#include "console/language/language.hpp"
#include "console/rules/judge.hpp"
#include "data/register/check_evidence.hpp"

#include <optional>
#include <string>
#include <vector>

namespace xiaoan::enforcement {

struct NoticeProblem {
    std::string rule;   // PLATE-NONE
    std::string title;  // 无校车标牌
    std::string text;   // the finding in words, dates as documents have them
    std::string basis;
    std::vector<std::string> sources;  // 07-使用许可.csv第5行, each once
    std::string people;                // the driver it is about, masked unless asked for; or nothing
    rules::Severity severity{};
    std::optional<data::CheckEvidence> check{};  // that saw it; none: found in the register
};

struct NoticeCase {
    const data::Case* opened = nullptr;
    std::string subject;  // 吉G·12345, the name of a water; empty where the case is about neither
    bool of_water = false;
    bool of_stranger = false;  // a vehicle in no register
    std::string county;
    std::string run_by;  // of a water the unit answering for it
    std::vector<std::string> schools;
    std::vector<NoticeProblem> problems;
    std::optional<data::Date> due_on;     // the deadline
    std::optional<data::Date> report_by;  // of a stop, which is due at once: when to report
    bool stops = false;                   // a bus that has to stop running

    /// The day by which an answer is expected: the report of a stop, else the deadline.
    [[nodiscard]] std::optional<data::Date> answer_by() const { return report_by ? report_by : due_on; }
};

/// Without what was withdrawn since. `unmask` opens the names and licence numbers of drivers; whoever asks for that
/// gives a reason, which is logged.
[[nodiscard]] NoticeCase notice_case(const rules::Dossiers& dossiers, const data::Case& opened,
                                     language::Language language, bool unmask);

}  // namespace xiaoan::enforcement
