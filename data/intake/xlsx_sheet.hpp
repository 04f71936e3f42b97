// One worksheet of a workbook, row by row.
#pragma once

#include "data/intake/sheet.hpp"
#include "data/intake/xlsx_strings.hpp"
#include "data/intake/xlsx_styles.hpp"
#include "data/intake/xml_scan.hpp"
#include "data/intake/zip_archive.hpp"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace xiaoan::data {

/// Reads xl/worksheets/sheetN.xml. Rows and cells without a place of their own follow the one before them. A cell's
/// value is the cached result where it is a formula. Numbers are moments where the style says so. The merged cells,
/// which the format puts behind the rows, are known from the start: the part lies in memory whole.
class XlsxSheet final : public SheetReader {
public:
    /// `strings` and `styles` must outlive it; `cells_read` counts cells with a value over all sheets of the workbook.
    XlsxSheet(UnpackedPart part, const XlsxStrings& strings, const XlsxStyles& styles, DateSystem date_system,
              std::uint64_t& cells_read, const IntakeLimits& limits);

    bool next(SheetRow& row) override;
    std::span<const MergedCells> merged() const override { return merged_; }

private:
    /// A cell whose text lies in the row's own bytes, which move while the row is read.
    struct OwnText {
        std::size_t cell = 0;
        std::size_t offset = 0;
        std::size_t length = 0;
    };
    /// A cell that is being read.
    struct Reading {
        std::uint32_t column = 0;
        std::uint64_t style = 0;
        std::string_view type;
        std::string_view value;  // into the part, or into value_ where it came in pieces
        bool formula = false;
    };

    void read_merges();
    void read_row();
    void start_row();
    void read_cell();
    void start_cell(Reading& cell);
    void read_value(Reading& cell);
    void take_piece(Reading& cell, std::string_view piece);
    void finish_cell(const Reading& cell);
    void finish_row();

    void put(const Reading& cell, CellKind kind, double number, std::string_view text);
    void put_own(const Reading& cell, CellKind kind, double number, std::string_view text);
    void put_shared(const Reading& cell);
    void put_number(const Reading& cell);
    [[nodiscard]] bool stays(std::string_view text) const;
    [[noreturn]] void damaged(std::string_view detail) const;

    UnpackedPart part_;
    std::string converted_;
    std::string_view text_;
    XmlScan scan_;
    const XlsxStrings& strings_;
    const XlsxStyles& styles_;
    DateSystem date_system_;
    std::uint64_t& cells_read_;
    IntakeLimits limits_;

    bool in_data_ = false, hidden_ = false;
    std::uint32_t row_ = 0, next_column_ = 0;
    std::string value_, row_bytes_;
    std::vector<OwnText> own_texts_;
    std::vector<Cell> cells_;
    std::vector<MergedCells> merged_;
};

}  // namespace xiaoan::data
