// Cases as JSON: to the letter of formats.md 2.1, or with all that the register knows of them; and the report.
#pragma once

#include "console/supervision/case_load.hpp"

#include <span>
#include <string>

namespace xiaoan::enforcement {

/// {"cases":[{"number","state","department","county","subject","opened_on","due_on","overdue_days","rules","events"}]}
/// (formats.md 2.1); `rules` are their ids. `full` adds, at the end of each object, what the letter does not have:
/// of a case "matter","sent_on","closed_on","reason","item","meeting","standing","next","waiting_for","urged",
/// "findings","addressees","attachments", of an event "on","due_on","document","finding_stands".
[[nodiscard]] std::string cases_json(std::span<const supervision::CaseRow> rows, data::Date as_of, bool full = false);

/// {"from","as_of","total","counties":[…],"loads":[…],"calendar":[{"date","works","due"}]}; a load is {"department",
/// "county","living","bureau","overdue","urged","escalated","opened","closed","cancelled","rectified","median_days"}.
[[nodiscard]] std::string case_report_json(const supervision::CaseReport& report,
                                           std::span<const supervision::DueDay> calendar);

}  // namespace xiaoan::enforcement
