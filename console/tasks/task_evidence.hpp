// What a register proves by itself about an entry of the task ledger, for one county.
#pragma once

#include "console/rules/judge.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace xiaoan::tasks {

/// `what` is a stable word with its sentence under evidence.<what> in the language files; `value` is a share
/// ("118/150": so many of so many) or a number.
struct TaskEvidence {
    std::string what;
    std::string value;
    friend bool operator==(const TaskEvidence&, const TaskEvidence&) = default;
};

/// Counts the records of one county as of a date. A fact that was not given is not counted as so.
class CountyEvidence {
public:
    CountyEvidence(const rules::Dossiers& dossiers, data::Adcode county, data::Date as_of);

    /// What bears on an item by the words that it proves ("permits plates cases"): unknown words say nothing. Cases and
    /// assignments are those of the item; assignments are told for every item that has any.
    [[nodiscard]] std::vector<TaskEvidence> of(const data::PlanItem& item) const;

private:
    void add(std::string_view word, const data::PlanItem& item, std::vector<TaskEvidence>& into) const;
    void add_buses(std::string_view word, std::vector<TaskEvidence>& into) const;
    void add_operators(std::vector<TaskEvidence>& into) const;
    void add_waters(std::vector<TaskEvidence>& into) const;
    void add_education(data::EducationKind kind, std::string_view what, int days,
                       std::vector<TaskEvidence>& into) const;
    void add_agreements(std::vector<TaskEvidence>& into) const;
    void add_cases(const data::PlanItem& item, std::vector<TaskEvidence>& into) const;
    void add_meetings(const data::PlanItem& item, std::vector<TaskEvidence>& into) const;
    void add_assignments(const data::PlanItem& item, std::vector<TaskEvidence>& into) const;

    const rules::Dossiers& dossiers_;
    const data::Snapshot& snapshot_;
    data::Adcode county_;
    data::Date as_of_;
    // Of buses in service that need a permit.
    std::size_t buses_ = 0, with_permit_ = 0, with_plate_ = 0, inspected_ = 0;
};

}  // namespace xiaoan::tasks
