#include "data/intake/header_form.hpp"

#include "data/intake/utf8.hpp"
#include "data/intake/values/text_form.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace xiaoan::data {

namespace {

// Each is replaced in its turn, so that longer parts come before those they hold: 到期日期 is not left as 止日期.
// formats.md 3.2, and what counties write for the same.
constexpr auto interchangeable = std::to_array<std::pair<std::string_view, std::string_view>>({
    {"有效期限", "有效期"}, {"有效日期", "有效期"}, {"有效时间", "有效期"}, {"至", "止"},       {"截止", "止"},
    {"终止", "止"},         {"到期", "止"},         {"满期", "止"},         {"届满", "止"},     {"终保", "止"},
    {"结束", "止"},         {"止日期", "止"},       {"止时间", "止"},       {"止日", "止"},     {"止期", "止"},
    {"有效止", "有效期止"}, {"期到", "期止"},       {"期终", "期止"},       {"险到", "险止"},   {"险终", "险止"},
    {"止止", "止"},         {"起始", "起"},         {"开始", "起"},         {"起保", "起"},     {"起日期", "起"},
    {"起时间", "起"},       {"起日", "起"},         {"起期", "起"},         {"期始", "期起"},   {"期自", "期起"},
    {"期从", "期起"},       {"险自", "险起"},       {"起起", "起"},         {"装置", ""},       {"设备", ""},
    {"设施", ""},           {"号码", "号"},         {"编号", "号"},         {"编码", "号"},     {"号号", "号"},
    {"企业", "单位"},       {"公司", "单位"},       {"驾驶员", "驾驶人"},   {"司机", "驾驶人"}, {"逃生锤", "安全锤"},
    {"破窗锤", "安全锤"},   {"救生锤", "安全锤"},   {"路线", "线路"},       {"帐", "账"},       {"學", "学"},
    {"車", "车"},           {"號", "号"},           {"縣", "县"},           {"區", "区"},
});

void replace_all(std::string& text, std::string_view from, std::string_view to)
{
    for (std::size_t at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size()))
        text.replace(at, from.size(), to);
}

// What alone tells the start of a period from its end, and may stand in brackets, with a day or a date before or behind
// it: 有效期（起）, 有效期（至）, 有效期（年月日止）, 交强险（有效期起）.
constexpr std::array<std::string_view, 9> start_words{"起", "起始", "开始",   "自",    "从",
                                                      "始", "起保", "起始日", "开始日"};
constexpr std::array<std::string_view, 14> end_words{"止",   "截止", "终止", "结束", "至",   "到",     "终",
                                                     "到期", "期满", "届满", "终保", "截至", "截止日", "到期日"};

/// 起 or 止 where the text says nothing but that; else empty.
std::string_view period_side(std::string_view text)
{
    for (const std::string_view what :
         {"有效期限", "有效期", "保险期限", "保险期", "期限", "年月日", "年月", "日期", "时间"})
        if (text.starts_with(what)) {
            text.remove_prefix(what.size());
            break;
        }
    for (const std::string_view what : {"日期", "时间", "日", "期"})
        if (text.ends_with(what) && std::ranges::find(end_words, text) == end_words.end()) {
            text.remove_suffix(what.size());
            break;
        }
    if (std::ranges::find(start_words, text) != start_words.end()) return "起";
    return std::ranges::find(end_words, text) != end_words.end() ? "止" : std::string_view{};
}

constexpr bool opens(char32_t c)
{
    return c == U'(' || c == U'[' || c == U'{' || c == U'【' || c == U'〔' || c == U'〈' || c == U'《' || c == U'「';
}

constexpr bool closes(char32_t c)
{
    return c == U')' || c == U']' || c == U'}' || c == U'】' || c == U'〕' || c == U'〉' || c == U'》' || c == U'」';
}

