#include "data/intake/fault.hpp"
#include "data/intake/issue.hpp"

#include <catch2/catch_test_macros.hpp>

#include <set>
#include <string>

using namespace xiaoan::data;

TEST_CASE("an issue says what is wrong, where, and what to do", "[data][intake]")
{
    const RowIssue issue{12, "检验有效期止", IssueCode::bad_date, usual_severity(IssueCode::bad_date), "2026-13-40",
                         {}};
    CHECK(issue_text(issue, SentenceLanguage::zh) ==
          "第 12 行“检验有效期止”不是日期：2026-13-40。请写成 2026-03-01 这样的形式，确实没有时写“无”");
    CHECK(word(issue.code) == "bad_date");
    CHECK(word(issue.severity) == "refused");
}

TEST_CASE("what was typed by hand is wrong in no row", "[data][intake]")
{
    const auto said = [](IssueCode code, SentenceLanguage language) {
        return issue_text({0, "seats", code, usual_severity(code), "many", {}}, language);
    };
    CHECK(said(IssueCode::bad_count, SentenceLanguage::zh) == "“seats”应为不小于 0 的整数：many。请改为数字");
    CHECK(said(IssueCode::bad_count, SentenceLanguage::en) ==
          "“seats”: many is not a whole number of 0 or more. Write it in digits");
    CHECK(said(IssueCode::missing_required, SentenceLanguage::zh) == "缺少“seats”。请补填后重新导入");
    CHECK(said(IssueCode::missing_required, SentenceLanguage::en) == "“seats” is missing. Fill it in and import again");
}

TEST_CASE("a proposal is said where there is one", "[data][intake]")
{
    RowIssue issue{3, "号牌号码", IssueCode::bad_registration_number, IssueSeverity::warning, "吉GO2345", {"吉G02345"}};
    CHECK(issue_text(issue, SentenceLanguage::zh).find("（或为 吉G02345？）") != std::string::npos);
    issue.parameters = {""};
    CHECK(issue_text(issue, SentenceLanguage::zh).find("或为") == std::string::npos);
    CHECK(issue_text(issue, SentenceLanguage::en).find("perhaps") == std::string::npos);
}

TEST_CASE("what a cell holds never changes the sentence around it", "[data][intake]")
{
    const RowIssue issue{3, "{value}", IssueCode::bad_number, IssueSeverity::refused, "{0}[x]", {"y"}};
    CHECK(issue_text(issue, SentenceLanguage::en) == "Row 3, “{value}”: {0}[x] is not a number. Write it in digits");
    const RowIssue longer{3, "备注", IssueCode::bad_number, IssueSeverity::refused, std::string(3000, 'x'), {}};
    CHECK(issue_text(longer, SentenceLanguage::en).size() < 400);
}

TEST_CASE("every code has a word of its own and a sentence in both languages", "[data][intake]")
{
    std::set<std::string_view> words;
    constexpr auto last = static_cast<int>(IssueCode::masked_text);
    for (int i = 0; i <= last; ++i) {
        const auto code = static_cast<IssueCode>(i);
        CHECK(words.insert(word(code)).second);
        const RowIssue issue{7, "c", code, usual_severity(code), "v", {"p", "q"}};
        for (const auto language : {SentenceLanguage::zh, SentenceLanguage::en}) {
            const std::string text = issue_text(issue, language);
            CAPTURE(text);
            CHECK(text.size() > 20);
            CHECK(text.find('{') == std::string::npos);
            CHECK(text.find('[') == std::string::npos);
        }
    }
    std::set<std::string_view> fault_words;
    for (int i = 0; i <= static_cast<int>(FaultCode::unterminated_quote); ++i) {
        const IntakeFault fault(static_cast<FaultCode>(i), {"p", "q"});
        CHECK(fault_words.insert(fault.word()).second);
        CHECK(fault.text(SentenceLanguage::zh) == fault.what());
        CHECK(fault.text(SentenceLanguage::en).find('{') == std::string::npos);
    }
}
