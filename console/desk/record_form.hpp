// The form of one record, made from the fields of its kind: what is typed is read as a ledger's cells are.
#pragma once

#include "console/desk/frame.hpp"
#include "console/desk/request.hpp"
#include "data/kinds/field.hpp"

#include <string>
#include <utility>
#include <vector>

namespace xiaoan::desk {

/// Kept by the window from frame to frame.
struct RecordForm {
    bool opening = false;
    const data::KindInfo* kind = nullptr;
    std::string key;                  // empty: a new record
    std::vector<std::string> texts;   // one a field of the kind
    std::vector<std::string> before;  // what stood there; a field left as it was is not put
    std::string wrong;                // what the last attempt was refused for
    std::string wrong_field;          // its field's key
};

/// Opens the form. `given` pairs a field's key with its text; `held` are the texts of a record to change, personal ones
/// left empty: an empty one stays as it is.
void open_record_form(RecordForm& form, const data::KindInfo& kind, std::string key, std::vector<std::string> held,
                      const std::vector<std::pair<std::string, std::string>>& given);

/// Draws the form if it is open; answers with PutRecord. Call it in every frame, outside of other dialogs.
[[nodiscard]] Requests draw_record_form(RecordForm& form, const Frame& frame);

}  // namespace xiaoan::desk
