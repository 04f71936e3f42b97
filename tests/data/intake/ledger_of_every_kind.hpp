// One record of every kind as a Chinese ledger, as an English one, and as the register keeps it.
#pragma once

#include "data/kinds/cell.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace xiaoan::data::test {

struct LedgerCell {
    std::string_view key;
    std::string_view zh;  // the cell under the Chinese header
    std::string_view en;  // the cell under the key
    Value stored;
};

struct LedgerOfKind {
    std::string_view kind;
    std::vector<LedgerCell> cells;
};

/// The same text in all three places.
[[nodiscard]] LedgerCell same(std::string_view key, std::string_view text);
[[nodiscard]] std::vector<LedgerOfKind> ledger_of_every_kind();

/// Both as files: headers and one row.
[[nodiscard]] std::string chinese_csv(const LedgerOfKind& ledger);
[[nodiscard]] std::string english_csv(const LedgerOfKind& ledger);
/// The Chinese one as a workbook of one sheet, all cells text.
[[nodiscard]] std::string chinese_xlsx(const LedgerOfKind& ledger);

}  // namespace xiaoan::data::test
