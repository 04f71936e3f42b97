// Reads CSV text (RFC 4180) as spreadsheet programs do, record by record.
#pragma once

#include "data/intake/encoding.hpp"
#include "data/intake/limits.hpp"
#include "data/intake/sheet.hpp"

#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace xiaoan::data {

/// A CSV file as a workbook of one sheet. Row numbers count records, blank lines included; a line break inside quotes
/// stays in its cell and does not count, as a spreadsheet program shows it. Line ends are LF, CR LF and CR. Quotes
/// inside an unquoted cell are text, and so is what follows a closing quote. Every cell is text.
/// Throws IntakeFault here for the encoding, and from the reader for an open quote or a bound that is passed.
[[nodiscard]] std::unique_ptr<Workbook> open_csv(std::shared_ptr<const SourceFile> source,
                                                 const std::optional<std::string>& encoding = std::nullopt,
                                                 const IntakeLimits& limits = {});

/// The separator of the text: comma, semicolon, tab or stroke (|), whichever splits most of the first records into the same number
/// of cells; comma where none does.
[[nodiscard]] char csv_separator(std::string_view text);

/// A reader over text that stays where it is; what open_csv and the fuzz target use. The text must be UTF-8.
[[nodiscard]] std::unique_ptr<SheetReader> read_csv(std::string_view text, char separator,
                                                    const IntakeLimits& limits = {});

}  // namespace xiaoan::data
