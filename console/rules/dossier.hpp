// All that the register knows about one bus, gathered: its permits, plates, runs and the drivers they name.
#pragma once

#include "console/rules/driven.hpp"
#include "console/rules/facts.hpp"
#include "console/rules/params.hpp"
#include "console/rules/school_year.hpp"
#include "data/register/judging.hpp"
#include "data/register/snapshot.hpp"

#include <memory>
#include <span>
#include <string_view>
#include <vector>

namespace xiaoan::rules {

/// The facts of one bus. Everything lives as long as the Dossiers it comes from.
struct Dossier {
    const BusFacts* facts = nullptr;
    std::span<const PermitFacts> permits;  // each list in order of id
    std::span<const PlateFacts> plates;
    std::span<const RunFacts> runs;
    std::span<const SubstitutionFacts> substitutions;  // in which this bus or its driver was replaced
    std::span<const SubstitutionFacts> stood_in;       // in which this bus replaced another
};

/// The dossiers of all buses of a snapshot, in the order of its table of buses.
class Dossiers {
public:
    /// `judging`: the parameters that differ from their defaults, and what is set aside.
    explicit Dossiers(std::shared_ptr<const data::Snapshot> snapshot, data::Judging judging = {});
    ~Dossiers();
    Dossiers(Dossiers&&) noexcept;
    Dossiers& operator=(Dossiers&&) noexcept;

    [[nodiscard]] std::size_t size() const;
    [[nodiscard]] Dossier operator[](std::size_t index) const;
    [[nodiscard]] const data::Bus& bus(std::size_t index) const;
    /// Null where the operator that the bus names is not (yet) in the register.
    [[nodiscard]] const data::Operator* run_by(std::size_t index) const;
    /// The record behind facts.
    template <class Facts>
    [[nodiscard]] const typename Facts::Record& record(const Facts& facts) const
    {
        return *snapshot().template all<typename Facts::Record>().find(facts.id);
    }
    /// Index of the bus with this id or this registration number; size() where there is none.
    [[nodiscard]] std::size_t find(data::RecordId bus) const;
    [[nodiscard]] std::size_t find(std::string_view registration_number) const;
    /// Facts of the driver whose licence number this is; null where the register has none.
    [[nodiscard]] const DriverFacts* driver_facts(data::PersonRef licence_number) const;
    /// The driver of a run; null where the register lacks that person, or none is named.
    [[nodiscard]] const DriverFacts* driver_of(const RunFacts& run) const;
    /// Facts of the route of a paper; null where the register lacks it, or none is named.
    template <class Facts>
    [[nodiscard]] const RouteFacts* route_of(const Facts& facts) const
    {
        return facts.route_row == no_index ? nullptr : &route_facts(facts.route_row);
    }
    /// What is on file between the school of a run and the operator of its bus; null where no school is known.
    [[nodiscard]] const AgreementFacts* agreement_of(const RunFacts& run) const;
    /// The same between a school and an operator, by their keys.
    [[nodiscard]] const AgreementFacts& agreement(TextKey school, TextKey run_by) const;
    /// The agreements behind it.
    [[nodiscard]] std::vector<const data::Agreement*> agreements(const AgreementFacts& facts) const;
    /// The newest entry of a bus's maintenance file up to and with this day; null where there is none.
    [[nodiscard]] const MaintenanceFacts* last_maintenance(std::size_t index, data::Date as_of) const;
    /// The other buses that carry the VIN of this one.
    [[nodiscard]] std::vector<const data::Bus*> same_vin(std::size_t index) const;
    /// Plates that name a permit of this bus, but carry another registration number.
    [[nodiscard]] std::vector<const PlateFacts*> plates_elsewhere(std::size_t index) const;

    /// The driver whose licence number this is; null where the register has none.
    [[nodiscard]] const data::Driver* driver(data::PersonRef licence_number) const;
    /// The permit with this number; null where the register has none.
    [[nodiscard]] const data::Permit* permit(std::string_view number) const;
    [[nodiscard]] const data::Route* route(std::string_view code) const;
    [[nodiscard]] const data::School* school(std::string_view code) const;
    /// The operator with this credit code or, failing that, this name.
    [[nodiscard]] const data::Operator* bus_operator(std::string_view uscc_or_name) const;
    /// The stops of a route in their order; none for a route that the register does not hold.
    [[nodiscard]] std::span<const data::Stop* const> stops(std::string_view route) const;
    [[nodiscard]] const data::Snapshot& snapshot() const;
    [[nodiscard]] const WorkingDays& working_days() const;
    [[nodiscard]] const SchoolDays& school_days() const;
    [[nodiscard]] const Params& params() const;
    [[nodiscard]] const data::Judging& judging() const;
    /// What sets this finding of a bus aside on the date: of several the one given last; null where nothing does.
    [[nodiscard]] const data::Silencing* silencing(std::size_t index, std::string_view rule_id, data::Date as_of) const;

    /// What tracks and the shapes of routes say; once, before anything is judged.
    void set_driven(std::shared_ptr<const DrivenFacts> driven);
    [[nodiscard]] const DrivenFacts* driven() const;
    /// The same of one bus; null where nobody looked.
    [[nodiscard]] const DrivenBusFacts* driven(std::size_t index) const;

private:
    [[nodiscard]] const RouteFacts& route_facts(std::uint32_t row) const;

    struct State;
    std::unique_ptr<State> state_;
};

}  // namespace xiaoan::rules
