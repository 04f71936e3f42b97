// What is wrong with a bus on a date: small values that can be sorted, counted and kept by the million.
#pragma once

#include "data/kinds/cell.hpp"
#include "data/kinds/department.hpp"
#include "data/kinds/words.hpp"

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace xiaoan::rules {

/// How grave: S stop running now, R put right within a term, N notice before the day, D a gap in the data.
enum class Severity : std::uint8_t { stop = 1, rectify, notice, data };

using data::Department;

/// Why a finding does not count: it stays listed as such, with its reason and whose it is.
enum class Silence : std::uint8_t { none, substitution, waived, out_of_service, appeal };

/// One finding: a rule that a bus breaks on the as-of date, or (`gap`) cannot be judged for want of a value.
/// Its evidence and words are made on demand by `explain`.
struct Finding {
    data::RecordId bus{};
    std::uint16_t rule = 0;  // index into rules()
    bool gap = false;        // the rule's id is followed by '?'
    Severity severity = Severity::data;
    Department department = Department::education;
    data::DateCell since{};  // first day on which the condition held, as far as the record tells
    data::DateCell due{};    // of a notice: the day that lapses
    Silence silence = Silence::none;
};

/// One fact that a finding rests on. `field` is record and key: permit.valid_to. The value is canonical text as the
/// register stores it (dates ISO, personal text masked), empty where the record does not give it.
struct Evidence {
    std::string field;
    std::string value;
    data::Origin origin;
    bool by_hand_or_none = false;  // no file stands behind it: entered by hand, or there is no such record
};

/// Why, in facts and words.
struct Explanation {
    std::vector<Evidence> evidence{};
    std::string text{};                    // key of the sentence in the language files: rule.PERMIT-NONE.pending
    std::vector<std::string> arguments{};  // for its places
};

}  // namespace xiaoan::rules

namespace xiaoan::data {

inline constexpr std::array severity_words{Word{"stop", "停运"}, Word{"rectify", "整改"}, Word{"notice", "提示"},
                                           Word{"data", "数据"}};
template <>
inline constexpr std::span<const Word> words_of<rules::Severity>{severity_words};

inline constexpr std::array silence_words{Word{"substitution", "临时替换"}, Word{"waived", "豁免"},
                                          Word{"out_of_service", "停驶"}, Word{"appeal", "申诉"}};
template <>
inline constexpr std::span<const Word> words_of<rules::Silence>{silence_words};

}  // namespace xiaoan::data
