// The task ledger: the entries of the three-year plan by county, with what is due, reported and proved.
#pragma once

#include "console/language/language.hpp"
#include "console/tasks/task_evidence.hpp"

#include <optional>
#include <span>
#include <string>
#include <vector>

namespace xiaoan::tasks {

/// One item in one county.
struct TaskRow {
    const data::PlanItem* item = nullptr;
    data::Adcode county;
    const data::Progress* progress = nullptr;  // null where the county has reported nothing
    bool overdue = false;                      // after its day and neither done nor lasting, reported or not
    std::vector<TaskEvidence> evidence{};
};

/// Empty members want all.
struct TaskFilter {
    std::string item{};
    data::Adcode county{};
    friend bool operator==(const TaskFilter&, const TaskFilter&) = default;
};

/// By the plan's order, then the city's order of counties. Pointers live as long as the snapshot.
[[nodiscard]] std::vector<TaskRow> task_ledger(const rules::Dossiers& dossiers, data::Date as_of,
                                               const TaskFilter& filter = {});

/// The title in the language.
[[nodiscard]] const std::string& title(const data::PlanItem& item, language::Language language);
/// "许可有效 118/150": one piece of evidence in words.
[[nodiscard]] std::string evidence_text(const TaskEvidence& evidence, language::Language language);
/// The state as reported, in words: that nothing was reported, where so.
[[nodiscard]] std::string state_text(const TaskRow& row, language::Language language);

/// {"as_of","tasks":[{"item","county","title","due_on","lasting","state","done_on","overdue","evidence"}]}
/// (formats.md 2.1), one row an item and county; a state that was not reported is null.
[[nodiscard]] std::string tasks_json(std::span<const TaskRow> rows, data::Date as_of, language::Language language);

}  // namespace xiaoan::tasks
