// Schools, operators and waters entered twice under names that mean the same.
#include "console/conflicts/conflict_search.hpp"
#include "console/conflicts/similar.hpp"
#include "data/intake/values/check_digits.hpp"
#include "data/intake/values/text_form.hpp"
#include "geo/geodesic.hpp"

#include <fmt/format.h>

#include <array>
#include <map>
#include <optional>
#include <unordered_map>

namespace xiaoan::conflicts {

namespace {

constexpr double one_school_m = 3000;  // farther apart, two schools of one name are two schools
constexpr double one_water_m = 100;

template <class Record>
std::optional<double> distance_m(const Record& a, const Record& b)
{
    if (!a.lon || !a.lat || !b.lon || !b.lat) return std::nullopt;
    return geo::geodesic_m({*a.lon, *a.lat}, {*b.lon, *b.lat});
}

struct NamedSchool {
    const data::School* school = nullptr;
    std::string township;
    std::string core;
};

bool are_one(const NamedSchool& a, const NamedSchool& b)
{
    const bool kinds_differ = a.school->kind != data::SchoolKind::not_given &&
                              b.school->kind != data::SchoolKind::not_given && a.school->kind != b.school->kind;
    if (kinds_differ) return false;
    if (const auto apart = distance_m(*a.school, *b.school); apart && *apart > one_school_m) return false;
    if (a.township.empty() || b.township.empty()) return !is_common(a.core);
    return a.township == b.township;
}

/// The one whose code has the national form.
Proposal better_of(const data::School& a, const data::School& b)
{
    const bool first = !data::parse_school_code(a.code).doubt, second = !data::parse_school_code(b.code).doubt;
    if (first == second) return {};
    return {Ground::well_formed, first ? Decision::kept_first : Decision::kept_second};
}

void find_schools(ConflictSearch& search)
{
    constexpr std::array<std::string_view, 6> telling{"code", "name", "county", "township", "kind", "address"};
    const data::Snapshot& snapshot = search.snapshot();
    std::map<std::pair<data::Adcode, std::string>, std::vector<NamedSchool>> by_name;
    for (const data::School& school : snapshot.all<data::School>()) {
        const NameCore name = school_core(school.name, *snapshot.region, school.county);
        NamedSchool named{&school, school.township.empty() ? name.township : school.township, name.core};
        auto& namesakes = by_name[{school.county, name.core}];
        for (const NamedSchool& other : namesakes)
            if (are_one(other, named)) {
                search.add_pair(ConflictRule::school_twice, data::kind_info<data::School>, other.school->id, school.id,
                                telling, better_of(*other.school, school));
                break;
            }
        namesakes.push_back(std::move(named));
    }
}

bool has_good_check_digit(const std::string& uscc)
{
    const auto read = data::parse_uscc(uscc);
    return read && !read->doubt;
}

void find_operators(ConflictSearch& search)
{
    constexpr std::array<std::string_view, 3> telling{"uscc", "name", "county"};
    const data::Snapshot& snapshot = search.snapshot();
    std::unordered_map<std::string, const data::Operator*> by_name;
    for (const data::Operator& each : snapshot.all<data::Operator>()) {
        const auto [known, is_new] = by_name.try_emplace(firm_core(each.name, *snapshot.region), &each);
        if (is_new) continue;
        const data::Operator& other = *known->second;
        if (other.county.given() && each.county.given() && other.county != each.county) continue;
        const bool first = has_good_check_digit(other.uscc), second = has_good_check_digit(each.uscc);
        Proposal proposal;
        if (first != second) proposal = {Ground::check_digit, first ? Decision::kept_first : Decision::kept_second};
        search.add_pair(ConflictRule::operator_twice, data::kind_info<data::Operator>, other.id, each.id, telling,
                        proposal);
    }
}

/// The same name, kind, county and township, at the same place.
void find_waters(ConflictSearch& search)
{
    constexpr std::array<std::string_view, 5> telling{"code", "name", "kind", "county", "township"};
    std::unordered_map<std::string, std::vector<const data::Water*>> by_name;
    for (const data::Water& water : search.snapshot().all<data::Water>()) {
        if (water.name.empty()) continue;
        auto& namesakes = by_name[fmt::format("{}|{}|{}|{}", water.county.value, data::compact(water.township),
                                              static_cast<int>(water.kind), data::compact(water.name))];
        for (const data::Water* other : namesakes) {
            const auto apart = distance_m(*other, water);
            const bool one_place = apart ? *apart <= one_water_m : other->geometry == water.geometry;
            if (!one_place) continue;
            search.add_pair(ConflictRule::water_twice, data::kind_info<data::Water>, other->id, water.id, telling, {});
            break;
        }
        namesakes.push_back(&water);
    }
}

}  // namespace

void find_places_twice(ConflictSearch& search)
{
    find_schools(search);
    find_operators(search);
    find_waters(search);
}

}  // namespace xiaoan::conflicts
