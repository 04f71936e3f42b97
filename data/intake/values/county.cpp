#include "data/intake/values/county.hpp"

#include "data/intake/values/scanner.hpp"
#include "data/intake/values/text_form.hpp"

#include <algorithm>

namespace xiaoan::data {

namespace {

constexpr std::size_t han_bytes = 3;  // every character in these names takes three bytes of UTF-8

bool called(const CountyName& county, std::string_view asked)
{
    const auto fits = [&](std::string_view name) {
        const std::string form = lower_ascii(compact(name));
        return asked == form || asked == county_short_name(form);
    };
    return fits(county.name) || std::ranges::any_of(county.aliases, fits);
}

Reading<Adcode> county_of_code(std::string_view digits, std::span<const CountyName> counties)
{
    constexpr std::size_t county_digits = 6;
    if (digits.size() == 6 || digits.size() == 9 || digits.size() == 12)
        for (const CountyName& county : counties)
            if (digits.substr(0, county_digits) == std::to_string(county.code.value)) return county.code;
    return unread(IssueCode::unknown_county);
}

}  // namespace

std::string_view county_short_name(std::string_view name)
{
    for (const std::string_view last : {"自治县", "市", "县", "区", "旗", "district", "county", "city"})
        if (name.ends_with(last) && name.size() - last.size() >= 2 * han_bytes)
            return name.substr(0, name.size() - last.size());
    return name;
}

Reading<Adcode> parse_county(std::string_view text, std::span<const CountyName> counties,
                             std::span<const std::string> parents)
{
    const std::string plain = lower_ascii(compact(text));
    Scanner scanner(plain);
    const auto digits = scanner.digits();
    if (!digits.empty()) scanner.accept(".0");  // a code that another program took for a number
    if (!digits.empty()) return scanner.at_end() ? county_of_code(digits, counties) : unread(IssueCode::unknown_county);

    std::string_view asked = plain;
    for (bool moved = true; moved;) {
        moved = false;
        for (const std::string& parent : parents)
            for (const std::string_view name : {std::string_view{parent}, county_short_name(parent)})
                if (!name.empty() && asked.size() > name.size() && asked.starts_with(name)) {
                    asked.remove_prefix(name.size());
                    moved = true;
                }
    }
    std::vector<const CountyName*> found;
    for (const CountyName& county : counties)
        if (called(county, asked)) found.push_back(&county);
    if (found.empty())  // 洮北区教育局, 洮北区平安镇
        for (const CountyName& county : counties)
            if (county.name != county_short_name(county.name) && asked.starts_with(county.name))
                found.push_back(&county);
    if (found.size() == 1) return found.front()->code;
    if (found.empty()) return unread(IssueCode::unknown_county);
    std::string names;
    for (const CountyName* county : found) {
        if (county->name == asked) return county->code;
        if (!names.empty()) names += "、";
        names += county->name;
    }
    return unread(IssueCode::ambiguous_county, {names});
}

}  // namespace xiaoan::data
