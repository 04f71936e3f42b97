// What stays together at the end of a line: words, numbers with their unit, dates, registration and document numbers.
#pragma once

#include <string_view>
#include <vector>

namespace xiaoan::documents {

/// For each character whether no line may end behind it because what follows belongs to it. The rules of characters.hpp
/// on marks are in it too. Kept together:
/// - Latin words and numbers with the marks inside them: 2026-0012, 06:50, 1,234.5, GB/T;
/// - a number and its unit: 36人, 3个工作日, 2.5公里, 15%; both ends of a range: 3～5天;
/// - a date: 2026年11月23日, 11月23日; a time: 7时05分;
/// - an article: 第十四条, 第45条第一款 (each of the two by itself);
/// - a registration number: 吉G·12345, 吉G12345;
/// - a document number with the sender's code before it: 白教函〔2026〕12号;
/// - 附件1; a dash and an ellipsis, which are two characters each; what U+2060 or U+00A0 joins.
[[nodiscard]] std::vector<bool> tied_to_next(std::u32string_view text);

}  // namespace xiaoan::documents
