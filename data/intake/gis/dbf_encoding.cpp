#include "data/intake/gis/dbf_encoding.hpp"

#include "data/intake/utf8.hpp"
#include "data/intake/values/text_form.hpp"

#include <algorithm>
#include <array>
#include <functional>
#include <utility>
#include <vector>

namespace xiaoan::data {

namespace {

constexpr std::size_t field_bytes = 32;

std::size_t number_at(std::string_view bytes, std::size_t at, std::size_t size)
{
    std::size_t value = 0;
    for (std::size_t i = size; i-- > 0;) value = value << 8 | static_cast<unsigned char>(bytes[at + i]);
    return value;
}

struct TextField {
    std::size_t at = 0;  // in a record
    std::size_t width = 0;
};

/// Calls `use` with every text of the table, the names of its fields first. Ends early where `use` answers false.
void for_each_text(std::string_view dbf, const std::function<bool(std::string_view)>& use)
{
    constexpr std::size_t name_bytes = 11, type_at = 11, width_at = 16;
    if (dbf.size() < field_bytes) return;
    const std::size_t header = std::min(number_at(dbf, 8, 2), dbf.size()), record = number_at(dbf, 10, 2);
    std::vector<TextField> fields;
    std::size_t place = 1;  // behind the mark of deleted records
    for (std::size_t at = field_bytes; at + field_bytes <= header && dbf[at] != '\r'; at += field_bytes) {
        const std::string_view name = dbf.substr(at, name_bytes);
        if (!use(name.substr(0, name.find('\0')))) return;
        const auto width = static_cast<unsigned char>(dbf[at + width_at]);
        if (dbf[at + type_at] == 'C') fields.push_back({place, width});
        place += width;
    }
    if (record == 0) return;
    for (std::size_t at = header; at + record <= dbf.size(); at += record)
        for (const TextField& field : fields)
            if (field.at < record && !use(dbf.substr(at + field.at, std::min(field.width, record - field.at)))) return;
}

/// Whether the text is UTF-8 but for a character that its end cuts off.
bool is_utf8(std::string_view text)
{
    const std::string_view bytes = trimmed(text);
    const std::size_t invalid = first_invalid_utf8(bytes);
    constexpr std::size_t longest_character = 4;
    if (invalid == bytes.size()) return true;
    return bytes.size() - invalid < longest_character && static_cast<unsigned char>(bytes[invalid]) >= 0xC2 &&
           std::ranges::all_of(
               bytes.substr(invalid + 1), [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) == 0x80U; });
}

bool all_utf8(std::string_view dbf)
{
    bool all = true;
    for_each_text(dbf, [&](std::string_view text) { return all = is_utf8(text); });
    return all;
}

bool all_ascii(std::string_view dbf)
{
    bool all = true;
    for_each_text(dbf, [&](std::string_view text) {
        return all = std::ranges::all_of(text, [](char c) { return static_cast<unsigned char>(c) < 0x80; });
    });
    return all;
}

}  // namespace

std::string dbf_encoding_of(std::string_view asked)
{
    constexpr std::array<std::pair<std::string_view, std::string_view>, 15> names{{{"utf-8", "UTF-8"},
                                                                                   {"utf8", "UTF-8"},
                                                                                   {"65001", "UTF-8"},
                                                                                   {"gbk", "GB18030"},
                                                                                   {"936", "GB18030"},
                                                                                   {"cp936", "GB18030"},
                                                                                   {"gb2312", "GB18030"},
                                                                                   {"gb18030", "GB18030"},
                                                                                   {"54936", "GB18030"},
                                                                                   {"ansi 936", "GB18030"},
                                                                                   {"oem 936", "GB18030"},
                                                                                   {"big5", "BIG5"},
                                                                                   {"950", "BIG5"},
                                                                                   {"iso-8859-1", "ISO-8859-1"},
                                                                                   {"88591", "ISO-8859-1"}}};
    const std::string wanted = lower_ascii(trimmed(asked));
    const auto found = std::ranges::find(names, std::string_view{wanted}, &decltype(names)::value_type::first);
    return found != names.end() ? std::string{found->second} : std::string{};
}

DbfEncoding dbf_encoding(std::string_view dbf, std::string_view cpg)
{
    if (all_ascii(dbf)) return {"UTF-8", false};
    const std::string stated = dbf_encoding_of(cpg);
    const bool utf8 = all_utf8(dbf);
    // Latin-1 is what programs state that do not know; Chinese ledgers are never in it.
    if (!stated.empty() && stated != "UTF-8" && stated != "ISO-8859-1" && !utf8) return {stated, false};
    if (utf8) return {"UTF-8", false};
    return {"GB18030", true};
}

}  // namespace xiaoan::data
