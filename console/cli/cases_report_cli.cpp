// `cases report`: what departments and counties carry, what falls due when, how long putting right takes.
#include "console/cli/cases_cli.hpp"
#include "console/cli/listing.hpp"
#include "console/cli/option_readers.hpp"
#include "console/enforcement/cases_json.hpp"
#include "console/rules/wording.hpp"
#include "console/supervision/case_load.hpp"

#include <fmt/format.h>

namespace xiaoan::cli {

namespace {

using supervision::CaseLoad;

constexpr int usual_calendar_days = 28;

std::string median_text(const CaseLoad& load)
{
    const auto median = load.median_days();
    return median ? fmt::format("{:g}", *median) : std::string{};
}

Listing listing_of(const Context& context, const data::Snapshot& snapshot, const supervision::CaseReport& report)
{
    Listing listing;
    for (const auto* key : {"case.department", "case.county", "case.living", "case.waiting_for_bureau",
                            "case.overdue_count", "case.urged", "case.escalated", "case.opened_count",
                            "case.closed_count", "case.cancelled_count", "case.rectified", "case.median_days"})
        listing.headers.emplace_back(context.tr(key));
    const auto add = [&](std::string department, std::string county, const CaseLoad& load) {
        listing.rows.push_back({std::move(department), std::move(county), std::to_string(load.living),
                                std::to_string(load.bureau), std::to_string(load.overdue), std::to_string(load.urged),
                                std::to_string(load.escalated), std::to_string(load.opened),
                                std::to_string(load.closed), std::to_string(load.cancelled),
                                std::to_string(load.days.size()), median_text(load)});
    };
    const std::string all{context.tr("value.all")};
    for (const CaseLoad& load : report.loads)
        add(std::string{context.tr("department." + load.department)},
            rules::county_name(snapshot, load.county, context.language), load);
    for (const CaseLoad& load : report.counties)
        add(all, rules::county_name(snapshot, load.county, context.language), load);
    add(all, all, report.total);
    return listing;
}

}  // namespace

int report_cases(const Context& context, const AskedCases& asked)
{
    data::Date from = context.as_of - std::chrono::days{364};
    if (!asked.from.empty()) {
        const auto date = data::date_from_iso(asked.from);
        if (!date) {
            message(context.tr("cli.cases.bad_from", {asked.from}));
            return Exit::wrong_command_line;
        }
        from = *date;
    }
    const auto in = context.open(data::Register::Access::read);
    const auto judged = judged_cases(context, in);
    supervision::CaseFilter filter{.department = asked.department};
    if (!read_county(context, *judged.snapshot->region, asked.county, filter.county)) return Exit::wrong_command_line;
    const auto rows = supervision::case_list(judged.rows, filter);
    const auto report = supervision::case_report(rows, from, context.as_of);
    const auto calendar = supervision::due_calendar(rows, *judged.snapshot->region, context.as_of,
                                                    asked.days > 0 ? asked.days : usual_calendar_days);
    if (context.format == Format::json) {
        print(enforcement::case_report_json(report, calendar) + "\n");
        return Exit::done;
    }
    print(context, listing_of(context, *judged.snapshot, report));
    if (context.format == Format::text) {
        message(context.tr("cli.cases.report", {data::iso(from), data::iso(context.as_of)}));
        for (const auto& day : calendar)
            if (day.due > 0) print(fmt::format("{}  {}\n", data::iso(day.date), day.due));
    }
    return Exit::done;
}

}  // namespace xiaoan::cli
