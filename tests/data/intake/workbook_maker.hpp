// Workbooks made by hand, part by part, so that a test can say every odd thing a workbook may hold.
#pragma once

#include "data/intake/sheet.hpp"

#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace xiaoan::data::test {

/// Parts by name, as they stand in the zip file.
using Parts = std::map<std::string, std::string>;

/// A workbook of one sheet "名册" with this text between <sheetData> and its end, and these shared strings (<si>…) and
/// number formats of styles 0, 1, 2 … (ids or codes).
struct MadeWorkbook {
    std::string sheet_data;
    std::string after_data{};  // mergeCells
    std::string shared_strings{};
    std::vector<std::string> formats{};
    bool from_1904 = false;
};

[[nodiscard]] Parts parts_of(const MadeWorkbook& made);
/// The bytes of a zip file with these parts.
[[nodiscard]] std::string zipped(const Parts& parts);
[[nodiscard]] std::string bytes_of(const MadeWorkbook& made);

/// One sheet as a test draws it: a text a cell, "" for none, "#36" for the number 36, "#46357@1" with style 1.
struct DrawnSheet {
    std::string name = "名册";
    std::vector<std::vector<std::string>> rows;
    std::vector<std::string> merges{};  // A1:B2
    bool hidden = false;
};
/// The bytes of a workbook of these sheets; style 1 is a date, style 2 a time of day.
[[nodiscard]] std::string drawn_workbook(const std::vector<DrawnSheet>& sheets);
/// The same sheet as a CSV, in which merged cells leave all but the first empty.
[[nodiscard]] std::string drawn_csv(const DrawnSheet& sheet);

/// A cell as a test names it: "B12 text 洮南".
[[nodiscard]] std::string described(std::uint32_t row, const Cell& cell);
/// All cells of a sheet, described, in order.
[[nodiscard]] std::vector<std::string> cells_of(SheetReader& reader);
[[nodiscard]] std::vector<std::string> cells_of(const std::string& bytes);

}  // namespace xiaoan::data::test
