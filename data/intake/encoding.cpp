#include "data/intake/encoding.hpp"

#include "data/intake/fault.hpp"
#include "data/intake/utf8.hpp"
#include "data/intake/values/text_form.hpp"

#include <iconv.h>

#include <algorithm>
#include <array>
#include <cerrno>

namespace xiaoan::data {

namespace {

constexpr std::string_view utf8_mark = "\xEF\xBB\xBF";
constexpr std::string_view utf16le_mark = "\xFF\xFE";
constexpr std::string_view utf16be_mark = "\xFE\xFF";

class Converter {
public:
    explicit Converter(const char* from) : handle_(iconv_open("UTF-8", from)) {}
    ~Converter()
    {
        if (usable()) iconv_close(handle_);
    }
    Converter(const Converter&) = delete;
    Converter& operator=(const Converter&) = delete;
    [[nodiscard]] bool usable() const { return handle_ != reinterpret_cast<iconv_t>(-1); }

    /// Converts all of `bytes` to the end of `text`; the offset of the first byte it could not read, or their size.
    std::size_t convert(std::string_view bytes, std::string& text)
    {
        char* in = const_cast<char*>(bytes.data());  // iconv's signature is not const-correct; it does not write there
        std::size_t in_left = bytes.size();
        std::array<char, 65536> block{};
        while (in_left > 0) {
            char* out = block.data();
            std::size_t out_left = block.size();
            const std::size_t result = iconv(handle_, &in, &in_left, &out, &out_left);
            text.append(block.data(), block.size() - out_left);
            if (result == static_cast<std::size_t>(-1) && errno != E2BIG) break;
        }
        return bytes.size() - in_left;
    }

private:
    iconv_t handle_;
};

/// The row, as a spreadsheet counts, in which the byte at `offset` lies: line breaks inside quotes do not count.
std::string row_at(std::string_view text, std::size_t offset)
{
    std::size_t row = 1;
    bool quoted = false, cell_starts = true;
    for (std::size_t at = 0; at < offset; ++at) {
        const char c = text[at];
        if (c == '"' && (quoted || cell_starts)) quoted = !quoted;
        const bool break_here = c == '\n' || (c == '\r' && (at + 1 == text.size() || text[at + 1] != '\n'));
        if (break_here && !quoted) ++row;
        cell_starts = !quoted && (c == '\n' || c == '\r' || c == ',' || c == ';' || c == '\t' || c == '|' || c == '"');
    }
    return std::to_string(row);
}

/// Whether the bytes look like UTF-8 that was damaged: more whole three-byte characters than bytes that fit nowhere.
bool mostly_utf8(std::string_view bytes)
{
    std::size_t whole = 0, stray = 0;
    for (std::size_t at = 0; at < bytes.size();) {
        const std::size_t from = at;
        if (next_code_point(bytes, at) == U'\uFFFD' && at == from + 1)
            ++stray;
        else if (at - from == 3)
            ++whole;
    }
    return whole > stray;
}

/// Whether the two-byte characters are mostly of GB 2312 (both bytes 0xA1 or above), as in Chinese text; stray
/// accented letters of a western encoding are not. The four-byte ones of GB 18030 (0x81 to 0xFE, a digit, 0x81 to 0xFE,
/// a digit), which rare names are written with, say nothing either way.
bool mostly_gb2312(std::string_view bytes)
{
    const auto byte = [&](std::size_t at) { return static_cast<unsigned char>(at < bytes.size() ? bytes[at] : '\0'); };
    const auto is_lead = [&](std::size_t at) { return byte(at) >= 0x81 && byte(at) <= 0xFE; };
    const auto is_digit = [&](std::size_t at) { return byte(at) >= '0' && byte(at) <= '9'; };
    std::size_t pairs = 0, inside = 0;
    for (std::size_t at = 0; at + 1 < bytes.size(); ++at) {
        if (byte(at) < 0x80) continue;
        if (is_lead(at) && is_digit(at + 1) && is_lead(at + 2) && is_digit(at + 3)) {
            at += 3;
            continue;
        }
        ++pairs;
        if (byte(at) >= 0xA1 && byte(at + 1) >= 0xA1) ++inside;
        ++at;
    }
    return pairs > 0 && inside * 4 >= pairs * 3;
}

/// UTF-16 without a mark: the half of each unit that is 0 for line ends, separators and digits is the same in nearly
/// all that have one, and there are many. Null where the bytes do not look so.
const char* unmarked_utf16(std::string_view bytes)
{
    constexpr std::size_t sample_bytes = 65'536, fewest_in_a_hundred = 4;
    if (bytes.size() % 2 != 0) return nullptr;
    std::size_t first_half = 0, second_half = 0;
    const std::string_view sample = bytes.substr(0, sample_bytes);
    for (std::size_t at = 0; at + 1 < sample.size(); at += 2) {
        if (sample[at] == '\0') ++first_half;
        if (sample[at + 1] == '\0') ++second_half;
    }
    const std::size_t more = std::max(first_half, second_half), less = std::min(first_half, second_half);
    if (more * 100 < sample.size() / 2 * fewest_in_a_hundred || less * 20 > more) return nullptr;
    return second_half > first_half ? "UTF-16LE" : "UTF-16BE";
}

/// Sets the text and answers where it became unreadable (an offset in the file), or the size of the file.
std::size_t convert_from(const char* encoding, std::string_view bytes, DecodedText& decoded_text)
{
    Converter converter(encoding);
    if (!converter.usable()) throw IntakeFault(FaultCode::unknown_encoding, {encoding});
    decoded_text.converted.clear();
    const std::size_t read = converter.convert(bytes, decoded_text.converted);
    decoded_text.text = decoded_text.converted;
    decoded_text.encoding = encoding;
    return read;
}

void convert_or_throw(const char* encoding, std::string_view bytes, DecodedText& decoded_text)
{
    if (convert_from(encoding, bytes, decoded_text) != bytes.size())
        throw IntakeFault(FaultCode::bad_encoding, {row_at(decoded_text.text, decoded_text.text.size()), encoding});
}

/// Takes the bytes as UTF-8; `invalid` is where they stop being that.
void take_utf8(std::string_view bytes, std::size_t invalid, DecodedText& decoded_text)
{
    if (invalid != bytes.size()) throw IntakeFault(FaultCode::bad_utf8, {row_at(bytes, invalid)});
    if (bytes.starts_with(utf8_mark)) bytes.remove_prefix(utf8_mark.size());
    decoded_text.text = bytes;
    decoded_text.encoding = "UTF-8";
}

void take_as_asked(const std::string& asked, std::string_view bytes, DecodedText& decoded_text)
{
    std::string name = lower_ascii(asked);
    std::erase_if(name, [](char c) { return c == '-' || c == '_' || c == ' '; });
    if (name == "utf8") return take_utf8(bytes, first_invalid_utf8(bytes), decoded_text);
    if (name == "gb18030" || name == "gbk" || name == "gb2312" || name == "cp936")
        return convert_or_throw("GB18030", bytes, decoded_text);
    const bool big = name == "utf16be" || (name == "utf16" && bytes.starts_with(utf16be_mark));
    if (!big && name != "utf16le" && name != "utf16") throw IntakeFault(FaultCode::unknown_encoding, {asked});
    if (bytes.starts_with(big ? utf16be_mark : utf16le_mark)) bytes.remove_prefix(2);
    convert_or_throw(big ? "UTF-16BE" : "UTF-16LE", bytes, decoded_text);
}

void find_encoding(std::string_view bytes, DecodedText& decoded_text)
{
    if (bytes.starts_with(utf16le_mark)) return convert_or_throw("UTF-16LE", bytes.substr(2), decoded_text);
    if (bytes.starts_with(utf16be_mark)) return convert_or_throw("UTF-16BE", bytes.substr(2), decoded_text);
    if (const char* utf16 = unmarked_utf16(bytes); utf16 != nullptr && !bytes.starts_with(utf8_mark)) {
        const bool whole = convert_from(utf16, bytes, decoded_text) == bytes.size();
        if (whole && decoded_text.text.find('\0') == std::string_view::npos) return;
        decoded_text.converted.clear();
    }
    const std::size_t invalid = first_invalid_utf8(bytes);
    if (invalid != bytes.size() && !bytes.starts_with(utf8_mark) && mostly_gb2312(bytes) && !mostly_utf8(bytes)) {
        if (convert_from("GB18030", bytes, decoded_text) == bytes.size()) return;
        decoded_text.converted.clear();
    }
    take_utf8(bytes, invalid, decoded_text);
}

}  // namespace

bool convert_to_utf8(const char* encoding, std::string_view bytes, std::string& into)
{
    Converter converter(encoding);
    if (!converter.usable()) throw IntakeFault(FaultCode::unknown_encoding, {encoding});
    into.clear();
    return converter.convert(bytes, into) == bytes.size();
}

std::unique_ptr<const DecodedText> decoded(std::shared_ptr<const SourceFile> source,
                                           const std::optional<std::string>& asked)
{
    auto text = std::make_unique<DecodedText>();
    text->source = std::move(source);
    if (asked)
        take_as_asked(*asked, text->source->bytes, *text);
    else
        find_encoding(text->source->bytes, *text);
    if (const auto nul = text->text.find('\0'); nul != std::string_view::npos)
        throw IntakeFault(FaultCode::nul_byte, {row_at(text->text, nul)});
    return text;
}

}  // namespace xiaoan::data
