#include "console/app/initials.hpp"

#include <iconv.h>

#include <algorithm>
#include <array>
#include <memory>

namespace xiaoan::app {

namespace {

/// The first GB 2312 code of level one that begins with each letter: the level is in pinyin order (GB/T 2312-1980).
/// No syllable begins with i, u or v.
struct Begin {
    unsigned code;
    char letter;
};
constexpr std::array begins{
    Begin{0xB0A1, 'a'}, Begin{0xB0C5, 'b'}, Begin{0xB2C1, 'c'}, Begin{0xB4EE, 'd'}, Begin{0xB6EA, 'e'},
    Begin{0xB7A2, 'f'}, Begin{0xB8C1, 'g'}, Begin{0xB9FE, 'h'}, Begin{0xBBF7, 'j'}, Begin{0xBFA6, 'k'},
    Begin{0xC0AC, 'l'}, Begin{0xC2E8, 'm'}, Begin{0xC4C3, 'n'}, Begin{0xC5B6, 'o'}, Begin{0xC5BE, 'p'},
    Begin{0xC6DA, 'q'}, Begin{0xC8BB, 'r'}, Begin{0xC8F6, 's'}, Begin{0xCBFA, 't'}, Begin{0xCDDA, 'w'},
    Begin{0xCEF4, 'x'}, Begin{0xD1B9, 'y'}, Begin{0xD4D1, 'z'},
};
constexpr unsigned level_one_end = 0xD7FA;

/// Characters of level two in the names of this region and of surnames.
struct Further {
    std::string_view character;
    char letter;
};
constexpr std::array further{Further{"洮", 't'}, Further{"赉", 'l'}, Further{"榆", 'y'}, Further{"泡", 'p'},
                             Further{"闫", 'y'}, Further{"佟", 't'}, Further{"郝", 'h'}, Further{"嘎", 'g'},
                             Further{"鲅", 'b'}, Further{"瞻", 'z'}, Further{"褚", 'c'}, Further{"邹", 'z'}};

char letter_of_gb(unsigned code)
{
    if (code < begins.front().code || code >= level_one_end) return 0;
    const auto after = std::upper_bound(begins.begin(), begins.end(), code,
                                        [](unsigned wanted, const Begin& each) { return wanted < each.code; });
    return std::prev(after)->letter;
}

class ToGb {
public:
    ToGb() : handle_(iconv_open("GB2312", "UTF-8")) {}
    ~ToGb()
    {
        if (handle_ != invalid()) iconv_close(handle_);
    }
    ToGb(const ToGb&) = delete;
    ToGb& operator=(const ToGb&) = delete;

    /// The two-byte code of one character; 0 where GB 2312 lacks it.
    [[nodiscard]] unsigned code(std::string_view character) const
    {
        if (handle_ == invalid()) return 0;
        std::array<char, 4> in{}, out{};
        std::copy(character.begin(), character.end(), in.begin());
        char* from = in.data();
        char* to = out.data();
        std::size_t left = character.size(), room = out.size();
        iconv(handle_, nullptr, nullptr, nullptr, nullptr);
        if (iconv(handle_, &from, &left, &to, &room) == static_cast<std::size_t>(-1) || to - out.data() != 2) return 0;
        return (static_cast<unsigned char>(out[0]) << 8U) | static_cast<unsigned char>(out[1]);
    }

private:
    [[nodiscard]] static iconv_t invalid() { return reinterpret_cast<iconv_t>(-1); }
    iconv_t handle_;
};

char letter_of(const ToGb& to_gb, std::string_view character)
{
    for (const auto& each : further)
        if (each.character == character) return each.letter;
    return letter_of_gb(to_gb.code(character));
}

}  // namespace

std::string pinyin_initials(std::string_view text)
{
    const ToGb to_gb;
    std::string initials;
    for (std::size_t i = 0; i < text.size();) {
        const auto lead = static_cast<unsigned char>(text[i]);
        const std::size_t length = std::min<std::size_t>(lead < 0x80   ? 1
                                                         : lead < 0xE0 ? 2
                                                         : lead < 0xF0 ? 3
                                                                       : 4,
                                                         text.size() - i);
        if (length == 1) {
            const char c = text[i];
            if (c >= 'A' && c <= 'Z')
                initials += static_cast<char>(c - 'A' + 'a');
            else if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'))
                initials += c;
        } else if (const char letter = letter_of(to_gb, text.substr(i, length)); letter != 0)
            initials += letter;
        i += length;
    }
    return initials;
}

}  // namespace xiaoan::app
