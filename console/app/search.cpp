#include "console/app/search.hpp"

#include "console/language/wording.hpp"
#include "console/rules/wording.hpp"

#include <algorithm>
#include <tuple>

namespace xiaoan::app {

namespace {

SearchEntry entry(desk::Selected what, std::string key, std::string name, std::string side, std::string_view more,
                  Initials initials)
{
    SearchEntry made{
        .selection = {what, std::move(key)}, .name = std::move(name), .side = std::move(side), .sought = {}};
    made.sought = folded(made.name) + ' ' + folded(made.selection.key) + ' ' + folded(more);
    if (initials != nullptr) made.sought += ' ' + initials(made.name);
    return made;
}

std::vector<std::string> words_of(std::string_view typed)
{
    std::vector<std::string> words;
    std::size_t from = 0;
    while (from < typed.size()) {
        const auto to = std::min(typed.find(' ', from), typed.size());
        if (auto word = folded(typed.substr(from, to - from)); !word.empty()) words.push_back(std::move(word));
        from = to + 1;
    }
    return words;
}

}  // namespace

std::string folded(std::string_view text)
{
    std::string out;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const auto c = static_cast<unsigned char>(text[i]);
        if (c == 0xC2 && i + 1 < text.size() && static_cast<unsigned char>(text[i + 1]) == 0xB7) {  // ·
            ++i;
            continue;
        }
        // Full-width ASCII, U+FF01 to U+FF5E: EF BC 81 … EF BD 9E.
        if (c == 0xEF && i + 2 < text.size()) {
            const auto code = (static_cast<unsigned>(c & 0x0FU) << 12) |
                              ((static_cast<unsigned char>(text[i + 1]) & 0x3FU) << 6) |
                              (static_cast<unsigned char>(text[i + 2]) & 0x3FU);
            if (code >= 0xFF01 && code <= 0xFF5E) {
                out += folded(std::string(1, static_cast<char>(code - 0xFEE0)));
                i += 2;
                continue;
            }
        }
        if (c == '-' || c == ' ') continue;
        out += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : static_cast<char>(c);
    }
    return out;
}

std::vector<SearchEntry> search_entries(const desk::Derived& derived, language::Language language, Initials initials)
{
    const auto& snapshot = *derived.snapshot;
    const auto county = [&](data::Adcode code) { return rules::county_name(snapshot, code, language); };
    const auto kind = [&](std::string_view key, const std::string& of) {
        return std::string{language::tr(language, key)} + (of.empty() ? "" : " · " + of);
    };
    std::vector<SearchEntry> entries;
    for (std::size_t bus = 0; bus < derived.dossiers.size(); ++bus) {
        const auto& record = derived.dossiers.bus(bus);
        const auto* run_by = derived.dossiers.run_by(bus);
        entries.push_back(entry(desk::Selected::bus, record.registration_number,
                                language::shown_registration_number(record.registration_number),
                                kind("kind.buses", county(record.county)),
                                run_by != nullptr ? run_by->name : record.run_by, initials));
    }
    for (const auto& school : snapshot.all<data::School>())
        entries.push_back(entry(desk::Selected::school, school.code, school.name,
                                kind("kind.schools", county(school.county)), school.township, initials));
    for (const auto& water : snapshot.all<data::Water>())
        entries.push_back(entry(desk::Selected::water, water.code, water.name.empty() ? water.code : water.name,
                                kind("kind.waters", county(water.county)), water.township, initials));
    for (const auto& each : snapshot.cases)
        entries.push_back(entry(desk::Selected::supervision, each.number,
                                each.number + "  " + language::shown_registration_number(each.subject_key),
                                kind("rail.cases", county(each.county)), each.subject_key, nullptr));
    return entries;
}

std::vector<std::size_t> found(const std::vector<SearchEntry>& entries, std::string_view typed, std::size_t most)
{
    const auto words = words_of(typed);
    if (words.empty()) return {};
    std::vector<std::size_t> hits;
    for (std::size_t i = 0; i < entries.size(); ++i)
        if (std::all_of(words.begin(), words.end(),
                        [&](const std::string& word) { return entries[i].sought.find(word) != std::string::npos; }))
            hits.push_back(i);
    const auto rank = [&](std::size_t i) {
        return std::tuple{!entries[i].sought.starts_with(words.front()), std::string_view{entries[i].name}, i};
    };
    const auto shown = std::min(most, hits.size());
    std::partial_sort(hits.begin(), hits.begin() + static_cast<std::ptrdiff_t>(shown), hits.end(),
                      [&](std::size_t a, std::size_t b) { return rank(a) < rank(b); });
    hits.resize(shown);
    return hits;
}

}  // namespace xiaoan::app
