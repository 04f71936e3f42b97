// Driven runs as a list shows them, and as JSON.
#pragma once

#include "console/rules/dossier.hpp"

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace xiaoan::conformance {

struct DrivenRow {
    std::size_t bus = 0;  // index of the dossiers
    std::string route;    // code of the permitted route; empty where the register lacks it
    const rules::DrivenRunFacts* run = nullptr;
    std::vector<std::string_view> findings;  // ids of the rules that this run by itself speaks for
};

/// The runs of which there is a fix, or which were silent although the bus sends at other times; by date, registration
/// number, then departure.
[[nodiscard]] std::vector<DrivenRow> driven_rows(const rules::Dossiers& dossiers, const rules::DrivenFacts& facts);

/// {"runs":[{"registration_number","route","date","off_route_m","stops_unapproved","late_min","max_kmh","findings"}]}
/// (formats.md 2.1): metres and km/h with one decimal, the number of stops, null for what is not known, and ids of
/// rules.
[[nodiscard]] std::string conformance_json(const rules::Dossiers& dossiers, std::span<const DrivenRow> rows);

}  // namespace xiaoan::conformance
