#include "console/rules/text_key.hpp"

#include <algorithm>
#include <array>
#include <functional>
#include <string>

namespace xiaoan::rules {

namespace {

constexpr std::string_view ideographic_space = "\u3000";
constexpr char wide_lead = '\xEF';  // the first byte of letters at full width

/// How many bytes of a separator stand at `at`; 0 where none does.
std::size_t separator_at(std::string_view text, std::size_t at)
{
    constexpr std::array<std::string_view, 3> wide{"、", "，", "；"};
    const char lead = text[at];
    if (lead == ',' || lead == ';' || lead == '\n') return 1;
    for (const auto each : wide)
        if (lead == each[0] && text.substr(at, each.size()) == each) return each.size();
    return 0;
}

/// Without blanks, half-width, in small letters. U+FF01 to U+FF5E are ! to ~ at full width.
std::string folded(std::string_view name)
{
    std::string bare;
    bare.reserve(name.size());
    for (std::size_t i = 0; i < name.size(); ++i) {
        char c = name[i];
        if (name.substr(i, ideographic_space.size()) == ideographic_space) {
            i += ideographic_space.size() - 1;
            continue;
        }
        if (c == wide_lead && i + 2 < name.size()) {
            const int code = ((static_cast<unsigned char>(name[i + 1]) & 0x3F) << 6) |
                             (static_cast<unsigned char>(name[i + 2]) & 0x3F);
            if (code >= 0xF01 && code <= 0xF5E) {
                c = static_cast<char>('!' + (code - 0xF01));
                i += 2;
            }
        }
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
        if (c != ' ' && c != '\t') bare += c;
    }
    return bare;
}

bool needs_folding(std::string_view name)
{
    return name.find(ideographic_space) != std::string_view::npos || std::ranges::any_of(name, [](char c) {
               return c == ' ' || c == '\t' || c == wide_lead || (c >= 'A' && c <= 'Z');
           });
}

/// Calls `each` for every part of a list.
template <class Each>
void split(std::string_view list, Each&& each)
{
    std::size_t from = 0;
    for (std::size_t at = 0; at < list.size();) {
        const auto length = separator_at(list, at);
        if (length == 0) {
            ++at;
            continue;
        }
        each(list.substr(from, at - from));
        at += length;
        from = at;
    }
    each(list.substr(from));
}

}  // namespace

TextKey text_key(std::string_view text)
{
    if (text.empty()) return no_text;
    const TextKey key = std::hash<std::string_view>{}(text);
    return key == no_text ? 1 : key;
}

TextKey name_key(std::string_view name)
{
    return text_key(needs_folding(name) ? std::string_view{folded(name)} : name);
}

void NameSet::add(std::string_view name)
{
    if (const TextKey key = name_key(name); key != no_text) names_.push_back(key);
}

TextKey NameSet::take()
{
    if (names_.empty()) return no_text;
    std::ranges::sort(names_);
    names_.erase(std::ranges::unique(names_).begin(), names_.end());
    TextKey key = no_text;
    for (const TextKey each : names_) {
        key = (key ^ each) * 0xFF51AFD7ED558CCDULL;  // a step of MurmurHash3's finalizer
        key ^= key >> 33;
    }
    names_.clear();
    return key == no_text ? 1 : key;
}

TextKey printed_names_key(std::string_view list)
{
    NameSet names;
    split(list, [&](std::string_view name) { names.add(name); });
    return names.take();
}

int people_named(std::string_view list)
{
    constexpr int most = 99;
    int named = 0;
    const auto count = [&](std::string_view part) {
        for (std::size_t slash = 0; slash != std::string_view::npos;
             part = part.substr(std::min(slash + 1, part.size()))) {
            slash = part.find('/');
            const std::string name = folded(part.substr(0, slash));
            if (name.empty()) continue;
            const std::size_t figures = std::min(name.find_first_not_of("0123456789"), name.size());
            const bool counted =
                figures > 0 && figures <= 2 && (name.substr(figures) == "人" || name.substr(figures) == "名");
            named += counted ? std::stoi(name.substr(0, figures)) : 1;
        }
    };
    split(list, count);
    return std::min(named, most);
}

}  // namespace xiaoan::rules
