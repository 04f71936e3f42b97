// The dossiers of a water and of a school as people read them: facts, what nobody has checked, what lies within reach.
#pragma once

#include "console/desk/derived.hpp"
#include "console/language/language.hpp"
#include "console/water/findings/gap_cases.hpp"
#include "console/water/water_rows.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace xiaoan::water {

/// A fact with its label; without a value nobody has given it.
struct PlaceFact {
    std::string label;
    std::string value;
};

/// Something within reach: a school of a water, a water of a school.
struct PlaceLink {
    std::string key;
    std::string name;
    std::string side;  // its distance
};

/// One item of equipment and whether it is there.
struct EquipmentFact {
    std::string label;
    data::Answer answer{};
};

/// Something that is known to be missing.
struct GapLine {
    std::string rule;   // WATER-LIFEBUOY-NONE
    std::string title;  // 无救生圈
    std::string text;   // 水边没有救生圈
};

/// A gap that a person has set aside: it does not count, and does not vanish.
struct WaivedLine {
    std::string title;
    std::string lasting;  // 豁免至 2026-12-31
    std::string reason;   // with who gave it
};

struct WaterView {
    data::RecordId id;
    std::string name;
    std::string line;  // kind, county, township
    std::vector<PlaceFact> facts;
    std::vector<EquipmentFact> equipment;  // with the fence
    std::vector<PlaceFact> duty;
    std::vector<PlaceLink> schools;  // by distance
    std::vector<GapLine> gaps;       // in the order of the rules
    std::vector<WaivedLine> waived;
    std::string unverified;  // measures that nobody has verified, in words
    std::optional<data::OpenCase>
        gap_case;           // that would be opened for the gaps; empty where there is none, or one holds them all
    std::string open_case;  // number of the case that is under way for them
    std::string origin;
};

/// A bus that serves a school on the date.
struct ServingBus {
    std::string key;
    std::string name;  // 吉G·12345
    std::string side;  // its gravest finding, or that it is in order
    rules::BusState state{};
};

struct SchoolView {
    data::RecordId id;
    std::string name;
    std::string line;
    std::vector<PlaceFact> facts;
    std::vector<ServingBus> buses;  // gravest first, then by number
    std::vector<PlaceLink> waters;  // by distance
    bool has_position = false;
    std::string origin;
};

/// As the settings of the register have them.
[[nodiscard]] Habits habits_of(const desk::Derived& derived);
/// With what is set aside there, as of its date; lives as long as it.
[[nodiscard]] GapBasis gap_basis_of(const desk::Derived& derived);

/// The case for what the water is known to lack, due by habit; empty where it lacks nothing, or one holds it all.
[[nodiscard]] std::optional<data::OpenCase> gap_case_of(const data::Snapshot& snapshot, const data::Water& water,
                                                        const GapBasis& basis);

/// Empty where the register has no such water (school).
[[nodiscard]] std::optional<WaterView> water_view(const desk::Derived& derived, std::string_view code,
                                                  language::Language language);
[[nodiscard]] std::optional<SchoolView> school_view(const desk::Derived& derived, std::string_view code,
                                                    language::Language language);

}  // namespace xiaoan::water
