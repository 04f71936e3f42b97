// Words as counties write them, through the table words.csv and through an import.
#include "data/intake/cell_value.hpp"
#include "data/intake/values/answer.hpp"
#include "data/intake/values/word_choice.hpp"
#include "data/intake/word_variants.hpp"
#include "data/kinds/kinds.hpp"
#include "tests/data/intake/import_desk.hpp"

#include <catch2/catch_test_macros.hpp>

#include <set>
#include <string>

using namespace xiaoan::data;
using namespace xiaoan::data::test;

namespace {

/// The stored value of a cell: "granted"; "(nothing)" where it is taken as not given, "(refused)" where it is none.
std::string read(const char* kind, const char* key, std::string_view text)
{
    const KindInfo& info = *find_kind(kind);
    const auto value = read_cell({0, CellKind::text, 0, text}, cell_meaning(info, *info.field(key)), {});
    if (!value) return "(refused)";
    const auto* word = std::get_if<std::string>(&value->value);
    return word != nullptr ? *word : "(nothing)";
}

}  // namespace

TEST_CASE("every word variant names a word that exists, once, and adds to the contract", "[data][intake]")
{
    std::set<std::string> seen;
    REQUIRE(shipped_word_variants().size() > 200);
    for (const WordVariant& variant : shipped_word_variants()) {
        CAPTURE(variant.kind, variant.key, variant.word, variant.text);
        CHECK(seen.insert(variant.kind + ' ' + variant.key + ' ' + variant.text).second);
        if (variant.kind == "*") {
            CHECK(variant.key == "answer");
            CHECK((variant.word == "yes" || variant.word == "no"));
            CHECK_FALSE(parse_answer(variant.text));
            continue;
        }
        const KindInfo* kind = find_kind(variant.kind);
        REQUIRE(kind);
        REQUIRE(kind->field(variant.key));
        const FieldInfo& field = kind->fields[*kind->field(variant.key)];
        if (field.type == FieldType::word) {
            CHECK_FALSE(parse_word(variant.text, field.words));
            const auto is_it = [&](const Word& word) { return word.word == variant.word; };
            CHECK((variant.word.empty() || std::ranges::any_of(field.words, is_it)));
        } else {
            CHECK((field.type == FieldType::answer || field.type == FieldType::weekdays));
        }
    }
}

TEST_CASE("what people say of a permit, a plate and a bus is understood", "[data][intake]")
{
    for (const auto* granted : {"准予", "批准", "同意", "通过", " 准予\n许可 ", "已批准"})
        CHECK(read("permits", "decision", granted) == "granted");
    for (const auto* refused : {"不予", "不批准", "不同意", "驳回", "不予许可", "不通过"})
        CHECK(read("permits", "decision", refused) == "refused");
    for (const auto* open : {"审批中", "待决定", "办理中"}) CHECK(read("permits", "decision", open) == "(nothing)");
    for (const auto* state : {"在用", "正常", "使用中", "运营", "营运"})
        CHECK(read("buses", "state", state) == "in_use");
    for (const auto* state : {"停用", "停运", "停驶", "报停"}) CHECK(read("buses", "state", state) == "suspended");
    for (const auto* state : {"注销", "报废", "已注销"}) CHECK(read("buses", "state", state) == "deregistered");
    CHECK(read("plates", "state", "在用") == "valid");
    CHECK(read("plates", "state", "已收回") == "returned");
    CHECK(read("plates", "state", "丢失") == "lost");
    CHECK(read("plates", "state", "已作废") == "void");
    CHECK(read("routes", "direction", "上学方向") == "to_school");
    CHECK(read("routes", "direction", "离校") == "from_school");
    CHECK(read("schools", "kind", "初级中学") == "junior");
    CHECK(read("schools", "kind", "九年一贯制学校") == "nine_year");
    CHECK(read("operators", "kind", "公交公司") == "public_bus");
    CHECK(read("operators", "kind", "个体工商户") == "individual");
    for (const auto* well : {"完好", "良好", "正常", "V"}) CHECK(read("buses", "extinguisher", well) == "yes");
    for (const auto* ill : {"损坏", "过期", "不合格"}) CHECK(read("buses", "extinguisher", ill) == "(refused)");
    CHECK(read("sightings", "riders_seen", "正常") == "(refused)");  // nothing suspicious, rather
    CHECK(read("runs", "weekdays", "工作日") == "(nothing)");        // as where nothing is said: school days
    CHECK(read("runs", "weekdays", "每周五") == "5");
    CHECK(read("runs", "weekdays", "星期五和星期日") == "57");
    CHECK(read("buses", "body", "是") == "dedicated");  // below 是否专用校车
    CHECK(read("buses", "body", "否") == "adapted");
    CHECK(read("operators", "kind", "国有") == "(nothing)");  // whose it is, not what it is
    CHECK(read("waters", "kind", "池塘") == "pond");
    CHECK(read("waters", "current", "不流动") == "still");
    CHECK(read("waters", "current", "无") == "(nothing)");  // no current, or nothing known of it
    CHECK(read("waters", "bank", "缓坡") == "gentle");
    CHECK(read("waters", "current", "急流") == "fast");
    CHECK(read("waters", "freezes", "不结冰") == "no");
    CHECK(read("progress", "state", "完成") == "done");
    CHECK(read("runs", "weekdays", "上学日") == "(nothing)");
}

TEST_CASE("a word that may mean two things is refused, not guessed", "[data][intake]")
{
    CHECK(read("routes", "direction", "上下学") == "(refused)");
    CHECK(read("routes", "direction", "往返") == "(refused)");
    CHECK(read("buses", "state", "维修") == "(refused)");
    CHECK(read("plates", "state", "过期") == "(refused)");
    CHECK(read("permits", "decision", "补正") == "(refused)");
    CHECK(read("schools", "supervised_by", "市属") == "(refused)");
    CHECK(read("buses", "extinguisher", "损坏") == "(refused)");
    CHECK(read("buses", "extinguisher", "过期") == "(refused)");
    CHECK(read("buses", "hammer", "2") == "(refused)");
}

TEST_CASE("a thing that is counted is there", "[data][intake]")
{
    CHECK(read("buses", "extinguisher", "2具") == "yes");
    CHECK(read("buses", "hammer", "３ 个") == "yes");
    CHECK(read("buses", "hammer", "0个") == "no");
    CHECK(read("waters", "rope", "1条") == "yes");
    CHECK(read("waters", "lifebuoy", "已配备") == "yes");
    CHECK(read("waters", "fence", "未设置") == "no");
}

TEST_CASE("a stroke leaves a cell open, and several numbers under each other are several", "[data][intake]")
{
    ImportDesk desk;
    const auto sheet = desk.import_text("号牌号码,县区,核载人数,检验有效期止,灭火器\n吉G10001,洮南,——,/,-\n"
                                        "\"吉G10002\n吉G10003\",洮南,36,,\n\"吉G\n10004\",洮南,36,,\n-,洮南,36,,\n");
    CHECK(counts(sheet) == "rows 4 added 2 refused 2");
    CHECK(issues(sheet) == Issues{"3 号牌号码 several_values", "5 号牌号码 missing_required"});
    const auto buses = desk.all<Bus>();
    CHECK(buses.front().inspection_until.not_given());
    CHECK(buses.back().registration_number == "吉G10004");
}
