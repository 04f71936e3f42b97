// The facts of a whole snapshot, and what finds them: the inside of Dossiers.
#pragma once

#include "console/rules/dossier.hpp"
#include "console/rules/grouped.hpp"
#include "console/rules/key_index.hpp"

#include <initializer_list>
#include <string>
#include <unordered_map>
#include <utility>

namespace xiaoan::rules {

using ByText = KeyIndex<std::string_view>;

/// The rows of a table by a text of theirs. Empty texts name nothing.
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
    /// `no_index` where there is none.
    [[nodiscard]] std::uint32_t row(std::string_view text) const { return text.empty() ? no_index : index.find(text); }
    [[nodiscard]] const Record* find(std::string_view text) const
    {
        const auto at = row(text);
        return at == no_index ? nullptr : rows[at];
    }
};

struct Dossiers::State {
    std::shared_ptr<const data::Snapshot> snapshot;
    data::Judging judging;
    SchoolDays school_days;
    Params params;
    Named<data::Bus> buses;
    Named<data::Operator> operators;  // credit codes are added before names, so they win
    Named<data::Route> routes;
    Named<data::School> schools;
    Grouped<const data::Stop*> stops;           // by route, in their order
    std::vector<const data::Operator*> run_by;  // one a bus
    std::vector<RouteFacts> route_facts;
    KeyIndex<std::int64_t> driver_index;       // by licence number
    std::vector<const data::Driver*> drivers;  // those who drive first, bus after bus
    std::vector<DriverFacts> driver_facts;
    std::vector<AgreementFacts> agreements;  // the first says that nothing is on file
    std::unordered_map<TextKey, std::uint32_t> agreement_index;
    std::vector<std::pair<std::uint32_t, const data::Agreement*>> agreement_rows;  // by the index of their facts
    std::vector<BusFacts> bus_facts;
    Grouped<PermitFacts> permits;
    Grouped<PlateFacts> plates;
    Grouped<RunFacts> runs;
    Grouped<SubstitutionFacts> substitutions;
    Grouped<SubstitutionFacts> stood_in;
    Grouped<MaintenanceFacts> maintenance;                        // by day
    std::vector<std::pair<std::uint32_t, PlateFacts>> elsewhere;  // with the bus whose permit they name, ascending

    std::shared_ptr<const DrivenFacts> driven;

    std::vector<std::pair<TextKey, std::uint32_t>> shared_vins;  // of each bus that shares its VIN, ascending

    State(std::shared_ptr<const data::Snapshot> taken, data::Judging given);

    /// What is on file between a school and an operator; the entry 0 where nothing is.
    [[nodiscard]] std::uint32_t agreement_row(TextKey school, TextKey carrier) const;

private:
    void gather_routes();
    void gather_drivers();
    void gather_agreements();
    void gather_buses();
    void gather_permits();
    void gather_plates();
    void gather_runs();
    void lay_drivers_by_runs();
    void mark_shared_vins();
    void add_elsewhere(const data::Plate& plate, PlateFacts& facts, std::uint32_t bus);

    [[nodiscard]] OperatorFacts operator_facts(const data::Bus& bus, const data::Operator* known) const;
    [[nodiscard]] std::uint32_t bus_row(const std::string& registration_number) const
    {
        return buses.row(registration_number);
    }
    KeyIndex<TextKey> permit_index_;  // by number; made when a plate names a permit that is not of its own bus
    std::vector<const data::Permit*> permit_rows_;
};
static_assert(Grouped<PermitFacts>::no_group == no_index && ByText::none == no_index);

}  // namespace xiaoan::rules
