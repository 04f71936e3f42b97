// The season's briefing on waters near schools: what stands where, what is missing, what to do now.
//
// Built on what the five ministries' notice of 2022 asks for (教基厅函〔2022〕18号): a ledger of dangerous waters with
// owner, depth, sign and equipment, a rated risk, and a named unit and person. A pure function of ranked waters.
#pragma once

#include "console/documents/page/letter.hpp"
#include "console/water/risks.hpp"

#include <span>
#include <string>
#include <vector>

namespace xiaoan::water {

struct BriefWish {
    Season season{};
    data::Adcode county{};  // that it is about; not given: the whole city
    data::Date as_of{};
    std::string issued_by{};             // 白城市教育局
    std::vector<std::string> witness{};  // small print of the last page
    language::Language language{};
};

/// So many waters are told in the text; all stand in the annex.
inline constexpr std::size_t waters_told = 5;

/// `ranked` is the answer of risks() for the season and county, all of it. Names of people and their phones are not
/// printed; the unit answering for a water is. The word for "safe" never stands in it.
[[nodiscard]] documents::Letter brief(const WaterPlaces& places, std::span<const WaterRisk> ranked,
                                      const BriefWish& wish);

/// The ranked waters, and what each lacks: the two annexes.
[[nodiscard]] std::vector<documents::Annex>
brief_annexes(const data::Snapshot& snapshot, std::span<const WaterRisk> ranked, language::Language language);

/// 距平安小学 240 米, or that no school lies within the reach.
[[nodiscard]] std::string nearest_text(const WaterRisk& risk, language::Language language);

/// 2026年11月23日 or 23 November 2026.
[[nodiscard]] std::string written_date(data::Date date, language::Language language);

}  // namespace xiaoan::water
