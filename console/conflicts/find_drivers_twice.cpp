// A driver entered twice: the same name with a mistyped licence number, the same day of birth or the same phone; or the
// same day of birth and phone under two spellings of the name. Names are opened for comparing and kept nowhere.
#include "console/conflicts/conflict_search.hpp"
#include "console/conflicts/similar.hpp"
#include "data/intake/values/check_digits.hpp"
#include "data/intake/values/text_form.hpp"

#include <array>
#include <unordered_map>

namespace xiaoan::conflicts {

namespace {

struct Opened {
    const data::Driver* driver = nullptr;
    std::string licence, name, phone;
};

std::vector<Opened> opened(const data::Snapshot& snapshot)
{
    std::vector<Opened> all;
    const auto text = [&](data::PersonRef person) {
        return person.given() ? data::compact(snapshot.people->text(person).value_or(std::string{})) : std::string{};
    };
    all.reserve(snapshot.all<data::Driver>().size());
    for (const data::Driver& driver : snapshot.all<data::Driver>())
        all.push_back({&driver, text(driver.licence_number), data::lower_ascii(text(driver.name)), text(driver.phone)});
    return all;
}

bool has_good_check_digit(const std::string& licence)
{
    const auto read = data::parse_licence_number(licence);
    return read && !read->doubt && licence.size() == 18;
}

Proposal better_of(const Opened& a, const Opened& b)
{
    const bool first = has_good_check_digit(a.licence), second = has_good_check_digit(b.licence);
    if (first == second) return {};
    return {Ground::check_digit, first ? Decision::kept_first : Decision::kept_second};
}

/// Of two of one name.
bool are_one(const Opened& a, const Opened& b)
{
    const bool born_the_same = a.driver->born_on.has_date() && a.driver->born_on == b.driver->born_on;
    const bool same_phone = !a.phone.empty() && a.phone == b.phone;
    return born_the_same || same_phone || are_alike(a.licence, b.licence);
}

}  // namespace

void find_drivers_twice(ConflictSearch& search)
{
    constexpr std::array<std::string_view, 4> telling{"licence_number", "name", "born_on", "phone"};
    const data::KindInfo& kind = data::kind_info<data::Driver>;
    const auto all = opened(search.snapshot());
    std::unordered_map<std::string_view, std::vector<const Opened*>> by_name;
    std::unordered_map<std::string, const Opened*> by_birth_and_phone;
    for (const Opened& each : all) {
        if (!each.name.empty()) {
            auto& namesakes = by_name[each.name];
            for (const Opened* other : namesakes)
                if (are_one(*other, each)) {
                    search.add_pair(ConflictRule::driver_twice, kind, other->driver->id, each.driver->id, telling,
                                    better_of(*other, each));
                    break;
                }
            namesakes.push_back(&each);
        }
        if (!each.driver->born_on.has_date() || each.phone.empty()) continue;
        const auto [known, is_new] =
            by_birth_and_phone.try_emplace(data::iso(each.driver->born_on.date()) + each.phone, &each);
        if (!is_new)
            search.add_pair(ConflictRule::driver_twice, kind, known->second->driver->id, each.driver->id, telling,
                            better_of(*known->second, each));
    }
}

}  // namespace xiaoan::conflicts
