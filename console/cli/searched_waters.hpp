// The waters of a register, searched for what lies around them: as they are, and as they were known on an earlier day.
#pragma once

#include "console/cli/context.hpp"
#include "console/water/risks.hpp"

#include <memory>
#include <string>
#include <vector>

namespace xiaoan::cli {

/// Schools, routes, stops and waters, with the map's layers where asked for.
[[nodiscard]] std::shared_ptr<const data::Snapshot> water_snapshot(const data::Register& from, bool with_map);

/// The waters of a register and what lies around them, searched for once for any number of counties.
struct SearchedWaters {
    SearchedWaters(std::shared_ptr<const data::Snapshot> snapshot, const water::Habits& of);
    water::WaterPlaces places;
    water::Habits habits;
    std::vector<water::WaterNeighbours> neighbours;

    [[nodiscard]] std::vector<water::WaterRisk> ranked(const water::Season& season, data::Adcode county,
                                                       data::Date as_of) const;
};

/// The register as it was known at the end of an earlier day; nothing is searched where none was asked for.
struct PastWaters {
    data::Date since{};
    water::Season season{};
    std::unique_ptr<const SearchedWaters> searched;
};

/// As the settings of the register have them.
[[nodiscard]] water::Habits habits_of(const Context& context);

/// `since` is a day as ISO 8601, or empty; the season of then is `usual` unless one is given. An exit code other than
/// done, with a message, where it cannot be had.
[[nodiscard]] int read_past(const Context& context, const std::string& since, const std::string& since_season,
                            const water::Season& usual, const water::Habits& habits, PastWaters& past);

}  // namespace xiaoan::cli
