// The rules with what they find today, the parameters in words, and what people have set aside: as values.
#pragma once

#include "console/desk/derived.hpp"
#include "console/language/language.hpp"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace xiaoan::judging {

/// One rule with what it finds on the date in a county, or in all.
struct RuleRow {
    const rules::Rule* rule = nullptr;
    std::size_t findings = 0;
    std::size_t gaps = 0;      // buses that it cannot judge for want of a value
    std::size_t silenced = 0;  // set aside
};
/// In the order of the rules.
[[nodiscard]] std::vector<RuleRow> rule_rows(const desk::Derived& derived, data::Adcode county);

struct RuleText {
    std::string title;
    std::string condition;
    std::string severity;
    std::string department;
    std::string basis;
    std::string fix;  // what the law fixes and what is a habit
};
[[nodiscard]] RuleText rule_text(const rules::Rule& rule, language::Language language);

/// How something set aside stands on the date.
enum class SilencingState : std::uint8_t { in_force, to_come, over };
struct SilencingRow {
    const data::Silencing* silencing = nullptr;
    SilencingState state{};
    data::Adcode county{};  // of its bus or water; not given where the register lacks it
};
/// Those of a county, or all: in force first (the next to end on top), then to come, then over (the last on top).
[[nodiscard]] std::vector<SilencingRow> silencing_rows(const desk::Derived& derived, data::Adcode county);
/// 吉G·12345; of a rule on waters the code of the water as it is.
[[nodiscard]] std::string shown_subject(std::string_view key, std::string_view rule);
/// 未核发校车标牌; 全部问题 where it holds for all.
[[nodiscard]] std::string silenced_rule(const data::Silencing& silencing, language::Language language);

}  // namespace xiaoan::judging
