#include "tests/console/enforcement/notices/a_notice.hpp"

#include <catch2/catch_test_macros.hpp>

using namespace xiaoan;
using namespace xiaoan::test;
using enforcement::NoticeKind;
using language::Language;

namespace {

bool says(const documents::Letter& letter, std::string_view text)
{
    return words_of(letter).find(text) != std::string::npos;
}

/// The passage that begins with this text; empty where there is none.
std::string passage(const documents::Letter& letter, std::string_view beginning)
{
    for (const auto& each : letter.body)
        if (each.text().starts_with(beginning)) return each.text();
    return {};
}

documents::Letter one_expired_plate(const enforcement::NoticeWish& wish = {}, const enforcement::Office& office = {})
{
    return letter_on(dossiers_of({a_case("2026-0001", "吉G10001", {expired_plate()}, on(2026, 11, 30))}), wish, office);
}

}  // namespace

TEST_CASE("equal departments get a letter, the county's bureau a circular, who runs the bus a notice", "[notices]")
{
    using enforcement::usual_kind;
    for (const auto* department :
         {"police_traffic", "transport", "government", "road_owner", "water_affairs", "township", "agriculture"})
        CHECK(usual_kind(department) == NoticeKind::letter);
    CHECK(usual_kind("education") == NoticeKind::circular);
    CHECK(usual_kind("operator") == NoticeKind::rectification);
    CHECK(usual_kind("water_owner") == NoticeKind::rectification);
}

TEST_CASE("a letter tells the facts with date, article and source, and asks by a date", "[notices]")
{
    const auto letter = one_expired_plate();
    CHECK(documents::title_text(letter) == "白城市教育局关于商请督促整改吉G·10001校车安全问题的函");
    CHECK(letter.addressee == "洮北区公安机关交通管理部门：");
    CHECK(says(letter, "我局于2026年11月23日以登记簿核对方式，对洮北区校车的"));
    CHECK(says(letter, "发现1辆校车存在1项安全问题"));
    CHECK(passage(letter, "吉G·10001") == "吉G·10001（服务提供者：甲公司，服务学校：平安小学，督办编号：2026-0001）");
    CHECK(passage(letter, "1.校车标牌") ==
          "1.校车标牌已过期：校车标牌有效期至2026年11月1日，已过期22天。"
          "依据：《校车安全管理条例》第十六条、第十八条；《机动车登记规定》第六十一条。"
          "来源：08-标牌.csv第12行、洮北.xlsx“校车”第7行。");
    CHECK(says(letter, "1.上述问题，请于2026年11月30日前依法处理。"));
    CHECK(says(letter, "请于2026年11月30日前将处理情况书面函告我局，并附处理情况反馈单（附件）。"));
    CHECK(says(letter, "特此函告，请予支持。"));
    REQUIRE(letter.annexes.size() == 1);
    CHECK(letter.signature == "白城市教育局");
    CHECK(letter.date == "2026年11月23日");
    CHECK(letter.head.name == "白城市教育局");
}

TEST_CASE("a bus that must stop is asked to stop at once, and reported on after three working days", "[notices]")
{
    // 2026-11-23 is a Monday: the report is due on Thursday.
    const auto letter =
        letter_on(dossiers_of({a_case("2026-0001", "吉G10001", {expired_plate()}, data::DateCell{monday})}));
    CHECK(says(letter, "1.须立即停止运行的1辆校车（吉G·10001），请依法核查处理，问题消除前不得载运学生。"));
    CHECK(says(letter, "请于2026年11月26日前将处理情况书面函告我局"));
    CHECK_FALSE(says(letter, "上述问题，请于"));
}

TEST_CASE("no letter prints a fine, or anything as decided", "[notices]")
{
    const auto dossiers =
        dossiers_of({a_case("2026-0001", "吉G10001", {expired_plate()}, data::DateCell{monday}, "operator")});
    for (const bool act : {false, true}) {
        const auto letter = letter_on(dossiers, {.administrative_act = act});
        CHECK(says(letter, "依法处理"));
        for (const auto* word : {"罚款", "元", "吊销", "拘留"}) {
            CAPTURE(word);
            CHECK_FALSE(says(letter, word));
        }
    }
}

