#include "console/checks/results/campaign.hpp"

#include "console/supervision/case_load.hpp"

#include <rapidjson/stringbuffer.h>
#include <rapidjson/writer.h>

#include <algorithm>
#include <array>
#include <set>
#include <utility>

namespace xiaoan::checks {

namespace {

using data::OutcomeWay;

/// Verified, or closed while nothing stood: closing with a reason is none.
bool is_put_right(const data::Snapshot& snapshot, std::string_view number)
{
    const data::Case* opened = snapshot.find_case(number);
    return opened != nullptr && supervision::rectified_on(*opened, data::Date::max()).has_value();
}

void count(CampaignCounts& counts, const ListedVehicle& vehicle, const data::Snapshot& snapshot)
{
    if (vehicle.expected) {
        ++counts.expected;
        ++(vehicle.met == data::Answer::yes  ? counts.came
           : vehicle.met == data::Answer::no ? counts.missed
                                             : counts.unreported);
    }
    if (vehicle.met == data::Answer::yes) ++counts.met;
    std::set<std::string_view> found;
    bool handed_over = false;
    for (const data::CheckOutcome& outcome : vehicle.record->outcomes) {
        if (outcome.way == OutcomeWay::cleared) {
            ++counts.cleared;
            continue;
        }
        if (!outcome.found.empty()) found.insert(outcome.found);
        handed_over = handed_over || outcome.way == OutcomeWay::hand_over;
        if (outcome.way == OutcomeWay::corrected) ++counts.corrected;
        if (outcome.way != OutcomeWay::opens_case) continue;
        ++counts.in_cases;
        if (is_put_right(snapshot, outcome.reference)) ++counts.rectified;
    }
    counts.findings += found.size();
    if (!found.empty()) ++counts.with_findings;
    if (handed_over) ++counts.handed_over;
}

/// Minutes between two times of a stand; none where one is not given or they do not follow each other.
int minutes_of(const ListedPlace& place)
{
    const data::TimeOfDay from = data::time_from_hh_mm(place.from), to = data::time_from_hh_mm(place.to);
    return from.given() && to.given() ? std::max(0, to.minutes - from.minutes) : 0;
}

using Writer = rapidjson::Writer<rapidjson::StringBuffer>;

void write_counts(Writer& json, const CampaignCounts& counts)
{
    const std::array<std::pair<const char*, std::size_t>, 12> all{{{"expected", counts.expected},
                                                                   {"came", counts.came},
                                                                   {"missed", counts.missed},
                                                                   {"unreported", counts.unreported},
                                                                   {"met", counts.met},
                                                                   {"with_findings", counts.with_findings},
                                                                   {"findings", counts.findings},
                                                                   {"handed_over", counts.handed_over},
                                                                   {"corrected", counts.corrected},
                                                                   {"in_cases", counts.in_cases},
                                                                   {"rectified", counts.rectified},
                                                                   {"cleared", counts.cleared}}};
    for (const auto& [key, value] : all) {
        json.Key(key);
        json.Uint64(value);
    }
}

}  // namespace

Campaign campaign(std::span<const ListedCheck> checks, const data::Snapshot& snapshot, data::Date from, data::Date to)
{
    Campaign made;
    made.from = from;
    made.to = to;
    made.checks = checks.size();
    std::map<std::uint32_t, CampaignCounts> counties;
    for (const ListedCheck& check : checks) {
        made.places += check.places.size();
        for (const ListedPlace& place : check.places) made.minutes += minutes_of(place);
        for (const ListedVehicle& vehicle : check.vehicles) {
            count(made.all, vehicle, snapshot);
            count(counties[vehicle.county.value], vehicle, snapshot);
            std::set<std::string_view> found;
            for (const data::CheckOutcome& outcome : vehicle.record->outcomes)
                if (outcome.way != OutcomeWay::cleared && !outcome.found.empty() && found.insert(outcome.found).second)
                    ++made.found[outcome.found];
        }
    }
    if (snapshot.region)
        for (const data::County& county : snapshot.region->counties)
            if (const auto counted = counties.find(county.adcode.value); counted != counties.end()) {
                made.counties.push_back({county.adcode, counted->second});
                counties.erase(counted);
            }
    for (const auto& [code, counts] : counties)
        if (code != 0) made.counties.push_back({data::Adcode{code}, counts});
    if (const auto unknown = counties.find(0); unknown != counties.end())
        made.counties.push_back({{}, unknown->second});
    return made;
}

std::string campaign_json(const Campaign& made)
{
    constexpr double minutes_an_hour = 60;
    rapidjson::StringBuffer buffer;
    Writer json(buffer);
    json.StartObject();
    json.Key("from");
    json.String(data::iso(made.from));
    json.Key("to");
    json.String(data::iso(made.to));
    json.Key("checks");
    json.Uint64(made.checks);
    json.Key("places");
    json.Uint64(made.places);
    json.Key("hours");
    json.Double(made.minutes / minutes_an_hour);
    json.Key("total");
    json.StartObject();
    write_counts(json, made.all);
    json.EndObject();
    json.Key("counties");
    json.StartArray();
    for (const CampaignCounty& county : made.counties) {
        json.StartObject();
        json.Key("county");
        if (county.county.given())
            json.String(std::to_string(county.county.value));
        else
            json.Null();
        write_counts(json, county.counts);
        json.EndObject();
    }
    json.EndArray();
    json.Key("found");
    json.StartObject();
    for (const auto& [rule, times] : made.found) {
        json.Key(rule.c_str());
        json.Uint64(times);
    }
    json.EndObject();
    json.EndObject();
    return buffer.GetString();
}

}  // namespace xiaoan::checks
