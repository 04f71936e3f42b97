#include "console/checks/results/answer_value.hpp"

#include "data/intake/values/answer.hpp"
#include "data/intake/values/clock.hpp"
#include "data/intake/values/date.hpp"
#include "data/intake/values/degrees.hpp"
#include "data/intake/values/number.hpp"
#include "data/intake/values/text_form.hpp"
#include "data/register/people.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <vector>

namespace xiaoan::checks {

namespace {

using data::IssueCode;
using data::Reading;
using data::unread;

std::unexpected<data::ValueFault> not_among(std::span<const Choice> among)
{
    std::string labels;
    for (const Choice& choice : among) labels += (labels.empty() ? "" : "、") + std::string{choice.zh};
    return unread(IssueCode::bad_word, {labels});
}

/// Pieces between any of the separators, trimmed, empty ones left out.
std::vector<std::string_view> pieces_of(std::string_view text, std::span<const std::string_view> separators)
{
    std::vector<std::string_view> pieces;
    std::size_t from = 0;
    for (std::size_t at = 0; at <= text.size();) {
        std::size_t length = at == text.size() ? 1 : 0;
        for (const std::string_view separator : separators)
            if (text.substr(std::min(at, text.size())).starts_with(separator)) length = separator.size();
        if (length == 0) {
            ++at;
            continue;
        }
        const auto piece = data::trimmed(text.substr(from, at - from));
        if (!piece.empty()) pieces.push_back(piece);
        from = at += length;
    }
    return pieces;
}

Reading<std::string> several(std::span<const Choice> among, std::string_view text)
{
    static constexpr std::array<std::string_view, 8> separators{"、", "，", "；", ",", ";", "/", "\n", "|"};
    static constexpr std::array<std::string_view, 2> blanks{" ", "　"};
    std::vector<const Choice*> chosen;
    for (const std::string_view piece : pieces_of(text, separators)) {
        if (const Choice* choice = find_choice(among, piece)) {
            chosen.push_back(choice);
            continue;
        }
        for (const std::string_view word : pieces_of(piece, blanks)) {
            const Choice* choice = find_choice(among, word);
            if (choice == nullptr) return not_among(among);
            chosen.push_back(choice);
        }
    }
    std::ranges::sort(chosen);
    const auto twice = std::ranges::unique(chosen);
    chosen.erase(twice.begin(), twice.end());
    std::string words;
    for (const Choice* choice : chosen) words += (words.empty() ? "" : " ") + std::string{choice->word};
    return words;
}

Reading<std::string> yes_or_no(std::span<const Choice> among, std::string_view text)
{
    if (const Choice* choice = find_choice(among, text)) return std::string{choice->word};
    const auto answer = data::parse_answer(text);
    if (!answer) return std::unexpected(answer.error());
    return std::string{*answer == data::Answer::yes ? "yes" : "no"};
}

/// A telephone adds fractions of a second and its zone: 07:05:00.000+08:00.
std::string_view clock_part(std::string_view text)
{
    const auto colon = text.find(':');
    return colon == std::string_view::npos ? text : text.substr(0, text.find_first_of(".+Z", colon));
}

}  // namespace

Reading<std::string> answer_value(const Question& question, std::string_view text, const AnswerContext& context)
{
    const auto as_text = [](const auto& read, auto&& form) -> Reading<std::string> {
        if (!read) return std::unexpected(read.error());
        return form(*read);
    };
    text = data::trimmed(text);
    const auto among = choices_of(question);
    switch (question.type) {
    case QuestionType::whole:
        return as_text(data::parse_count(text), [](std::int32_t count) { return std::to_string(count); });
    case QuestionType::degrees: {
        const auto axis = question.name == "lon" ? data::Axis::longitude : data::Axis::latitude;
        return as_text(data::parse_degrees(text, axis), [](double degrees) { return fmt::format("{:.6f}", degrees); });
    }
    case QuestionType::date:
        return as_text(data::parse_date(text.substr(0, text.find('T')), context.dates),
                       [](data::DateCell date) { return date.has_date() ? data::iso(date.date()) : std::string{}; });
    case QuestionType::time: return as_text(data::parse_time(clock_part(text)), data::hh_mm);
    case QuestionType::yes_no: return yes_or_no(among, text);
    case QuestionType::one_of:
        if (const Choice* choice = find_choice(among, text)) return std::string{choice->word};
        return not_among(among);
    case QuestionType::several_of: return several(among, text);
    case QuestionType::county:
        return as_text(data::parse_county(text, context.counties),
                       [](data::Adcode county) { return std::to_string(county.value); });
    case QuestionType::text: return without_numbers_of_people(text);
    case QuestionType::photo: break;
    }
    return std::string{text};
}

std::string without_numbers_of_people(std::string_view text)
{
    constexpr std::size_t shortest = 11, licence = 15;
    const auto is_digit = [](char c) { return c >= '0' && c <= '9'; };
    std::string made;
    for (std::size_t at = 0; at < text.size();) {
        std::size_t end = at;
        while (end < text.size() && is_digit(text[end])) ++end;
        if (end - at >= licence && end < text.size() && (text[end] == 'X' || text[end] == 'x')) ++end;
        const std::string_view run = text.substr(at, end - at);
        if (run.size() >= licence)
            made += data::masked_licence_number(run);
        else if (run.size() >= shortest)
            made += data::masked_phone(run);
        else
            made += run;
        if (end < text.size()) made += text[end];
        at = end + 1;
    }
    return made;
}

}  // namespace xiaoan::checks
