#include "console/checks/sheet/question.hpp"

#include "console/checks/sheet/question_table.hpp"
#include "data/intake/values/text_form.hpp"

#include <algorithm>
#include <array>
#include <string>

namespace xiaoan::checks {

namespace {

using language::Language;

constexpr std::array section_words{"check",     "vehicle", "plate", "driver",   "load",
                                   "equipment", "route",   "fee",   "evidence", "result"};
constexpr std::array section_titles{Choice{"check", "检查", "Check"},    Choice{"vehicle", "车辆", "Vehicle"},
                                    Choice{"plate", "标牌", "Plate"},    Choice{"driver", "驾驶人", "Driver"},
                                    Choice{"load", "载客", "Load"},      Choice{"equipment", "设备", "Gear"},
                                    Choice{"route", "线路", "Route"},    Choice{"fee", "收费", "Fee"},
                                    Choice{"evidence", "取证", "Proof"}, Choice{"result", "处理", "Result"}};
static_assert(section_words.size() == section_count && section_titles.size() == section_count);

std::string comparable(std::string_view text)
{
    return data::lower_ascii(data::compact(text));
}

constexpr auto list_names = [] {
    std::array<std::string_view, table::lists.size()> names{};
    for (std::size_t i = 0; i < names.size(); ++i) names[i] = table::lists[i].name;
    return names;
}();

}  // namespace

std::span<const Question> questions()
{
    return table::questions;
}

const Question* find_question(std::string_view name)
{
    const auto found = std::ranges::find(table::questions, name, &Question::name);
    return found != table::questions.end() ? &*found : nullptr;
}

std::span<const Choice> choices(std::string_view list)
{
    const auto found = std::ranges::find(table::lists, list, &table::List::name);
    return found != table::lists.end() ? found->choices : std::span<const Choice>{};
}

std::span<const Choice> choices_of(const Question& question)
{
    if (question.type == QuestionType::yes_no) return table::yes_no;
    return choices(question.choices);
}

std::span<const std::string_view> choice_lists()
{
    return list_names;
}

const Choice* find_choice(std::span<const Choice> among, std::string_view text)
{
    const std::string wanted = comparable(text);
    const auto found = std::ranges::find_if(among, [&](const Choice& choice) {
        return wanted == comparable(choice.word) || wanted == comparable(choice.zh) || wanted == comparable(choice.en);
    });
    return found != among.end() ? &*found : nullptr;
}

std::string_view word_of(Section section)
{
    return section_words[static_cast<std::size_t>(section)];
}

std::string_view title_of(Section section, Language language)
{
    return section_titles[static_cast<std::size_t>(section)].in(language);
}

std::string shown_answer(const Question& question, std::string_view answer, Language language)
{
    const auto among = choices_of(question);
    if (among.empty()) return std::string{answer};
    std::string shown;
    for (std::size_t at = 0; at <= answer.size();) {
        const std::size_t end = std::min(answer.find(' ', at), answer.size());
        const std::string_view word = answer.substr(at, end - at);
        const auto found = std::ranges::find(among, word, &Choice::word);
        if (!word.empty()) {
            if (!shown.empty()) shown += language == Language::zh ? "、" : ", ";
            shown += found != among.end() ? found->in(language) : word;
        }
        at = end + 1;
    }
    return shown;
}

}  // namespace xiaoan::checks
