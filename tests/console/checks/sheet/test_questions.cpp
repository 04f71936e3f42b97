#include "console/checks/results/spot_findings.hpp"
#include "console/checks/sheet/question.hpp"
#include "console/rules/rule.hpp"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>
#include <set>
#include <string>

using namespace xiaoan::checks;
using xiaoan::language::Language;

TEST_CASE("a question is known by its name and by its words, and no other has them", "[sheet]")
{
    std::set<std::string_view> names, zh, en;
    for (const Question& question : questions()) {
        CAPTURE(question.name);
        CHECK(names.insert(question.name).second);
        CHECK(zh.insert(question.zh).second);
        CHECK(en.insert(question.en).second);
        // A name of XML: a letter first, no blanks, no separators of groups.
        CHECK(std::ranges::all_of(question.name, [](char c) { return (c >= 'a' && c <= 'z') || c == '_'; }));
    }
    CHECK(find_question("plate_driver")->zh == "标牌驾驶人相符");
    CHECK(find_question("plate") == nullptr);
}

TEST_CASE("a question of choices has its list, and each choice one word and one label", "[sheet]")
{
    for (const Question& question : questions()) {
        CAPTURE(question.name);
        const bool chosen = question.type == QuestionType::one_of || question.type == QuestionType::several_of;
        CHECK(chosen == !question.choices.empty());
        CHECK((chosen || question.type == QuestionType::yes_no) == !choices_of(question).empty());
    }
    for (const std::string_view list : choice_lists()) {
        std::set<std::string_view> words, zh, en;
        for (const Choice& choice : choices(list)) {
            CAPTURE(choice.word);
            CHECK(words.insert(choice.word).second);
            CHECK(zh.insert(choice.zh).second);
            CHECK(en.insert(choice.en).second);
            CHECK(choice.word.find(' ') == std::string_view::npos);
        }
    }
}

TEST_CASE("what a check may find not to be so by a tick is a rule, or something that only a check can see", "[sheet]")
{
    for (const Choice& choice : choices("codes")) {
        CAPTURE(choice.word);
        CHECK((xiaoan::rules::find_rule(choice.word) != nullptr || find_spot_rule(choice.word) != nullptr));
    }
    for (const SpotRule& rule : spot_rules()) CHECK(find_choice(choices("codes"), rule.id) != nullptr);
}

TEST_CASE("pupils come first in the order of measures", "[sheet]")
{
    std::string order;
    for (const Choice& choice : choices("measures")) order += std::string{choice.word} + " ";
    CHECK(order.starts_with("finish_run transfer "));
    CHECK(order.find("impound") > order.find("transfer"));
}

TEST_CASE("a choice is found by its word and by both labels, however it is typed", "[sheet]")
{
    const auto list = choices("measures");
    for (const auto* typed :
         {"finish_run", "让其完成本趟", "Let the run finish", " let the RUN finish", "ＦＩＮＩＳＨ_run"}) {
        CAPTURE(typed);
        const Choice* found = find_choice(list, typed);
        REQUIRE(found != nullptr);
        CHECK(found->word == "finish_run");
    }
    CHECK(find_choice(list, "罚款") == nullptr);
}

TEST_CASE("a stored answer is shown by its labels", "[sheet]")
{
    CHECK(shown_answer(*find_question("measures"), "transfer impound", Language::zh) == "转运学生、扣留车辆");
    CHECK(shown_answer(*find_question("attendant"), "no", Language::en) == "No");
    CHECK(shown_answer(*find_question("colour"), "黄 白", Language::zh) == "黄 白");
}
