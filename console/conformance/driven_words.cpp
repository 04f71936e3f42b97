#include "console/conformance/driven_words.hpp"

#include "console/rules/track_rules.hpp"

#include <fmt/format.h>

namespace xiaoan::conformance {

std::string driven_words(const rules::DrivenRunFacts& run, double limit_kmh, language::Language language)
{
    constexpr int late_min = 5;
    if (run.fixes == 0) return std::string{tr(language, "driven.silent")};
    std::string words;
    const auto add = [&](std::string_view key, std::string value) {
        words += fmt::format("{}{}",
                             words.empty()                        ? ""
                             : language == language::Language::zh ? "、"
                                                                  : ", ",
                             tr(language, key, {std::move(value)}));
    };
    if (run.longest_off_m > rules::off_route_stretch_m) add("driven.off", rules::metres_text(*run.off_route_m));
    if (!run.stops.empty()) add("driven.stops", std::to_string(run.stops.size()));
    if (run.max_kmh.value_or(0) > limit_kmh * rules::speed_margin)
        add("driven.fast", fmt::format("{:.0f}", *run.max_kmh));
    if (run.late_min.value_or(0) >= late_min) add("driven.late", std::to_string(*run.late_min));
    return words.empty() ? std::string{tr(language, "driven.in_order")} : words;
}

}  // namespace xiaoan::conformance
