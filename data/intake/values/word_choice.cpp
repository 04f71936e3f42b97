#include "data/intake/values/word_choice.hpp"

#include "data/intake/values/text_form.hpp"

#include <algorithm>

namespace xiaoan::data {

std::string word_form(std::string_view text)
{
    std::string form = lower_ascii(compact(text));
    std::erase_if(form, [](char c) { return c == '_' || c == '-'; });
    return form;
}

Reading<std::uint8_t> parse_word(std::string_view text, std::span<const Word> words)
{
    const std::string asked = word_form(text);
    for (std::size_t i = 0; i < words.size(); ++i)
        if (asked == word_form(words[i].word) || asked == word_form(words[i].zh))
            return static_cast<std::uint8_t>(i + 1);
    std::string allowed;
    for (const Word& each : words) {
        if (!allowed.empty()) allowed += "、";
        allowed += each.zh;
    }
    return unread(IssueCode::bad_word, {allowed});
}

}  // namespace xiaoan::data
