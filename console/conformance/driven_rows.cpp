#include "console/conformance/driven_rows.hpp"

#include "console/conformance/waterside.hpp"
#include "console/rules/track_rules.hpp"

#include <algorithm>
#include <tuple>

namespace xiaoan::conformance {

std::vector<DrivenRow> driven_rows(const rules::Dossiers& dossiers, const rules::DrivenFacts& facts)
{
    std::vector<DrivenRow> rows;
    const double limit_kmh = dossiers.params().speed_limit_kmh * rules::speed_margin;
    for (std::size_t bus = 0; bus < facts.buses.size(); ++bus)
        for (const rules::DrivenRunFacts& run : facts.buses[bus].runs) {
            const bool silent = run.silent && facts.buses[bus].last_fix.given();  // of one that sends at other times
            if (run.fixes == 0 && !silent) continue;
            DrivenRow row{bus, {}, &run, {}};
            if (const auto* route = dossiers.snapshot().all<data::Route>().find(run.route)) row.route = route->code;
            if (run.longest_off_m > rules::off_route_stretch_m) row.findings.emplace_back("PLATE-MISMATCH-ROUTE");
            if (run.max_kmh.value_or(0) > limit_kmh) row.findings.emplace_back("SPEED-OVER");
            if (!run.stops.empty()) row.findings.emplace_back("STOP-UNAPPROVED");
            if (silent) row.findings.emplace_back("GPS-SILENT");
            if (run.waterside_m > waterside_length_m) row.findings.emplace_back("ROUTE-WATERSIDE");
            rows.push_back(std::move(row));
        }
    std::ranges::stable_sort(rows, {}, [&](const DrivenRow& row) {
        return std::tuple{row.run->date, std::string_view{dossiers.bus(row.bus).registration_number}};
    });
    return rows;
}

}  // namespace xiaoan::conformance
