// Cases, 督办事项: what is supervised until it is put right, with its facts frozen and every step kept.
#pragma once

#include "data/kinds/cell.hpp"
#include "data/kinds/words.hpp"

#include <array>
#include <string>
#include <vector>

namespace xiaoan::data {

/// Where a case stands: opened, answered by its department, closed.
enum class CaseState : std::uint8_t { not_given, open, replied, closed };
inline constexpr std::array case_state_words{Word{"open", "督办中"}, Word{"replied", "已回复"},
                                             Word{"closed", "已办结"}};
template <>
inline constexpr std::span<const Word> words_of<CaseState>{case_state_words};

/// One finding as it was when the case was opened.
struct CaseRule {
    std::string rule;      // PLATE-NONE
    std::string basis;     // the article it rests on
    std::string text;      // the finding in Chinese words
    std::string evidence;  // JSON array of field, value and source, as formats.md 2.1 has it
};

/// One step: opened, replied, closed. `at` is ISO 8601 with offset.
struct CaseEvent {
    std::string at;
    std::string what;
    std::string by;
    std::string text;
};

struct Case {
    RecordId id;
    std::string number;  // 2026-0012: year and running number of the desk
    CaseState state{};
    std::string department;  // word of the acting department: police_traffic
    Adcode county;
    std::string subject_kind;  // bus
    std::string subject_key;   // 吉G12345
    Date opened_on{};
    DateCell due_on;
    DateCell closed_on;
    std::string close_reason;
    std::vector<CaseRule> rules;
    std::vector<CaseEvent> events;
};

}  // namespace xiaoan::data
