#include "console/checks/sighting_notes.hpp"

#include <algorithm>
#include <charconv>
#include <span>

namespace xiaoan::checks {

namespace {

constexpr std::string_view overloaded[]{"超员",     "超载",     "满载",     "满员",     "满座",      "超定员",
                                        "超核定",   "超过核定", "超过核载", "超出核定", "超限载",    "挤满",
                                        "坐满",     "塞满",     "叠坐",     "严重超",   "车内拥挤",  "车厢拥挤",
                                        "车内站立", "过道站",   "站立乘车", "overload", "full load", "crowded"};
constexpr std::string_view vehicle[]{"面包车", "微型面包", "微型客车", "微面",        "金杯",     "三轮",
                                     "农用",   "货车",     "拖拉机",   "低速载货",    "低速汽车", "低速电动",
                                     "中巴",   "minivan",  "tractor",  "three-wheel", "tricycle", "truck"};
constexpr std::string_view seats_or_film[]{
    "加装座",   "加座",     "加凳",     "板凳",       "马扎",     "拆座",          "拆除座",   "拆了座",
    "拆掉座",   "座椅拆",   "座椅被拆", "座椅已拆",   "座椅全拆", "座位拆",        "座位被拆", "座位已拆",
    "座位全拆", "贴膜",     "车膜",     "深色膜",     "黑膜",     "车窗遮挡",      "遮挡车窗", "车窗被遮挡",
    "玻璃遮挡", "遮挡玻璃", "窗帘遮挡", "extra seat", "stool",    "seats removed", "dark film"};
constexpr std::string_view paid[]{"收费", "车费", "月费", "包月", "接送费", "收钱", "付费", "转账", "fee", "paid"};
constexpr std::string_view several_schools[]{"多校",     "几所学校",         "多所学校",       "两所学校", "三所学校",
                                             "不同学校", "不同校服",         "多种校服",       "几种校服", "两种校服",
                                             "三种校服", "several uniforms", "several schools"};
constexpr std::array<std::span<const std::string_view>, note_signs> words_of_sign{overloaded, vehicle, seats_or_film,
                                                                                  paid, several_schools};

/// What may stand before a word and deny or only ask it: 未见明显超员, 无深色贴膜, 是否收费. 无牌 or 非法 before a word
/// deny nothing.
constexpr std::string_view denials[]{
    "未",   "未见", "未发现", "未看到", "未有",   "没",     "没有", "没见", "没发现", "没看到",      "不",
    "不是", "不像", "不算",   "不属于", "不存在", "无",     "非",   "并非", "否认",   "排除",        "免",
    "是否", "有无", "有没有", "未知",   "不清楚", "不知道", "no ",  "not ", "not a ", "no sign of ", "without "};
/// What may stand between the two, beside words of signs: what a denial covers reaches over the whole list
/// (未发现超员、 超载现象; 没有超员或收费).
constexpr std::string_view between[]{"任何", "明显", "严重", "深色",  "黑色", "加装",  "改装", "存在", "收取",
                                     "收",   "现象", "情况", "行为",  "问题", "、",    "和",   "或",   "或者",
                                     "及",   "以及", "any ", "dark ", " or ", " nor ", " and "};
/// Another vehicle, or another fee, than the one that is spoken of: 被前方货车遮挡, 停车费.
constexpr std::string_view of_another[]{"与",   "跟",   "被",   "前方", "前面", "后方", "后面", "旁边",
                                        "对向", "避让", "一侧", "停",   "停车", "过路", "加油", "充电"};
/// What leaves open whether it is so.
constexpr std::string_view left_open[]{"?", "？", "待查", "待核", "不详", "不明", "未知", "情况不明", "情况待"};
constexpr std::string_view clause_ends[]{"，", "。", "；", "！", "但", "却", ",", ".", ";", "!", "\n"};

bool ends_with_any(std::string_view text, std::span<const std::string_view> all)
{
    return std::ranges::any_of(all, [&](std::string_view each) { return text.ends_with(each); });
}

/// The part of a note before a word, from the beginning of its clause.
std::string_view clause_before(std::string_view note, std::size_t word)
{
    std::string_view before = note.substr(0, word);
    for (const std::string_view end : clause_ends)
        if (const auto at = before.rfind(end); at != std::string_view::npos) before = before.substr(at + end.size());
    return before;
}

/// Takes one of the words off the end; false where it ends with none.
bool take_off(std::string_view& text, std::span<const std::string_view> words)
{
    for (const std::string_view each : words)
        if (text.ends_with(each)) {
            text.remove_suffix(each.size());
            return true;
        }
    return false;
}

bool is_denied(std::string_view before)
{
    for (;;) {
        if (ends_with_any(before, denials)) return true;
        if (take_off(before, between)) continue;
        if (!std::ranges::any_of(words_of_sign, [&](const auto words) { return take_off(before, words); }))
            return false;
    }
}

bool is_left_open(std::string_view behind)
{
    return std::ranges::any_of(left_open, [&](std::string_view each) { return behind.starts_with(each); });
}

bool is_letter(char c)
{
    return ('a' <= c && c <= 'z') || ('A' <= c && c <= 'Z');
}

/// Whether the note says the word of this vehicle: not denied or asked before it, nor left open behind it. An English
/// word begins where a word does.
bool says(std::string_view note, std::string_view word, std::size_t at)
{
    if (is_letter(word.front()) && at > 0 && is_letter(note[at - 1])) return false;
    const std::string_view before = clause_before(note, at);
    return !is_denied(before) && !ends_with_any(before, of_another) && !is_left_open(note.substr(at + word.size()));
}

bool names(std::string_view note, NoteSign sign)
{
    for (const std::string_view word : words_of_sign[static_cast<std::size_t>(sign)])
        for (auto at = note.find(word); at != std::string_view::npos; at = note.find(word, at + word.size()))
            if (says(note, word, at)) return true;
    return false;
}

/// A whole number of up to three digits in a note; `end` is behind it. The value is below 0 where there is none.
struct Number {
    int value = -1;
    std::size_t begin = 0;
    std::size_t end = 0;
};

Number number_from(std::string_view note, std::size_t from)
{
    constexpr std::string_view digits = "0123456789";
    Number number;
    number.begin = note.find_first_of(digits, from);
    if (number.begin == std::string_view::npos) return number;
    number.end = std::min(note.find_first_not_of(digits, number.begin), note.size());
    if (number.end - number.begin > 3) return number;
    std::from_chars(note.data() + number.begin, note.data() + number.end, number.value);
    return number;
}

/// Whether the next number counts people aboard, and more than are authorised: 实载15人, 载12名学生, 坐了20个.
bool more_aboard(std::string_view note, const Number& authorised)
{
    constexpr std::string_view aboard[]{"实", "载", "坐", "乘", "拉", "有"};
    constexpr std::string_view counted[]{"人", "名", "个", "位", "多", "余", "学", "，", "。", "；", "、", ",", " "};
    const Number people = number_from(note, authorised.end);
    if (authorised.value <= 0 || people.value <= authorised.value) return false;
    const std::string_view middle = note.substr(authorised.end, people.begin - authorised.end);
    const std::string_view behind = note.substr(people.end);
    return std::ranges::any_of(aboard, [&](auto each) { return middle.find(each) != std::string_view::npos; }) &&
           (behind.empty() || std::ranges::any_of(counted, [&](auto each) { return behind.starts_with(each); }));
}

/// 19座载45人, 核载7人实载15人, 限载7实载12: more people than seats.
bool counts_too_many(std::string_view note)
{
    constexpr std::string_view authorised[]{"核载", "核定", "限载", "定载", "荷载", "核准"};
    constexpr std::size_t words_between = 12;  // bytes: 核定载客人数7人
    for (const std::string_view word : authorised)
        for (auto at = note.find(word); at != std::string_view::npos; at = note.find(word, at + word.size())) {
            const Number number = number_from(note, at);
            if (number.value >= 0 && number.begin - at <= word.size() + words_between && more_aboard(note, number))
                return true;
        }
    for (Number number = number_from(note, 0); number.begin != std::string_view::npos;
         number = number_from(note, number.end))
        if (note.substr(number.end).starts_with("座") && more_aboard(note, number)) return true;
    return false;
}

}  // namespace

std::array<bool, note_signs> signs_in_note(std::string_view note)
{
    if (note.empty()) return {};
    return {names(note, NoteSign::overloaded) || counts_too_many(note), names(note, NoteSign::vehicle),
            names(note, NoteSign::seats_or_film), names(note, NoteSign::paid), names(note, NoteSign::several_schools)};
}

}  // namespace xiaoan::checks
