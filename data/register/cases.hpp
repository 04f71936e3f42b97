// Cases, 督办事项: what is supervised until it is put right, with its facts frozen and every step kept.
#pragma once

#include "data/kinds/cell.hpp"
#include "data/kinds/words.hpp"

#include <array>
#include <string>
#include <vector>

namespace xiaoan::data {

/// Where a case stands: not yet sent (or something in it not yet sent), with its department, answered, found to be put
/// right, ended. What is overdue follows from the date and is no state.
enum class CaseState : std::uint8_t { not_given, open, sent, replied, verified, closed, cancelled };
inline constexpr std::array case_state_words{Word{"open", "待发函"},    Word{"sent", "已发函"},
                                             Word{"replied", "已回复"}, Word{"verified", "已核实"},
                                             Word{"closed", "已办结"},  Word{"cancelled", "已撤办"}};
template <>
inline constexpr std::span<const Word> words_of<CaseState>{case_state_words};

/// Whether nothing more is waited for.
[[nodiscard]] constexpr bool has_ended(CaseState state)
{
    return state == CaseState::closed || state == CaseState::cancelled;
}

/// What can happen to a case.
enum class CaseStep : std::uint8_t {
    not_given,
    opened,
    finding_added,  // a new finding on the same bus for the same department joined it
    sent,
    reminded,   // before the deadline
    urged,      // 催办, after it
    escalated,  // reported to the joint meeting of the government
    replied,
    noted,  // a remark, a telephone call, a file
    extended,
    verified,
    closed,
    reopened,
    cancelled
};
inline constexpr std::array case_step_words{
    Word{"opened", "开立"},   Word{"finding_added", "并入问题"}, Word{"sent", "发函"},    Word{"reminded", "提醒"},
    Word{"urged", "催办"},    Word{"escalated", "提请联席会议"}, Word{"replied", "回复"}, Word{"noted", "记事"},
    Word{"extended", "延期"}, Word{"verified", "核实"},          Word{"closed", "办结"},  Word{"reopened", "重新督办"},
    Word{"cancelled", "撤办"}};
template <>
inline constexpr std::span<const Word> words_of<CaseStep>{case_step_words};

/// One finding as it was when it came into the case.
struct CaseRule {
    std::string rule;      // PLATE-NONE
    std::string basis;     // the article it rests on
    std::string text;      // the finding in Chinese words
    std::string evidence;  // JSON array of field, value and source, as formats.md 2.1 has it
    DateCell added_on{};   // not given: with the opening
};

/// One step. `at` is when it was written down, ISO 8601 with offset; `on` the day on which it happened (not given for
/// steps of the first schema: then the day of `at`).
struct CaseEvent {
    std::string at;
    std::string what;  // word of a CaseStep
    std::string by;
    std::string text;
    DateCell on{};
    DateCell due_on{};       // the deadline that it set
    std::string document{};  // number of the letter, of the reply, of the joint check
    Answer stands{};         // of verified and closed: whether its findings stood
    std::int64_t n = 0;      // its place among the case's steps, from 1
};

/// To whom a case is addressed, and who gets a copy.
struct CaseAddressee {
    bool copy = false;
    std::string name;  // as the letter has it
    friend bool operator==(const CaseAddressee&, const CaseAddressee&) = default;
};

/// A file that came with a step; its bytes are kept by the register under their hash.
struct CaseAttachment {
    std::int64_t event = 0;  // n of the step
    std::string name;
    std::int64_t size = 0;  // bytes
    std::string sha256;     // hexadecimal
};

struct Case {
    RecordId id;
    std::string number;  // 2026-0012: year and running number of the desk
    CaseState state{};
    std::string department;  // word of the acting department: police_traffic
    Adcode county;
    std::string subject_kind;  // singular key of a kind: bus; "matter" where it is about no record
    std::string subject_key;   // 吉G12345
    Date opened_on{};
    DateCell due_on;
    DateCell closed_on;
    std::string close_reason;  // of a cancelled one: why
    std::vector<CaseRule> rules;
    std::vector<CaseEvent> events;
    std::string matter{};   // of a case made by hand: what it is about
    DateCell sent_on{};     // the last letter's day
    std::string item{};     // entry of the task ledger: 23.2
    std::string meeting{};  // number of the meeting that decided on it
    std::vector<CaseAddressee> addressees{};
    std::vector<CaseAttachment> attachments{};
};

/// The day on which a step happened.
[[nodiscard]] Date day_of(const CaseEvent& event);

}  // namespace xiaoan::data
