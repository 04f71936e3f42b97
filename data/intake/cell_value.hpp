// From what a cell shows to the value that the register stores, by the type of its field.
#pragma once

#include "data/intake/position_value.hpp"
#include "data/intake/sheet.hpp"
#include "data/intake/values/county.hpp"
#include "data/intake/values/reading.hpp"
#include "data/kinds/field.hpp"
#include "data/register/region.hpp"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace xiaoan::data {

/// What is known about a whole file.
struct CellContext {
    std::vector<CountyName> counties;
    std::vector<std::string> parents;  // names that may stand before a county's
    DateSystem date_system = DateSystem::from_1900;
    Datum datum = Datum::cgcs2000;
    bool keep_unswapped = false;  // positions that seem swapped are kept as they stand
};

[[nodiscard]] CellContext cell_context(const Region& region, DateSystem date_system = DateSystem::from_1900,
                                       Datum datum = Datum::cgcs2000);

/// What the cells of one column mean: the field, and what follows from its place in its kind and from the header.
struct CellMeaning {
    const KindInfo* kind = nullptr;
    const FieldInfo* field = nullptr;
    bool code = false;           // text by which records are named: without spaces, half-width
    bool name = false;           // of a firm, a school, a place: spaces between characters mean nothing
    bool period_end = false;     // a month alone means its last day
    bool driver_record = false;  // words with dates
    bool lines_only = false;     // of a geometry
    bool counted = false;        // an answer below a header that asks how many there are
    std::string header_unit;     // 米 of 水深(米)
};

[[nodiscard]] CellMeaning cell_meaning(const KindInfo& kind, std::size_t field, std::string_view header_unit = {});

/// The text of a cell without outer spaces and without the apostrophe by which spreadsheets and our own export mark
/// text. A view into `cell`.
[[nodiscard]] std::string_view bare_text(std::string_view cell, const FieldInfo& field);

/// The value of a cell that is not blank, in the form of data::Value. What a ledger writes for "there is none" (无) is
/// the word none in dates and in a driver's record, and Cleared or nothing given in names, references and codes.
/// Faults: those of the parsers, cell_error, formula_without_value, digits_lost, out_of_range for numbers below 0 or
/// above 10^15. Longitude and latitude are read alone and as they stand; parse_position reads the pair.
[[nodiscard]] Reading<Doubted<Value>> read_cell(const Cell& cell, const CellMeaning& meaning,
                                                const CellContext& context);

}  // namespace xiaoan::data
