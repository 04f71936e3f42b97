// Two judgements side by side: what is shown against another day, or against the register as it was known.
#pragma once

#include "console/desk/derived.hpp"
#include "console/language/language.hpp"
#include "console/rules/difference.hpp"
#include "console/rules/stranger.hpp"
#include "data/export/plain_workbook.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace xiaoan::judging {

/// What is compared with: the as-of date there, and the moment as known at which the register was read, if not now.
struct Against {
    data::Date as_of{};
    std::optional<data::Timestamp> known_at{};
    friend bool operator==(const Against&, const Against&) = default;
};

/// Keeps alive what its findings speak of.
struct Comparison {
    Against against;
    std::shared_ptr<const rules::Dossiers> then;
    std::shared_ptr<const desk::Derived> now;
    rules::Difference found;
    rules::StrangerDifference strangers{};  // suspected illegal carriage
};

/// All findings and gaps of both sides, and the suspects; each side judged by its own settings. The snapshot of `then`
/// holds sightings. On any thread.
[[nodiscard]] std::shared_ptr<const Comparison>
compare(std::shared_ptr<const desk::Derived> now, std::shared_ptr<const rules::Dossiers> then, const Against& against);

/// new, gone or still there; of data gaps or of findings.
enum class Change : std::uint8_t { fresh, gone, still };
struct ComparedFilter {
    data::Adcode county{};
    Change change = Change::fresh;
    bool gaps = false;
    friend bool operator==(const ComparedFilter&, const ComparedFilter&) = default;
};
/// A finding of a bus, or one about a vehicle in no register.
struct ComparedRow {
    const rules::Finding* finding = nullptr;
    const rules::StrangerFinding* stranger = nullptr;
};
/// Those of one list in its order: gravest first, then since, registration number, rule; suspects behind the buses of
/// their grade.
[[nodiscard]] std::vector<ComparedRow> compared(const Comparison& of, const ComparedFilter& filter);

/// How many findings (no gaps) each list has in a county.
[[nodiscard]] std::array<std::size_t, 3> compared_counts(const Comparison& of, data::Adcode county);

/// Heads and cells for table and workbook: grade, registration number, county, problem, since, for how many days,
/// department.
inline constexpr std::size_t compared_columns = 7;
[[nodiscard]] std::array<std::string, compared_columns> compared_heads(language::Language language);
[[nodiscard]] std::array<std::string, compared_columns>
compared_row(const Comparison& of, Change change, const ComparedRow& row, language::Language language);
/// The bus or the vehicle of a row of a list, in canonical form.
[[nodiscard]] std::string vehicle_of(const Comparison& of, Change change, const ComparedRow& row);
[[nodiscard]] rules::Severity severity_of(const ComparedRow& row);

/// The three lists of a county, findings and gaps, as the sheets of a workbook.
[[nodiscard]] std::vector<data::PlainSheet> compared_sheets(const Comparison& of, data::Adcode county,
                                                            language::Language language);

}  // namespace xiaoan::judging
