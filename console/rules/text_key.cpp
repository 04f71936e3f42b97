#include "console/rules/text_key.hpp"

#include <algorithm>
#include <array>
#include <functional>
#include <string>

namespace xiaoan::rules {

namespace {

constexpr std::string_view ideographic_space = "\u3000";

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

std::string without_blanks(std::string_view name)
{
    std::string bare;
    bare.reserve(name.size());
    for (std::size_t i = 0; i < name.size(); ++i) {
        if (name.substr(i, ideographic_space.size()) == ideographic_space)
            i += ideographic_space.size() - 1;
        else if (name[i] != ' ' && name[i] != '\t')
            bare += name[i];
    }
    return bare;
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
    const bool has_blanks =
        name.find_first_of(" \t") != std::string_view::npos || name.find(ideographic_space) != std::string_view::npos;
    return text_key(has_blanks ? std::string_view{without_blanks(name)} : name);
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
    std::size_t from = 0;
    for (std::size_t at = 0; at < list.size();) {
        const auto length = separator_at(list, at);
        if (length == 0) {
            ++at;
            continue;
        }
        names.add(list.substr(from, at - from));
        at += length;
        from = at;
    }
    names.add(list.substr(from));
    return names.take();
}

}  // namespace xiaoan::rules
