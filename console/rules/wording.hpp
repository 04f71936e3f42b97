// Counties, values, evidence and origins in words: one way for window, command line and printed page.
#pragma once

#include "console/language/language.hpp"
#include "console/rules/judge.hpp"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace xiaoan::rules {

/// 洮北区; the adcode where the region has no such county, nothing where none is given.
[[nodiscard]] std::string county_name(const data::Snapshot& snapshot, data::Adcode county, language::Language language);

/// A stored value as people read it: dates as they are, words in the language, "none" and nothing said as such.
/// `field` is record and key: permit.valid_to.
[[nodiscard]] std::string value_text(std::string_view field, std::string_view value, language::Language language);

/// Evidence in words, one line a record: "校车使用许可：许可编号 …，有效期止 2026-08-31（… 第 12 行）".
[[nodiscard]] std::vector<std::string> evidence_lines(const data::Snapshot& snapshot,
                                                      std::span<const Evidence> evidence, language::Language language);

/// "洮北区校车.xlsx“校车”第 12 行", or that it was entered by hand.
[[nodiscard]] std::string origin_text(const data::Snapshot& snapshot, const data::Origin& origin,
                                      language::Language language);

/// "2026-07-15 不上学（暑假），下一个上学日为 2026-08-26"; nothing on a school day.
[[nodiscard]] std::string no_school_text(const SchoolDays& days, data::Date date, language::Language language);

}  // namespace xiaoan::rules
