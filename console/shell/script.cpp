#include "console/shell/script.hpp"

#include <array>
#include <charconv>
#include <fstream>
#include <iterator>
#include <optional>

namespace xiaoan::shell {
namespace {

using Kind = Step::Kind;

struct Word {
    std::string_view text;
    Kind kind;
};

constexpr std::array<Word, 16> words{{
    {"move", Kind::move},
    {"click", Kind::click},
    {"double-click", Kind::double_click},
    {"right-click", Kind::right_click},
    {"drag", Kind::drag},
    {"wheel", Kind::wheel},
    {"key", Kind::key},
    {"type", Kind::type},
    {"wait", Kind::wait},
    {"expect", Kind::expect},
    {"expect-not", Kind::expect_not},
    {"screenshot", Kind::screenshot},
    {"drop", Kind::drop},
    {"resize", Kind::resize},
    {"labels", Kind::labels},
    {"quit", Kind::quit},
}};

[[noreturn]] void refuse(int line, std::string_view why)
{
    throw ScriptError("line " + std::to_string(line) + " of the script: " + std::string(why));
}

[[nodiscard]] std::string_view trimmed(std::string_view text)
{
    const auto first = text.find_first_not_of(" \t\r");
    if (first == std::string_view::npos) return {};
    return text.substr(first, text.find_last_not_of(" \t\r") - first + 1);
}

[[nodiscard]] std::string_view unquoted(std::string_view text)
{
    if (text.starts_with("text ")) text = trimmed(text.substr(5));  // "expect text …" reads like a sentence
    if (text.size() >= 2 && text.front() == '"' && text.back() == '"') return text.substr(1, text.size() - 2);
    return text;
}

[[nodiscard]] std::optional<float> next_number(std::string_view& text)
{
    text = trimmed(text);
    float value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc()) return {};
    text.remove_prefix(static_cast<std::size_t>(end - text.data()));
    return value;
}

[[nodiscard]] std::optional<Point> next_point(std::string_view& text)
{
    const std::string_view before = text;
    const auto x = next_number(text);
    const auto y = x ? next_number(text) : std::nullopt;
    if (y) return Point{*x, *y};
    text = before;
    return {};
}

/// A position, or a label, or neither (where the pointer is).
void read_place(Step& step, std::string_view rest)
{
    if (const auto at = next_point(rest); at && trimmed(rest).empty()) {
        step.at = *at;
        step.placed = true;
        return;
    }
    step.text = unquoted(rest);
}

void read_rest(Step& step, std::string_view rest)
{
    const auto need = [&](bool there, std::string_view what) {
        if (!there) refuse(step.line, std::string(what) + " is missing or not understood");
    };
    switch (step.kind) {
    case Kind::move:
    case Kind::click:
    case Kind::double_click:
    case Kind::right_click: read_place(step, rest); break;
    case Kind::drag: {
        const auto from = next_point(rest);
        const auto to = next_point(rest);
        need(from && to, "x y x y");
        step.at = *from;
        step.to = *to;
        step.placed = true;
        break;
    }
    case Kind::resize: {
        const auto size = next_point(rest);
        need(size.has_value(), "width height");
        step.to = *size;
        break;
    }
    case Kind::wheel:
    case Kind::wait: {
        const auto amount = next_number(rest);
        need(amount.has_value(), "a number");
        step.amount = *amount;
        break;
    }
    case Kind::key: {
        const auto chord = chord_from_text(rest);
        need(chord.has_value(), "a key");
        step.chord = *chord;
        break;
    }
    case Kind::labels:
    case Kind::quit: need(rest.empty(), "nothing more"); break;
    default: step.text = unquoted(rest); need(!step.text.empty(), "a text");
    }
}

}  // namespace

std::vector<Step> read_script(std::string_view text)
{
    std::vector<Step> steps;
    int number = 0;
    while (!text.empty()) {
        ++number;
        const auto end = std::min(text.find('\n'), text.size());
        const std::string_view line = trimmed(text.substr(0, end));
        text.remove_prefix(std::min(end + 1, text.size()));
        if (line.empty() || line.front() == '#') continue;
        const auto blank = std::min(line.find(' '), line.size());
        Step step;
        step.line = number;
        bool known = false;
        for (const Word& word : words) {
            if (word.text != line.substr(0, blank)) continue;
            step.kind = word.kind;
            known = true;
        }
        if (!known) refuse(number, "there is no step \"" + std::string(line.substr(0, blank)) + "\"");
        read_rest(step, trimmed(line.substr(blank)));
        steps.push_back(step);
    }
    return steps;
}

std::vector<Step> read_script_file(const std::filesystem::path& path)
{
    std::ifstream in(path, std::ios::binary);
    if (!in) throw ScriptError("cannot read the script " + path.string());
    const std::string text{std::istreambuf_iterator<char>(in), {}};
    return read_script(text);
}

}  // namespace xiaoan::shell
