// The season's briefing on waters near schools: what stands where, what is missing, what changed, what to do now.
//
// Built on what the five ministries' notice of 2022 asks for (教基厅函〔2022〕18号): a ledger of dangerous waters with
// owner, depth, sign and equipment, a map, a rated risk, and a named unit and person. A pure function of ranked waters.
#pragma once

#include "console/documents/page/letter.hpp"
#include "console/map/print/paper_base.hpp"
#include "console/water/comparison.hpp"
#include "console/water/risks.hpp"

#include <span>
#include <string>
#include <vector>

namespace xiaoan::water {

/// So many of the foremost waters get a page of their own unless another number is asked for.
inline constexpr std::size_t usual_sheets = 10;

struct BriefWish {
    Season season{};
    data::Adcode county{};  // that it is about; not given: the whole city
    data::Date as_of{};
    std::string issued_by{};             // 白城市教育局
    std::vector<std::string> witness{};  // small print of the last page
    language::Language language{};
    std::size_t sheets = usual_sheets;
};

/// What a briefing is made of. `ranked` is the answer of risks() for its season and county, all of it.
struct BriefMatter {
    const WaterPlaces& places;
    std::span<const WaterRisk> ranked;
    const map::PaperBase& base;
    const Habits& habits;               // by which the waters are ranked
    const Comparison* since = nullptr;  // null: not compared with an earlier state
};

/// So many waters are told in the text; all stand in the annex.
inline constexpr std::size_t waters_told = 5;

/// Names of people and their phones are not printed; the unit answering for a water is. The word for "safe" never
/// stands in it.
[[nodiscard]] documents::Letter brief(const BriefMatter& matter, const BriefWish& wish);

/// Map, ranked waters, pages of the foremost, what each lacks, cases, what changed: those that have something to say.
[[nodiscard]] std::vector<documents::Annex> brief_annexes(const BriefMatter& matter, const BriefWish& wish);

/// One page for one of the ranked waters: map and place for a photo, facts, equipment, reasons, schools, and room for
/// what is found on the spot.
[[nodiscard]] std::vector<documents::Block> water_sheet(const BriefMatter& matter, std::size_t index,
                                                        const BriefWish& wish);

/// Cases that have not ended and concern one of the ranked waters: by deadline (none last), then number.
[[nodiscard]] std::vector<const data::Case*> water_cases(const BriefMatter& matter);
/// What a case asks for: its matter, else the texts of its findings.
[[nodiscard]] std::string case_matter(const data::Case& of, language::Language language);

/// 东坑, or the code of a water without a name.
[[nodiscard]] const std::string& shown_name(const data::Water& water);
/// 距平安小学 240 米, or that no school lies within the reach.
[[nodiscard]] std::string nearest_text(const WaterRisk& risk, const Habits& habits, language::Language language);
/// 警示牌、救生圈: measures in words.
[[nodiscard]] std::string measures_text(std::span<const std::string_view> of, language::Language language);

/// 2026年11月23日 or 23 November 2026.
[[nodiscard]] std::string written_date(data::Date date, language::Language language);

}  // namespace xiaoan::water
