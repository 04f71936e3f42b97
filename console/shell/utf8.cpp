#include "console/shell/utf8.hpp"

namespace xiaoan::shell {
namespace {

constexpr char32_t replacement = 0xFFFD;

[[nodiscard]] unsigned byte_at(std::string_view text, std::size_t at) noexcept
{
    return static_cast<unsigned char>(text[at]);
}

[[nodiscard]] bool continues(std::string_view text, std::size_t at) noexcept
{
    return at < text.size() && (byte_at(text, at) & 0xC0U) == 0x80U;
}

}  // namespace

char32_t next_code_point(std::string_view text, std::size_t& at) noexcept
{
    const unsigned lead = byte_at(text, at++);
    if (lead < 0x80) return lead;
    const std::size_t more = lead >= 0xF0 && lead < 0xF5   ? 3
                             : lead >= 0xE0 && lead < 0xF0 ? 2
                             : lead >= 0xC2 && lead < 0xE0 ? 1
                                                           : 0;
    if (more == 0) return replacement;
    for (std::size_t i = 0; i < more; ++i)
        if (!continues(text, at + i)) return replacement;
    char32_t code = lead & (0x3FU >> more);
    for (std::size_t i = 0; i < more; ++i) code = (code << 6U) | (byte_at(text, at + i) & 0x3FU);
    const char32_t least = more == 1 ? 0x80 : more == 2 ? 0x800 : 0x10000;
    if (code < least || code > 0x10FFFF || (code >= 0xD800 && code < 0xE000)) return replacement;
    at += more;
    return code;
}

std::size_t previous_start(std::string_view text, std::size_t at) noexcept
{
    if (at == 0) return 0;
    --at;
    for (int i = 0; i < 3 && at > 0 && continues(text, at); ++i) --at;
    return at;
}

void append_utf8(std::string& text, char32_t code)
{
    if (code > 0x10FFFF || (code >= 0xD800 && code < 0xE000)) code = replacement;
    const auto add = [&](char32_t bits) { text += static_cast<char>(static_cast<unsigned char>(bits)); };
    if (code < 0x80) {
        add(code);
    } else if (code < 0x800) {
        add(0xC0 | (code >> 6U));
        add(0x80 | (code & 0x3FU));
    } else if (code < 0x10000) {
        add(0xE0 | (code >> 12U));
        add(0x80 | ((code >> 6U) & 0x3FU));
        add(0x80 | (code & 0x3FU));
    } else {
        add(0xF0 | (code >> 18U));
        add(0x80 | ((code >> 12U) & 0x3FU));
        add(0x80 | ((code >> 6U) & 0x3FU));
        add(0x80 | (code & 0x3FU));
    }
}

}  // namespace xiaoan::shell
