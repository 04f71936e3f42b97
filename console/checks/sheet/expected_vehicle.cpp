#include "console/checks/sheet/expected_vehicle.hpp"

#include "console/rules/permit_state.hpp"
#include "console/rules/sentence.hpp"
#include "console/rules/wording.hpp"

#include <algorithm>

namespace xiaoan::checks {

namespace {

using language::Language;
using language::tr;

class Papers {
public:
    Papers(const rules::Dossiers& dossiers, std::size_t bus, data::Date date, Language language)
        : dossiers_(dossiers),
          language_(language),
          on_(rules::bus_on_date(dossiers, bus, date, room_)),
          bus_(on_.record()),
          plate_(on_.plate_held != nullptr ? &on_.record(*on_.plate_held) : nullptr),
          permit_(on_.permit_judged != nullptr ? &on_.record(*on_.permit_judged) : nullptr),
          run_(on_.current_runs.empty() ? nullptr : &on_.record(*on_.current_runs.front()))
    {
    }

    std::vector<ExpectedFact> facts()
    {
        add("vehicle_type", bus_.vehicle_type);
        add("use_code", bus_.use_code);
        add("seats", bus_.seats ? std::to_string(*bus_.seats) : std::string{});
        add("vin_tail", bus_.vin.substr(bus_.vin.size() - std::min(bus_.vin.size(), vin_tail)));
        add("owner", bus_.owner);
        const data::Operator* run_by = dossiers_.run_by(on_.index);
        add("operator", run_by != nullptr ? run_by->name : bus_.run_by);
        add("inspection_until", date_text(bus_.inspection_until));
        add("time", time_text());
        add("permit", permit_ != nullptr ? with_term(permit_->number, permit_->authority, permit_->valid_to) : none());
        add("plate", plate_ != nullptr ? with_term(plate_->number, plate_->issuer, plate_->valid_to) : none());
        add("plate_owner", plate_ != nullptr ? plate_->owner : none());
        add("driver", driver_text());
        add("attendant", run_ != nullptr ? masked(run_->attendant, data::FieldType::person_name) : std::string{});
        add("route", route_text());
        add("stops", stops_text());
        return std::move(facts_);
    }

private:
    static constexpr std::size_t vin_tail = 6;

    void add(std::string_view key, std::string text)
    {
        if (text.empty()) text = tr(language_, "value.not_given");
        facts_.push_back({std::string{tr(language_, "sheet.fact." + std::string{key})}, std::move(text)});
    }
    [[nodiscard]] std::string none() const { return std::string{tr(language_, "value.not_in_register")}; }

    [[nodiscard]] std::string date_text(data::DateCell date) const
    {
        if (date.has_date()) return data::iso(date.date());
        return date.is_none() ? std::string{tr(language_, "value.none")} : std::string{};
    }

    /// "BP-1, 白城市公安局交警支队, 2027-03-10": what is not given is left out.
    [[nodiscard]] std::string with_term(const std::string& number, const std::string& by, data::DateCell until) const
    {
        std::string text = number;
        for (const std::string& part :
             {by, until.has_date() ? tr(language_, "sheet.until", {data::iso(until.date())}) : std::string{}})
            if (!part.empty()) text += (text.empty() ? "" : language_ == Language::zh ? "，" : ", ") + part;
        return text;
    }

    [[nodiscard]] std::string masked(data::PersonRef person, data::FieldType type) const
    {
        const auto& people = dossiers_.snapshot().people;
        return person.given() && people != nullptr ? people->masked(person, type) : std::string{};
    }

    [[nodiscard]] std::string driver_text() const
    {
        const data::PersonRef licence = plate_ != nullptr && plate_->driver.given() ? plate_->driver
                                        : run_ != nullptr                           ? run_->driver
                                        : permit_ != nullptr                        ? permit_->driver
                                                                                    : data::PersonRef{};
        std::string text = masked(licence, data::FieldType::licence_number);
        if (const data::Driver* driver = dossiers_.driver(licence)) {
            const std::string name = masked(driver->name, data::FieldType::person_name);
            if (!name.empty()) text = name + " " + text;
            if (!driver->licence_class.empty()) text += " " + driver->licence_class;
        }
        return text;
    }

    [[nodiscard]] std::string route_code() const
    {
        if (plate_ != nullptr && !plate_->route.empty()) return plate_->route;
        return run_ != nullptr ? run_->route : std::string{};
    }

    [[nodiscard]] std::string route_text() const
    {
        const std::string code = route_code();
        const data::Route* route = dossiers_.route(code);
        return route != nullptr && !route->name.empty() ? code + " " + route->name : code;
    }

    [[nodiscard]] std::string time_text() const
    {
        data::TimeOfDay time = plate_ != nullptr ? plate_->departs_at : data::TimeOfDay{};
        if (!time.given() && run_ != nullptr) time = run_->departs_at;
        if (!time.given())
            if (const data::Route* route = dossiers_.route(route_code())) time = route->departs_at;
        return time.given() ? data::hh_mm(time) : std::string{};
    }

    [[nodiscard]] std::string stops_text() const
    {
        if (plate_ != nullptr && !plate_->stops.empty()) return plate_->stops;
        std::string text;
        for (const data::Stop* stop : dossiers_.stops(route_code()))
            if (!stop->name.empty()) text += (text.empty() ? "" : "、") + stop->name;
        return text;
    }

    const rules::Dossiers& dossiers_;
    Language language_;
    rules::BusRoom room_;
    rules::BusOnDate on_;
    const data::Bus& bus_;
    const data::Plate* plate_;
    const data::Permit* permit_;
    const data::Run* run_;
    std::vector<ExpectedFact> facts_;
};

}  // namespace

ExpectedVehicle expected_vehicle(const rules::Dossiers& dossiers, std::size_t bus, data::Date date, Language language)
{
    ExpectedVehicle vehicle;
    vehicle.registration_number = dossiers.bus(bus).registration_number;
    vehicle.county = dossiers.bus(bus).county;
    vehicle.facts = Papers(dossiers, bus, date, language).facts();
    for (const rules::Finding& finding : rules::judge_bus(dossiers, bus, date))
        if (!finding.gap && finding.severity != rules::Severity::data)
            vehicle.flags.push_back({finding.severity, rules::rule_id(finding), rules::title(language, finding)});
    std::ranges::stable_sort(vehicle.flags, {}, &ExpectedFlag::severity);
    return vehicle;
}

}  // namespace xiaoan::checks
