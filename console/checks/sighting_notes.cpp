#include "console/checks/sighting_notes.hpp"

#include <span>

namespace xiaoan::checks {

namespace {

constexpr std::string_view overloaded[]{"超员", "超载", "满载",     "挤满",      "坐满",   "拥挤",
                                        "站立", "叠坐", "overload", "full load", "crowded"};
constexpr std::string_view vehicle[]{"面包车", "微型客车", "微面",    "三轮",        "农用",     "货车",  "拖拉机",
                                     "低速",   "中巴",     "minivan", "three-wheel", "tricycle", "truck", "tractor"};
constexpr std::string_view seats_or_film[]{"加装座", "加座",       "加凳",  "板凳",          "马扎",
                                           "拆座",   "座椅拆",     "贴膜",  "深色膜",        "黑膜",
                                           "遮挡",   "extra seat", "stool", "seats removed", "dark film"};
constexpr std::string_view paid[]{"收费", "车费", "月费", "包月", "接送费", "收钱", "付费", "转账", "fee", "paid"};
constexpr std::string_view several_schools[]{"多校",     "几所学校",         "不同校服",       "多种校服",
                                             "两种校服", "several uniforms", "several schools"};
constexpr std::string_view denials[]{"未", "无", "没有", "不", "非", "no ", "not "};

/// Whether the note names one of the words without denying it just before.
bool names(std::string_view note, std::span<const std::string_view> words)
{
    for (const std::string_view word : words)
        for (auto at = note.find(word); at != std::string_view::npos; at = note.find(word, at + word.size())) {
            bool denied = false;
            for (const std::string_view denial : denials) denied = denied || note.substr(0, at).ends_with(denial);
            if (!denied) return true;
        }
    return false;
}

}  // namespace

std::array<bool, note_signs> signs_in_note(std::string_view note)
{
    if (note.empty()) return {};
    return {names(note, overloaded), names(note, vehicle), names(note, seats_or_film), names(note, paid),
            names(note, several_schools)};
}

}  // namespace xiaoan::checks
