// What the worker reckons about waters: the ranking, a comparison, a plan, candidates. Lives on the worker's thread.
#pragma once

#include "console/desk/derived.hpp"
#include "console/desk/request.hpp"
#include "console/water/candidates/found_candidates.hpp"
#include "console/water/equipment/planned.hpp"
#include "console/water/ranked_waters.hpp"
#include "data/register/register.hpp"
#include "data/register/result.hpp"

#include <memory>
#include <variant>

namespace xiaoan::app {

using WaterQuestion = std::variant<desk::RankWaters, desk::CompareWaters, desk::PlanEquipment, desk::FindCandidates>;
using WaterAnswer =
    std::variant<std::shared_ptr<const water::RankedWaters>, std::shared_ptr<const water::ComparedWaters>,
                 std::shared_ptr<const water::PlannedEquipment>, std::shared_ptr<const water::FoundCandidates>>;

class WaterDesk {
public:
    /// Of the state that is shown; `from` is its register. Rejected: there was no register yet on the earlier day.
    [[nodiscard]] data::Result<WaterAnswer> answer(const WaterQuestion& question, const desk::Derived& derived,
                                                   const data::Register& from);

private:
    [[nodiscard]] std::shared_ptr<const water::RankedWaters>
    ranked(const desk::Derived& derived, std::string_view season, const data::Register& from);
    [[nodiscard]] data::Result<WaterAnswer> compared(const desk::CompareWaters& wish, const desk::Derived& derived,
                                                     const data::Register& from);

    std::shared_ptr<const water::RankedWaters> newest_;  // what lies around the waters serves for the next
};

}  // namespace xiaoan::app
