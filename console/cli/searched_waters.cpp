#include "console/cli/searched_waters.hpp"

#include "console/cli/option_readers.hpp"

namespace xiaoan::cli {

std::shared_ptr<const data::Snapshot> water_snapshot(const data::Register& from, bool with_map)
{
    return std::make_shared<const data::Snapshot>(
        from.snapshot(data::kinds_of<data::School, data::Route, data::Stop, data::Water>(), with_map));
}

SearchedWaters::SearchedWaters(std::shared_ptr<const data::Snapshot> snapshot, const water::Habits& of)
    : places(std::move(snapshot)), habits(of), neighbours(water::neighbours_of_waters(places, habits))
{
}

std::vector<water::WaterRisk> SearchedWaters::ranked(const water::Season& season, data::Adcode county,
                                                     data::Date as_of) const
{
    return water::risks(places, neighbours, {.season = season, .county = county, .top = 0}, as_of, habits);
}

water::Habits habits_of(const Context& context)
{
    return water::habits_of(context.judging().settings);
}

int read_past(const Context& context, const std::string& since, const std::string& since_season,
              const water::Season& usual, const water::Habits& habits, PastWaters& past)
{
    std::optional<data::Date> day;
    if (!read_date(context, since, day)) return Exit::wrong_command_line;
    if (!day) return Exit::done;
    if (*day > context.as_of) {
        message(context.tr("cli.since_later"));
        return Exit::wrong_command_line;
    }
    const auto of_then = since_season.empty() ? std::optional{usual} : read_season(context, since_season);
    if (!of_then) return Exit::wrong_command_line;
    const auto now = data::Register::open(context.register_path, data::Register::Access::read);
    const auto newest = now.change_at(data::moment_from_iso(data::iso(*day)));
    if (!newest) return say_refused(context, newest.error());
    past.since = *day;
    past.season = *of_then;
    past.searched = std::make_unique<const SearchedWaters>(water_snapshot(now.as_known(*newest), false), habits);
    return Exit::done;
}

}  // namespace xiaoan::cli
