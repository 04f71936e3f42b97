#include "console/checks/plan/stands_file.hpp"

#include <rapidjson/document.h>

#include <cmath>
#include <optional>

namespace xiaoan::checks {

namespace {

using Json = rapidjson::Value;

const Json* member(const Json& of, const char* key)
{
    if (!of.IsObject()) return nullptr;
    const auto found = of.FindMember(key);
    return found != of.MemberEnd() ? &found->value : nullptr;
}

data::TimeOfDay time_of(const Json* value)
{
    if (value == nullptr || !value->IsString()) return {};
    return data::time_from_hh_mm({value->GetString(), value->GetStringLength()});
}

/// Degrees within `most` of zero.
std::optional<double> degrees(const Json* value, double most)
{
    if (value == nullptr || !value->IsNumber() || !(std::abs(value->GetDouble()) <= most)) return std::nullopt;
    return value->GetDouble();
}

std::expected<GivenStand, std::string_view> stand_of(const Json& value)
{
    GivenStand stand;
    const Json* team = member(value, "team");
    if (team == nullptr || !team->IsUint() || team->GetUint() < 1 || team->GetUint() > 50)
        return std::unexpected("bad_team");
    stand.team = team->GetUint();
    stand.from = time_of(member(value, "from"));
    stand.to = time_of(member(value, "to"));
    if (!stand.from.given() || !stand.to.given() || stand.to <= stand.from) return std::unexpected("bad_time");
    const Json* place = member(value, "place");
    const auto lon = place != nullptr ? degrees(member(*place, "lon"), 180) : std::nullopt;
    const auto lat = place != nullptr ? degrees(member(*place, "lat"), 90) : std::nullopt;
    if (!lon || !lat) return std::unexpected("bad_place");
    stand.place.at = {*lon, *lat};
    if (const Json* name = member(*place, "name"); name != nullptr && name->IsString())
        stand.place.name.assign(name->GetString(), name->GetStringLength());
    return stand;
}

}  // namespace

std::expected<std::vector<GivenStand>, StandsFault> read_stands(std::string_view json)
{
    rapidjson::Document document;
    document.Parse<rapidjson::kParseIterativeFlag>(json.data(), json.size());
    if (document.HasParseError()) return std::unexpected(StandsFault{"no_json", 0});
    const Json* plan = member(document, "plan");
    if (plan == nullptr || !plan->IsArray()) return std::unexpected(StandsFault{"no_plan", 0});
    std::vector<GivenStand> stands;
    for (const Json& each : plan->GetArray()) {
        auto stand = stand_of(each);
        if (!stand) return std::unexpected(StandsFault{stand.error(), stands.size() + 1});
        stands.push_back(*std::move(stand));
    }
    return stands;
}

}  // namespace xiaoan::checks
