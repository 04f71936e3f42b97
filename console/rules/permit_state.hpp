// What a permit or a plate is on a date: granted, in force, held; and since when.
#pragma once

#include "console/rules/rule.hpp"

namespace xiaoan::rules {

/// Decided in the applicant's favour, by this day.
[[nodiscard]] bool is_granted(const PermitFacts& permit, data::Date as_of);
/// Neither granted nor refused by this day.
[[nodiscard]] bool is_undecided(const PermitFacts& permit, data::Date as_of);
/// Revoked, withdrawn or cancelled (吊销, 撤销, 注销), by this day.
[[nodiscard]] bool is_revoked(const PermitFacts& permit, data::Date as_of);
/// Granted, begun, not revoked, and within its term; the last valid day counts. Without an end it has no term.
[[nodiscard]] bool is_in_force(const PermitFacts& permit, data::Date as_of);
[[nodiscard]] bool is_in_force(const data::Permit& permit, data::Date as_of);
/// Granted, and begun, revoked or past its end: one that begins later cannot have expired, unless its beginning is a
/// slip.
[[nodiscard]] bool is_judged(const PermitFacts& permit, data::Date as_of);
/// A number, a term or a date says that something was decided, but not what or when.
[[nodiscard]] bool is_incomplete(const PermitFacts& permit, data::Date as_of);
/// The day from which a granted permit holds: its decision, or a later beginning.
[[nodiscard]] data::Date holds_from(const PermitFacts& permit);

enum class Renewal { none, filed, cannot_tell };
/// Whether a renewal of the permit in force is filed by this day: a later application that is not yet decided, or a
/// granted permit that starts no later than the day after the end.
[[nodiscard]] Renewal renewal_of(const PermitFacts& permit, const Dossier& dossier, data::Date as_of);

/// Issued, not withdrawn, and valid; on this day. A claim is not a plate.
[[nodiscard]] bool is_held(const PlateFacts& plate, data::Date as_of);
[[nodiscard]] bool is_held(const data::Plate& plate, data::Date as_of);

/// Claimed by this day and not yet issued on it.
[[nodiscard]] bool is_open_claim(const PlateFacts& plate, data::Date as_of);

/// The papers that count on a date.
struct Papers {
    const PermitFacts* permit_in_force = nullptr;  // of several the one decided last
    const PermitFacts* permit_judged = nullptr;    // the one in force, else the one decided last
    const PlateFacts* plate_held = nullptr;        // of several the one issued last
};
[[nodiscard]] Papers papers_on(const Dossier& dossier, data::Date as_of);
/// The days on which that can change.
[[nodiscard]] std::vector<data::Date> paper_changes(const Dossier& dossier);

/// First day of the unbroken service up to the date: runs that follow each other without a day between them.
/// Not given where a run does not say when it began, or none is recorded.
[[nodiscard]] data::DateCell in_service_since(const BusOnDate& bus);

}  // namespace xiaoan::rules
