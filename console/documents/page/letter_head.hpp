// The head of the first page: the sender's name, its rules, the document's number.
#pragma once

#include "console/documents/page/letter.hpp"
#include "console/documents/page/page_flow.hpp"

namespace xiaoan::documents {

/// Draws the head on the flow's first page and leaves the flow where the title begins, on a row of the grid.
/// GB/T 9704-2012: 10.1 for the letter form, 7.2.4 to 7.2.7 for the document form. Without a head the title stands on
/// the first row.
void draw_head(PageFlow& flow, const Letter& letter, const Metrics& metrics);

}  // namespace xiaoan::documents
