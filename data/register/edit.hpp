// A recorded transaction in the making: records put one after another, then committed as one change, or dropped.
#pragma once

#include "data/kinds/field.hpp"
#include "data/register/commands.hpp"
#include "data/register/result.hpp"
#include "data/register/track.hpp"

#include <cstddef>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace xiaoan::data {

/// What putting one row did.
enum class Outcome { added, changed, unchanged };

/// One field of a put row, before and after, by its index in the kind. A personal text stands masked.
struct PutChange {
    std::size_t field = 0;
    Value old_value;
    Value new_value;
    PersonRef old_person{};  // of a personal text
};

struct PutResult {
    Outcome outcome = Outcome::unchanged;
    RecordId id;
    std::vector<PutChange> changes;  // of a changed record only
    Origin before{};                 // of a changed record: where it was last changed before
    Adcode county_before{};          // of a changed record of a kind that has a county
    bool replaces = false;           // an added record that takes the place of another (replace_vehicle)
};

/// A file to record as the source of rows.
struct NewSource {
    std::string file;
    std::string sheet;
    std::string sha256;
    std::string kind;
};

/// Holds the register's only write transaction; rolled back where it ends without commit.
class Edit {
public:
    Edit(Edit&&) noexcept;
    Edit& operator=(Edit&&) = delete;
    ~Edit();

    /// Adds or changes the record that the natural key in `values` names. `values` has one entry for each field of the
    /// kind; an empty one leaves the field as it is. A record that stays as it was keeps its origin.
    /// A kind with two keys (permits, plates) is found by the first, else among those that lack it by the second; a row
    /// without the first is also the one record that has both.
    /// Rejected: missing_key, missing_field (required, of a new record), bad_value (not of the field's type),
    /// key_in_use; vehicle_replaced (arguments: key and recorded VIN) for a bus whose recorded VIN differs, unless
    /// `replace_vehicle`: then the old record is retired and a new one added.
    Result<PutResult> put(const KindInfo& kind, std::span<const Value> values, Origin origin,
                          bool replace_vehicle = false);

    /// The id of the source that rows put from now on may name. Recorded with the change, if there is one.
    std::int64_t add_source(const NewSource& source, const Actor& actor);
    /// The file, sheet and kind of a source; empty for 0 and where there is none of that id.
    [[nodiscard]] std::optional<NewSource> source(std::int64_t id) const;
    /// Whether these values would add a record rather than find one in use.
    [[nodiscard]] bool is_new(const KindInfo& kind, std::span<const Value> values) const;
    /// Keeps what a changed record held before, because it was another county's file that had given it: a conflict for
    /// a person to settle.
    void contest(const KindInfo& kind, const PutResult& changed, Origin by);

    /// Keeps points of a vehicle that are new or say something new: ascending by time, one a second, all of one source.
    void add_track(std::string_view registration_number, std::span<const TrackPoint> points, std::int64_t source);
    /// The points of a vehicle from `first` to `last`, those of this edit included.
    [[nodiscard]] RecordedTrack track(std::string_view registration_number, Timestamp first, Timestamp last) const;

    /// Whether a record in use answers to this reference: its key, or an operator's name.
    [[nodiscard]] bool has_referred(const KindInfo& kind, std::string_view reference) const;
    /// The same of each of many; faster from some hundred on.
    [[nodiscard]] std::vector<bool> have_referred(const KindInfo& kind,
                                                  std::span<const std::string_view> references) const;

    /// Writes the change; empty where no record was touched (then nothing is written, no source either). Either way the
    /// edit is over: nothing may be asked of it afterwards.
    std::optional<ChangeId> commit(const Actor& actor, std::string_view command, std::string_view reason);

    struct State;  // edit_state.hpp, for the register's own files

private:
    friend class Register;
    explicit Edit(std::unique_ptr<State> state);
    std::unique_ptr<State> state_;
};

}  // namespace xiaoan::data
