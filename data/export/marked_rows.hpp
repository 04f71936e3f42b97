// The rows of a ledger that something is wrong with, as a workbook to send back: faulty cells coloured, reasons beside.
#pragma once

#include "data/intake/import.hpp"

#include <cstddef>
#include <string>

namespace xiaoan::data {

/// Reads the imported file once more and writes, for each sheet of the report, the rows that have issues: the row
/// number as the spreadsheet shows it, every column that is known (personal texts masked; unknown columns may hold such
/// texts and are left out), and what is wrong in words. Cells are texts, never formulas. Gives the number of rows
/// written; with 0 no file is made. Throws IntakeFault where the file cannot be read any more, StoreFault (not_written,
/// disk_full) where `out` cannot be written; an older file of that name is then as it was.
std::size_t write_marked_rows(const std::string& out, const ImportRequest& asked, const ImportReport& report,
                              SentenceLanguage language);

}  // namespace xiaoan::data
