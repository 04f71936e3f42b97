#include "console/checks/sighting_notes.hpp"

#include <charconv>
#include <span>

namespace xiaoan::checks {

namespace {

constexpr std::string_view overloaded[]{"超员", "超载", "满载",   "挤满",     "坐满",      "塞满",   "拥挤",
                                        "站立", "叠坐", "严重超", "overload", "full load", "crowded"};
constexpr std::string_view vehicle[]{"面包车",      "微型面包", "微型客车", "微面",   "金杯", "三轮",
                                     "农用",        "货车",     "拖拉机",   "低速",   "中巴", "minivan",
                                     "three-wheel", "tricycle", "truck",    "tractor"};
constexpr std::string_view seats_or_film[]{
    "加装座", "加座",     "加凳",     "板凳",       "马扎",   "拆座",          "拆除座",   "拆了座",   "拆掉座",
    "座椅拆", "座椅被拆", "座椅已拆", "座椅全拆",   "座位拆", "座位被拆",      "座位已拆", "座位全拆", "贴膜",
    "深色膜", "黑膜",     "遮挡",     "extra seat", "stool",  "seats removed", "dark film"};
constexpr std::string_view paid[]{"收费", "车费", "月费", "包月", "接送费", "收钱", "付费", "转账", "fee", "paid"};
constexpr std::string_view several_schools[]{"多校",     "几所学校", "多所学校",         "两所学校",
                                             "三所学校", "不同校服", "多种校服",         "几种校服",
                                             "两种校服", "三种校服", "several uniforms", "several schools"};

/// What may stand before a word and deny it, and what may stand between the two: 未见明显超员, 无深色贴膜. 无牌 or 非法
/// before a word deny nothing.
constexpr std::string_view denials[]{"未",     "未见",   "未发现", "未看到",      "未有",    "没",   "没有",
                                     "没见",   "没发现", "没看到", "不",          "不是",    "不像", "不算",
                                     "不属于", "不存在", "无",     "非",          "并非",    "否认", "排除",
                                     "no ",    "not ",   "not a ", "no sign of ", "without "};
constexpr std::string_view between[]{"任何", "明显", "严重", "深色", "黑色", "加装", "改装", "存在", "any ", "dark "};
constexpr std::string_view clause_ends[]{"，", "。", "；", "、", "！", "但", "却", ",", ".", ";", "!", "\n"};

/// The part of a note before a word, from the beginning of its clause.
std::string_view clause_before(std::string_view note, std::size_t word)
{
    std::string_view before = note.substr(0, word);
    for (const std::string_view end : clause_ends)
        if (const auto at = before.rfind(end); at != std::string_view::npos) before = before.substr(at + end.size());
    return before;
}

bool is_denied(std::string_view before)
{
    for (bool shorter = true; shorter;) {
        for (const std::string_view denial : denials)
            if (before.ends_with(denial)) return true;
        shorter = false;
        for (const std::string_view each : between)
            if (before.ends_with(each)) {
                before.remove_suffix(each.size());
                shorter = true;
            }
    }
    return false;
}

bool is_asked(std::string_view behind)
{
    return behind.starts_with("?") || behind.starts_with("？");
}

/// Whether the note names one of the words without denying it before, or asking behind it.
bool names(std::string_view note, std::span<const std::string_view> words)
{
    for (const std::string_view word : words)
        for (auto at = note.find(word); at != std::string_view::npos; at = note.find(word, at + word.size()))
            if (!is_denied(clause_before(note, at)) && !is_asked(note.substr(at + word.size()))) return true;
    return false;
}

/// The number that ends right before `end`; below 0 where none does.
int number_before(std::string_view note, std::size_t end)
{
    std::size_t begin = end;
    while (begin > 0 && end - begin < 3 && note[begin - 1] >= '0' && note[begin - 1] <= '9') --begin;
    int number = -1;
    std::from_chars(note.data() + begin, note.data() + end, number);
    return number;
}

/// 19座载45人: more people than seats.
bool counts_too_many(std::string_view note)
{
    constexpr std::string_view seats = "座", people = "人";
    const auto seat = note.find(seats);
    if (seat == std::string_view::npos) return false;
    const int authorised = number_before(note, seat);
    const auto person = note.find(people, seat);
    return authorised > 0 && person != std::string_view::npos && number_before(note, person) > authorised;
}

}  // namespace

std::array<bool, note_signs> signs_in_note(std::string_view note)
{
    if (note.empty()) return {};
    return {names(note, overloaded) || counts_too_many(note), names(note, vehicle), names(note, seats_or_film),
            names(note, paid), names(note, several_schools)};
}

}  // namespace xiaoan::checks
