// Sizes of paper and of the official page: GB/T 9704-2012 党政机关公文格式. Points of 1/72 inch, from the upper left.
#pragma once

namespace xiaoan::documents {

inline constexpr double mm = 72.0 / 25.4;
/// A4 (ISO 216; GB/T 9704-2012, 5.1).
inline constexpr double a4_width = 210 * mm;
inline constexpr double a4_height = 297 * mm;

/// The text area 版心 and its grid: 5.2.1 to 5.2.3, and 7.
namespace gb9704 {
inline constexpr double top = 37 * mm;   // 天头
inline constexpr double left = 28 * mm;  // 订口
inline constexpr double width = 156 * mm;
inline constexpr double height = 225 * mm;
inline constexpr double right = left + width;
inline constexpr double bottom = top + height;
inline constexpr int lines = 22;                    // a page, filling the text area
inline constexpr int characters = 28;               // a line
inline constexpr double pitch = height / lines;     // 28.99 pt from line to line
inline constexpr double cell = width / characters;  // 15.79 pt from character to character

/// Chinese type sizes 字号.
inline constexpr double size_2 = 22;  // 2号
inline constexpr double size_3 = 16;  // 3号
inline constexpr double size_4 = 14;  // 4号

inline constexpr double number_below_text = 7 * mm;  // 7.5: page number, below the text area

/// The letter form 信函格式: 10.1.
inline constexpr double letter_name_top = 30 * mm;        // sender's name, from the top of the page
inline constexpr double letter_rule_below_name = 4 * mm;  // double rule, thick over thin
inline constexpr double letter_rule_above_end = 20 * mm;  // the second one, thin over thick, from the lower edge
inline constexpr double letter_rule_width = 170 * mm;
inline constexpr double letter_below_rule = size_3 * 7 / 8;  // the first text under the rule

/// The document form with a red head: 7.2.
inline constexpr double head_name_top = 35 * mm;          // from the top of the text area
inline constexpr double head_rule_below_number = 4 * mm;  // red rule as wide as the text area
}  // namespace gb9704

}  // namespace xiaoan::documents
