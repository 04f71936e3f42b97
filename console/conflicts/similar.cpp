#include "console/conflicts/similar.hpp"

#include "data/intake/values/text_form.hpp"

#include <algorithm>
#include <array>

namespace xiaoan::conflicts {

namespace {

constexpr std::size_t chinese_bytes = 3;  // of one character in UTF-8

void remove_all(std::string& text, std::string_view what)
{
    for (std::size_t at = text.find(what); at != std::string::npos; at = text.find(what, at))
        text.erase(at, what.size());
}

void replace_all(std::string& text, std::string_view from, std::string_view to)
{
    for (std::size_t at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size()))
        text.replace(at, from.size(), to);
}

bool remove_prefix(std::string& text, std::string_view what)
{
    if (what.empty() || !text.starts_with(what) || text.size() == what.size()) return false;
    text.erase(0, what.size());
    return true;
}

/// 洮南 of 洮南市, 平安 of 平安镇; nothing where too little is left.
std::string_view bare(std::string_view name)
{
    for (const std::string_view end : {"街道办事处", "街道", "自治县", "市", "县", "区", "镇", "乡", "苏木"})
        if (name.ends_with(end) && name.size() >= end.size() + 2 * chinese_bytes)
            return name.substr(0, name.size() - end.size());
    return {};
}

/// Without spaces, brackets and dots; letters in lower case.
std::string plain(std::string_view name)
{
    std::string text = data::lower_ascii(data::compact(name));
    for (const std::string_view mark : {"(", ")", "（", "）", "·", "-", "—", "“", "”", "\"", "."})
        remove_all(text, mark);
    return text;
}

/// City and county at the beginning, in any order in which they stand there.
void remove_places(std::string& text, const data::Region& region)
{
    for (bool removed = true; removed;) {
        removed = remove_prefix(text, "吉林省") || remove_prefix(text, region.name_zh) ||
                  remove_prefix(text, bare(region.name_zh));
        for (const data::County& county : region.counties)
            removed = removed || remove_prefix(text, county.name_zh) || remove_prefix(text, bare(county.name_zh));
    }
}

}  // namespace

NameCore school_core(std::string_view name, const data::Region& region, data::Adcode county)
{
    NameCore result{{}, plain(name)};
    std::string& text = result.core;
    remove_places(text, region);
    for (const data::Division& division : region.divisions) {
        if (division.level != "township" || division.county != county) continue;
        if (!remove_prefix(text, division.name) && !remove_prefix(text, bare(division.name))) continue;
        result.township = division.name;
        break;
    }
    replace_all(text, "小学校", "小学");
    replace_all(text, "中心校", "小学");
    replace_all(text, "初级中学", "初中");
    for (const std::string_view word : {"中心", "完全", "第", "镇", "乡"})
        if (text.size() > word.size()) remove_all(text, word);
    return result;
}

std::string firm_core(std::string_view name, const data::Region& region)
{
    std::string text = plain(name);
    remove_places(text, region);
    for (const std::string_view word : {"股份有限公司", "有限责任公司", "有限公司", "集团", "公司"})
        if (text.size() > word.size()) remove_all(text, word);
    return text;
}

bool is_common(std::string_view core)
{
    constexpr std::array<std::string_view, 10> common{"小学",   "中学", "初中",   "高中",   "学校",
                                                      "幼儿园", "一中", "一小学", "二小学", "实验小学"};
    return core.size() <= 2 * chinese_bytes || std::ranges::find(common, core) != common.end();
}

std::string with_digits(std::string_view registration_number)
{
    std::string text{registration_number};
    for (std::size_t i = std::min<std::size_t>(chinese_bytes + 1, text.size()); i < text.size(); ++i) {
        if (text[i] == 'O') text[i] = '0';
        if (text[i] == 'I') text[i] = '1';
    }
    return text;
}

bool are_alike(std::string_view licence, std::string_view other)
{
    constexpr std::size_t long_form = 18, short_form = 15, century_at = 6;
    if (licence == other || licence.size() < 6) return false;
    if (licence.size() == short_form && other.size() == long_form) std::swap(licence, other);
    if (licence.size() == long_form && other.size() == short_form)
        return std::string{licence.substr(0, century_at)} + std::string{licence.substr(century_at + 2, 9)} == other;
    if (licence.size() != other.size()) return false;
    std::size_t differing = 0, first = licence.size(), last = 0;
    for (std::size_t i = 0; i < licence.size(); ++i) {
        if (licence[i] == other[i]) continue;
        ++differing;
        first = std::min(first, i);
        last = i;
    }
    if (differing == 1) return true;
    const bool swapped =
        differing == 2 && last == first + 1 && licence[first] == other[last] && licence[last] == other[first];
    return swapped;
}

}  // namespace xiaoan::conflicts
