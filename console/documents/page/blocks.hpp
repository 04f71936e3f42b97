// Parts of a page under each other: text, figures side by side, a table; for annexes and for leaflets.
#pragma once

#include "console/documents/page/figure.hpp"
#include "console/documents/page/passage.hpp"
#include "console/documents/page/table.hpp"
#include "console/documents/page/typography.hpp"

#include <span>
#include <vector>

namespace xiaoan::documents {

/// Its parts stand in this order; each may be empty.
struct Block {
    bool on_new_page = false;
    double type_scale = 1;  // of the text's type against the document's
    std::vector<Passage> passages{};
    std::vector<Figure> figures{};  // side by side, the first at the left edge, the last at the right one
    Table table{};
};

/// Text set `scale` times as large, in the same proportions. Tables keep their type.
[[nodiscard]] Typography scaled(Typography type, double scale);

/// Draws the blocks from where the flow stands. Figures of a row are not parted between pages.
void draw_blocks(PageFlow& flow, std::span<const Block> blocks, const Typography& type, const Metrics& metrics);

/// How high blocks stand that fit on one page.
[[nodiscard]] double height_of(const Frame& frame, std::span<const Block> blocks, const Typography& type,
                               const Metrics& metrics);

}  // namespace xiaoan::documents
