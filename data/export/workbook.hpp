// A workbook of tables that are made for reading, not for importing again: the annex of a document.
#pragma once

#include "data/kinds/cell.hpp"

#include <span>
#include <string>
#include <variant>
#include <vector>

namespace xiaoan::data {

using SheetCell = std::variant<std::monostate, std::string, double, Date>;

struct Sheet {
    std::string name;  // at most 31 characters, none of []:*?/ and backslash
    std::vector<std::string> headers;
    std::vector<std::vector<SheetCell>> rows;
};

struct WorkbookInfo {
    std::string title;
    Date as_of{};  // written as the date of creation, so that no clock gets into the file
};

/// Writes the sheets to `path`, whole or not at all: headers frozen and with filters, numbers and dates as such, text
/// as text, never a formula. The same sheets give the same bytes. Throws StoreFault: not_written, disk_full; also for a
/// text that a cell cannot hold (32,767 characters).
void write_workbook(const std::string& path, std::span<const Sheet> sheets, const WorkbookInfo& info);

}  // namespace xiaoan::data
