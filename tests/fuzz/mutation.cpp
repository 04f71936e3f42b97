#include "tests/fuzz/mutation.hpp"

#include <algorithm>
#include <array>
#include <random>
#include <string_view>

namespace xiaoan::fuzz {

namespace {

using Random = std::mt19937_64;  // its numbers are those of the standard, everywhere

constexpr std::array<std::string_view, 24> pieces{std::string_view{"\0", 1},
                                                  "\xFF",
                                                  "\"",
                                                  "\n",
                                                  "\r\r\n",
                                                  "<",
                                                  ">",
                                                  "]]>",
                                                  "&#0;",
                                                  "&amp;",
                                                  "<!DOCTYPE a>",
                                                  "{",
                                                  "[",
                                                  "{{",
                                                  "}}",
                                                  "-1",
                                                  "1e400",
                                                  "NaN",
                                                  "99999999999999999999",
                                                  "\xEF\xBB\xBF",
                                                  "\xE4\xBA",
                                                  "吉G·12345",
                                                  "2026-13-40",
                                                  "=1+1"};

std::size_t below(Random& random, std::size_t bound)
{
    return bound == 0 ? 0 : static_cast<std::size_t>(random() % bound);
}

/// A piece of a text, some bytes long, seldom many.
std::string piece_of(Random& random, const std::string& text)
{
    const std::size_t at = below(random, text.size());
    return text.substr(at, 1 + below(random, below(random, 4) == 0 ? 512 : 16));
}

void change(std::string& text, const std::string& other, Random& random)
{
    if (text.empty()) text = "x";
    const std::size_t at = below(random, text.size());
    switch (below(random, 9)) {
    case 0: text[at] = static_cast<char>(text[at] ^ (1 << below(random, 8))); break;
    case 1: text[at] = static_cast<char>(random()); break;
    case 2: text.insert(at, pieces[below(random, pieces.size())]); break;
    case 3: text.insert(at, piece_of(random, text)); break;
    case 4: text.erase(at, piece_of(random, text).size()); break;
    case 5: text.insert(at, piece_of(random, other)); break;
    case 6: text.replace(at, 1, pieces[below(random, pieces.size())]); break;
    case 7:
        if (below(random, 4) == 0) text.resize(at);
        break;
    default:
        if (const auto digit = text.find_first_of("0123456789", at); digit != std::string::npos)
            text[digit] = static_cast<char>('0' + below(random, 10));
    }
}

}  // namespace

std::string mutated(const std::string& seed, const std::string& other, std::uint64_t number)
{
    Random random(number);
    std::string text = seed;
    for (std::size_t changes = 1 + below(random, 4); changes > 0; --changes) change(text, other, random);
    return text;
}

}  // namespace xiaoan::fuzz
