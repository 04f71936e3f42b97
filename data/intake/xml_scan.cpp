#include "data/intake/xml_scan.hpp"

#include "data/intake/encoding.hpp"
#include "data/intake/fault.hpp"
#include "data/intake/utf8.hpp"
#include "data/intake/values/text_form.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstring>

namespace xiaoan::data {

namespace {

constexpr bool is_space(char c)
{
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

// By byte: what the loops below stop at. One look-up a byte is faster than a search for each of a few, because most
// names, values and texts of a sheet are shorter than ten bytes.
constexpr auto marked(std::string_view bytes)
{
    std::array<bool, 256> table{};
    for (const char c : bytes) table[static_cast<unsigned char>(c)] = true;
    return table;
}
constexpr auto ends_name = marked(" \t\n\r/>=<\"'");
constexpr auto ends_plain_text = marked("<&\r");

template <class Table>
constexpr bool is(const Table& table, char c)
{
    return table[static_cast<unsigned char>(c)];
}

std::string_view local(std::string_view name)
{
    for (std::size_t at = name.size(); at > 0; --at)
        if (name[at - 1] == ':') return name.substr(at);
    return name;
}

/// Whether XML allows the character (XML 1.0, production 2).
constexpr bool is_character(char32_t c)
{
    return c == U'\t' || c == U'\n' || c == U'\r' || (c >= 0x20 && c <= 0xD7FF) || (c >= 0xE000 && c <= 0xFFFD) ||
           (c >= 0x10000 && c <= 0x10FFFF);
}

/// Offset of the first byte below a space that is neither tab nor line break; the size where there is none.
std::size_t first_control(std::string_view text)
{
    std::size_t at = 0;
    constexpr std::uint64_t ones = 0x0101010101010101ULL, highs = 0x8080808080808080ULL;
    while (at < text.size()) {
        if (text.size() - at >= sizeof(std::uint64_t)) {
            std::uint64_t eight = 0;
            std::memcpy(&eight, text.data() + at, sizeof eight);
            if (((eight - ones * 0x20) & ~eight & highs) == 0) {  // no byte below 0x20
                at += sizeof eight;
                continue;
            }
        }
        const auto byte = static_cast<unsigned char>(text[at]);
        if (byte < 0x20 && byte != '\t' && byte != '\n' && byte != '\r') return at;
        ++at;
    }
    return text.size();
}

/// The encoding that the XML declaration names, lower case; empty where it names none.
std::string declared_encoding(std::string_view text)
{
    if (!text.starts_with("<?xml")) return {};
    const std::string_view declaration = text.substr(0, text.find("?>"));
    std::size_t at = declaration.find("encoding");
    if (at == std::string_view::npos) return {};
    at = declaration.find_first_of("\"'", at);
    if (at == std::string_view::npos) return {};
    return lower_ascii(declaration.substr(at + 1, declaration.find(declaration[at], at + 1) - at - 1));
}

}  // namespace

XmlScan::XmlScan(std::string_view part, std::string_view text, const IntakeLimits& limits, std::uint32_t open_already)
    : part_(part), text_(text), limits_(limits), depth_(open_already), began_(open_already > 0)
{
}

void XmlScan::damaged(std::string_view detail) const
{
    throw IntakeFault(FaultCode::damaged_workbook, {std::string{part_}, std::string{detail}});
}

XmlScan::Token XmlScan::next()
{
    if (ends_at_once_) {
        ends_at_once_ = false;
        --depth_;
        return Token::end;
    }
    while (at_ < text_.size()) {
        if (text_[at_] != '<') {
            if (depth_ > 0) return read_text();
            if (!is_space(text_[at_])) damaged("标签外有文字 / text outside all tags");
            skip_spaces();
            continue;
        }
        const char kind = at(at_ + 1);
        if (kind == '?') {
            skip_past("?>", 2);
        } else if (text_.substr(at_).starts_with("<!--")) {
            skip_past("-->", 4);
        } else {
            return read_markup();
        }
    }
    if (depth_ != 0 || !began_) damaged("标签没有结束 / a tag is not closed");
    return Token::finished;
}

XmlScan::Token XmlScan::read_markup()
{
    const std::string_view rest = text_.substr(at_);
    if (rest.starts_with("</")) return read_end();
    constexpr std::string_view opening = "<![CDATA[";
    if (rest.starts_with(opening)) {
        const std::size_t from = at_ + opening.size();
        skip_past("]]>", opening.size());
        if (depth_ == 0) damaged("标签外有文字 / text outside all tags");
        piece_ = text_.substr(from, at_ - 3 - from);
        return Token::text;
    }
    if (rest.starts_with("<!DOCTYPE")) throw IntakeFault(FaultCode::document_type, {std::string{part_}});
    return read_start();
}

XmlScan::Token XmlScan::read_text()
{
    const std::size_t from = at_;
    while (at_ < text_.size() && !is(ends_plain_text, text_[at_])) ++at_;
    if (at_ == text_.size() || text_[at_] == '<') {
        piece_ = text_.substr(from, at_ - from);
        return Token::text;
    }
    at_ = std::min(text_.find('<', at_), text_.size());
    resolved_.clear();
    append_resolved(resolved_, text_.substr(from, at_ - from));
    piece_ = resolved_;
    return Token::text;
}

std::optional<std::string_view> XmlScan::plain_element(std::string_view wanted)
{
    if (ends_at_once_) return std::nullopt;
    const char* at = text_.data() + at_;
    const char* const end = text_.data() + text_.size();
    const auto accept = [&](std::string_view piece) {  // by hand: a call to memcmp takes longer than most pieces
        for (const char c : piece)
            if (at == end || *at++ != c) return false;
        return true;
    };
    if (!accept("<") || !accept(wanted) || !accept(">")) return std::nullopt;
    const char* const from = at;
    while (at != end && !is(ends_plain_text, *at)) ++at;
    const char* const to = at;
    if (!accept("</") || !accept(wanted) || !accept(">")) return std::nullopt;
    at_ = static_cast<std::size_t>(at - text_.data());
    return std::string_view{from, to};
}

std::string_view XmlScan::read_name()
{
    const std::size_t from = at_;
    while (at_ < text_.size() && !is(ends_name, text_[at_])) ++at_;
    if (at_ == from) damaged("标签没有名称 / a tag without a name");
    return text_.substr(from, at_ - from);
}

void XmlScan::skip_spaces()
{
    while (at_ < text_.size() && is_space(text_[at_])) ++at_;
}

void XmlScan::skip_past(std::string_view closing, std::size_t opening_bytes)
{
    const std::size_t end = text_.find(closing, at_ + opening_bytes);
    if (end == std::string_view::npos) damaged("标签没有结束 / a tag is not closed");
    at_ = end + closing.size();
}

XmlScan::Token XmlScan::read_start()
{
    const std::size_t from = at_++;
    full_name_ = read_name();
    name_ = local(full_name_);
    if (depth_ == 0 && began_) damaged("有多个根标签 / more than one root");
    began_ = true;
    if (++depth_ > limits_.xml_depth) damaged("嵌套过深 / nested too deeply");
    read_attributes();
    if (at_ - from > limits_.xml_token_bytes) damaged("标签过长 / a tag is too long");
    ends_at_once_ = text_[at_] == '/';
    if (!ends_at_once_) open_.push_back(full_name_);
    at_ += ends_at_once_ ? 2 : 1;
    return Token::start;
}

/// Up to the > or /> of the tag, which stays.
void XmlScan::read_attributes()
{
    attributes_.clear();
    for (;;) {
        const bool apart = is_space(at(at_));
        skip_spaces();
        const char next = at(at_);
        if (next == '>' || (next == '/' && at(at_ + 1) == '>')) return;
        if (!apart) damaged("标签写法错误 / a tag is malformed");
        const std::string_view name = read_name();
        skip_spaces();
        if (at(at_) != '=') damaged("标签写法错误 / a tag is malformed");
        ++at_;
        skip_spaces();
        const char quote = at(at_);
        if (quote != '"' && quote != '\'') damaged("标签写法错误 / a tag is malformed");
        const std::size_t from = ++at_;
        while (at_ < text_.size() && text_[at_] != quote && text_[at_] != '<') ++at_;
        if (at(at_) != quote) damaged("标签写法错误 / a tag is malformed");
        attributes_.push_back({local(name), text_.substr(from, at_ - from)});
        ++at_;
        constexpr std::size_t most_attributes = 1024;
        if (attributes_.size() > most_attributes) damaged("标签过长 / a tag is too long");
    }
}

XmlScan::Token XmlScan::read_end()
{
    at_ += 2;
    const std::string_view full = read_name();
    skip_spaces();
    if (at(at_) != '>') damaged("标签写法错误 / a tag is malformed");
    ++at_;
    if (open_.empty() ? depth_ == 0 : open_.back() != full) damaged("标签不配对 / tags do not pair");
    if (!open_.empty()) open_.pop_back();
    --depth_;
    name_ = local(full);
    return Token::end;
}

void XmlScan::skip_element()
{
    const std::uint32_t outside = depth_ - 1;
    while (depth_ != outside)
        if (next() == Token::finished) return;
}

std::optional<std::string_view> XmlScan::find(std::string_view local_name)
{
    const auto found = std::ranges::find(attributes_, local_name, &Attribute::name);
    if (found == attributes_.end()) return std::nullopt;
    if (found->raw.find('&') == std::string_view::npos) return found->raw;
    resolved_attribute_.clear();
    append_resolved(resolved_attribute_, found->raw);
    return resolved_attribute_;
}

bool XmlScan::flag(std::string_view local_name)
{
    const auto value = get(local_name);
    return value == "1" || value == "true" || value == "on";
}

/// References resolved, line ends as one LF (XML 1.0, 2.11).
void XmlScan::append_resolved(std::string& into, std::string_view raw)
{
    for (std::size_t from = 0; from < raw.size();) {
        const std::size_t stop = std::min(raw.find_first_of("&\r", from), raw.size());
        into += raw.substr(from, stop - from);
        from = stop;
        if (from == raw.size()) return;
        if (raw[from] == '&') {
            from += append_reference(into, raw.substr(from));
        } else {
            into += '\n';
            from += raw.substr(from).starts_with("\r\n") ? 2 : 1;
        }
    }
}

/// Appends what the reference at the start stands for; the bytes that it takes.
std::size_t XmlScan::append_reference(std::string& into, std::string_view from)
{
    constexpr std::array<std::pair<std::string_view, char>, 5> predefined{
        {{"&lt;", '<'}, {"&gt;", '>'}, {"&amp;", '&'}, {"&quot;", '"'}, {"&apos;", '\''}}};
    for (const auto& [reference, character] : predefined)
        if (from.starts_with(reference)) {
            into += character;
            return reference.size();
        }
    constexpr std::size_t longest = 16;
    const std::size_t end = from.substr(0, longest).find(';');
    if (!from.starts_with("&#") || end == std::string_view::npos) damaged("字符引用错误 / unknown reference");
    const bool hexadecimal = from[2] == 'x';
    const char* const first = from.data() + (hexadecimal ? 3 : 2);
    std::uint32_t code_point = 0;
    const auto [stopped, error] = std::from_chars(first, from.data() + end, code_point, hexadecimal ? 16 : 10);
    if (error != std::errc{} || stopped != from.data() + end || !is_character(static_cast<char32_t>(code_point)))
        damaged("字符引用错误 / unknown reference");
    append_utf8(into, static_cast<char32_t>(code_point));
    return end + 1;
}

std::string_view xml_text(std::string_view part, std::string_view bytes, std::string& converted)
{
    const auto refuse = [&](std::string_view detail) {
        return IntakeFault(FaultCode::damaged_workbook, {std::string{part}, std::string{detail}});
    };
    constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
    const bool little = bytes.starts_with("\xFF\xFE");
    if (little || bytes.starts_with("\xFE\xFF")) {
        if (!convert_to_utf8(little ? "UTF-16LE" : "UTF-16BE", bytes.substr(2), converted))
            throw refuse("编码无效 / invalid UTF-16");
        bytes = converted;
    } else {
        if (bytes.starts_with(byte_order_mark)) bytes.remove_prefix(byte_order_mark.size());
        const std::string encoding = declared_encoding(bytes);
        if (!encoding.empty() && encoding != "utf-8" && encoding != "utf8" && encoding != "us-ascii")
            throw refuse("编码 / encoding " + encoding);
        if (first_invalid_utf8(bytes) != bytes.size()) throw refuse("UTF-8 编码无效 / invalid UTF-8");
    }
    if (first_control(bytes) != bytes.size()) throw refuse("含有控制字符 / control characters");
    return bytes;
}

}  // namespace xiaoan::data
