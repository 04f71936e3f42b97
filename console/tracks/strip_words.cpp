#include "console/tracks/strip_words.hpp"

#include "console/language/wording.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace xiaoan::tracks {

namespace {

using conformance::RunStrip;
using conformance::StripMark;
using conformance::StripStretch;
using language::Language;
using language::tr;

std::string seconds_of_day(std::int64_t at_s)
{
    return fmt::format("{}:{:02}", clock(at_s), at_s % 60);
}

std::string km(double metres)
{
    return fmt::format("{:.1f}", metres / 1000);
}

bool is_off(const RunStrip& strip, std::size_t fix)
{
    return std::ranges::any_of(strip.stretches, [&](const StripStretch& each) {
        return each.mark == StripMark::off_route && each.first < fix && fix < each.last;
    });
}

}  // namespace

std::string clock(std::int64_t at_s)
{
    const std::int64_t minute = at_s / 60 % (24 * 60);
    return fmt::format("{:02}:{:02}", minute / 60, minute % 60);
}

std::string fix_words(const RunStrip& strip, std::size_t fix, Language language)
{
    const conformance::StripFix& of = strip.fixes[fix];
    std::string words = tr(language, "strip.fix", {seconds_of_day(of.at_s), km(of.along_m)});
    if (of.kmh) words = tr(language, "strip.fix_speed", {words, fmt::format("{:.0f}", *of.kmh)});
    return is_off(strip, fix) ? tr(language, "strip.fix_off", {words}) : words;
}

std::string stand_words(const RunStrip& strip, const conformance::StripStand& stand, Language language)
{
    return tr(language, "strip.stand", {clock(strip.fixes[stand.fix].at_s), std::to_string(stand.seconds)});
}

StripSums strip_sums(const RunStrip& strip, Language language)
{
    std::size_t off = 0, fast = 0;
    double off_m = 0, fast_m = 0, max_kmh = 0;
    for (const StripStretch& each : strip.stretches) {
        if (each.mark == StripMark::off_route) {
            ++off;
            off_m += each.length_m;
        } else {
            ++fast;
            fast_m += each.length_m;
            max_kmh = std::max(max_kmh, each.max_kmh);
        }
    }
    StripSums sums;
    if (off > 0) sums.off_route = tr(language, "strip.off_sum", {std::to_string(off), km(off_m)});
    if (fast > 0)
        sums.too_fast = tr(language, "strip.fast_sum",
                           {km(fast_m), fmt::format("{:.0f}", max_kmh), fmt::format("{:.0f}", strip.limit_kmh)});
    if (!strip.stands.empty()) sums.stands = tr(language, "strip.stand_sum", {std::to_string(strip.stands.size())});
    return sums;
}

std::string strip_title(const RunStrip& strip, Language language)
{
    std::string title = tr(language, "strip.title",
                           {language::shown_registration_number(strip.registration_number), data::iso(strip.date),
                            strip.route_name.empty() ? strip.route : strip.route_name});
    if (strip.late_min)
        title = tr(language, *strip.late_min >= 0 ? "strip.late" : "strip.early",
                   {title, std::to_string(std::abs(*strip.late_min))});
    return title;
}

std::optional<std::size_t> fix_at(const RunStrip& strip, double at_s)
{
    if (strip.fixes.empty()) return std::nullopt;
    const auto after = std::ranges::lower_bound(
        strip.fixes, at_s, {}, [](const conformance::StripFix& fix) { return static_cast<double>(fix.at_s); });
    if (after == strip.fixes.begin()) return 0;
    const auto before = after - 1;
    const bool nearer = after == strip.fixes.end() ||
                        at_s - static_cast<double>(before->at_s) <= static_cast<double>(after->at_s) - at_s;
    return static_cast<std::size_t>((nearer ? before : after) - strip.fixes.begin());
}

std::vector<std::optional<float>> label_places(const std::vector<float>& lines, float line, float top, float bottom)
{
    std::vector<std::optional<float>> places(lines.size());
    if (lines.empty() || bottom - top < line) return places;
    const auto room = static_cast<std::size_t>((bottom - top) / line);
    std::vector<std::size_t> kept;  // the ends always, those between as far as there is room
    const auto share = [&](std::size_t i) { return i * (room - 1) / std::max<std::size_t>(lines.size() - 1, 1); };
    for (std::size_t i = 0; i < lines.size(); ++i)
        if (i == 0 || lines.size() <= room || share(i) != share(i - 1)) kept.push_back(i);
    for (const std::size_t i : kept) places[i] = std::clamp(lines[i] - line / 2, top, bottom - line);
    for (std::size_t k = 1; k < kept.size(); ++k)
        places[kept[k]] = std::max(*places[kept[k]], *places[kept[k - 1]] + line);
    float below = bottom;
    for (std::size_t k = kept.size(); k-- > 0;) {
        places[kept[k]] = std::min(*places[kept[k]], below - line);
        below = *places[kept[k]];
    }
    return places;
}

}  // namespace xiaoan::tracks
