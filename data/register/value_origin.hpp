// Where each value of a record came from: the change that last gave it, and the file, sheet and row that one read.
#pragma once

#include "data/register/change.hpp"

#include <optional>
#include <span>
#include <string>
#include <vector>

namespace xiaoan::data {

/// One value as it is held. `undoes` is set where an undoing brought it back; `origin` is then that of the value.
struct ValueOrigin {
    std::string field;  // its key; retired_at and retired_reason too, of a record that was taken out of use
    Value value;        // a personal text stands masked
    ChangeId change;
    std::string at;
    std::string actor;
    std::optional<ChangeId> undoes;
    Origin origin;  // source 0 where it was entered by hand
};

/// The values given of one record, in the order of its kind's fields. `newest_first` is its whole history,
/// as HistoryRequest with kind and key gives it. Of several records that bore the key in turn the one in use, else the
/// newest; empty where none is left.
[[nodiscard]] std::vector<ValueOrigin> value_origins(std::span<const Change> newest_first);

}  // namespace xiaoan::data
