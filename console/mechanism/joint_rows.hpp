// The records of the joint mechanism as lists: what is open or late on top.
#pragma once

#include "console/language/language.hpp"
#include "data/register/snapshot.hpp"

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace xiaoan::mechanism {

enum class JointKind : std::uint8_t { contacts, meetings, assignments, handovers };
inline constexpr std::size_t joint_kinds = 4;
[[nodiscard]] const data::KindInfo& info_of(JointKind kind);

/// Empty members let all through. A record without a county is the whole city's, and shown for every county.
struct JointFilter {
    data::Adcode county{};
    std::string department{};  // word: whose contact, who was asked, who gave or took over
    bool only_open = false;    // assignments not done, hand-overs without receipt
    friend bool operator==(const JointFilter&, const JointFilter&) = default;
};

struct JointRow {
    std::string key;
    std::vector<std::string> cells;  // as many as joint_heads
    bool open = false;               // not done; no receipt
    int late_days = 0;               // after the deadline; of a hand-over without receipt since it was handed over
};

/// The heads of the columns; which of them says how late a row is, and which says most (and grows).
struct JointHeads {
    std::vector<std::string> heads;
    std::size_t late = 0;
    std::size_t main = 0;
};
[[nodiscard]] JointHeads joint_heads(JointKind kind, language::Language language);

/// Contacts by county, department and unit; meetings newest first; assignments and hand-overs the open ones first, of
/// them the longest late, then by number. Names and phones are masked.
[[nodiscard]] std::vector<JointRow> joint_rows(const data::Snapshot& snapshot, JointKind kind, data::Date as_of,
                                               const JointFilter& filter, language::Language language);

/// All facts of one record that are given, label and value; empty where there is none of this key.
struct JointFact {
    std::string field;
    std::string label;
    std::string value;
};
[[nodiscard]] std::vector<JointFact> joint_facts(const data::Snapshot& snapshot, JointKind kind, std::string_view key,
                                                 language::Language language);

/// 交办2026-008: the next free number of a kind in a year, after the highest that has this form.
[[nodiscard]] std::string next_number(const data::Snapshot& snapshot, JointKind kind, data::Date as_of);

/// The natural key of a contact: unit/post.
[[nodiscard]] std::string key_of(const data::Contact& contact);

}  // namespace xiaoan::mechanism
