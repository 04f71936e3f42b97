// The column of a document that is filled from top to bottom, page after page.
#pragma once

#include "console/documents/page/page.hpp"

#include <utility>
#include <vector>

namespace xiaoan::documents {

/// Where text stands on each page; points.
struct Frame {
    double left = gb9704::left;
    double top = gb9704::top;
    double width = gb9704::width;
    double bottom = gb9704::bottom;
    double page_width = a4_width;
    double page_height = a4_height;

    [[nodiscard]] double height() const { return bottom - top; }
    [[nodiscard]] double right() const { return left + width; }
};

class PageFlow {
public:
    explicit PageFlow(const Frame& frame) : frame_(frame) { next_page(); }

    [[nodiscard]] const Frame& frame() const { return frame_; }
    [[nodiscard]] Page& page() { return pages_.back(); }
    [[nodiscard]] std::size_t page_number() const { return pages_.size(); }  // from 1
    /// Where the next thing stands, from the top of the page.
    [[nodiscard]] double y() const { return y_; }
    [[nodiscard]] double room() const { return frame_.bottom - y_; }
    [[nodiscard]] bool at_top() const { return y_ <= frame_.top; }

    void move_to(double y) { y_ = y; }
    void move(double by) { y_ += by; }
    void next_page()
    {
        pages_.emplace_back().width = frame_.page_width;
        pages_.back().height = frame_.page_height;
        y_ = frame_.top;
    }
    /// Goes to the next page where less than this is left; a hair of rounding does not count.
    void need(double height)
    {
        if (room() + 0.01 < height && !at_top()) next_page();
    }
    [[nodiscard]] std::vector<Page> take() { return std::move(pages_); }

private:
    Frame frame_;
    std::vector<Page> pages_;
    double y_ = 0;
};

}  // namespace xiaoan::documents
