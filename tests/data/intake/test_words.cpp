#include "data/intake/values/answer.hpp"
#include "data/intake/values/county.hpp"
#include "data/intake/values/weekdays.hpp"
#include "data/intake/values/word_choice.hpp"
#include "data/kinds/bus.hpp"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

#include <string>
#include <vector>

using namespace xiaoan::data;

TEST_CASE("yes and no are read in the ways ledgers say them", "[data][intake]")
{
    for (const auto* yes : {"是", "有", "√", "Y", "yes", "1", "１", " 是 "}) CHECK(parse_answer(yes) == Answer::yes);
    for (const auto* no : {"否", "无", "×", "N", "no", "0", "FALSE"}) CHECK(parse_answer(no) == Answer::no);
    for (const auto* other : {"", "不清楚", "2", "是否", "—"})
        CHECK(parse_answer(other).error().code == IssueCode::bad_answer);
}

TEST_CASE("an enumeration is read in Chinese and in English", "[data][intake]")
{
    CHECK(parse_word("停用", bus_state_words) == 2);
    CHECK(parse_word("Suspended", bus_state_words) == 2);
    CHECK(parse_word("in use", bus_state_words) == 1);
    CHECK(parse_word("ＩＮ＿ＵＳＥ", bus_state_words) == 1);
    CHECK(parse_word("正常", bus_state_words) == unread(IssueCode::bad_word, {"在用、停用、注销"}));
    CHECK(parse_word("", bus_state_words).error().code == IssueCode::bad_word);
}

TEST_CASE("weekdays are read as ranges and as lists", "[data][intake]")
{
    for (const auto* text : {"1-5", "1–5", "1—5", "1~5", "1,2,3,4,5", "1、2、3、4、5", "12345", "一二三四五",
                             "周一至周五", "星期一到星期五", "周一至五"}) {
        CAPTURE(text);
        CHECK(parse_weekdays(text) == "12345");
    }
    CHECK(parse_weekdays("5,1,3") == "135");
    CHECK(parse_weekdays("周六日") == "67");
    CHECK(parse_weekdays("6-1") == "167");
    CHECK(parse_weekdays("每天") == "1234567");
    CHECK(parse_weekdays("1-5,7") == "123457");
    for (const auto* bad : {"", "8", "0", "1-", "-5", "工作日", "1,,2", "1,"}) {
        CAPTURE(bad);
        CHECK(parse_weekdays(bad).error().code == IssueCode::bad_weekdays);
    }
}

TEST_CASE("a county is known by its code, its name and its short name", "[data][intake]")
{
    // GB/T 2260, Baicheng
    const std::vector<CountyName> counties{{{220802}, "洮北区", {"Taobei"}},
                                           {{220821}, "镇赉县", {}},
                                           {{220822}, "通榆县", {}},
                                           {{220881}, "洮南市", {}},
                                           {{220882}, "大安市", {}}};
    const std::vector<std::string> parents{"吉林省", "白城市"};
    for (const auto* text :
         {"220881", "２２０８８１", "洮南市", "洮南", " 洮 南 市 ", "白城市洮南市", "吉林省白城市洮南", "220881101000",
          "白城洮南市", "220881.0", "洮南市教育局", "白城市洮南市瓦房镇"}) {
        CAPTURE(text);
        CHECK(parse_county(text, counties, parents) == Adcode{220881});
    }
    CHECK(parse_county("taobei", counties) == Adcode{220802});
    const std::vector<CountyName> in_english{{{220802}, "洮北区", {"Taobei District"}}};
    CHECK(parse_county("Taobei", in_english) == Adcode{220802});
    for (const auto* text :
         {"", "洮", "白城市", "220800", "2208", "洮南区", "洮南教育局", "长春市", "白城", "220881.5", "22088199"}) {
        CAPTURE(text);
        CHECK(parse_county(text, counties, parents).error().code == IssueCode::unknown_county);
    }
    const std::vector<CountyName> alike{{{1}, "安平县", {}}, {{2}, "安平区", {}}};
    CHECK(parse_county("安平", alike) == unread(IssueCode::ambiguous_county, {"安平县、安平区"}));
    CHECK(parse_county("安平区", alike) == Adcode{2});
}
