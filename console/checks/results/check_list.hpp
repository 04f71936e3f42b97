// Checks as a list: each team's day with the vehicles it should have met, those it met, and what followed.
#pragma once

#include "data/register/checks.hpp"
#include "data/register/snapshot.hpp"

#include <optional>
#include <span>
#include <string>
#include <vector>

namespace xiaoan::checks {

/// Which checks a question wants; empty members want all.
struct CheckFilter {
    std::optional<data::Date> from{};  // the days themselves count
    std::optional<data::Date> to{};
    data::Adcode county{};
};

/// One vehicle of a check.
struct ListedVehicle {
    const data::CheckedVehicle* record = nullptr;
    data::Adcode county;    // of its bus, else as written on the sheet
    bool expected = false;  // the desk had sent the team to meet it
    data::Answer met{};     // not given: nobody reported
};

/// Where a team stood; from the answers of its vehicles.
struct ListedPlace {
    std::string name;
    std::string lon, lat;  // as they were written, empty where not given
    std::string from, to;
    friend auto operator<=>(const ListedPlace&, const ListedPlace&) = default;
};

struct ListedCheck {
    std::string number;
    data::Date held_on{};
    std::vector<ListedPlace> places;      // by hours, then name
    std::vector<ListedVehicle> vehicles;  // by their names
};

/// By day, then number. Of a county only its vehicles, and checks that have one.
[[nodiscard]] std::vector<ListedCheck> check_list(std::span<const data::CheckedVehicle> all,
                                                  const data::Snapshot& snapshot, const CheckFilter& filter);

/// {"checks":[{"check","date","places":[{"name","lon","lat","from","to"}],"vehicles":[{"vehicle","county","expected",
/// "met","time","outcomes":[{"found","way","reference"}]}]}],"looked_at":{"vehicles":n}}
[[nodiscard]] std::string check_list_json(std::span<const ListedCheck> checks);

}  // namespace xiaoan::checks
