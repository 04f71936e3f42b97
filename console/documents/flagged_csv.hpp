// The list of flagged buses as CSV, with the same words as the printed page.
#pragma once

#include "console/documents/flagged_list.hpp"

#include <string>

namespace xiaoan::documents {

/// With a byte order mark and CR LF, so that spreadsheets in China open it rightly.
[[nodiscard]] std::string flagged_list_csv(const FlaggedList& list);

}  // namespace xiaoan::documents
