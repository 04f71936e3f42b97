#include "console/documents/text/unbroken.hpp"

#include "console/documents/text/characters.hpp"

#include <algorithm>
#include <array>

namespace xiaoan::documents {

namespace {

using namespace std::string_view_literals;

/// Longer ones first, as they are tried in this order.
constexpr std::array units{
    U"个工作日"sv, U"平方公里"sv, U"平方米"sv, U"立方米"sv, U"工作日"sv, U"公里"sv, U"千米"sv, U"小时"sv, U"分钟"sv,
    U"万元"sv,     U"亿元"sv,     U"人次"sv,   U"周岁"sv,   U"公斤"sv,   U"千克"sv, U"毫米"sv, U"厘米"sv, U"个月"sv,
    U"年"sv,       U"月"sv,       U"日"sv,     U"时"sv,     U"分"sv,     U"秒"sv,   U"天"sv,   U"周"sv,   U"岁"sv,
    U"元"sv,       U"米"sv,       U"吨"sv,     U"度"sv,     U"个"sv,     U"件"sv,   U"项"sv,   U"辆"sv,   U"人"sv,
    U"名"sv,       U"所"sv,       U"处"sv,     U"次"sv,     U"条"sv,     U"款"sv,   U"号"sv,   U"页"sv,   U"行"sv,
    U"份"sv,       U"期"sv,       U"级"sv,     U"倍"sv,     U"座"sv,     U"排"sv,   U"班"sv,   U"路"sv};
constexpr auto word_marks = U"-.,:/_@+&'~"sv;
constexpr auto provinces = U"京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼"sv;
constexpr auto han_digits = U"〇零一二三四五六七八九十百千"sv;
constexpr auto article_parts = U"条款项章节编目号次页"sv;
constexpr std::size_t longest_sender_code = 6;

constexpr bool holds(std::u32string_view set, char32_t code)
{
    return set.find(code) != std::u32string_view::npos;
}

class Ties {
public:
    explicit Ties(std::u32string_view text) : text_(text), tied_(text.size(), false) {}

    std::vector<bool> find()
    {
        for (std::size_t i = 0; i + 1 < text_.size(); ++i) tied_[i] = tied_by_itself(i);
        for (std::size_t i = 0; i < text_.size(); ++i) {
            if (is_digit(text_[i]) && !(i > 0 && is_digit(text_[i - 1]))) tie_number(i);
            if (text_[i] == U'第') tie_article(i);
            if (text_[i] == U'〔') tie_document_number(i);
            if (holds(provinces, text_[i])) tie_registration_number(i);
            if (text_.substr(i).starts_with(U"附件") && digits_end(i + 2) > i + 2) tie(i, digits_end(i + 2));
        }
        return std::move(tied_);
    }

private:
    [[nodiscard]] char32_t at(std::size_t i) const { return i < text_.size() ? text_[i] : U'\0'; }

    /// What two neighbours alone decide.
    [[nodiscard]] bool tied_by_itself(std::size_t i) const
    {
        const char32_t here = at(i), next = at(i + 1);
        if (here == 0x2060 || next == 0x2060 || here == 0x00A0 || next == 0x00A0) return true;
        if (half_cells(next) == 0 || never_first(next) || never_last(here)) return true;
        if (next == U' ') return true;  // a blank stays at the end of its line, unseen
        if (is_latin(here) && is_latin(next)) return true;
        if (is_latin(next) && holds(word_marks, here) && i > 0 && is_latin(at(i - 1))) return true;
        if (is_latin(here) && holds(word_marks, next) && is_latin(at(i + 2))) return true;
        return here == next && (here == U'—' || here == U'…');
    }

    /// No line ends within [first, last).
    void tie(std::size_t first, std::size_t last)
    {
        for (std::size_t i = first; i + 1 < last; ++i) tied_[i] = true;
    }

    [[nodiscard]] std::size_t digits_end(std::size_t i) const
    {
        while (is_digit(at(i)) || (holds(U".,"sv, at(i)) && is_digit(at(i + 1)))) ++i;
        return i;
    }

    /// End of the unit that begins at `i`; `i` itself where there is none.
    [[nodiscard]] std::size_t unit_end(std::size_t i) const
    {
        if (holds(U"%％‰℃"sv, at(i))) return i + 1;
        for (const auto unit : units)
            if (text_.substr(std::min(i, text_.size())).starts_with(unit)) return i + unit.size();
        return i;
    }

    /// Numbers with units that follow each other without anything between: 2026年11月23日, 7时05分, 3～5天.
    void tie_number(std::size_t first)
    {
        std::size_t end = first;
        while (is_digit(at(end))) {
            end = unit_end(digits_end(end));
            if (at(end) == U'～' && is_digit(at(end + 1))) ++end;
        }
        tie(first, end);
    }

    void tie_article(std::size_t first)
    {
        std::size_t end = first + 1;
        while (holds(han_digits, at(end)) || is_digit(at(end))) ++end;
        if (end > first + 1 && holds(article_parts, at(end))) tie(first, end + 1);
    }

    void tie_document_number(std::size_t bracket)
    {
        const std::size_t year_end = digits_end(bracket + 1);
        if (year_end == bracket + 1 || at(year_end) != U'〕') return;
        std::size_t end = digits_end(year_end + 1);
        if (at(end) == U'号') ++end;
        std::size_t first = bracket;
        while (first > 0 && bracket - first < longest_sender_code && is_han(at(first - 1))) --first;
        tie(first, end);
    }

    void tie_registration_number(std::size_t province)
    {
        const char32_t letter = at(province + 1);
        if (letter < U'A' || letter > U'Z') return;
        std::size_t end = province + 2;
        if (at(end) == U'·') ++end;
        const std::size_t serial = end;
        while (is_latin(at(end))) ++end;
        if (end - serial >= 4) tie(province, end);
    }

    std::u32string_view text_;
    std::vector<bool> tied_;
};

}  // namespace

std::vector<bool> tied_to_next(std::u32string_view text)
{
    return Ties(text).find();
}

}  // namespace xiaoan::documents
