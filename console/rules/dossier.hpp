// All that the register knows about one bus, gathered: its permits, plates, runs and the drivers they name.
#pragma once

#include "data/register/snapshot.hpp"

#include <memory>
#include <span>
#include <string_view>
#include <vector>

namespace xiaoan::rules {

/// The records of one bus. Pointers live as long as the Dossiers they come from.
struct Dossier {
    const data::Bus* bus = nullptr;
    const data::Operator* run_by = nullptr;        // null where the operator named is not (yet) in the register
    std::span<const data::Permit* const> permits;  // in order of id
    std::span<const data::Plate* const> plates;
    std::span<const data::Run* const> runs;
    std::span<const data::Substitution* const> substitutions;
};

/// The dossiers of all buses of a snapshot, in the order of its table of buses.
class Dossiers {
public:
    explicit Dossiers(std::shared_ptr<const data::Snapshot> snapshot);
    ~Dossiers();
    Dossiers(Dossiers&&) noexcept;
    Dossiers& operator=(Dossiers&&) noexcept;

    [[nodiscard]] std::size_t size() const;
    [[nodiscard]] Dossier operator[](std::size_t index) const;
    /// The bus alone, where its records are not asked for.
    [[nodiscard]] const data::Bus& bus(std::size_t index) const;
    /// Index of the bus with this id or this registration number; size() where there is none.
    [[nodiscard]] std::size_t find(data::RecordId bus) const;
    [[nodiscard]] std::size_t find(std::string_view registration_number) const;
    /// The driver whose licence number this is; null where the register has none.
    [[nodiscard]] const data::Driver* driver(data::PersonRef licence_number) const;
    [[nodiscard]] const data::Route* route(std::string_view code) const;
    [[nodiscard]] const data::School* school(std::string_view code) const;
    /// The operator with this credit code or, failing that, this name.
    [[nodiscard]] const data::Operator* bus_operator(std::string_view uscc_or_name) const;
    /// The stops of a route in their order; none for a route that the register does not hold.
    [[nodiscard]] std::span<const data::Stop* const> stops(std::string_view route) const;
    [[nodiscard]] const data::Snapshot& snapshot() const;

private:
    struct State;
    std::unique_ptr<State> state_;
};

}  // namespace xiaoan::rules
