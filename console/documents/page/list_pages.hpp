// A list on A4 landscape: title, what it is about, one table, a foot on every page.
#pragma once

#include "console/documents/page/document_info.hpp"
#include "console/documents/page/table.hpp"

#include <string>
#include <vector>

namespace xiaoan::documents {

struct ListDocument {
    std::string title{};
    std::vector<std::string> facts{};  // lines under the title
    Table table{};
    std::string empty_text{};  // said where the table has no row
    std::string foot{};        // small print on every page
    std::string page_of{};     // "第 {0} 页，共 {1} 页"
    std::string demonstration{};
    DocumentInfo info{};
};

/// The list on pages: header row on each page, rows never split, pages numbered.
[[nodiscard]] std::vector<Page> list_pages(const ListDocument& list, const TableStyle& style, const Metrics& metrics);

}  // namespace xiaoan::documents