TEST_CASE("a notice to an operator has consequence, reply slip and proof of service", "[notices]")
{
    const auto dossiers =
        dossiers_of({a_case("2026-0002", "吉G10001", {expired_plate()}, on(2026, 12, 4), "operator")});
    const auto letter = letter_on(dossiers, {.number = "白教整〔2026〕3号", .place = "甲公司停车场"});
    CHECK(documents::title_text(letter) == "校车安全隐患整改通知书");
    CHECK(letter.addressee == "甲公司：");
    CHECK(letter.head.number == "白教整〔2026〕3号");
    CHECK(says(letter, "以在甲公司停车场检查方式"));
    CHECK(says(letter, "于2026年12月4日前整改到位"));
    CHECK(says(letter, "三、法律后果"));
    REQUIRE(letter.annexes.size() == 2);
    CHECK(letter.annexes[0].title == "整改情况反馈单");
    CHECK(letter.annexes[1].title == "送达回证");
    for (const auto* part :
         {"受送达人|甲公司", "收件人签名或者盖章", "送达人（两人）签名", "□直接送达", "白教整〔2026〕3号"}) {
        CAPTURE(part);
        CHECK(says(letter, part));
    }
    // 行政复议法 (2023) art. 20, 行政诉讼法 art. 46: only where the notice is an act that can be appealed.
    CHECK_FALSE(says(letter, "行政复议"));
    const auto act = letter_on(dossiers, {.administrative_act = true});
    CHECK(says(act, "六十日内依法申请行政复议"));
    CHECK(says(act, "六个月内依法向人民法院提起行政诉讼"));
}

TEST_CASE("many problems stand in an annex, counted in the text", "[notices]")
{
    std::vector<data::Case> cases;
    for (int i = 1; i <= 4; ++i)
        cases.push_back(a_case("2026-000" + std::to_string(i), i % 2 == 0 ? "吉G10002" : "吉G10001",
                               {expired_plate(), mismatched_driver()}, on(2026, 11, i == 4 ? 30 : 27)));
    cases[3].rules.pop_back();
    const auto letter = letter_on(dossiers_of(cases));
    CHECK(documents::title_text(letter).find("吉G·10001等4辆校车") != std::string::npos);
    CHECK(says(letter, "其中校车标牌已过期4项，驾驶人与标牌不符3项。逐车情况、依据和来源见附件1。"));
    CHECK(says(letter, "上述问题，请于2026年11月27日至2026年11月30日期间按各自期限依法处理（见附件1）。"));
    REQUIRE(letter.annexes.size() == 2);
    REQUIRE(letter.annexes[0].table.rows.size() == 4);
    const auto& row = letter.annexes[0].table.rows[3].cells;
    CHECK(row[0].text == "4");
    CHECK(row[1].text == "2026-0004");
    CHECK(row[2].text == "吉G·10002\n洮北区");
    CHECK(row[5].text == "2026年11月30日");
    CHECK(letter.annexes[1].table.rows.size() == 4);
    CHECK(says(letter, "反馈单（附件2）"));
}

TEST_CASE("one letter goes to several offices, but not in two kinds, nor a notice to two parties", "[notices]")
{
    auto here = a_case("2026-0001", "吉G10001", {expired_plate()}, on(2026, 11, 30));
    const auto there = a_case("2026-0002", "吉G10002", {expired_plate()}, on(2026, 11, 30), "transport", 220881);
    const auto letter = letter_on(dossiers_of({here, there}));
    CHECK(letter.addressee == "洮北区公安机关交通管理部门、洮南市交通运输局：");
    CHECK(says(letter, "对洮北区、洮南市校车的"));

    const auto refused = [](const rules::Dossiers& dossiers, const enforcement::NoticeWish& wish = {}) {
        const auto& cases = dossiers.snapshot().cases;
        const std::vector<const data::Case*> both{&cases[0], &cases[1]};
        const auto made =
            enforcement::notice(dossiers, both, enforcement::usual_office(dossiers.snapshot()), wish, monday, {});
        return made ? std::string{} : made.error().reason;
    };
    here.department = "education";
    CHECK(refused(dossiers_of({here, there})) == "notice_mixed");
    CHECK(refused(dossiers_of({here, there}), {.kind = NoticeKind::letter}).empty());
    const auto first = a_case("2026-0001", "吉G10001", {expired_plate()}, on(2026, 11, 30), "operator");
    const auto second = a_case("2026-0002", "吉G10002", {expired_plate()}, on(2026, 11, 30), "operator");
    CHECK(refused(dossiers_of({first, second})) == "notice_parties");
    CHECK(refused(dossiers_of({first, second}), {.addressee = "甲乙联合体"}).empty());
}

