// What a case waits for on a date, and who has to do it: a pure function of the case, the date and the bureau's habits.
#pragma once

#include "console/supervision/case_standing.hpp"

#include <cstdint>

namespace xiaoan::supervision {

/// In the order in which they press: what the bureau has to do, then what it waits for, then nothing.
enum class NextStep : std::uint8_t {
    escalate = 1,  // overdue for long: to the joint meeting of the government
    urge,          // overdue: 催办
    check,         // answered, but its findings stand: look, or ask again
    verify,        // its findings are gone, or it was answered and made by hand: look and say so
    close,         // found to be put right
    send,          // not sent, or something in it not sent
    remind,        // the deadline is near
    wait,          // for the department
    set_aside,     // its findings do not count for a while: until that ends
    none           // ended
};

/// Habits of the bureau (regulations.md section 9), in calendar days about the deadline day.
struct CaseHabits {
    int remind_before = 3;   // reminder at deadline - 3
    int urge_after = 1;      // first 催办 at deadline + 1
    int escalate_after = 7;  // to the joint meeting at deadline + 7
};

/// As of a date only what happened by then counts: an urging that comes later is still due.
[[nodiscard]] NextStep next_step(const data::Case& of, Standing standing, data::Date as_of,
                                 const CaseHabits& habits = {});

/// Who has to act: nobody for a case that has ended, the acting department where the bureau waits, for its reply or for
/// the end of a waiver.
enum class Waiting : std::uint8_t { bureau = 1, department, nobody };
[[nodiscard]] constexpr Waiting waiting_for(NextStep step)
{
    if (step == NextStep::none) return Waiting::nobody;
    return step == NextStep::wait || step == NextStep::set_aside ? Waiting::department : Waiting::bureau;
}

/// How often a step was taken, up to and with the date.
[[nodiscard]] int times(const data::Case& of, data::CaseStep step, data::Date as_of);

}  // namespace xiaoan::supervision

namespace xiaoan::data {

inline constexpr std::array next_step_words{Word{"escalate", "提请联席会议"},
                                            Word{"urge", "催办"},
                                            Word{"check", "核实或再催"},
                                            Word{"verify", "核实"},
                                            Word{"close", "办结"},
                                            Word{"send", "发函"},
                                            Word{"remind", "提醒"},
                                            Word{"wait", "待回复"},
                                            Word{"set_aside", "豁免/静默中"},
                                            Word{"none", "无"}};
template <>
inline constexpr std::span<const Word> words_of<supervision::NextStep>{next_step_words};

inline constexpr std::array waiting_words{Word{"bureau", "本局"}, Word{"department", "部门"}, Word{"nobody", "无"}};
template <>
inline constexpr std::span<const Word> words_of<supervision::Waiting>{waiting_words};

inline constexpr std::array standing_words{Word{"by_hand", "人工开立"},        Word{"stands", "仍存在"},
                                           Word{"checked", "检查已核实"},      Word{"set_aside", "豁免/静默中"},
                                           Word{"left", "已不在登记簿"},       Word{"gone", "已消除"},
                                           Word{"withdrawn", "检查答案已更正"}};
template <>
inline constexpr std::span<const Word> words_of<supervision::Standing>{standing_words};

}  // namespace xiaoan::data
