// Whether what a case was opened for still holds, by the register as it is and the rules as of a date.
#pragma once

#include "console/rules/judge.hpp"
#include "data/register/snapshot.hpp"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace xiaoan::supervision {

/// What a case about a vehicle in no register has as the kind of its subject; its key is the registration number.
inline constexpr std::string_view subject_of_strangers = "vehicle";

/// Of one rule, and of a case that of its rules that stands the most: the order is that of the words.
enum class Standing : std::uint8_t {
    by_hand = 1,  // a case made by hand rests on no finding: nothing in the register tells
    stands,       // the finding counts on the date
    checked,      // a joint check verified it; the ledger still says what it said before
    set_aside,    // waived, silenced or substituted: it does not count, and is not put right either
    left,         // its bus or water is no longer in the register: there is nothing to judge
    gone,         // judged, and not found
    withdrawn     // the check that it rests on was corrected: it never was
};

/// How each rule of the case stands on the date, in their order, judged on the register as it is. Whether a rule is a
/// finding or only a gap makes no difference: neither is put right. What a check saw, and the suspicion of a vehicle in
/// no register, stands until a joint check or a person ends it.
[[nodiscard]] std::vector<Standing> rule_standings(const rules::Dossiers& dossiers, const data::Case& opened,
                                                   data::Date as_of);
/// Of a case whose rules stand so; by_hand of one without, unless the check that it rests on was corrected.
[[nodiscard]] Standing standing_of(const data::Case& opened, std::span<const Standing> rules);
/// The rules that stand, of those.
[[nodiscard]] std::vector<std::string> standing_rules(const rules::Dossiers& dossiers, const data::Case& opened,
                                                      data::Date as_of);
[[nodiscard]] Standing standing_of(const rules::Dossiers& dossiers, const data::Case& opened, data::Date as_of);

/// The stable reason why the case cannot be verified by the register: finding_stands_still, finding_set_aside,
/// subject_left, facts_withdrawn; empty where it can, and of a case made by hand.
[[nodiscard]] std::string_view obstacle_to_verifying(Standing standing);
/// The stable reason why closing needs a reason: finding_stands, closing_checked, closing_set_aside, closing_left,
/// facts_withdrawn; empty where it needs none, and of a case made by hand.
[[nodiscard]] std::string_view obstacle_to_closing(Standing standing);

/// Whether the answers of the check that the rule rests on were corrected so that they no longer say it.
[[nodiscard]] bool is_withdrawn(const data::CaseRule& rule);
/// The same of all that the case rests on; of one without rules by the check that it came from.
[[nodiscard]] bool is_withdrawn(const data::Case& of);

/// The day on which a joint check verified the case, up to and with the date; empty where none did, or where something
/// came after it: another finding, a reopening, a verification by the register.
[[nodiscard]] std::optional<data::Date> checked_on(const data::Case& of, data::Date as_of);

/// The grade of a rule that a case rests on, on a bus or on a water; with '?' that of a gap in the data. Empty for what
/// only a joint check finds.
[[nodiscard]] std::optional<rules::Severity> severity_of(std::string_view rule);

/// What such a rule rests on, in English; a case keeps it in Chinese. Nothing for what only a joint check finds.
[[nodiscard]] std::string_view english_basis_of(std::string_view rule);

/// One for each case of the snapshot, in their order, from what was judged already.
[[nodiscard]] std::vector<Standing> standings(const rules::Dossiers& dossiers, const rules::Judgement& judgement);

}  // namespace xiaoan::supervision
