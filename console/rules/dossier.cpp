#include "console/rules/dossier.hpp"

#include "console/rules/grouped.hpp"
#include "console/rules/key_index.hpp"

#include <algorithm>
#include <mutex>

namespace xiaoan::rules {

namespace {

using data::Bus;
using ByText = KeyIndex<std::string_view>;

/// The rows of a small table by a text of theirs. Empty texts name nothing.
template <class Record>
struct Named {
    std::vector<const Record*> rows;
    ByText index;

    Named(const data::Table<Record>& table, std::initializer_list<std::string Record::*> names)
        : index(table.size() * names.size())
    {
        rows.reserve(table.size());
        for (const Record& row : table) rows.push_back(&row);
        for (const auto name : names)
            for (std::size_t i = 0; i < rows.size(); ++i)
                if (const auto& text = rows[i]->*name; !text.empty()) index.add(text, static_cast<std::uint32_t>(i));
    }
    [[nodiscard]] const Record* find(std::string_view text) const
    {
        const auto at = index.find(text);
        return at == ByText::none ? nullptr : rows[at];
    }
};

}  // namespace

struct Dossiers::State {
    std::shared_ptr<const data::Snapshot> snapshot;
    Named<Bus> buses;
    Named<data::Operator> operators;  // credit codes are added before names, so they win
    Named<data::Route> routes;
    Named<data::School> schools;
    Grouped<data::Permit> permits;
    Grouped<data::Plate> plates;
    Grouped<data::Run> runs;
    Grouped<data::Substitution> substitutions;
    std::vector<const data::Operator*> run_by;  // one a bus; null where the operator named is not recorded
    KeyIndex<std::int64_t> driver_index;
    std::vector<const data::Driver*> drivers;
    // Stops are many and judging needs none: gathered when first asked for.
    mutable std::once_flag stops_made;
    mutable Grouped<data::Stop> stops;

    explicit State(std::shared_ptr<const data::Snapshot> taken)
        : snapshot(std::move(taken)),
          buses(snapshot->all<Bus>(), {&Bus::registration_number}),
          operators(snapshot->all<data::Operator>(), {&data::Operator::uscc, &data::Operator::name}),
          routes(snapshot->all<data::Route>(), {&data::Route::code}),
          schools(snapshot->all<data::School>(), {&data::School::code}),
          driver_index(snapshot->all<data::Driver>().size())
    {
        const auto group = [&]<class Record>(Grouped<Record>& into) {
            into = Grouped<Record>(snapshot->all<Record>(), buses.rows.size(),
                                   [&](const Record& row) { return buses.index.find(row.registration_number); });
        };
        run_by.reserve(buses.rows.size());
        for (const Bus* bus : buses.rows) run_by.push_back(operators.find(bus->run_by));
        group(permits);
        group(plates);
        group(runs);
        group(substitutions);
        for (const data::Driver& driver : snapshot->all<data::Driver>()) {
            driver_index.add(driver.licence_number.id, static_cast<std::uint32_t>(drivers.size()));
            drivers.push_back(&driver);
        }
    }
};

static_assert(Grouped<data::Permit>::no_group == ByText::none);

Dossiers::Dossiers(std::shared_ptr<const data::Snapshot> snapshot)
    : state_(std::make_unique<State>(std::move(snapshot)))
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
    return {state_->buses.rows[index], state_->run_by[index],  state_->permits.of(index),
            state_->plates.of(index),  state_->runs.of(index), state_->substitutions.of(index)};
}

const data::Bus& Dossiers::bus(std::size_t index) const
{
    return *state_->buses.rows[index];
}

std::size_t Dossiers::find(data::RecordId bus) const
{
    const auto& rows = state_->buses.rows;
    const auto found = std::ranges::lower_bound(rows, bus, {}, [](const Bus* each) { return each->id; });
    return found != rows.end() && (*found)->id == bus ? static_cast<std::size_t>(found - rows.begin()) : size();
}

std::size_t Dossiers::find(std::string_view registration_number) const
{
    const auto at = state_->buses.index.find(registration_number);
    return at == ByText::none ? size() : at;
}

const data::Driver* Dossiers::driver(data::PersonRef licence_number) const
{
    if (!licence_number.given()) return nullptr;
    const auto at = state_->driver_index.find(licence_number.id);
    return at == ByText::none ? nullptr : state_->drivers[at];
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
    const auto at = state_->routes.index.find(route);
    if (at == ByText::none) return {};
    std::call_once(state_->stops_made, [this] {
        auto& routes = state_->routes;
        state_->stops = Grouped<data::Stop>(state_->snapshot->all<data::Stop>(), routes.rows.size(),
                                            [&](const data::Stop& stop) { return routes.index.find(stop.route); });
        state_->stops.sort([](const data::Stop* a, const data::Stop* b) {
            return std::pair{a->sequence.value_or(0), a->id} < std::pair{b->sequence.value_or(0), b->id};
        });
    });
    return state_->stops.of(at);
}

const data::Snapshot& Dossiers::snapshot() const
{
    return *state_->snapshot;
}

}  // namespace xiaoan::rules
