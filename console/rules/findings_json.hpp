// Findings as JSON, to the letter of formats.md section 2.1.
#pragma once

#include "console/language/language.hpp"
#include "console/rules/difference.hpp"
#include "console/rules/judge.hpp"
#include "console/rules/stranger.hpp"

#include <span>
#include <string>

namespace xiaoan::rules {

/// The whole document. `strangers` stand among the findings of their grade, behind those of buses. `findings` come from
/// filtered(), `silenced` from filtered_silenced(); `looked_at` from looked_at() with the same county. Those that are
/// silenced are a list of their own and in no count; each says so: "silenced":{"kind","reason","by","until"}.
[[nodiscard]] std::string findings_json(const Dossiers& dossiers, data::Date as_of, std::size_t looked_at,
                                        std::span<const Finding> findings, std::span<const Finding> silenced,
                                        language::Language language, std::span<const StrangerFinding> strangers = {});

/// What is new, gone and still there: {"as_of","against":{"as_of","known_at"},"looked_at":{"buses"},"counts":{"new":
/// {RULE:n},"gone":{…},"still":{…}},"new":[finding],"gone":[finding],"still":[finding and "days"]}. `known_at` is empty
/// where both sides are the register as it is. A finding that is gone is told as it was then. `strangers` stand behind
/// the findings of buses of their grade.
[[nodiscard]] std::string difference_json(const Judged& then, const Judged& now, const Difference& difference,
                                          std::size_t looked_at, std::string_view known_at, language::Language language,
                                          const StrangerDifference& strangers = {});

/// The evidence alone: [{"field","value","source":{"file","sheet","row"}}]. A value that is not given is null.
[[nodiscard]] std::string evidence_json(const data::Snapshot& snapshot, std::span<const Evidence> evidence);

}  // namespace xiaoan::rules
