// One worksheet of a workbook, row by row.
#pragma once

#include "data/intake/sheet.hpp"
#include "data/intake/xlsx_strings.hpp"
#include "data/intake/xlsx_styles.hpp"
#include "data/intake/xml_walk.hpp"

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace xiaoan::data {

/// Reads xl/worksheets/sheetN.xml. Rows and cells without a place of their own follow the one before them. A cell's
/// value is the cached result where it is a formula. Numbers are moments where the style says so.
class XlsxSheet final : public SheetReader, private XmlContent {
public:
    /// `strings` and `styles` must outlive it; `cells_read` counts over all sheets of the workbook.
    XlsxSheet(std::unique_ptr<ZipPart> part, const XlsxStrings& strings, const XlsxStyles& styles,
              DateSystem date_system, std::uint64_t& cells_read, const IntakeLimits& limits);

    bool next(SheetRow& row) override;
    std::span<const MergedCells> merged() const override { return merged_; }

private:
    /// A cell whose text may lie in the row's own bytes, which still move.
    struct PendingCell {
        Cell cell;
        std::size_t offset = 0;
        std::size_t length = 0;
        bool own = false;
    };
    struct RowBuffer {
        std::uint32_t number = 0;
        bool hidden = false;
        std::vector<PendingCell> cells;
        std::string bytes;
    };
    enum class Collecting : std::uint8_t { nothing, value, inline_text };

    void start(std::string_view name, const XmlAttributes& attributes) override;
    void end(std::string_view name) override;
    void text(std::string_view piece) override;

    void start_row(const XmlAttributes& attributes);
    void start_cell(const XmlAttributes& attributes);
    void end_cell();
    void end_row();
    void note_merge(std::string_view range);

    void put(CellKind kind, double number, std::string_view text);
    void put_shared();
    void put_number();

    const XlsxStrings& strings_;
    const XlsxStyles& styles_;
    DateSystem date_system_;
    std::uint64_t& cells_read_;
    IntakeLimits limits_;
    std::string part_name_;

    bool in_data_ = false, in_row_ = false, in_cell_ = false, in_phonetic_ = false, saw_formula_ = false;
    Collecting collecting_ = Collecting::nothing;
    std::string type_;
    std::uint64_t style_ = 0;
    std::uint32_t column_ = 0, next_column_ = 0, last_row_ = 0;
    std::string value_, unescaped_;

    RowBuffer building_;
    std::vector<RowBuffer> ready_;
    std::size_t ready_count_ = 0, given_ = 0;
    std::vector<Cell> cells_;
    std::vector<MergedCells> merged_;
    XmlWalk walk_;
};

}  // namespace xiaoan::data
