#include "console/rules/gathered.hpp"

#include <algorithm>

namespace xiaoan::rules {

Dossiers::Dossiers(std::shared_ptr<const data::Snapshot> snapshot, data::Judging judging)
    : state_(std::make_unique<State>(std::move(snapshot), std::move(judging)))
{
}
Dossiers::~Dossiers() = default;
Dossiers::Dossiers(Dossiers&&) noexcept = default;
Dossiers& Dossiers::operator=(Dossiers&&) noexcept = default;

std::size_t Dossiers::size() const
{
    return state_->buses.rows.size();
}

Dossier Dossiers::operator[](std::size_t index) const
{
    return {&state_->bus_facts[index], state_->permits.of(index),       state_->plates.of(index),
            state_->runs.of(index),    state_->substitutions.of(index), state_->stood_in.of(index)};
}

const data::Bus& Dossiers::bus(std::size_t index) const
{
    return *state_->buses.rows[index];
}

const data::Operator* Dossiers::run_by(std::size_t index) const
{
    return state_->run_by[index];
}

std::size_t Dossiers::find(data::RecordId bus) const
{
    const auto& rows = state_->buses.rows;
    const auto found = std::ranges::lower_bound(rows, bus, {}, [](const data::Bus* each) { return each->id; });
    return found != rows.end() && (*found)->id == bus ? static_cast<std::size_t>(found - rows.begin()) : size();
}

std::size_t Dossiers::find(std::string_view registration_number) const
{
    const auto at = state_->buses.row(registration_number);
    return at == no_index ? size() : at;
}

const DriverFacts* Dossiers::driver_facts(data::PersonRef licence_number) const
{
    if (!licence_number.given()) return nullptr;
    const auto at = state_->driver_index.find(licence_number.id);
    return at == no_index ? nullptr : &state_->driver_facts[at];
}

const DriverFacts* Dossiers::driver_of(const RunFacts& run) const
{
    return run.driver_row == no_index ? nullptr : &state_->driver_facts[run.driver_row];
}

const RouteFacts& Dossiers::route_facts(std::uint32_t row) const
{
    return state_->route_facts[row];
}

const AgreementFacts* Dossiers::agreement_of(const RunFacts& run) const
{
    return run.agreement == no_index ? nullptr : &state_->agreements[run.agreement];
}

const AgreementFacts& Dossiers::agreement(TextKey school, TextKey run_by) const
{
    return state_->agreements[state_->agreement_row(school, run_by)];
}

std::vector<const data::Agreement*> Dossiers::agreements(const AgreementFacts& facts) const
{
    const auto row = static_cast<std::uint32_t>(&facts - state_->agreements.data());
    std::vector<const data::Agreement*> found;
    for (const auto& [owner, agreement] : std::ranges::equal_range(
             state_->agreement_rows, row, {}, &std::pair<std::uint32_t, const data::Agreement*>::first))
        found.push_back(agreement);
    return found;
}

const MaintenanceFacts* Dossiers::last_maintenance(std::size_t index, data::Date as_of) const
{
    const auto entries = state_->maintenance.of(index);
    const auto after =
        std::ranges::upper_bound(entries, as_of, {}, [](const MaintenanceFacts& each) { return each.done_on.date(); });
    return after == entries.begin() ? nullptr : &*(after - 1);
}

std::vector<const PlateFacts*> Dossiers::plates_elsewhere(std::size_t index) const
{
    std::vector<const PlateFacts*> found;
    if (!state_->bus_facts[index].plate_elsewhere) return found;
    const auto bus = static_cast<std::uint32_t>(index);
    for (const auto& [owner, plate] :
         std::ranges::equal_range(state_->elsewhere, bus, {}, [](const auto& each) { return each.first; }))
        found.push_back(&plate);
    return found;
}

std::vector<const data::Bus*> Dossiers::same_vin(std::size_t index) const
{
    std::vector<const data::Bus*> found;
    if (!state_->bus_facts[index].vin_twice) return found;
    const TextKey vin = text_key(bus(index).vin);
    for (const auto& [key, row] :
         std::ranges::equal_range(state_->shared_vins, vin, {}, &std::pair<TextKey, std::uint32_t>::first))
        if (row != index) found.push_back(&bus(row));
    return found;
}

const data::Driver* Dossiers::driver(data::PersonRef licence_number) const
{
    if (!licence_number.given()) return nullptr;
    const auto at = state_->driver_index.find(licence_number.id);
    return at == no_index ? nullptr : state_->drivers[at];
}

const data::Permit* Dossiers::permit(std::string_view number) const
{
    for (const data::Permit& permit : state_->snapshot->all<data::Permit>())
        if (permit.number == number) return &permit;
    return nullptr;
}

const data::Route* Dossiers::route(std::string_view code) const
{
    return state_->routes.find(code);
}

const data::School* Dossiers::school(std::string_view code) const
{
    return state_->schools.find(code);
}

const data::Operator* Dossiers::bus_operator(std::string_view uscc_or_name) const
{
    return state_->operators.find(uscc_or_name);
}

std::span<const data::Stop* const> Dossiers::stops(std::string_view route) const
{
    const auto at = state_->routes.row(route);
    if (at == no_index) return {};
    return state_->stops.of(at);
}

const data::Snapshot& Dossiers::snapshot() const
{
    return *state_->snapshot;
}

const WorkingDays& Dossiers::working_days() const
{
    return state_->school_days.working_days;
}

const SchoolDays& Dossiers::school_days() const
{
    return state_->school_days;
}

const Params& Dossiers::params() const
{
    return state_->params;
}

const data::Judging& Dossiers::judging() const
{
    return state_->judging;
}

void Dossiers::set_driven(std::shared_ptr<const DrivenFacts> driven)
{
    state_->driven = std::move(driven);
}

const DrivenFacts* Dossiers::driven() const
{
    return state_->driven.get();
}

const DrivenBusFacts* Dossiers::driven(std::size_t index) const
{
    return state_->driven && index < state_->driven->buses.size() ? &state_->driven->buses[index] : nullptr;
}

const data::Silencing* Dossiers::silencing(std::size_t index, std::string_view rule_id, data::Date as_of) const
{
    if (!state_->bus_facts[index].set_aside) return nullptr;
    const std::string_view number = bus(index).registration_number;
    const data::Silencing* last = nullptr;
    for (const data::Silencing& each : state_->judging.silencings)
        if (each.registration_number == number && (each.rule.empty() || each.rule == rule_id) &&
            each.from_on <= as_of && as_of <= each.until_on)
            last = &each;
    return last;
}

}  // namespace xiaoan::rules
