// The words of the enumerations that ledgers use: what is stored, what a Chinese ledger says.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

namespace xiaoan::data {

/// One value of an enumeration. The value of the n-th word (from 1) is n; 0 means not given.
struct Word {
    std::string_view word;  // stored, in JSON and in English ledgers
    std::string_view zh;    // in Chinese ledgers and on screen
};

/// The words of enumeration E, in the order of its values; specialised beside each enumeration.
template <class E>
inline constexpr std::span<const Word> words_of{};

/// The stored word of a value; empty where it is not given.
template <class E>
[[nodiscard]] constexpr std::string_view word(E value)
{
    const auto index = static_cast<std::size_t>(value);
    return index == 0 || index > words_of<E>.size() ? std::string_view{} : words_of<E>[index - 1].word;
}

/// The value of a stored word; not given for any other text.
template <class E>
[[nodiscard]] constexpr E value_of_word(std::string_view text)
{
    for (std::size_t i = 0; i < words_of<E>.size(); ++i)
        if (words_of<E>[i].word == text) return static_cast<E>(i + 1);
    return E{};
}

}  // namespace xiaoan::data
