// Rows of text that flow over pages, some of them kept together.
#pragma once

#include "console/documents/page/page_flow.hpp"
#include "console/documents/page/passage.hpp"
#include "console/documents/page/typography.hpp"

#include <span>
#include <vector>

namespace xiaoan::documents {

/// One row; an empty one is a blank line. What `keeps_next` is not parted from the row after it.
struct TextRow {
    SetLine line;
    double x = 0;       // from the left of the text area
    double height = 0;  // of the row
    double size_pt = 0;
    bool keeps_next = false;
};

[[nodiscard]] TextRow a_blank_row(double height);

/// Rows of a passage in the width of the text area.
[[nodiscard]] std::vector<TextRow> rows_of(const Passage& passage, const Typography& type, double width_pt,
                                           const Metrics& metrics);
[[nodiscard]] std::vector<TextRow> rows_of(std::span<const Passage> passages, const Typography& type, double width_pt,
                                           const Metrics& metrics);

/// Puts rows into the flow. Rows kept together go to the next page together, unless they are higher than a page.
void draw_rows(PageFlow& flow, std::span<const TextRow> rows);

}  // namespace xiaoan::documents