constexpr bool dropped(char32_t c)
{
    constexpr std::u32string_view signs = U"*_-:、,.;!?\"'“”‘’·•…。★☆※#&—–①②③④⑤⑥⑦⑧⑨⑩";
    return signs.find(c) != std::u32string_view::npos;
}

/// 1. 2、 一、 before a header. Digits that belong to it (12分) have no such sign behind them.
std::string_view without_ordinal(std::string_view text)
{
    constexpr std::string_view counting = "一二三四五六七八九十";
    std::size_t end = text.find_first_not_of("0123456789");
    const auto counts = [&](std::string_view character) {  // han characters take three bytes
        const std::size_t found = counting.find(character);
        return found != std::string_view::npos && found % 3 == 0;
    };
    if (end == 0)
        while (end + 3 <= text.size() && counts(text.substr(end, 3))) end += 3;
    if (end == 0 || end == std::string_view::npos) return text;
    for (const std::string_view sign : {".", "、"})
        if (text.substr(end).starts_with(sign)) return text.substr(end + sign.size());
    return text;
}

bool is_unit(std::string_view text)
{
    constexpr std::array units{"米", "m",  "公里", "千米", "km", "万公里", "公里/时", "km/h", "人",  "名",
                               "辆", "台", "个",   "只",   "座", "处",     "起",      "次",   "度",  "°",
                               "年", "月", "日",   "吨",   "根", "具",     "把",      "块",   "厘米"};
    return std::ranges::find(units, text) != units.end();
}

struct Parts {
    std::string outside;  // what stands outside brackets, and 起 or 止 for brackets that say that alone
    std::string inside;   // what the last brackets hold
    std::string behind;   // a unit behind the last stroke, no more part of outside
};

Parts parts_of(std::string_view header)
{
    const std::string plain = lower_ascii(compact(header));
    Parts parts;
    int depth = 0;
    const std::string_view rest = without_ordinal(plain);
    for (std::size_t at = 0; at < rest.size();) {
        const char32_t c = next_code_point(rest, at);
        if (opens(c)) {
            if (depth++ == 0) parts.inside.clear();
        } else if (closes(c)) {
            if (depth > 0 && --depth == 0) parts.outside += period_side(parts.inside);
        } else if (depth > 0) {
            append_utf8(parts.inside, c);
        } else if (!dropped(c)) {
            append_utf8(parts.outside, c);
        }
    }
    if (depth > 0) parts.outside += period_side(parts.inside);
    constexpr std::size_t one_character = 3;
    if (const auto side = period_side(parts.outside); !side.empty() && parts.outside.size() == one_character)
        parts.outside = side;  // 自 and 到 below 有效期
    if (const std::size_t stroke = parts.outside.find('/'); stroke != std::string::npos) {
        std::string unit = parts.outside.substr(stroke + 1);
        if (stroke > 0 && is_unit(unit)) {
            parts.outside.resize(stroke);
            parts.behind = std::move(unit);
        }
    }
    return parts;
}

}  // namespace

std::string normalised_header(std::string_view header)
{
    std::string form = parts_of(header).outside;
    for (const auto& [from, to] : interchangeable) replace_all(form, from, to);
    return form;
}

std::string header_unit(std::string_view header)
{
    Parts parts = parts_of(header);
    return parts.behind.empty() ? std::move(parts.inside) : std::move(parts.behind);
}

bool asks_how_many(std::string_view header)
{
    const Parts parts = parts_of(header);
    const std::string_view unit = parts.behind.empty() ? parts.inside : parts.behind;
    for (const std::string_view ending : {"数量", "个数", "数"})
        if (parts.outside.ends_with(ending)) return true;
    for (const std::string_view piece : {"个", "具", "把", "只", "根", "块", "套", "条"})
        if (unit == piece) return true;
    return false;
}

std::string shown_path(std::span<const std::string> path)
{
    std::string shown;
    for (const std::string& part : path) {
        if (!shown.empty()) shown += '/';
        shown += part;
    }
    return shown;
}

}  // namespace xiaoan::data
