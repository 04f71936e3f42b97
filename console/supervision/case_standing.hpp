// Whether what a case was opened for still holds, by the register as it is and the rules as of a date.
#pragma once

#include "console/rules/judge.hpp"
#include "data/register/snapshot.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace xiaoan::supervision {

/// What a case about a vehicle in no register has as the kind of its subject; its key is the registration number.
inline constexpr std::string_view subject_of_strangers = "vehicle";

/// A case made by hand rests on no finding: nothing in the register tells. `gone` also where its bus or
/// water has left.
enum class Standing : std::uint8_t { by_hand = 1, stands, gone };

/// The rules of a case that its bus or water still breaks on the date, judged on the register as it is. Whether a rule
/// is a finding or only a gap makes no difference: neither is put right. None for a case made by hand, or a bus or
/// water that left. A suspicion of a vehicle in no register stands until a joint check or a person ends it.
[[nodiscard]] std::vector<std::string> standing_rules(const rules::Dossiers& dossiers, const data::Case& opened,
                                                      data::Date as_of);
[[nodiscard]] Standing standing_of(const rules::Dossiers& dossiers, const data::Case& opened, data::Date as_of);

/// The grade of a rule that a case rests on, on a bus or on a water; with '?' that of a gap in the data. Empty for what
/// only a joint check finds.
[[nodiscard]] std::optional<rules::Severity> severity_of(std::string_view rule);

/// What such a rule rests on, in English; a case keeps it in Chinese. Nothing for what only a joint check finds.
[[nodiscard]] std::string_view english_basis_of(std::string_view rule);

/// One for each case of the snapshot, in their order, from what was judged already.
[[nodiscard]] std::vector<Standing> standings(const rules::Dossiers& dossiers, const rules::Judgement& judgement);

}  // namespace xiaoan::supervision
