// What a reader of tables yields: sheets, their rows one after another, and cells with what they hold.
#pragma once

#include "data/intake/date_system.hpp"
#include "data/intake/issue.hpp"
#include "data/intake/source_file.hpp"

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace xiaoan::data {

enum class CellKind : std::uint8_t {
    text,
    number,
    moment,  // a date, a time or both, by the cell's number format or type
    boolean,
    error,            // #N/A and its like, a number no double holds, a date that does not exist
    formula_unvalued  // a formula that no program has calculated yet
};

/// One cell that holds something. `text` is always what a person would read there, in UTF-8: numbers in plain digits
/// (15 significant), moments as 2026-03-01, 2026-03-01T07:05:00 or 07:05:00, booleans as TRUE or FALSE.
struct Cell {
    std::uint32_t column = 0;  // from 0
    CellKind kind = CellKind::text;
    double number = 0;  // of numbers, moments (the serial) and booleans
    std::string_view text;
    bool merged = false;  // what the first cell of a merged area says, of which this is another
};

/// One row. Its views hold until the next call of SheetReader::next.
struct SheetRow {
    std::uint32_t number = 0;     // as the spreadsheet program shows it: from 1, blank rows counted
    bool hidden = false;          // filtered out or hidden by hand
    std::span<const Cell> cells;  // by ascending column, empty ones left out

    /// The cell in a column; null where it is empty.
    [[nodiscard]] const Cell* at(std::uint32_t column) const;
    /// Whether nothing but spaces stands in it.
    [[nodiscard]] bool blank() const;
};

struct SheetInfo {
    std::string name;  // empty for a CSV file
    bool hidden = false;
};

/// A rectangle of merged cells; rows from 1, columns from 0, all inclusive. Its value is that of the first cell.
struct MergedCells {
    std::uint32_t first_row = 0, first_column = 0, last_row = 0, last_column = 0;
};

/// Reads one sheet from its first row to its last.
class SheetReader {
public:
    virtual ~SheetReader() = default;
    SheetReader(const SheetReader&) = delete;
    SheetReader& operator=(const SheetReader&) = delete;

    /// The next row that has cells; false after the last. Throws IntakeFault.
    [[nodiscard]] virtual bool next(SheetRow& row) = 0;
    /// The merged cells; complete only once next() has answered false, because the format puts them last.
    [[nodiscard]] virtual std::span<const MergedCells> merged() const { return {}; }

protected:
    SheetReader() = default;
};

/// An opened file of tables: a workbook with its sheets, or a CSV file with its one.
class Workbook {
public:
    virtual ~Workbook() = default;
    Workbook(const Workbook&) = delete;
    Workbook& operator=(const Workbook&) = delete;

    [[nodiscard]] virtual const SourceFile& source() const = 0;
    [[nodiscard]] virtual std::span<const SheetInfo> sheets() const = 0;
    /// A reader at the start of a sheet; it must not outlive the workbook. Throws IntakeFault.
    [[nodiscard]] virtual std::unique_ptr<SheetReader> open(std::size_t sheet) = 0;
    /// How bare numbers count days: decides what 46082 means in a date column.
    [[nodiscard]] virtual DateSystem date_system() const { return DateSystem::from_1900; }
    /// Of a text file, the encoding it was read in: "UTF-8", "GB18030", "UTF-16LE" …; empty for a workbook.
    [[nodiscard]] virtual std::string_view encoding() const { return {}; }
    /// The reference system that a geographic file names for a sheet, as its authority calls it; empty where it names
    /// none, and of tables.
    [[nodiscard]] virtual std::string_view crs(std::size_t) const { return {}; }
    /// What is doubtful about a sheet as a whole: no_crs, rough_crs.
    [[nodiscard]] virtual std::vector<RowIssue> doubts(std::size_t) const { return {}; }

protected:
    Workbook() = default;
};

}  // namespace xiaoan::data
