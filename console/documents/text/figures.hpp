// Numbers and dates as Chinese documents write them: GB/T 15835-2011, GB/T 7408, GB/T 9704-2012.
#pragma once

#include "data/kinds/cell.hpp"

#include <string>
#include <string_view>

namespace xiaoan::documents {

/// 1 -> 一, 12 -> 十二, 20 -> 二十, 99 -> 九十九, for the first level of headings; figures from 100 on.
[[nodiscard]] std::string han_number(std::size_t number);

/// 2026年11月23日: Arabic figures, the full year, no leading zeros (GB/T 9704-2012, 7.3.5.4).
[[nodiscard]] std::string long_date(data::Date date);

/// Text that was made for a screen, as a document has it: ISO dates become long_date, and blanks between Chinese
/// characters and figures or Latin go ("有效期至 2026-08-31，已过期 84 天" -> "有效期至2026年8月31日，已过期84天").
[[nodiscard]] std::string document_text(std::string_view screen_text);

}  // namespace xiaoan::documents
