// Candidate waters with the state of the register that they were looked for in, made off the frame.
#pragma once

#include "console/water/candidates/candidates.hpp"

#include <algorithm>
#include <memory>

namespace xiaoan::water {

struct FoundCandidates {
    std::shared_ptr<const WaterPlaces> places;  // holds what the candidates point at
    double within_m = 0;
    std::vector<Candidate> candidates;  // of the whole city

    /// Null where there is none of this code.
    [[nodiscard]] const Candidate* find(std::string_view code) const
    {
        const auto found = std::ranges::find(candidates, code, &Candidate::code);
        return found == candidates.end() ? nullptr : &*found;
    }
};

}  // namespace xiaoan::water
