// What the rules read of each record, gathered once for a snapshot into small values that lie side by side, bus after
// bus: a million buses are judged without a walk through their records, which evidence alone goes back to.
#pragma once

#include "console/rules/driver_history.hpp"
#include "console/rules/licence_class.hpp"
#include "console/rules/scrap_age.hpp"
#include "console/rules/text_key.hpp"
#include "console/rules/vehicle.hpp"
#include "data/kinds/kinds.hpp"

#include <cstdint>
#include <limits>

namespace xiaoan::rules {

/// No entry in a list of facts.
inline constexpr std::uint32_t no_index = std::numeric_limits<std::uint32_t>::max();

/// Whether two texts say the same; not given where one of them is empty.
enum class Match : std::uint8_t { not_given, same, differs };

struct PermitFacts {
    using Record = data::Permit;
    data::RecordId id;
    data::PersonRef driver;
    TextKey number = no_text;
    TextKey route = no_text;
    data::DateCell applied_on, accepted_on, consulted_on, called_on, presented_on, police_replied_on,
        transport_replied_on, reported_on, extended_to, decided_on, valid_from, valid_to, revoked_on;
    std::uint32_t route_row = no_index;  // index of the RouteFacts; none where the register lacks that route
    data::TimeOfDay departs_at;
    data::Decision decision{};
    data::Direction direction{};  // of its route
};

/// The route is not looked up.
[[nodiscard]] PermitFacts facts_of(const data::Permit& permit);

struct PlateFacts {
    using Record = data::Plate;
    data::RecordId id;
    data::PersonRef driver;
    TextKey route = no_text;
    TextKey stops = no_text;  // as printed on it
    data::DateCell claimed_on, issued_on, valid_to, withdrawn_on;
    std::uint32_t route_row = no_index;
    data::TimeOfDay departs_at;
    data::PlateState state{};
    data::Direction direction{};
    Match owner{};                 // against the owner of the bus that it names
    bool permit_of_other = false;  // the permit that it names is another vehicle's
};

struct RunFacts {
    using Record = data::Run;
    data::RecordId id;
    data::PersonRef driver;
    TextKey route = no_text;
    TextKey stops = no_text;              // of its route, see RouteFacts
    std::uint32_t driver_row = no_index;  // index of the DriverFacts; none where the register lacks that person
    std::uint32_t agreement = no_index;   // index of the AgreementFacts; none where no school stands behind its route
    std::int32_t riders = -1;             // below 0: not given
    data::DateCell from_on, to_on;
    data::TimeOfDay departs_at;  // its own, else its route's
    data::Direction direction{};
    bool attended = false;
};

/// What routes are compared by.
struct RouteFacts {
    TextKey school = no_text;
    TextKey stops = no_text;  // the set of their names; nothing where none is recorded
    data::TimeOfDay departs_at;
    data::Direction direction{};
};

struct SubstitutionFacts {
    using Record = data::Substitution;
    data::RecordId id;
    data::PersonRef driver;
    data::DateCell date, filed_on;
    bool other_bus = false;
};

struct DriverFacts {
    using Record = data::Driver;
    data::RecordId id;
    LicenceClasses classes;
    data::DateCell licensed_on, licence_until, qualified_on, withdrawn_on, last_review_on, born_on;
    DriverHistory history;
};

struct MaintenanceFacts {
    using Record = data::Maintenance;
    data::RecordId id;
    data::DateCell done_on;
};

/// What is on file between one school and one operator (校车安全管理责任书): the earliest days of all their agreements.
struct AgreementFacts {
    data::DateCell signed_on;         // the first signature
    data::DateCell filed_on;          // the first filing
    data::DateCell unsaid_signed_on;  // the first signature of one of which nobody said whether it was filed
    bool signed_undated = false;      // of one nobody wrote down when it was signed
    bool unsaid_undated = false;      // and neither whether it was filed
};

struct OperatorFacts {
    TextKey key = no_text;  // nothing where the bus names none
    data::DateCell licence_until;
    bool known = false;          // the register holds it
    bool has_agreement = false;  // with any school
    data::OperatorKind kind{};
};

struct BusFacts {
    using Record = data::Bus;
    data::RecordId id;
    data::DateCell inspection_end;  // as stated, else half a year after the last; "none" where there is none
    data::DateCell last_inspection_on;
    data::DateCell compulsory_insurance_until, liability_insurance_until, equipment_until;
    data::DateCell ages_from;  // its age is counted from this day
    data::DateCell newest_maintenance_on{};
    std::int32_t seats = -1;  // below 0: not given
    ServiceLimit limit;
    ScrapAge scrap_age;
    OperatorFacts run_by;
    data::BusState state{};
    data::Service service{};
    data::PupilsServed pupils_served{};
    data::Answer satellite_positioning{};
    bool equipment_lacks = false;      // a piece is said to be missing
    bool equipment_not_given = false;  // of a piece nothing is said
    SchoolBusFit fit{};
    VinState vin{};
    bool vin_twice = false;
    bool many_km = false;          // from the guidance of the scrapping rule on
    bool plate_elsewhere = false;  // see Dossiers::plates_elsewhere
    bool set_aside = false;        // see Dossiers::silencing
};

}  // namespace xiaoan::rules
