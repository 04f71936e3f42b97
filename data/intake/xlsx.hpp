// Reads XLSX workbooks (ECMA-376) from strangers, within bounds and without losing a value silently.
#pragma once

#include "data/intake/limits.hpp"
#include "data/intake/sheet.hpp"

#include <memory>

namespace xiaoan::data {

/// Opens a workbook: its contents, formats and shared strings are read here, its sheets when they are asked for.
/// Throws IntakeFault where it is truncated, damaged, encrypted or larger than the limits, carries a document type, or
/// is another kind of zip file (.ods, .xlsb, .docx).
[[nodiscard]] std::unique_ptr<Workbook> open_xlsx(std::shared_ptr<const SourceFile> source,
                                                  const IntakeLimits& limits = {});

}  // namespace xiaoan::data