TEST_CASE("what the person who prints says goes before the habit", "[notices]")
{
    const auto letter = one_expired_plate({.kind = NoticeKind::circular,
                                           .addressee = "洮北区教育局",
                                           .number = "白教函〔2026〕12号",
                                           .dated = day(2026, 11, 24),
                                           .answer_by = day(2026, 12, 8)});
    CHECK(letter.addressee == "洮北区教育局：");
    CHECK(letter.head.number == "白教函〔2026〕12号");
    CHECK(letter.date == "2026年11月24日");
    CHECK(letter.info.date == day(2026, 11, 24));
    CHECK(says(letter, "2026年12月8日前书面报告整改情况"));
    CHECK(says(letter, "提请校车安全管理工作联席会议研究"));
}

TEST_CASE("the letterhead is the office's own", "[notices]")
{
    enforcement::Office office{.name = "白城市教育局",
                               .name_en = {},
                               .code = "白教",
                               .contact = "李某",
                               .phone = "0436-3224567",
                               .address = {},
                               .copies = "洮北区人民政府"};
    const auto letter = one_expired_plate({}, office);
    CHECK(letter.head.number == "白教函〔2026〕　　号");
    CHECK(letter.note == "（联系人：李某，联系电话：0436-3224567）");
    CHECK(letter.copies == "抄送：洮北区人民政府。");
    office.form = documents::HeadForm::document;
    const auto document = one_expired_plate({}, office);
    CHECK(document.head.name == "白城市教育局文件");
    CHECK(document.head.number == "白教发〔2026〕　　号");
    CHECK_FALSE(document.printed_by.empty());
}

TEST_CASE("the last page is witness of the register's log, invented buses are marked", "[notices]")
{
    const auto letter = one_expired_plate();
    REQUIRE(letter.witness.size() == 1);
    CHECK(letter.witness[0] == "校安台 · 登记簿：白城市教育局 · 截至第 18 号变更 · 变更链校验值 0f3c");
    CHECK(letter.demonstration.empty());
}

TEST_CASE("a case made by hand tells what it was opened for", "[notices]")
{
    auto by_hand = a_case("2026-0001", "吉G10001", {}, on(2026, 11, 30));
    by_hand.events = {{"2026-11-23T09:15:02+08:00", "opened", "李某", "群众反映该车超员"}};
    const auto letter = letter_on(dossiers_of({by_hand}));
    CHECK(says(letter, "我局于2026年11月23日受理下列校车安全事项"));
    CHECK(says(letter, "群众反映该车超员"));
}

TEST_CASE("a bus that left the register is still written about", "[notices]")
{
    const auto letter = letter_on(dossiers_of({a_case("2026-0001", "吉G99999", {expired_plate()}, on(2026, 11, 30))}));
    CHECK(passage(letter, "吉G·99999") == "吉G·99999（督办编号：2026-0001）");
}

TEST_CASE("the English rendering says the same, in English", "[notices]")
{
    const auto letter = one_expired_plate({.number = "No. 12", .language = Language::en});
    CHECK(letter.head.name == "Education Bureau of Baicheng City");
    CHECK(letter.addressee == "To: Traffic police of Taobei District");
    CHECK(says(letter, "The school bus plate was valid until 2026-11-01: expired by 22 days"));
    CHECK(says(letter, "please act as the law provides by 2026-11-30"));
    CHECK(letter.date == "2026-11-23");
    std::string words = words_of(letter);
    for (const std::string known : {"甲公司", "平安小学", "吉", "标牌", "洮北", "校车", "白城市教育局"})
        for (auto at = words.find(known); at != std::string::npos; at = words.find(known))
            words.erase(at, known.size());
    for (const char c : words) {
        if (static_cast<unsigned char>(c) < 0xE3 || static_cast<unsigned char>(c) > 0xE9) continue;
        FAIL_CHECK("Chinese left over in " << words);
        break;
    }
}

