#include "data/intake/xlsx_strings.hpp"

#include "data/intake/fault.hpp"
#include "data/intake/utf8.hpp"

#include <charconv>

namespace xiaoan::data {

namespace {

/// The code point of "_x000D_" at the start of the text; empty where it is no escape that may be resolved.
std::optional<char32_t> escape_at(std::string_view text)
{
    constexpr std::size_t length = 7;
    if (text.size() < length || text[0] != '_' || text[1] != 'x' || text[6] != '_') return std::nullopt;
    unsigned value = 0;
    const auto [end, error] = std::from_chars(text.data() + 2, text.data() + 6, value, 16);
    if (error != std::errc{} || end != text.data() + 6) return std::nullopt;
    const bool control = value < 0x20 && value != '\t' && value != '\n' && value != '\r';
    const bool surrogate = value >= 0xD800 && value <= 0xDFFF;
    return control || surrogate || value >= 0xFFFE ? std::nullopt : std::optional{static_cast<char32_t>(value)};
}

}  // namespace

void append_unescaped(std::string& into, std::string_view text)
{
    for (;;) {
        const std::size_t found = text.find("_x");
        into += text.substr(0, found);
        if (found == std::string_view::npos) return;
        text.remove_prefix(found);
        if (const auto code_point = escape_at(text)) {
            append_utf8(into, *code_point);
            text.remove_prefix(7);
        } else {
            into += text.substr(0, 2);
            text.remove_prefix(2);
        }
    }
}

std::optional<std::string_view> XlsxStrings::at(std::uint64_t index) const
{
    if (index >= ends_.size()) return std::nullopt;
    const auto place = static_cast<std::size_t>(index);
    const std::size_t begin = place == 0 ? 0 : ends_[place - 1];
    return std::string_view{all_}.substr(begin, ends_[place] - begin);
}

void append_string_item(XmlScan& part, std::string& into, std::uint64_t most_bytes, const IntakeLimits& limits)
{
    const std::uint32_t outside = part.depth() - 1;
    const std::size_t from = into.size();
    const auto append = [&](std::string_view piece) {
        into += piece;
        if (into.size() - from > limits.cell_bytes || into.size() > most_bytes)
            throw IntakeFault(FaultCode::too_many_strings, {std::to_string(most_bytes >> 20) + " MiB"});
    };
    if (const auto plain = part.plain_element("t")) append(*plain);
    bool in_text = false;
    while (part.depth() != outside) {
        const auto token = part.next();
        if (token == XmlScan::Token::text) {
            if (in_text) append(part.text());
        } else if (part.name() == "t") {
            in_text = token == XmlScan::Token::start;
        } else if (token == XmlScan::Token::start && part.name() == "rPh") {
            part.skip_element();
        }
    }
    if (into.find("_x", from) == std::string::npos) return;
    const std::string escaped = into.substr(from);
    into.resize(from);
    append_unescaped(into, escaped);
}

void XlsxStrings::read(XmlScan& part, const IntakeLimits& limits)
{
    for (auto token = part.next(); token != XmlScan::Token::finished; token = part.next()) {
        if (token != XmlScan::Token::start || part.name() != "si") continue;
        append_string_item(part, all_, limits.string_bytes, limits);
        ends_.push_back(static_cast<std::uint32_t>(all_.size()));
        if (ends_.size() > limits.strings)
            throw IntakeFault(FaultCode::too_many_strings, {std::to_string(limits.strings)});
    }
}

}  // namespace xiaoan::data
