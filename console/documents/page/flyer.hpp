// A leaflet on one page: letterhead, title, text with figures, and at the foot a strip to cut off.
#pragma once

#include "console/documents/page/blocks.hpp"
#include "console/documents/page/document_info.hpp"
#include "console/language/language.hpp"

#include <string>
#include <vector>

namespace xiaoan::documents {

struct Flyer {
    language::Language language{};
    std::string letterhead{};
    std::string title{};
    std::vector<Block> blocks{};
    std::vector<Block> strip{};   // at the foot, under a dashed line; empty: none
    std::string cut_here{};       // on that line
    std::string demonstration{};  // 演示数据, or empty
    DocumentInfo info{};
};

/// The leaflet on one page: text is set in 14.4 pt (Latin 12.7) and, where it would not fit, in smaller steps down to
/// two thirds of it; what even then has no room goes on over a second page.
[[nodiscard]] std::vector<Page> flyer_pages(const Flyer& flyer, const Metrics& metrics);

}  // namespace xiaoan::documents
