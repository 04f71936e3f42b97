// The annex of a briefing as a workbook: all that it rests on, a table a question.
#pragma once

#include "console/water/briefing/brief.hpp"
#include "data/export/plain_workbook.hpp"

#include <vector>

namespace xiaoan::water {

/// Waters in order, every line of every score, what each lacks, schools within reach, cases, and what changed where the
/// briefing compares. Names of people and their phones stand in none.
[[nodiscard]] std::vector<data::PlainSheet> brief_workbook(const BriefMatter& matter, const BriefWish& wish);

}  // namespace xiaoan::water
