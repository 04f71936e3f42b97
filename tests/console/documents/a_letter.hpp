// A letter for tests, and what stands on its pages.
#pragma once

#include "console/documents/page/letter_pages.hpp"
#include "console/documents/text/line_breaker.hpp"

#include <algorithm>
#include <map>
#include <string>
#include <vector>

namespace xiaoan::test {

/// Chinese characters as wide as the type is high, Latin ones half of it: what a font for documents has.
struct EvenMetrics : documents::Metrics {
    [[nodiscard]] double advance_em(documents::Face, char32_t code) const override
    {
        return documents::half_cells(code) / 2.0;
    }
};

inline std::string han(std::size_t count)
{
    std::string text;
    for (std::size_t i = 0; i < count; ++i) text += "国";
    return text;
}

/// A 函 of two texts to a county's transport office.
inline documents::Letter a_letter()
{
    using namespace documents;
    Letter letter;
    letter.head = {HeadForm::letter, HeadInk::red, "白城市教育局", "白教函〔2026〕12号"};
    letter.title = {"白城市教育局", "关于商请督促整改", "吉G·12345等3辆校车", "安全问题的函"};
    letter.addressee = "洮南市交通运输局：";
    letter.body = {a_text("现将有关情况函告如下："), a_heading(Level::one, "一、基本情况"), a_text(han(60))};
    letter.signature = "白城市教育局";
    letter.date = "2026年11月23日";
    letter.info = {"函", "白城市教育局", data::Date{std::chrono::days{20780}}};
    return letter;
}

inline documents::Table a_table(std::size_t rows)
{
    documents::Table table;
    table.columns = {{"序号", 10}, {"号牌号码", 25}, {"问题", 60}};
    for (std::size_t i = 0; i < rows; ++i)
        table.rows.push_back({.cells = {{std::to_string(i + 1)},
                                        {"吉G·" + std::to_string(20000 + i)},
                                        {"未领取校车标牌，车辆仍在运行，尚未说明原因"}}});
    return table;
}

/// The texts of a page by the height of their baselines, each from left to right.
inline std::vector<std::string> lines_on(const documents::Page& page)
{
    std::map<double, std::vector<documents::Glyph>> rows;
    for (const auto& line : page.lines)
        for (const auto& glyph : line.glyphs) rows[line.baseline].push_back(glyph);
    std::vector<std::string> texts;
    for (auto& [baseline, glyphs] : rows) {
        std::ranges::stable_sort(glyphs, {}, &documents::Glyph::x);
        std::u32string text;
        for (const auto& glyph : glyphs) text += glyph.code;
        texts.push_back(documents::utf8(text));
    }
    return texts;
}

inline std::string text_of(const documents::Page& page)
{
    std::string all;
    for (const auto& line : lines_on(page)) all += line + "\n";
    return all;
}

/// The line that begins with this text; null where there is none.
inline const documents::TextLine* find_line(const documents::Page& page, std::string_view beginning)
{
    const auto wanted = documents::code_points(beginning);
    for (const auto& line : page.lines) {
        std::u32string text;
        for (const auto& glyph : line.glyphs) text += glyph.code;
        if (text.starts_with(wanted)) return &line;
    }
    return nullptr;
}

inline double left_of(const documents::TextLine& line)
{
    return line.glyphs.front().x;
}
inline double right_of(const documents::TextLine& line)
{
    return line.glyphs.back().x + line.glyphs.back().width;
}

}  // namespace xiaoan::test
