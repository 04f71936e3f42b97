// Candidate waters: those that the region's map layers know and the ledger does not, within reach of a school.
#pragma once

#include "console/language/language.hpp"
#include "console/water/exposure.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace xiaoan::water {

/// A water of a layer is taken to be in the ledger where a ledger water of a fitting kind, or of none, lies within this
/// of it, either way. The layers are right to some hundred metres (region's SOURCES.md: half of the rivers within
/// 430 m).
inline constexpr double same_water_m = 500;

struct Candidate {
    std::string code;  // MAP-lakes-17: layer and place of the feature in it, from 1; the same in every run
    std::string layer;
    std::string name;  // in Chinese, as the layer has it; may be empty
    data::WaterKind kind{};
    data::Adcode county;  // whose outline holds `at`, else that of the nearest school
    geo::Geometry geometry;
    geo::Position at;  // the place of it nearest to a school
    const data::School* nearest = nullptr;
    double distance_m = 0;    // of the nearest school
    std::size_t schools = 0;  // within reach
    std::int64_t pupils = 0;  // of these, as far as their numbers are given
    bool all_pupils_given = true;
    std::string attribution_zh, attribution_en;
};

struct CandidateQuestion {
    double within_m = 3000;
    data::Adcode county{};
};

/// Nearest to a school first, then by code. The snapshot of `places` must have the layers lakes, rivers and counties;
/// one without text has no candidates. Pointers live as long as the snapshot.
[[nodiscard]] std::vector<Candidate> candidates(const WaterPlaces& places, const CandidateQuestion& question);

/// 300; 至少 300 where a school near by does not give its number; 未核实 where none does.
[[nodiscard]] std::string pupils_text(const Candidate& candidate, language::Language language);

/// The record that takes a candidate into the ledger: code, name, kind, county, geometry. All else nobody has verified.
[[nodiscard]] data::PutRecord taken_over(const Candidate& candidate);

/// {"as_of","within_m","candidates":[{"code","layer","name","kind","county","school","distance_m","schools","pupils",
/// "lon","lat","attribution"}]}; metres with 3 decimals, degrees with 6.
[[nodiscard]] std::string candidates_json(const std::vector<Candidate>& candidates, const CandidateQuestion& question,
                                          data::Date as_of);

}  // namespace xiaoan::water
