#include "data/intake/sender.hpp"

#include <algorithm>

namespace xiaoan::data {

namespace {

constexpr std::size_t chinese_bytes = 3;  // of one character in UTF-8

/// 洮南 of 洮南市, 大安 of 大安市; empty where too little would be left of the name.
std::string_view bare_name(std::string_view name)
{
    for (const std::string_view end : {"市", "县", "区"})
        if (name.ends_with(end) && name.size() >= 3 * chinese_bytes) return name.substr(0, name.size() - end.size());
    return {};
}

/// Whether the character that ends before `at` is no Chinese one: there a word may begin.
bool may_begin(std::string_view text, std::size_t at)
{
    return at == 0 || static_cast<unsigned char>(text[at - 1]) < 0x80 ||
           (at >= chinese_bytes && static_cast<unsigned char>(text[at - chinese_bytes]) == 0xEF);  // （ and its like
}

bool stands_in(std::string_view county, std::string_view text)
{
    if (text.find(county) != std::string_view::npos) return true;
    const std::string_view bare = bare_name(county);
    if (bare.empty()) return false;
    for (std::size_t at = text.find(bare); at != std::string_view::npos; at = text.find(bare, at + 1))
        if (may_begin(text, at)) return true;
    return false;
}

}  // namespace

Adcode county_in_name(std::string_view name, std::span<const County> counties)
{
    Adcode found;
    for (const County& county : counties) {
        if (county.name_zh.empty() || !stands_in(county.name_zh, name)) continue;
        if (found.given()) return {};
        found = county.adcode;
    }
    return found;
}

Adcode county_of_rows(const std::map<Adcode, std::size_t>& rows_by_county)
{
    std::size_t all = 0;
    for (const auto& [county, rows] : rows_by_county) all += rows;
    const auto most = std::ranges::max_element(rows_by_county, {}, [](const auto& each) { return each.second; });
    return most != rows_by_county.end() && most->second * 10 >= all * 9 ? most->first : Adcode{};
}

}  // namespace xiaoan::data
