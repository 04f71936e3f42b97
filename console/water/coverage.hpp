// How many schools had a lesson, sent the letter to parents and got its receipts back, and held a drill: counts alone,
// no pupil's name.
#pragma once

#include "data/register/snapshot.hpp"

#include <array>
#include <string>
#include <string_view>
#include <vector>

namespace xiaoan::water {

/// What is recorded, in the order of EducationKind.
inline constexpr std::array<std::string_view, 4> education_words{"lesson", "letter", "receipt", "drill"};

/// Records of one kind. `count` and `of` are of the records that give both, so that their share means something.
struct Held {
    std::size_t times = 0;
    std::int64_t count = 0, of = 0;
    data::DateCell last{};  // not given: never
};

struct SchoolCoverage {
    const data::School* school = nullptr;
    std::array<Held, education_words.size()> held{};
};

struct CountyCoverage {
    data::Adcode county;
    std::size_t schools = 0;
    std::array<std::size_t, education_words.size()> with{};  // schools that had it at least once
    std::array<Held, education_words.size()> held{};         // of all its schools together
};

struct CoverageQuestion {
    data::Date from{}, to{};  // both days count
    data::Adcode county{};
};

struct Coverage {
    std::vector<SchoolCoverage> schools;   // by code
    std::vector<CountyCoverage> counties;  // in the region's order, then those of schools without a county of it
    std::size_t of_no_school = 0;          // records of a school that the register does not have
};

[[nodiscard]] Coverage coverage(const data::Snapshot& snapshot, const CoverageQuestion& question);

/// {"from","to","counties":[{"county","schools","lesson":{"schools","times","count","of"},…}],"schools":[{"school",
/// "county","lesson":{"times","count","of","last"},…}],"of_no_school"}.
[[nodiscard]] std::string coverage_json(const Coverage& coverage, const CoverageQuestion& question);

}  // namespace xiaoan::water
