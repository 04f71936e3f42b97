#include "console/rules/gathered.hpp"

#include "console/rules/days.hpp"
#include "console/rules/settings.hpp"
#include "data/intake/text_value.hpp"

#include <algorithm>
#include <array>
#include <tuple>

namespace xiaoan::rules {

namespace {

using data::Answer;
using data::Bus;
using data::DateCell;

/// 校车安全管理条例, article 20: inspected every half year.
constexpr int inspection_months = 6;
/// 机动车强制报废标准规定, article 7: for guidance only.
constexpr double guided_km = 400'000;

/// The last day on which the inspection holds: as stated, else half a year after the last one; "none" where the
/// register says that there is none.
DateCell inspection_end(const Bus& bus)
{
    if (!bus.inspection_until.not_given()) return bus.inspection_until;
    if (!bus.last_inspection_on.has_date()) return bus.last_inspection_on;
    return DateCell{months_later(bus.last_inspection_on.date(), inspection_months)};
}

/// What article 21 and article 17 ask for, positioning apart.
constexpr std::array equipment{&Bus::extinguisher, &Bus::hammer, &Bus::first_aid, &Bus::lamps, &Bus::stop_sign};

bool any_is(const Bus& bus, Answer answer)
{
    return std::ranges::any_of(equipment, [&](const auto piece) { return bus.*piece == answer; });
}

BusFacts facts_of(const Bus& bus, const OperatorFacts& run_by)
{
    return {.id = bus.id,
            .inspection_end = inspection_end(bus),
            .last_inspection_on = bus.last_inspection_on,
            .compulsory_insurance_until = bus.compulsory_insurance_until,
            .liability_insurance_until = bus.liability_insurance_until,
            .equipment_until = bus.equipment_until,
            .ages_from = ages_from(bus),
            .seats = bus.seats.value_or(-1),
            .limit = service_limit(bus),
            .scrap_age = scrap_age(service_limit(bus), ages_from(bus)),
            .run_by = run_by,
            .state = bus.state,
            .service = bus.service,
            .pupils_served = bus.pupils_served,
            .satellite_positioning = bus.satellite_positioning,
            .equipment_lacks = any_is(bus, Answer::no),
            .equipment_not_given = any_is(bus, Answer::not_given),
            .fit = school_bus_fit(bus),
            .vin = vin_state(bus.vin),
            .many_km = bus.odometer_km && *bus.odometer_km >= guided_km};
}

Match match_of(std::string_view one, std::string_view other)
{
    if (one.empty() || other.empty()) return Match::not_given;
    return name_key(one) == name_key(other) ? Match::same : Match::differs;
}

PlateFacts facts_of(const data::Plate& plate)
{
    return {.id = plate.id,
            .driver = plate.driver,
            .route = text_key(plate.route),
            .stops = printed_names_key(plate.stops),
            .claimed_on = plate.claimed_on,
            .issued_on = plate.issued_on,
            .valid_to = plate.valid_to,
            .withdrawn_on = plate.withdrawn_on,
            .departs_at = plate.departs_at,
            .state = plate.state};
}

SubstitutionFacts facts_of(const data::Substitution& each)
{
    return {each.id, each.substitute_driver, each.date, each.filed_on, !each.substitute_bus.empty()};
}

DriverFacts facts_of(const data::Driver& driver)
{
    return {.id = driver.id,
            .classes = classes_in(driver.licence_class),
            .licensed_on = driver.licensed_on,
            .licence_until = driver.licence_until,
            .qualified_on = driver.qualified_on,
            .withdrawn_on = driver.withdrawn_on,
            .last_review_on = driver.last_review_on,
            .born_on = driver.born_on,
            .history = history_of(driver.record)};
}

void add(AgreementFacts& facts, const data::Agreement& agreement)
{
    if (agreement.signed_on.is_none()) return;
    const bool undated = agreement.signed_on.not_given();
    facts.signed_undated |= undated;
    facts.signed_on = earlier(facts.signed_on, agreement.signed_on);
    if (agreement.filed_on.has_date()) facts.filed_on = earlier(facts.filed_on, agreement.filed_on);
    if (!agreement.filed_on.not_given()) return;
    facts.unsaid_undated |= undated;
    facts.unsaid_signed_on = earlier(facts.unsaid_signed_on, agreement.signed_on);
}

TextKey pair_key(TextKey school, TextKey run_by)
{
    return school * 0x9E3779B97F4A7C15ULL ^ run_by;
}

}  // namespace

PermitFacts facts_of(const data::Permit& permit)
{
    return {.id = permit.id,
            .driver = permit.driver,
            .number = text_key(permit.number),
            .route = text_key(permit.route),
            .applied_on = permit.applied_on,
            .accepted_on = permit.accepted_on,
            .consulted_on = permit.consulted_on,
            .called_on = permit.called_on,
            .presented_on = permit.presented_on,
            .police_replied_on = permit.police_replied_on,
            .transport_replied_on = permit.transport_replied_on,
            .reported_on = permit.reported_on,
            .extended_to = permit.extended_to,
            .decided_on = permit.decided_on,
            .valid_from = permit.valid_from,
            .valid_to = permit.valid_to,
            .revoked_on = permit.revoked_on,
            .departs_at = permit.departs_at,
            .decision = permit.decision};
}

Dossiers::State::State(std::shared_ptr<const data::Snapshot> taken, data::Judging given)
    : snapshot(std::move(taken)),
      judging(std::move(given)),
      school_days(school_days_of(snapshot->region ? std::span<const data::Holiday>{snapshot->region->holidays}
                                                  : std::span<const data::Holiday>{},
                                 judging.settings)),
      params(params_of(judging.settings)),
      buses(snapshot->all<Bus>(), {&Bus::registration_number}),
      operators(snapshot->all<data::Operator>(), {&data::Operator::uscc, &data::Operator::name}),
      routes(snapshot->all<data::Route>(), {&data::Route::code}),
      schools(snapshot->all<data::School>(), {&data::School::code}),
      driver_index(snapshot->all<data::Driver>().size())
{
    gather_routes();
    gather_drivers();
    gather_agreements();
    gather_buses();
    gather_permits();
    gather_plates();
    gather_runs();
    lay_drivers_by_runs();
    mark_shared_vins();
    for (const data::Silencing& each : judging.silencings)
        if (const auto bus = bus_row(each.registration_number); bus != no_index) bus_facts[bus].set_aside = true;
}

void Dossiers::State::gather_routes()
{
    std::string_view last_code;  // the stops of a route mostly follow each other
    std::uint32_t last_row = no_index;
    stops = Grouped<const data::Stop*>(
        snapshot->all<data::Stop>(), routes.rows.size(),
        [&](const data::Stop& stop) {
            if (stop.route != last_code || last_code.empty()) {
                last_code = stop.route;
                last_row = routes.row(stop.route);
            }
            return last_row;
        },
        [](const data::Stop& stop, std::uint32_t) { return &stop; });
    stops.sort([](const data::Stop* a, const data::Stop* b) {
        return std::pair{a->sequence.value_or(0), a->id} < std::pair{b->sequence.value_or(0), b->id};
    });
    NameSet names;
    route_facts.reserve(routes.rows.size());
    for (std::size_t i = 0; i < routes.rows.size(); ++i) {
        const data::Route& route = *routes.rows[i];
        for (const data::Stop* stop : stops.of(i)) names.add(stop->name);
        route_facts.push_back({text_key(route.school), names.take(), route.departs_at, route.direction});
    }
}

void Dossiers::State::gather_drivers()
{
    for (const data::Driver& driver : snapshot->all<data::Driver>()) {
        driver_index.add(driver.licence_number.id, static_cast<std::uint32_t>(drivers.size()));
        drivers.push_back(&driver);
        driver_facts.push_back(facts_of(driver));
    }
}

void Dossiers::State::gather_agreements()
{
    agreements.emplace_back();
    for (const data::Agreement& agreement : snapshot->all<data::Agreement>()) {
        const data::Operator* known = operators.find(agreement.signed_with);
        const TextKey carrier = text_key(known != nullptr ? known->uscc : agreement.signed_with);
        for (const TextKey school : {text_key(agreement.school), no_text}) {  // no school: with any at all
            const auto [at, added] =
                agreement_index.try_emplace(pair_key(school, carrier), static_cast<std::uint32_t>(agreements.size()));
            if (added) agreements.emplace_back();
            add(agreements[at->second], agreement);
            agreement_rows.emplace_back(at->second, &agreement);
        }
    }
    std::ranges::stable_sort(agreement_rows, {}, &std::pair<std::uint32_t, const data::Agreement*>::first);
}

std::uint32_t Dossiers::State::agreement_row(TextKey school, TextKey carrier) const
{
    const auto found = agreement_index.find(pair_key(school, carrier));
    return found == agreement_index.end() ? 0 : found->second;
}

OperatorFacts Dossiers::State::operator_facts(const Bus& bus, const data::Operator* known) const
{
    OperatorFacts facts{.key = text_key(known != nullptr ? known->uscc : bus.run_by), .licence_until = {}};
    facts.has_agreement = agreement_row(no_text, facts.key) != 0;
    if (known == nullptr) return facts;
    facts.known = true;
    facts.kind = known->kind;
    facts.licence_until = known->transport_licence_until;
    if (facts.licence_until.not_given() && data::says_nothing(known->transport_licence))
        facts.licence_until = data::DateCell::said_to_be_none();
    return facts;
}

void Dossiers::State::gather_buses()
{
    maintenance = Grouped<MaintenanceFacts>(
        snapshot->all<data::Maintenance>(), buses.rows.size(),
        [&](const data::Maintenance& entry) {
            return entry.done_on.has_date() ? bus_row(entry.registration_number) : no_index;
        },
        [](const data::Maintenance& entry, std::uint32_t) { return MaintenanceFacts{entry.id, entry.done_on}; });
    maintenance.sort([](const MaintenanceFacts& a, const MaintenanceFacts& b) {
        return std::pair{a.done_on.date(), a.id} < std::pair{b.done_on.date(), b.id};
    });
    run_by.reserve(buses.rows.size());
    bus_facts.reserve(buses.rows.size());
    for (std::size_t i = 0; i < buses.rows.size(); ++i) {
        const Bus& bus = *buses.rows[i];
        run_by.push_back(operators.find(bus.run_by));
        bus_facts.push_back(facts_of(bus, operator_facts(bus, run_by.back())));
        if (const auto entries = maintenance.of(i); !entries.empty())
            bus_facts.back().newest_maintenance_on = entries.back().done_on;
    }
}

void Dossiers::State::gather_permits()
{
    permits = Grouped<PermitFacts>(
        snapshot->all<data::Permit>(), buses.rows.size(),
        [&](const data::Permit& permit) { return bus_row(permit.registration_number); },
        [&](const data::Permit& permit, std::uint32_t) {
            auto facts = facts_of(permit);
            facts.route_row = routes.row(permit.route);
            if (facts.route_row != no_index) facts.direction = route_facts[facts.route_row].direction;
            return facts;
        });
}

void Dossiers::State::gather_plates()
{
    const auto& table = snapshot->all<data::Plate>();
    plates = Grouped<PlateFacts>(
        table, buses.rows.size(), [&](const data::Plate& plate) { return bus_row(plate.registration_number); },
        [&](const data::Plate& plate, std::uint32_t bus) {
            auto facts = facts_of(plate);
            facts.route_row = routes.row(plate.route);
            if (facts.route_row != no_index) facts.direction = route_facts[facts.route_row].direction;
            facts.owner = match_of(plate.owner, buses.rows[bus]->owner);
            add_elsewhere(plate, facts, bus);
            return facts;
        });
    for (const data::Plate& plate : table) {  // plates of vehicles that the register lacks
        if (plate.permit.empty() || bus_row(plate.registration_number) != no_index) continue;
        auto facts = facts_of(plate);
        add_elsewhere(plate, facts, no_index);
    }
    std::ranges::sort(elsewhere, {}, [](const auto& each) { return std::pair{each.first, each.second.id}; });
    for (const auto& [bus, plate] : elsewhere) bus_facts[bus].plate_elsewhere = true;
}

void Dossiers::State::add_elsewhere(const data::Plate& plate, PlateFacts& facts, std::uint32_t bus)
{
    if (plate.permit.empty()) return;
    const TextKey number = text_key(plate.permit);
    if (bus != no_index && std::ranges::find(permits.of(bus), number, &PermitFacts::number) != permits.of(bus).end())
        return;
    if (permit_rows_.empty()) {
        const auto& table = snapshot->all<data::Permit>();
        permit_index_ = KeyIndex<TextKey>(table.size());
        for (const data::Permit& each : table) {
            if (const TextKey key = text_key(each.number); key != no_text)
                permit_index_.add(key, static_cast<std::uint32_t>(permit_rows_.size()));
            permit_rows_.push_back(&each);
        }
    }
    const auto at = permit_index_.find(number);
    if (at == no_index || permit_rows_[at]->registration_number == plate.registration_number) return;
    facts.permit_of_other = true;
    if (bus != no_index) return;  // the plate is told of on that bus
    if (const auto other = bus_row(permit_rows_[at]->registration_number); other != no_index)
        elsewhere.emplace_back(other, facts);
}

void Dossiers::State::gather_runs()
{
    runs = Grouped<RunFacts>(
        snapshot->all<data::Run>(), buses.rows.size(),
        [&](const data::Run& run) { return bus_row(run.registration_number); },
        [&](const data::Run& run, std::uint32_t bus) {
            RunFacts facts{.id = run.id,
                           .driver = run.driver,
                           .route = text_key(run.route),
                           .riders = run.riders.value_or(-1),
                           .from_on = run.from_on,
                           .to_on = run.to_on,
                           .departs_at = run.departs_at,
                           .attended = run.attendant.given()};
            if (run.driver.given()) facts.driver_row = driver_index.find(run.driver.id);
            const auto row = routes.row(run.route);
            if (row == no_index) return facts;
            const RouteFacts& route = route_facts[row];
            facts.stops = route.stops;
            facts.direction = route.direction;
            if (!facts.departs_at.given()) facts.departs_at = route.departs_at;
            if (route.school != no_text) facts.agreement = agreement_row(route.school, bus_facts[bus].run_by.key);
            return facts;
        });
    const auto& table = snapshot->all<data::Substitution>();
    const auto make = [](const data::Substitution& each, std::uint32_t) { return facts_of(each); };
    substitutions = Grouped<SubstitutionFacts>(
        table, buses.rows.size(), [&](const auto& each) { return bus_row(each.registration_number); }, make);
    stood_in = Grouped<SubstitutionFacts>(
        table, buses.rows.size(), [&](const auto& each) { return bus_row(each.substitute_bus); }, make);
}

/// Facts of drivers in the order in which buses ask for them: judging then walks through memory, not across it.
void Dossiers::State::lay_drivers_by_runs()
{
    std::vector<std::uint32_t> order;  // old rows by new row
    std::vector<std::uint32_t> row_of(drivers.size(), no_index);
    order.reserve(drivers.size());
    const auto place = [&](std::uint32_t old) {
        if (row_of[old] != no_index) return;
        row_of[old] = static_cast<std::uint32_t>(order.size());
        order.push_back(old);
    };
    for (const RunFacts& run : runs.all())
        if (run.driver_row != no_index) place(run.driver_row);
    for (std::uint32_t old = 0; old < drivers.size(); ++old) place(old);

    const auto by_order = [&](const auto& rows) {
        std::remove_cvref_t<decltype(rows)> laid;
        laid.reserve(rows.size());
        for (const std::uint32_t old : order) laid.push_back(rows[old]);
        return laid;
    };
    drivers = by_order(drivers);
    driver_facts = by_order(driver_facts);
    for (RunFacts& run : runs.all())
        if (run.driver_row != no_index) run.driver_row = row_of[run.driver_row];
    driver_index = KeyIndex<std::int64_t>(drivers.size());
    for (std::uint32_t row = 0; row < drivers.size(); ++row) driver_index.add(drivers[row]->licence_number.id, row);
}

void Dossiers::State::mark_shared_vins()
{
    KeyIndex<TextKey> seen(buses.rows.size());
    for (std::size_t i = 0; i < buses.rows.size(); ++i) {
        const TextKey vin = text_key(buses.rows[i]->vin);
        if (vin == no_text) continue;
        const auto first = seen.find(vin);
        if (first == no_index)
            seen.add(vin, static_cast<std::uint32_t>(i));
        else
            bus_facts[first].vin_twice = bus_facts[i].vin_twice = true;
    }
    for (std::size_t i = 0; i < buses.rows.size(); ++i)
        if (bus_facts[i].vin_twice)
            shared_vins.emplace_back(text_key(buses.rows[i]->vin), static_cast<std::uint32_t>(i));
    std::ranges::sort(shared_vins);
}

}  // namespace xiaoan::rules
