#include "console/rules/driver_history.hpp"

#include <algorithm>
#include <array>

namespace xiaoan::rules {

namespace {

constexpr std::array<std::string_view, 5> offence_words{"points_12", "drink_driving", "serious_crash",
                                                        "serious_violation", "crime"};

}  // namespace

DriverHistory history_of(std::string_view record)
{
    if (record.empty()) return DriverHistory::not_given;
    return record == "none" ? DriverHistory::clean : DriverHistory::entries;
}

std::vector<HistoryEntry> history_entries(std::string_view record)
{
    std::vector<HistoryEntry> entries;
    while (!record.empty()) {
        const auto end = std::min(record.find(','), record.size());
        const auto entry = record.substr(0, end);
        record.remove_prefix(std::min(end + 1, record.size()));
        const auto colon = std::min(entry.find(':'), entry.size());
        const auto* word = std::ranges::find(offence_words, entry.substr(0, colon));
        const auto on = data::date_from_iso(entry.substr(std::min(colon + 1, entry.size())));
        if (word != offence_words.end() && on)
            entries.push_back({static_cast<Offence>(word - offence_words.begin()), *on});
    }
    return entries;
}

}  // namespace xiaoan::rules
