// How what the joint mechanism asked for stands on a date: assignments and hand-overs.
#pragma once

#include "data/register/snapshot.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace xiaoan::supervision {

/// Days after its deadline; 0 where it is done by the date, in time or without one.
[[nodiscard]] int overdue_days(const data::Assignment& of, data::Date as_of);
[[nodiscard]] bool is_done(const data::Assignment& of, data::Date as_of);

/// Days since it was handed over without a receipt; 0 where the receipt was back by the date, or on the day itself.
[[nodiscard]] int waiting_days(const data::Handover& of, data::Date as_of);

/// How many are open, and of them late, for a county (not given: for all); a record without a county is everybody's.
struct JointCounts {
    std::size_t assignments_open = 0, assignments_overdue = 0, handovers_waiting = 0;
};
[[nodiscard]] JointCounts joint_counts(const data::Snapshot& snapshot, data::Date as_of, data::Adcode county = {});

/// An entry of the plan after its day that is neither done nor lasting, whether the county reported on it (`progress`)
/// or not (null).
[[nodiscard]] bool is_overdue(const data::PlanItem& item, const data::Progress* progress, data::Date as_of);
/// How many entries are, of a county or of all.
[[nodiscard]] std::size_t overdue_tasks(const data::Snapshot& snapshot, data::Date as_of, data::Adcode county = {});

/// The parts of a list in a text field: "22.1、23.2", also with ; , and blanks.
[[nodiscard]] std::vector<std::string> listed(std::string_view text);

/// Who letters about a department's matter in a county go to: the unit of its contact there, else of its contact for
/// the whole city; null where there is none. Of several the one entered first.
[[nodiscard]] const data::Contact* contact_of(const data::Snapshot& snapshot, std::string_view department,
                                              data::Adcode county);

}  // namespace xiaoan::supervision
