// Answers as people and telephones write them, in the form in which the register keeps them.
#pragma once

#include "console/checks/sheet/question.hpp"
#include "data/intake/date_system.hpp"
#include "data/intake/values/county.hpp"
#include "data/intake/values/reading.hpp"

#include <span>
#include <string>
#include <string_view>

namespace xiaoan::checks {

/// What reading an answer needs beside the text.
struct AnswerContext {
    std::span<const data::CountyName> counties{};
    data::DateSystem dates = data::DateSystem::from_1900;
};

/// The canonical form of an answer: words of choices (several in the order of their list, blanks between), ISO dates,
/// HH:MM, plain numbers, adcodes; text trimmed, with the digits of people's numbers masked. Choices may be given by
/// word or by label, several with 、 ， ； or, as telephones write them, with blanks between. The text is not blank.
[[nodiscard]] data::Reading<std::string> answer_value(const Question& question, std::string_view text,
                                                      const AnswerContext& context);

/// Runs of eleven digits and more in free text are numbers of people: their middles are masked.
[[nodiscard]] std::string without_numbers_of_people(std::string_view text);

}  // namespace xiaoan::checks
