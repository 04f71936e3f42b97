#include "data/register/people.hpp"

#include <algorithm>

namespace xiaoan::data {

namespace {

/// Bytes of the UTF-8 character that begins here.
std::size_t character_bytes(std::string_view text)
{
    if (text.empty()) return 0;
    const auto first = static_cast<unsigned char>(text.front());
    const std::size_t bytes = first < 0x80 ? 1 : first < 0xe0 ? 2 : first < 0xf0 ? 3 : 4;
    return std::min(bytes, text.size());
}

bool is_latin(std::string_view character)
{
    return character.size() == 1;
}

std::string stars(std::size_t count)
{
    return std::string(count, '*');
}

/// Whether every byte stands for a character of its own, so that bytes may be cut anywhere.
bool is_ascii(std::string_view text)
{
    return std::ranges::all_of(text, [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

/// Keeps `head` first and `tail` last characters of an ASCII text that is longer than both together.
std::string keep_ends(std::string_view text, std::size_t head, std::size_t tail)
{
    return std::string{text.substr(0, head)} + stars(text.size() - head - tail) +
           std::string{text.substr(text.size() - tail)};
}

}  // namespace

std::string masked_name(std::string_view name)
{
    if (name.empty()) return {};
    const std::size_t first = character_bytes(name);
    std::string result{name.substr(0, first)};
    if (is_latin(result)) return result + stars(3);
    bool hidden = false;
    for (std::size_t at = first; at < name.size();) {
        const std::size_t bytes = character_bytes(name.substr(at));
        if (name[at] != ' ' && name.substr(at, bytes) != "　") {
            result += "某";
            hidden = true;
        }
        at += bytes;
    }
    return hidden ? result : result + "某";
}

std::string masked_licence_number(std::string_view number)
{
    if (!is_ascii(number) || number.size() <= 4) return stars(4);
    return number.size() >= 15 ? keep_ends(number, 6, 4) : keep_ends(number, 0, 4);
}

std::string masked_phone(std::string_view phone)
{
    if (!is_ascii(phone) || phone.size() < 7) return stars(4);
    return keep_ends(phone, phone.size() >= 11 ? 3 : 0, 4);
}

std::string masked(std::string_view text, FieldType type)
{
    if (text.empty()) return {};
    switch (type) {
    case FieldType::person_name: return masked_name(text);
    case FieldType::phone: return masked_phone(text);
    case FieldType::licence_number: return masked_licence_number(text);
    default: return std::string{text};
    }
}

}  // namespace xiaoan::data
