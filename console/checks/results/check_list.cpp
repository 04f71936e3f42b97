#include "console/checks/results/check_list.hpp"

#include <rapidjson/stringbuffer.h>
#include <rapidjson/writer.h>

#include <algorithm>
#include <charconv>
#include <map>
#include <set>
#include <tuple>

namespace xiaoan::checks {

namespace {

using data::CheckedVehicle;

data::Adcode county_of(const CheckedVehicle& vehicle, const std::map<std::string_view, data::Adcode>& buses)
{
    if (const auto bus = buses.find(vehicle.vehicle); bus != buses.end()) return bus->second;
    const std::string_view text = vehicle.answer("county");
    std::uint32_t code = 0;
    std::from_chars(text.data(), text.data() + text.size(), code);
    return data::Adcode{code};
}

using Writer = rapidjson::Writer<rapidjson::StringBuffer>;

void text(Writer& json, const char* key, std::string_view value)
{
    json.Key(key);
    if (value.empty())
        json.Null();
    else
        json.String(value.data(), static_cast<rapidjson::SizeType>(value.size()));
}

void number(Writer& json, const char* key, const std::string& value)
{
    json.Key(key);
    if (value.empty())
        json.Null();
    else
        json.RawValue(value.data(), value.size(), rapidjson::kNumberType);  // a number since it was read
}

void write_vehicle(Writer& json, const ListedVehicle& vehicle)
{
    json.StartObject();
    text(json, "vehicle", vehicle.record->vehicle);
    text(json, "county", vehicle.county.given() ? std::to_string(vehicle.county.value) : std::string{});
    json.Key("expected");
    json.Bool(vehicle.expected);
    json.Key("met");
    if (vehicle.met == data::Answer::not_given)
        json.Null();
    else
        json.Bool(vehicle.met == data::Answer::yes);
    text(json, "time", vehicle.record->answer("time"));
    json.Key("outcomes");
    json.StartArray();
    for (const data::CheckOutcome& outcome : vehicle.record->outcomes) {
        json.StartObject();
        text(json, "found", outcome.found);
        text(json, "way", data::word(outcome.way));
        text(json, "reference", outcome.reference);
        json.EndObject();
    }
    json.EndArray();
    json.EndObject();
}

}  // namespace

std::vector<ListedCheck> check_list(std::span<const CheckedVehicle> all, const data::Snapshot& snapshot,
                                    const CheckFilter& filter)
{
    std::map<std::string_view, data::Adcode> buses;
    for (const data::Bus& bus : snapshot.all<data::Bus>()) buses.emplace(bus.registration_number, bus.county);
    std::map<std::pair<data::Date, std::string_view>, ListedCheck> checks;
    std::map<std::string_view, std::set<ListedPlace>> places;
    for (const CheckedVehicle& each : all) {
        if ((filter.from && each.held_on < *filter.from) || (filter.to && each.held_on > *filter.to)) continue;
        const auto county = county_of(each, buses);
        if (filter.county.given() && county != filter.county) continue;
        const std::string_view met = each.answer("met");
        ListedCheck& check = checks[{each.held_on, each.check}];
        check.number = each.check;
        check.held_on = each.held_on;
        check.vehicles.push_back({&each, county, each.answer("expected") == "yes",
                                  met == "yes"  ? data::Answer::yes
                                  : met == "no" ? data::Answer::no
                                                : data::Answer::not_given});
        if (!each.answer("place").empty())
            places[each.check].insert({std::string{each.answer("place")}, std::string{each.answer("lon")},
                                       std::string{each.answer("lat")}, std::string{each.answer("from")},
                                       std::string{each.answer("to")}});
    }
    std::vector<ListedCheck> list;
    for (auto& [key, check] : checks) {
        check.places.assign(places[key.second].begin(), places[key.second].end());
        std::ranges::stable_sort(check.places, {}, &ListedPlace::from);
        std::ranges::sort(check.vehicles, {}, [](const ListedVehicle& each) { return each.record->vehicle; });
        list.push_back(std::move(check));
    }
    return list;
}

std::string check_list_json(std::span<const ListedCheck> checks)
{
    rapidjson::StringBuffer buffer;
    Writer json(buffer);
    std::size_t vehicles = 0;
    json.StartObject();
    json.Key("checks");
    json.StartArray();
    for (const ListedCheck& check : checks) {
        json.StartObject();
        text(json, "check", check.number);
        text(json, "date", data::iso(check.held_on));
        json.Key("places");
        json.StartArray();
        for (const ListedPlace& place : check.places) {
            json.StartObject();
            text(json, "name", place.name);
            number(json, "lon", place.lon);
            number(json, "lat", place.lat);
            text(json, "from", place.from);
            text(json, "to", place.to);
            json.EndObject();
        }
        json.EndArray();
        json.Key("vehicles");
        json.StartArray();
        for (const ListedVehicle& vehicle : check.vehicles) write_vehicle(json, vehicle);
        json.EndArray();
        json.EndObject();
        vehicles += check.vehicles.size();
    }
    json.EndArray();
    json.Key("looked_at");
    json.StartObject();
    json.Key("vehicles");
    json.Uint64(vehicles);
    json.EndObject();
    json.EndObject();
    return buffer.GetString();
}

}  // namespace xiaoan::checks
