// Sentences in both languages with places for values, as the tables of issues and faults hold them.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <utility>

namespace xiaoan::data {

enum class SentenceLanguage : std::uint8_t { zh, en };

struct Sentence {
    std::string_view zh;
    std::string_view en;

    [[nodiscard]] constexpr std::string_view in(SentenceLanguage language) const
    {
        return language == SentenceLanguage::zh ? zh : en;
    }
};

using NamedText = std::pair<std::string_view, std::string_view>;

/// `sentence` with {0}, {1} … replaced by `numbered` and {name} by the text of that name. A place without a value
/// becomes empty; a part in [brackets] is left out where a place in it is empty. Values are not looked into.
[[nodiscard]] std::string filled(std::string_view sentence, std::span<const std::string> numbered,
                                 std::span<const NamedText> named = {});

}  // namespace xiaoan::data
