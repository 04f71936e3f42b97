// What waters lack, as findings like those of the buses: one a water and measure, towards who has to act.
#pragma once

#include "console/language/language.hpp"
#include "console/rules/finding.hpp"
#include "console/water/gap_rules.hpp"
#include "data/register/snapshot.hpp"

#include <array>
#include <string>
#include <vector>

namespace xiaoan::water {

struct GapFinding {
    const data::Water* water = nullptr;
    const GapRule* rule = nullptr;
    bool unverified = false;  // nobody has looked: the rule's id is followed by '?', its grade is D
    data::DateCell since{};
    int patrol_days = 0;                      // how often it is to be patrolled
    const data::Silencing* waiver = nullptr;  // of one that is set aside
};

/// The department that a water's gaps go to, by its kind: rivers, lakes, reservoirs, canals and ditches to water
/// affairs (河湖长制), fishponds to agriculture, everything else to the township (教基厅函〔2022〕18号 names these
/// offices; which water is whose is our reading). The unit that the ledger names answers for it beside them.
[[nodiscard]] std::string_view responsible_department(const data::Water& water);

struct GapFilter {
    std::string rule{};  // its id, without '?'; empty: all
    data::Adcode county{};
    std::string department{};
    std::vector<std::string> waters{};  // codes; none: all
    bool unverified = false;            // also what nobody has verified
};

/// What counts, and what a person has set aside: each in the order of the codes, then of the rules. Pointers live as
/// long as the snapshot and what the basis was made of.
struct FoundGaps {
    std::vector<GapFinding> counts;
    std::vector<GapFinding> waived;
};
[[nodiscard]] FoundGaps gap_findings(const data::Snapshot& snapshot, const GapBasis& basis,
                                     const GapFilter& filter = {});
/// Of one water, what is known to be missing; also what nobody has verified, where asked.
[[nodiscard]] FoundGaps gaps_of(const data::Water& water, const GapBasis& basis, bool unverified = false);

/// How many waters lack something that is not set aside, of how many, and how many lack each.
struct GapCount {
    std::size_t looked_at = 0;
    std::size_t waters = 0;
    std::array<std::size_t, measures.size()> missing{};  // by measure
};
[[nodiscard]] GapCount count_gaps(const data::Snapshot& snapshot, const GapBasis& basis, data::Adcode county = {});

/// WATER-ROPE-NONE, WATER-ROPE-NONE?.
[[nodiscard]] std::string rule_id(const GapFinding& gap);
/// 无救生绳.
[[nodiscard]] std::string title_of(const GapFinding& gap, language::Language language);
/// 水边没有救生绳.
[[nodiscard]] std::string sentence_of(const GapFinding& gap, data::Date as_of, language::Language language);
[[nodiscard]] std::string_view basis_of(const GapFinding& gap, language::Language language);
/// The fields of the ledger that it rests on; personal text masked.
[[nodiscard]] std::vector<rules::Evidence> evidence_of(const data::Snapshot& snapshot, const GapFinding& gap);

/// The document of `findings` (formats.md 2.1), with "looked_at":{"waters"} and waters for subjects; what is set aside
/// as there: a list of its own, each with "silenced":{"kind","reason","by","until"}.
[[nodiscard]] std::string gap_findings_json(const data::Snapshot& snapshot, data::Date as_of, std::size_t looked_at,
                                            const FoundGaps& found, language::Language language);

}  // namespace xiaoan::water
