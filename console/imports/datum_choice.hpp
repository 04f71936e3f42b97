// On which datum the positions of a sheet are read: what the file says of it, what was recognised, what a person says.
#pragma once

#include "console/desk/dossier_column.hpp"
#include "console/imports/import_list.hpp"

#include <optional>

namespace xiaoan::imports {

/// What a person said; without a datum: that it is left to the file.
struct SaidDatum {
    std::optional<data::Datum> datum;
    friend bool operator==(const SaidDatum&, const SaidDatum&) = default;
};

/// Whether a sheet has columns that say where something is.
[[nodiscard]] bool has_places(const data::SheetReport& sheet);

/// The question, with its evidence, where positions are off by the shift of a datum that nobody named; nothing else.
[[nodiscard]] std::optional<SaidDatum> draw_datum_question(const desk::Frame& frame, desk::DossierColumn& column,
                                                           const data::SheetReport& sheet);
/// The same, and the datum to be picked, of a sheet that has places.
[[nodiscard]] std::optional<SaidDatum> draw_datum_choice(const desk::Frame& frame, desk::DossierColumn& column,
                                                         const ImportEntry& entry, const data::SheetReport& sheet);

}  // namespace xiaoan::imports
