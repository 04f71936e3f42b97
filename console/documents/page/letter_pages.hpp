// A letter set on pages by GB/T 9704-2012.
#pragma once

#include "console/documents/page/letter.hpp"

namespace xiaoan::documents {

/// All pages of the letter: head, title, addressee, body, note on annexes, signature and date, the annexes each on a
/// page of its own, what goes to others, page numbers (odd right, even left; none on the first page of the letter
/// form), the small print at the foot of the last page.
[[nodiscard]] std::vector<Page> letter_pages(const Letter& letter, const Metrics& metrics);

}  // namespace xiaoan::documents