namespace {

data::CaseRule seen_at_a_check(std::string check = "20261124-1", std::string place = "镇中心校门口")
{
    std::string evidence = R"([{"field":"check.number","value":")" + check + R"( 吉G10001","source":null},)" +
                           R"({"field":"check.date","value":"2026-11-24","source":null})";
    if (!place.empty()) evidence += R"(,{"field":"check.place","value":")" + place + R"(","source":null})";
    return {"ATTENDANT-NONE", "《校车安全管理条例》第三十八条", "现场无随车照管人员", evidence + "]"};
}

}  // namespace

// regulations.md section 9: facts with date and source; check date and place.
TEST_CASE("a letter on what a joint check saw names the check, its day and its place", "[notices]")
{
    const auto letter = letter_on(dossiers_of({a_case("2026-0001", "吉G10001", {seen_at_a_check()}, on(2026, 12, 1))}));
    CHECK(says(letter, "我局于2026年11月24日以联合检查（编号20261124-1，镇中心校门口）方式，对洮北区校车的"));
    CHECK_FALSE(says(letter, "登记簿核对"));
    CHECK(passage(letter, "1.").ends_with("来源：联合检查20261124-1（2026年11月24日，镇中心校门口）。"));
    // Beside what the register says, which was found on the day of opening.
    const auto both = letter_on(dossiers_of(
        {a_case("2026-0001", "吉G10001", {expired_plate(), seen_at_a_check("20261124-1", "")}, on(2026, 12, 1))}));
    CHECK(says(both, "我局于2026年11月23日至2026年11月24日以登记簿核对、联合检查（编号20261124-1）方式"));
}

TEST_CASE("a letter on a vehicle in no register speaks of no permit, and shows no points", "[notices]")
{
    auto of = a_case(
        "2026-0001", "吉G77777",
        {{"SUSPECT-CARRIAGE", "《校车安全管理条例》第四十五条",
          "近期 6 次、4 天在上下学时间出现在学校附近：上学放学时段在校门附近 4 天（3 分）；记录称收费（2 分）", "[]"}},
        on(2026, 12, 1), "transport");
    of.subject_kind = "vehicle";
    const auto letter = letter_on(dossiers_of({of}));
    CHECK(documents::title_text(letter) == "白城市教育局关于商请核查吉G·77777疑似非法接送学生问题的函");
    CHECK(says(letter, "以过车记录比对方式，发现洮北区1辆未登记为校车的车辆有疑似非法接送学生的情形"));
    CHECK(says(letter, "记录称收费"));
    for (const auto* word : {"使用许可", "校车标牌", "分）", "登记簿核对"}) {
        CAPTURE(word);
        CHECK_FALSE(says(letter, word));
    }
}

TEST_CASE("no letter is written on facts that were withdrawn", "[notices]")
{
    auto withdrawn = seen_at_a_check();
    withdrawn.evidence = data::withdrawn_evidence(withdrawn.evidence, day(2026, 11, 25));
    const auto all = dossiers_of({a_case("2026-0001", "吉G10001", {withdrawn}, on(2026, 12, 1))});
    const std::vector<const data::Case*> cases{&all.snapshot().cases[0]};
    const auto made = enforcement::notice(all, cases, enforcement::usual_office(all.snapshot()), {}, monday, {});
    REQUIRE_FALSE(made);
    CHECK(made.error().reason == "notice_withdrawn");
    const auto rest =
        letter_on(dossiers_of({a_case("2026-0001", "吉G10001", {withdrawn, expired_plate()}, on(2026, 12, 1))}));
    CHECK(says(rest, "存在1项安全问题"));
    CHECK_FALSE(says(rest, "随车照管人员"));
}

TEST_CASE("a matter made by hand is told in its own words", "[notices]")
{
    auto of = a_case("2026-0001", "", {}, on(2026, 12, 1), "transport");
    of.subject_kind = "matter";
    of.matter = "站前路面包车接送学生";
    CHECK(says(letter_on(dossiers_of({of})), "站前路面包车接送学生"));
}
