// Words as people write them, beside those of the contract: 停运 for 停用, 同意 for 准予, 已安装 for 是.
#pragma once

#include "data/kinds/field.hpp"

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace xiaoan::data {

/// Another way to write a word. The kind "*" with the key "answer" stands for every field of yes and no. An empty word
/// says that nothing is given yet (审批中 where the decision would stand).
struct WordVariant {
    std::string kind;  // plural key
    std::string key;
    std::string word;  // as it is stored; yes and no of answers
    std::string text;  // in the form of word_form()
};

/// The variants that come with the program (words.csv), read once.
[[nodiscard]] std::span<const WordVariant> shipped_word_variants();

/// The word that a text means in a field of words, answers or weekdays; empty where no variant says so. What the
/// contract itself names is not among them: that is for the parsers.
[[nodiscard]] std::optional<std::string_view> word_of_variant(const KindInfo& kind, const FieldInfo& field,
                                                              std::string_view text);

}  // namespace xiaoan::data
