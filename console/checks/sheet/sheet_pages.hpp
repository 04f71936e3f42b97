// The check sheet on paper: a cover for each team, a page for each vehicle, blank ones for vehicles nobody expects.
#pragma once

#include "console/checks/sheet/check_sheet.hpp"
#include "console/documents/page/document_info.hpp"
#include "console/documents/page/metrics.hpp"

#include <vector>

namespace xiaoan::checks {

/// A4 upright. Each team begins on a page of its own, so that its sheets can be handed to it.
[[nodiscard]] std::vector<documents::Page> sheet_pages(const CheckSheet& sheet, const documents::Metrics& metrics);

[[nodiscard]] documents::DocumentInfo sheet_info(const CheckSheet& sheet);

}  // namespace xiaoan::checks
