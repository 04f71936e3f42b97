#include "console/checks/results/answer_value.hpp"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

#include <array>

using namespace xiaoan::checks;
using xiaoan::data::IssueCode;

namespace {

const std::array counties{xiaoan::data::CountyName{xiaoan::data::Adcode{220881}, "洮南市", {"Taonan City"}}};

struct Case {
    std::string_view question;
    std::string_view typed;
    std::string_view kept;
};

}  // namespace

TEST_CASE("an answer is read as people and telephones write it", "[results]")
{
    const auto each = GENERATE(values<Case>({
        {"attendant", "否", "no"},
        {"attendant", "√", "yes"},
        {"attendant", "no", "no"},
        {"counted", "４３人", "43"},
        {"time", "7:05", "07:05"},
        {"time", "07:05:00.000+08:00", "07:05"},
        {"date", "2026年11月25日", "2026-11-25"},
        {"extinguisher", "压力不足", "pressure"},
        {"measures", "扣留车辆、转运学生", "transfer impound"},
        {"measures", "impound transfer", "transfer impound"},
        {"measures", "Let the run finish, Handed over", "finish_run hand_over"},
        {"found", "PLATE-NONE OVER-CAPACITY", "PLATE-NONE OVER-CAPACITY"},
        {"county", "洮南", "220881"},
        {"lon", "122.5", "122.500000"},
        {"note", "  家长反映  ", "家长反映"},
    }));
    CAPTURE(each.question, each.typed);
    const auto read = answer_value(*find_question(each.question), each.typed, {counties});
    REQUIRE(read);
    CHECK(*read == each.kept);
}

TEST_CASE("an answer that cannot be read is refused with its reason", "[results]")
{
    const auto code = [](std::string_view question, std::string_view typed) {
        const auto read = answer_value(*find_question(question), typed, {counties});
        return read ? IssueCode::unknown_column : read.error().code;
    };
    CHECK(code("attendant", "也许") == IssueCode::bad_answer);
    CHECK(code("counted", "三十六点五") == IssueCode::bad_count);
    CHECK(code("time", "25:00") == IssueCode::bad_time);
    CHECK(code("date", "2026-13-40") == IssueCode::bad_date);
    CHECK(code("measures", "转运学生、罚款") == IssueCode::bad_word);
    CHECK(code("county", "沈阳市") == IssueCode::unknown_county);
}

TEST_CASE("numbers of people in free text are kept masked", "[results]")
{
    CHECK(without_numbers_of_people("司机220802198001010010，电话13804360001") ==
          "司机220802********0010，电话138****0001");
    CHECK(without_numbers_of_people("11010519491231002X") == "110105********002X");
    CHECK(without_numbers_of_people("每月300元，吉校牌20260063") == "每月300元，吉校牌20260063");
}
