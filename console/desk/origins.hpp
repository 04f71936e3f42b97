// Where each value of a record came from, folded into its dossier: file, sheet, row, change, day and person.
#pragma once

#include "console/desk/dossier_column.hpp"
#include "console/desk/request.hpp"
#include "data/register/value_origin.hpp"

#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace xiaoan::desk {

/// Kept by a panel from frame to frame. The log is asked once the fold is opened, and again after each change.
struct OriginsState {
    bool open = false;
    std::string kind;
    data::RecordId id;
    data::ChangeId newest;  // of the snapshot that was shown when the log was asked
    bool asked = false;
    std::optional<std::vector<data::ValueOrigin>> values;
};

/// Draws the word that opens the fold and, when it is open, the values. `key` gives the record's key in clear.
[[nodiscard]] Requests draw_origins(OriginsState& state, const Frame& frame, DossierColumn& column,
                                    const data::KindInfo& kind, data::RecordId id,
                                    const std::function<std::string()>& key);

/// What the log answered; an answer about another record is dropped.
void take_origins(OriginsState& state, const ReadOrigins& of, const std::vector<data::ValueOrigin>& values);

}  // namespace xiaoan::desk
