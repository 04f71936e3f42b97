#include "console/enforcement/case_plan.hpp"
#include "console/language/language.hpp"
#include "console/rules/wording.hpp"
#include "console/supervision/joint.hpp"

#include <algorithm>

namespace xiaoan::enforcement {

namespace {

using language::Language;

/// What of the register a rule is about, as the entries of the task ledger name it.
std::string_view about(std::string_view rule)
{
    if (rule.starts_with("PERMIT-")) return "permits";
    if (rule.starts_with("PLATE-")) return "plates";
    if (rule.starts_with("SUSPECT-")) return "suspects";
    return "operators";
}

/// The operator of the bus that the case is about; empty where the register does not tell.
std::string operator_name(const rules::Dossiers& dossiers, const data::Case& of)
{
    const auto bus = of.subject_kind == "bus" ? dossiers.find(std::string_view{of.subject_key}) : dossiers.size();
    if (bus == dossiers.size()) return {};
    const auto* run_by = dossiers.run_by(bus);
    return run_by != nullptr ? run_by->name : dossiers.bus(bus).run_by;
}

}  // namespace

std::string item_of_rule(const data::Region& region, std::string_view rule)
{
    const auto found = std::ranges::find_if(region.plan, [&](const data::PlanItem& item) {
        const auto proved = supervision::listed(item.proves);
        return std::ranges::find(proved, about(rule)) != proved.end();
    });
    return found != region.plan.end() ? found->item : std::string{};
}

std::vector<data::CaseAddressee> usual_addressees(const rules::Dossiers& dossiers, const data::Case& of)
{
    const auto& snapshot = dossiers.snapshot();
    if (of.department == data::word(data::Department::bus_operator))
        if (auto name = operator_name(dossiers, of); !name.empty()) return {{false, std::move(name)}};
    if (const auto* contact = supervision::contact_of(snapshot, of.department, of.county))
        return {{false, contact->unit}};
    std::string place = rules::county_name(snapshot, of.county, Language::zh);
    if (place.empty() && snapshot.region) place = snapshot.region->name_zh;
    return {{false, language::tr(Language::zh, "addressee." + of.department, {place})}};
}

}  // namespace xiaoan::enforcement
