// What a joint check asks about a vehicle: one table of questions, from which the printed sheet, the workbook, the form
// of a telephone and the reading of what comes back are made.
#pragma once

#include "console/language/language.hpp"

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

namespace xiaoan::checks {

/// The heads under which the questions stand, in their order.
enum class Section : std::uint8_t { check, vehicle, plate, driver, load, equipment, route, fee, evidence, result };
inline constexpr std::size_t section_count = 10;

enum class QuestionType : std::uint8_t {
    text,
    whole,    // a count, 0 or more
    degrees,  // decimal degrees, CGCS2000
    date,
    time,
    yes_no,
    one_of,
    several_of,
    photo,  // on paper a box to tick, in a workbook the name of the file
    county
};

/// One answer of a question of choices, by its stable word.
struct Choice {
    std::string_view word;
    std::string_view zh;
    std::string_view en;

    [[nodiscard]] constexpr std::string_view in(language::Language language) const
    {
        return language == language::Language::zh ? zh : en;
    }
};

/// Whose hand writes the answer.
enum class Filled : std::uint8_t {
    in_advance,  // by the desk, for vehicles that are expected; still open to correction
    on_the_spot,
    on_paper  // names and numbers of people: written on the signed sheet, kept out of the register
};

struct Question {
    std::string_view name;  // in ASCII, as XLSForm wants it; the key under which the register keeps the answer
    Section section{};
    QuestionType type{};
    std::string_view zh;
    std::string_view en;
    std::string_view choices{};  // name of a list of choices; of yes_no none
    Filled filled = Filled::on_the_spot;

    [[nodiscard]] constexpr std::string_view in(language::Language language) const
    {
        return language == language::Language::zh ? zh : en;
    }
};

/// All questions in the order in which a sheet asks them (regulations.md section 7).
[[nodiscard]] std::span<const Question> questions();
/// Null where there is none of this name.
[[nodiscard]] const Question* find_question(std::string_view name);

/// The choices of a list; of the yes_no questions the list is called yes_no. Empty for an unknown list.
[[nodiscard]] std::span<const Choice> choices(std::string_view list);
/// The choices of a question, those of yes_no too; none where it is answered freely.
[[nodiscard]] std::span<const Choice> choices_of(const Question& question);
/// The names of all lists, in the order of their first use.
[[nodiscard]] std::span<const std::string_view> choice_lists();

/// The choice whose word or label in either language this is, whatever the width, case and spaces.
[[nodiscard]] const Choice* find_choice(std::span<const Choice> among, std::string_view text);

[[nodiscard]] std::string_view word_of(Section section);
[[nodiscard]] std::string_view title_of(Section section, language::Language language);

/// A stored answer as people read it: words by their labels, several joined, other text as it is.
[[nodiscard]] std::string shown_answer(const Question& question, std::string_view answer, language::Language language);

}  // namespace xiaoan::checks
