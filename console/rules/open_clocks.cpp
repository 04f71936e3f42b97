#include "console/rules/open_clocks.hpp"

#include "console/rules/days.hpp"
#include "console/rules/permit_state.hpp"
#include "data/kinds/json_text.hpp"

#include <algorithm>
#include <tuple>

namespace xiaoan::rules {

namespace {

/// A clock with what it is sorted by.
struct Row {
    OpenClock open;
    std::int64_t began = 0;
    std::int64_t record = 0;
    std::size_t place = 0;

    [[nodiscard]] auto order() const { return std::tie(open.registration_number, began, record, place); }
};

std::int64_t day_number(const data::DateCell& day)
{
    return day.has_date() ? day.date().time_since_epoch().count() : 0;
}

void add_application(std::vector<Row>& rows, const Dossiers& dossiers, const data::Permit& permit, data::Date as_of)
{
    const PermitFacts facts = facts_of(permit);
    if (!is_open_application(facts, as_of)) return;
    for (const StepClock& clock : step_clocks(facts, as_of, dossiers.working_days(), dossiers.params()))
        rows.push_back({{permit.registration_number, permit.number, permit.county, clock},
                        day_number(facts.applied_on),
                        permit.id.value,
                        rows.size()});
}

/// The claims of a bus, where a permit of it is granted: before the decision no plate can be issued.
void add_claims(std::vector<Row>& rows, const Dossiers& dossiers, std::size_t bus, data::Date as_of)
{
    const Dossier dossier = dossiers[bus];
    const Papers papers = papers_on(dossier, as_of);
    if (papers.permit_in_force == nullptr) return;
    for (const PlateFacts& plate : dossier.plates) {
        if (!is_open_claim(plate, as_of)) continue;
        const auto clock =
            issue_clock(plate, papers.permit_in_force->decided_on.date(), as_of, dossiers.working_days());
        rows.push_back({{dossiers.bus(bus).registration_number, dossiers.record(*papers.permit_in_force).number,
                         dossiers.bus(bus).county, clock},
                        day_number(plate.claimed_on),
                        plate.id.value,
                        rows.size()});
    }
}

using data::Json, data::put_date, data::put_member_or_null, data::put_text;

void put_number(Json& json, std::string_view key, const std::optional<int>& number)
{
    put_text(json, key);
    if (number)
        json.Int(*number);
    else
        json.Null();
}

}  // namespace

std::vector<OpenClock> open_clocks(const Dossiers& dossiers, data::Date as_of, data::Adcode county)
{
    std::vector<Row> rows;
    for (const data::Permit& permit : dossiers.snapshot().all<data::Permit>())
        add_application(rows, dossiers, permit, as_of);
    for (Row& row : rows)  // an application seldom names the county of its bus
        if (const auto bus = dossiers.find(std::string_view{row.open.registration_number});
            !row.open.county.given() && bus < dossiers.size())
            row.open.county = dossiers.bus(bus).county;
    for (std::size_t bus = 0; bus < dossiers.size(); ++bus) add_claims(rows, dossiers, bus, as_of);
    std::ranges::sort(rows, [](const Row& a, const Row& b) { return a.order() < b.order(); });
    std::vector<OpenClock> clocks;
    for (Row& row : rows)
        if (!county.given() || row.open.county == county) clocks.push_back(std::move(row.open));
    return clocks;
}

std::string_view why_uncounted(const StepClock& clock)
{
    if (!clock.since.has_date()) return "since_not_given";
    if (clock.step == Step::present) return "no_limit";
    return clock.used && clock.limit ? std::string_view{} : "outside_holiday_table";
}

std::string open_clocks_json(std::span<const OpenClock> clocks, data::Date as_of)
{
    rapidjson::StringBuffer buffer;
    Json json(buffer);
    json.StartObject();
    put_member_or_null(json, "as_of", data::iso(as_of));
    put_text(json, "applications");
    json.StartArray();
    for (const auto& [registration_number, number, county, clock] : clocks) {
        json.StartObject();
        put_member_or_null(json, "registration_number", registration_number);
        put_member_or_null(json, "number", number);
        put_member_or_null(json, "step", data::word(clock.step));
        put_member_or_null(json, "holder", data::word(clock.holder));
        put_date(json, "since", clock.since);
        put_number(json, "limit_workdays", clock.limit);
        put_number(json, "used_workdays", clock.used);
        // Not late is known to be 0, also where the days used are not.
        put_number(json, "late_workdays",
                   clock.late == std::optional{false} ? std::optional{0} : clock.late_workdays());
        if (const auto why = why_uncounted(clock); !why.empty()) put_member_or_null(json, "why", why);
        json.EndObject();
    }
    json.EndArray();
    json.EndObject();
    return buffer.GetString();
}

}  // namespace xiaoan::rules
