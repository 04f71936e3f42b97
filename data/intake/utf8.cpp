#include "data/intake/utf8.hpp"

#include <cstdint>
#include <cstring>

namespace xiaoan::data {

namespace {

struct Sequence {
    std::size_t length = 0;  // 0: invalid
    char32_t code_point = 0;
};

Sequence sequence_at(std::string_view text, std::size_t at) noexcept
{
    const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[at + i]); };
    const unsigned char lead = byte(0);
    if (lead < 0x80) return {1, lead};
    const std::size_t length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;
    if (lead < 0xC2 || lead > 0xF4 || text.size() - at < length) return {};
    // The second byte's bounds shut out overlong forms, surrogates and code points past U+10FFFF.
    const unsigned char low = lead == 0xE0 ? 0xA0 : lead == 0xF0 ? 0x90 : 0x80;
    const unsigned char high = lead == 0xED ? 0x9F : lead == 0xF4 ? 0x8F : 0xBF;
    if (byte(1) < low || byte(1) > high) return {};
    char32_t code_point = static_cast<char32_t>(lead & (0xFF >> (length + 1)));
    for (std::size_t i = 1; i < length; ++i) {
        if ((byte(i) & 0xC0) != 0x80) return {};
        code_point = (code_point << 6) | static_cast<char32_t>(byte(i) & 0x3F);
    }
    return {length, code_point};
}

}  // namespace

std::size_t first_invalid_utf8(std::string_view text) noexcept
{
    std::size_t at = 0;
    while (at < text.size()) {
        if (text.size() - at >= sizeof(std::uint64_t)) {
            std::uint64_t eight = 0;
            std::memcpy(&eight, text.data() + at, sizeof eight);
            if ((eight & 0x8080808080808080ULL) == 0) {
                at += sizeof eight;
                continue;
            }
        }
        const std::size_t length = sequence_at(text, at).length;
        if (length == 0) return at;
        at += length;
    }
    return text.size();
}

char32_t next_code_point(std::string_view text, std::size_t& at) noexcept
{
    const Sequence sequence = sequence_at(text, at);
    if (sequence.length == 0) {
        ++at;
        return U'\uFFFD';
    }
    at += sequence.length;
    return sequence.code_point;
}

void append_utf8(std::string& text, char32_t code_point)
{
    const auto put = [&](char32_t byte) { text.push_back(static_cast<char>(static_cast<unsigned char>(byte))); };
    if (code_point < 0x80) {
        put(code_point);
    } else if (code_point < 0x800) {
        put(0xC0 | (code_point >> 6));
        put(0x80 | (code_point & 0x3F));
    } else if (code_point < 0x10000) {
        put(0xE0 | (code_point >> 12));
        put(0x80 | ((code_point >> 6) & 0x3F));
        put(0x80 | (code_point & 0x3F));
    } else {
        put(0xF0 | (code_point >> 18));
        put(0x80 | ((code_point >> 12) & 0x3F));
        put(0x80 | ((code_point >> 6) & 0x3F));
        put(0x80 | (code_point & 0x3F));
    }
}

std::string utf8_or_marks(std::string_view text)
{
    if (first_invalid_utf8(text) == text.size()) return std::string{text};
    std::string valid;
    for (std::size_t at = 0; at < text.size();) append_utf8(valid, next_code_point(text, at));
    return valid;
}

}  // namespace xiaoan::data
