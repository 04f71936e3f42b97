#include "console/app/water_desk.hpp"

#include "data/register/moment.hpp"

namespace xiaoan::app {

namespace {

water::Season season_in(std::string_view word, data::Date as_of, const water::Habits& habits)
{
    return water::season_from(word).value_or(water::season_of(as_of, habits));
}

water::Habits habits_of(const desk::Derived& derived)
{
    return water::habits_of(derived.dossiers.judging().settings);
}

}  // namespace

std::shared_ptr<const water::RankedWaters> WaterDesk::ranked(const desk::Derived& derived, std::string_view season,
                                                             const data::Register& from)
{
    const auto habits = habits_of(derived);
    const auto wanted = season_in(season, derived.as_of, habits);
    if (newest_ == nullptr || newest_->places != derived.places || newest_->as_of != derived.as_of ||
        newest_->season != wanted || newest_->habits != habits)
        newest_ = water::rank_waters(derived.places, wanted, derived.as_of, habits, newest_.get(),
                                     data::read_water_photos(from.path(), derived.snapshot->last_change));
    return newest_;
}

data::Result<WaterAnswer> WaterDesk::compared(const desk::CompareWaters& wish, const desk::Derived& derived,
                                              const data::Register& from)
{
    const auto newest = from.change_at(data::moment_from_iso(data::iso(wish.since)));
    if (!newest) return std::unexpected(newest.error());
    auto snapshot = std::make_shared<const data::Snapshot>(
        from.as_known(*newest).snapshot(data::kinds_of<data::School, data::Route, data::Stop, data::Water>(), false));
    const auto habits = habits_of(derived);
    auto then = water::rank_waters(std::make_shared<const water::WaterPlaces>(std::move(snapshot)),
                                   season_in(wish.season_then, wish.since, habits), wish.since, habits);
    return water::compare_waters(std::move(then), ranked(derived, {}, from));
}

data::Result<WaterAnswer> WaterDesk::answer(const WaterQuestion& question, const desk::Derived& derived,
                                            const data::Register& from)
{
    if (const auto* rank = std::get_if<desk::RankWaters>(&question)) return ranked(derived, rank->season, from);
    if (const auto* compare = std::get_if<desk::CompareWaters>(&question)) return compared(*compare, derived, from);
    if (const auto* plan = std::get_if<desk::PlanEquipment>(&question))
        return water::plan_equipment(ranked(derived, plan->season, from), plan->county,
                                     {.budget_yuan = plan->budget_yuan,
                                      .unverified = plan->unverified,
                                      .prices = water::prices_of(derived.dossiers.judging().settings)});
    auto found = std::make_shared<water::FoundCandidates>();
    found->places = derived.places;
    found->within_m = water::CandidateQuestion{}.within_m;
    found->candidates = water::candidates(*derived.places, {.within_m = found->within_m, .county = {}});
    return found;
}

}  // namespace xiaoan::app
