#include "data/intake/values/answer.hpp"

#include "data/intake/values/text_form.hpp"

#include <algorithm>
#include <array>

namespace xiaoan::data {

namespace {

constexpr std::array<std::string_view, 13> yes_words{"是",   "有", "√",  "✓", "✔",    "y", "yes",
                                                     "true", "1",  "对", "☑", "已有", "真"};
constexpr std::array<std::string_view, 16> no_words{"否", "无", "×", "✗",    "✘",  "n",  "no",   "false",
                                                    "0",  "x",  "╳", "没有", "無", "未", "不是", "假"};

}  // namespace

Reading<Answer> parse_answer(std::string_view text)
{
    const std::string plain = lower_ascii(compact(text));
    if (std::ranges::find(yes_words, std::string_view{plain}) != yes_words.end()) return Answer::yes;
    if (std::ranges::find(no_words, std::string_view{plain}) != no_words.end()) return Answer::no;
    return unread(IssueCode::bad_answer);
}

}  // namespace xiaoan::data
