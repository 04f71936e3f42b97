#include "data/intake/gis/json_spans.hpp"

namespace xiaoan::data {

namespace {

constexpr std::size_t deepest = 64;

[[noreturn]] void fail(std::size_t offset, std::string_view what)
{
    throw JsonSpanFault{offset, what};
}

void skip_space(std::string_view text, std::size_t& at)
{
    while (at < text.size() && (text[at] == ' ' || text[at] == '\t' || text[at] == '\r' || text[at] == '\n')) ++at;
}

void expect(std::string_view text, std::size_t& at, char c, std::string_view what)
{
    skip_space(text, at);
    if (at >= text.size() || text[at] != c) fail(at, what);
    ++at;
}

bool take(std::string_view text, std::size_t& at, char c)
{
    skip_space(text, at);
    if (at >= text.size() || text[at] != c) return false;
    ++at;
    return true;
}

/// From an opening quote past the closing one.
void skip_string(std::string_view text, std::size_t& at)
{
    const std::size_t from = at++;
    while (at < text.size() && text[at] != '"') at += text[at] == '\\' ? 2 : 1;
    if (at >= text.size()) fail(from, "a text does not end");
    ++at;
}

/// Past an object or array, by its brackets.
void skip_nested(std::string_view text, std::size_t& at)
{
    std::string open;
    const std::size_t from = at;
    while (at < text.size()) {
        const char c = text[at];
        if (c == '"') {
            skip_string(text, at);
            continue;
        }
        if (c == '{' || c == '[') {
            open += c;
            if (open.size() > deepest) fail(at, "nested too deeply");
        } else if (c == '}' || c == ']') {
            if (open.back() != (c == '}' ? '{' : '[')) fail(at, "brackets do not match");
            open.pop_back();
        }
        ++at;
        if (open.empty()) return;
    }
    fail(from, "a bracket is never closed");
}

std::string_view value_at(std::string_view text, std::size_t& at)
{
    skip_space(text, at);
    const std::size_t from = at;
    if (at >= text.size()) fail(at, "a value is missing");
    if (text[at] == '"')
        skip_string(text, at);
    else if (text[at] == '{' || text[at] == '[')
        skip_nested(text, at);
    else {
        while (at < text.size() && std::string_view{",:]} \t\r\n\"[{"}.find(text[at]) == std::string_view::npos) ++at;
        if (at == from) fail(at, "a value is missing");
    }
    return text.substr(from, at - from);
}

void expect_end(std::string_view text, std::size_t at)
{
    skip_space(text, at);
    if (at != text.size()) fail(at, "something follows the end");
}

}  // namespace

void for_each_member(std::string_view text, const std::function<bool(std::string_view, std::string_view)>& use)
{
    std::size_t at = 0;
    expect(text, at, '{', "an object is missing");
    if (take(text, at, '}')) return expect_end(text, at);
    do {
        skip_space(text, at);
        if (at >= text.size() || text[at] != '"') fail(at, "a member has no name");
        const std::size_t from = at;
        skip_string(text, at);
        const std::string_view key = text.substr(from + 1, at - from - 2);
        expect(text, at, ':', "a colon is missing");
        if (!use(key, value_at(text, at))) return;
    } while (take(text, at, ','));
    expect(text, at, '}', "a comma is missing");
    expect_end(text, at);
}

ArrayElements::ArrayElements(std::string_view text) : text_(text)
{
    expect(text_, at_, '[', "a list is missing");
}

bool ArrayElements::next(std::string_view& element)
{
    if (ended_) return false;
    if (first_ && take(text_, at_, ']')) {
        ended_ = true;
        return false;
    }
    if (!first_ && !take(text_, at_, ',')) {
        expect(text_, at_, ']', "a comma is missing");
        ended_ = true;
        return false;
    }
    first_ = false;
    element = value_at(text_, at_);
    return true;
}

}  // namespace xiaoan::data
