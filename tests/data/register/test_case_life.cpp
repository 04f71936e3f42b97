#include "data/register/case_life.hpp"

#include <catch2/catch_test_macros.hpp>

#include <map>
#include <string>

using namespace xiaoan::data;

namespace {

/// What each step leads to from each state: a state's word, or '!' and why not. States in the order open, sent,
/// replied, verified, closed, cancelled.
const std::map<std::string, std::vector<std::string>> life{
    {"opened", {"!case_begun", "!case_begun", "!case_begun", "!case_begun", "!case_begun", "!case_begun"}},
    {"finding_added", {"open", "open", "open", "open", "!case_closed", "!case_cancelled"}},
    {"sent", {"sent", "sent", "sent", "!case_verified", "!case_closed", "!case_cancelled"}},
    {"reminded", {"!case_not_sent", "sent", "sent", "!case_verified", "!case_closed", "!case_cancelled"}},
    {"urged", {"!case_not_sent", "sent", "sent", "!case_verified", "!case_closed", "!case_cancelled"}},
    {"escalated", {"!case_not_sent", "sent", "sent", "!case_verified", "!case_closed", "!case_cancelled"}},
    {"replied", {"replied", "replied", "replied", "verified", "!case_closed", "!case_cancelled"}},
    {"noted", {"open", "sent", "replied", "verified", "closed", "cancelled"}},
    {"extended", {"open", "sent", "replied", "!case_verified", "!case_closed", "!case_cancelled"}},
    {"verified", {"verified", "verified", "verified", "verified", "!case_closed", "!case_cancelled"}},
    {"closed", {"closed", "closed", "closed", "closed", "!case_closed", "!case_cancelled"}},
    {"reopened", {"!case_not_ended", "!case_not_ended", "!case_not_ended", "!case_not_ended", "open", "open"}},
    {"cancelled", {"cancelled", "cancelled", "cancelled", "cancelled", "!case_closed", "!case_cancelled"}},
};

std::string answer(CaseState from, CaseStep step)
{
    const auto after = state_after(from, step);
    return after ? std::string{word(*after)} : "!" + std::string{after.error()};
}

}  // namespace

TEST_CASE("every step from every state leads where it should, or says why not", "[cases]")
{
    CHECK(life.size() == words_of<CaseStep>.size());
    for (const auto& step : words_of<CaseStep>) {
        const auto expected = life.find(std::string{step.word});
        REQUIRE(expected != life.end());
        REQUIRE(expected->second.size() == words_of<CaseState>.size());
        for (std::size_t i = 0; i < words_of<CaseState>.size(); ++i) {
            CAPTURE(words_of<CaseState>[i].word, step.word);
            CHECK(answer(static_cast<CaseState>(i + 1), value_of_word<CaseStep>(step.word)) == expected->second[i]);
        }
    }
}

TEST_CASE("what is not there yet can only be opened", "[cases]")
{
    for (const auto& step : words_of<CaseStep>) {
        CAPTURE(step.word);
        CHECK(answer(CaseState::not_given, value_of_word<CaseStep>(step.word)) ==
              (step.word == "opened" ? "open" : "!unknown_case"));
    }
}

TEST_CASE("only a closed or cancelled case has ended", "[cases]")
{
    for (const auto& state : words_of<CaseState>) {
        CAPTURE(state.word);
        CHECK(has_ended(value_of_word<CaseState>(state.word)) == (state.word == "closed" || state.word == "cancelled"));
    }
}
