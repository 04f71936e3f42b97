#include "console/tasks/task_ledger.hpp"

#include "console/supervision/joint.hpp"

#include <map>
#include <utility>

namespace xiaoan::tasks {

namespace {

using language::Language;
using language::tr;

}  // namespace

std::vector<TaskRow> task_ledger(const rules::Dossiers& dossiers, data::Date as_of, const TaskFilter& filter)
{
    const data::Snapshot& snapshot = dossiers.snapshot();
    std::map<std::pair<std::string_view, data::Adcode>, const data::Progress*> reported;
    for (const data::Progress& each : snapshot.all<data::Progress>()) reported[{each.item, each.county}] = &each;
    std::vector<std::pair<data::Adcode, CountyEvidence>> counties;
    for (const data::County& county : snapshot.region->counties)
        if (!filter.county.given() || county.adcode == filter.county)
            counties.emplace_back(county.adcode, CountyEvidence(dossiers, county.adcode, as_of));
    std::vector<TaskRow> rows;
    for (const data::PlanItem& item : snapshot.region->plan) {
        if (!filter.item.empty() && item.item != filter.item) continue;
        for (const auto& [county, evidence] : counties) {
            const auto found = reported.find({item.item, county});
            const data::Progress* progress = found != reported.end() ? found->second : nullptr;
            rows.push_back(
                {&item, county, progress, supervision::is_overdue(item, progress, as_of), evidence.of(item)});
        }
    }
    return rows;
}

const std::string& title(const data::PlanItem& item, Language language)
{
    return language == Language::zh || item.title_en.empty() ? item.title_zh : item.title_en;
}

std::string evidence_text(const TaskEvidence& evidence, Language language)
{
    return tr(language, "evidence." + evidence.what, {evidence.value});
}

std::string state_text(const TaskRow& row, Language language)
{
    const auto word = row.progress != nullptr ? data::word(row.progress->state) : std::string_view{};
    if (word.empty()) return std::string{tr(language, "tasks.not_reported")};
    return std::string{tr(language, "word.progress.state." + std::string{word})};
}

}  // namespace xiaoan::tasks
