#include "console/water/briefing/brief_workbook.hpp"
#include "console/water/briefing/parents_letter.hpp"
#include "console/water/gaps.hpp"
#include "tests/support/builders.hpp"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>

using namespace xiaoan;
using namespace xiaoan::test;
using namespace xiaoan::water;
using language::Language;

namespace {

/// A school, a pond 222 m north of it without sign or equipment, and a river 11 km away with all of them.
std::shared_ptr<data::Snapshot> a_county()
{
    auto snapshot = an_empty_snapshot();
    auto region = std::make_shared<data::Region>();
    region->name_zh = "白城市";
    region->name_en = "Baicheng";
    region->counties = {{data::Adcode{220802}, "洮北区", "Taobei District", 122.9, 45.6}};
    snapshot->region = region;
    data::School school;
    school.code = "1";
    school.name = "平安小学";
    school.lon = 123;
    school.lat = 45;
    add_to(*snapshot, school);
    data::Water pond;
    pond.code = "W1";
    pond.name = "东坑";
    pond.kind = data::WaterKind::pond;
    pond.county = data::Adcode{220802};
    pond.lon = 123;
    pond.lat = 45.002;  // 0.002 degrees of latitude at 45 N: 222.3 m
    pond.warning_sign = pond.lifebuoy = pond.rope = pond.pole = pond.fence = data::Answer::no;
    add_to(*snapshot, pond);
    data::Water river = pond;
    river.code = "W2";
    river.name = "西河";
    river.kind = data::WaterKind::river;
    river.lat = 45.1;
    river.duty_unit = "镇政府";
    river.warning_sign = river.lifebuoy = river.rope = river.pole = river.fence = data::Answer::yes;
    add_to(*snapshot, river);
    return snapshot;
}

struct Made {
    std::shared_ptr<data::Snapshot> snapshot;
    WaterPlaces places;
    std::vector<WaterRisk> ranked;
    Habits habits{};
    map::PaperBase base{};

    [[nodiscard]] documents::Letter letter(const BriefWish& wish, const Comparison* since = nullptr) const
    {
        return brief({places, ranked, base, habits, since}, wish);
    }
};
Made made(const std::shared_ptr<data::Snapshot>& snapshot, Season season, const Habits& habits = {})
{
    WaterPlaces places(snapshot);
    auto ranked = risks(places, neighbours_of_waters(places, habits), {.season = season}, monday, habits);
    return {snapshot, std::move(places), std::move(ranked), habits};
}

std::string text_of(const documents::Table& table)
{
    std::string text;
    for (const auto& row : table.rows)
        for (const auto& cell : row.cells) text += cell.text + "|";
    return text;
}
std::string text_of(std::span<const documents::Passage> passages)
{
    std::string text;
    for (const auto& passage : passages) text += passage.text() + "\n";
    return text;
}
std::string text_of(std::span<const documents::Block> blocks)
{
    std::string text;
    for (const auto& block : blocks) {
        text += text_of(block.passages) + text_of(block.table);
        for (const auto& figure : block.figures)
            for (const auto& label : figure.labels) text += label.text + "|";
    }
    return text;
}
std::string text_of(const documents::Letter& letter)
{
    std::string text = text_of(letter.body);
    for (const auto& annex : letter.annexes)
        text += annex.title + "\n" + text_of(annex.before) + text_of(annex.table) + text_of(annex.blocks);
    return text;
}

bool says(const auto& document, std::string_view words)
{
    return text_of(document).find(words) != std::string::npos;
}

const documents::Annex* annex_of(const documents::Letter& letter, std::string_view title)
{
    const auto found = std::ranges::find(letter.annexes, title, &documents::Annex::title);
    return found == letter.annexes.end() ? nullptr : &*found;
}

}  // namespace

TEST_CASE("what a water lacks is counted apart from what nobody has verified", "[brief]")
{
    auto snapshot = a_county();
    auto water = *snapshot->all<data::Water>().begin();
    water.code = "W3";
    water.warning_sign = data::Answer::not_given;
    add_to(*snapshot, water);
    const auto of = made(snapshot, {.name = SeasonName::summer});
    const auto counts = count_measures(of.ranked);
    CHECK(measures[0] == "warning_sign");
    CHECK(counts[0].missing == 1);
    CHECK(counts[0].unknown == 1);
    CHECK(counts[1].missing == 2);  // lifebuoys: W1 and W3
}

TEST_CASE("a briefing names the waters that come first, with distance, reasons and who answers for them", "[brief]")
{
    const auto of = made(a_county(), {.name = SeasonName::summer});
    const auto letter =
        of.letter({.season = {.name = SeasonName::summer}, .as_of = monday, .issued_by = "白城市教育局"});
    CHECK(documents::title_text(letter) == "白城市中小学生防溺水季节工作简报");
    CHECK(says(letter, "截至2026年11月23日，白城市登记学校周边水域2处"));
    CHECK(says(letter, "1.东坑（洮北区）"));
    CHECK(says(letter, "距平安小学222米"));
    CHECK(says(letter, "2.西河（洮北区）"));
    CHECK(says(letter, "3000米内没有登记的学校"));
    CHECK(says(letter, "责任单位：镇政府"));
    CHECK(says(letter, "警示牌缺1处、未核实0处"));
    CHECK(says(letter, "溺水高发期"));
    CHECK(letter.signature == "白城市教育局");
    REQUIRE(annex_of(letter, "水域风险排序表") != nullptr);
    CHECK(annex_of(letter, "水域风险排序表")->table.rows.size() == 2);
    REQUIRE(annex_of(letter, "水域与学校分布图") != nullptr);
    CHECK(says(annex_of(letter, "水域与学校分布图")->blocks, "1 东坑|"));
    CHECK(annex_of(letter, "在办督办事项表") == nullptr);
    CHECK(says(letter, "没有涉及上述水域的在办督办事项"));
}

TEST_CASE("weights that the bureau changed are named where the method is told, and decide the order", "[brief]")
{
    const Season summer{.name = SeasonName::summer};
    const BriefWish wish{.season = summer, .as_of = monday};
    CHECK_FALSE(says(made(a_county(), summer).letter(wish), "权重已由本局调整"));
    // The river, far from the school and with all its equipment, comes first where its kind counts 40 and gaps nothing.
    std::vector<data::Setting> set{{"risk_kind_river", "40", "x"}};
    for (const auto* gap : {"warning_sign", "lifebuoy", "rope", "pole", "fence"})
        set.push_back({std::string{"risk_"} + gap + "_none", "0", "x"});
    const auto letter = made(a_county(), summer, habits_of(set)).letter(wish);
    CHECK(says(letter, "权重已由本局调整：水域类型：河流 40 分（默认 10 分）；警示牌：无 0 分（默认 5 分）"));
    CHECK(says(letter, "1.西河（洮北区）"));
    CHECK(says(letter, "警示牌缺1处、未核实0处"));  // what counts nothing lacks all the same
}

TEST_CASE("the foremost waters have a page each, with map, place for a photo, facts, reasons and schools", "[brief]")
{
    const auto of = made(a_county(), {.name = SeasonName::summer});
    const auto letter = of.letter({.season = {.name = SeasonName::summer}, .as_of = monday, .sheets = 1});
    const auto* sheets = annex_of(letter, "重点水域核查页");
    REQUIRE(sheets != nullptr);
    CHECK(sheets->table.rows.size() == 1);
    CHECK(std::ranges::count_if(sheets->blocks, &documents::Block::on_new_page) == 1);
    REQUIRE_FALSE(sheets->blocks.empty());
    CHECK(sheets->blocks.front().figures.size() == 2);
    for (const auto* part : {"1. 东坑（洮北区）", "现场照片", "平安小学", "222", "未明确", "坑塘", "缺", "未核实"}) {
        CAPTURE(part);
        CHECK(says(sheets->blocks, part));
    }
    CHECK_FALSE(says(sheets->blocks, "西河（"));
    CHECK(annex_of(of.letter({.season = {.name = SeasonName::summer}, .as_of = monday, .sheets = 0}),
                   "重点水域核查页") == nullptr);
}

TEST_CASE("cases about the waters that have not ended stand in the briefing, the late ones counted", "[brief]")
{
    auto snapshot = a_county();
    const auto add = [&](const char* number, const char* key, data::CaseState state, data::DateCell due) {
        data::Case opened;
        opened.number = number;
        opened.subject_kind = "water";
        opened.subject_key = key;
        opened.department = "township";
        opened.state = state;
        opened.matter = "补设救生圈";
        opened.due_on = due;
        snapshot->cases.push_back(opened);
    };
    add("2026-0001", "W1", data::CaseState::sent, on(2026, 11, 20));
    add("2026-0002", "W2", data::CaseState::open, on(2026, 11, 30));
    add("2026-0003", "W1", data::CaseState::closed, on(2026, 11, 1));
    add("2026-0004", "W9", data::CaseState::open, {});  // of another county
    const auto of = made(snapshot, {.name = SeasonName::summer});
    const auto letter = of.letter({.season = {.name = SeasonName::summer}, .as_of = monday});
    CHECK(says(letter, "在办督办事项2件，其中已逾期1件"));
    const auto* cases = annex_of(letter, "在办督办事项表");
    REQUIRE(cases != nullptr);
    REQUIRE(cases->table.rows.size() == 2);
    CHECK(cases->table.rows[0].cells[0].text == "2026-0001");
    CHECK(cases->table.rows[0].cells[5].text == "2026-11-20\n逾期3天");  // the 20th to the 23rd
    CHECK(cases->table.rows[1].cells[0].text == "2026-0002");
}

TEST_CASE("what changed is told from two states of the register, point by point", "[brief]")
{
    // Then: the pond lacks all; the river is as now. Now: the pond has a lifebuoy (-4) and a rope (-3), the river has
    // lost its sign (+5), and a ditch is new; a canal has left the ledger.
    const Season summer{.name = SeasonName::summer};
    auto before = a_county();
    auto canal = *before->all<data::Water>().begin();
    canal.code = "W4";
    canal.name = "旧渠";
    add_to(*before, canal);
    auto after = an_empty_snapshot();
    after->region = before->region;
    add_to(*after, *before->all<data::School>().begin());
    for (data::Water water : before->all<data::Water>()) {
        if (water.code == "W1") water.lifebuoy = water.rope = data::Answer::yes;
        if (water.code == "W2") water.warning_sign = data::Answer::no;
        if (water.code != "W4") add_to(*after, water);
    }
    data::Water ditch;
    ditch.code = "W5";
    ditch.name = "新沟";
    ditch.lon = 123;
    ditch.lat = 45.05;
    add_to(*after, ditch);
    const auto then = made(before, summer), now = made(after, summer);
    Comparison since{.since = day(2026, 6, 1), .then = summer, .turns = turns_of(then.ranked, now.ranked)};

    REQUIRE(since.turns.size() == 4);
    CHECK(since.turns[0].water->code == "W2");
    CHECK(since.turns[0].turn == Turn::worse);
    CHECK(since.turns[0].now->base - since.turns[0].then->base == 5);
    CHECK(since.turns[0].opened == std::vector<std::string_view>{"warning_sign"});
    CHECK(since.turns[1].water->code == "W5");
    CHECK(since.turns[1].turn == Turn::fresh);
    CHECK(since.turns[2].water->code == "W1");
    CHECK(since.turns[2].turn == Turn::improved);
    CHECK(since.turns[2].then->base - since.turns[2].now->base == 7);
    CHECK(since.turns[2].closed == std::vector<std::string_view>{"lifebuoy", "rope"});
    CHECK(since.turns[2].standing ==
          std::vector<std::string_view>{"warning_sign", "pole", "fence", "duty_holder", "patrol"});
    CHECK(since.turns[3].water->code == "W4");
    CHECK(since.turns[3].turn == Turn::gone);
    CHECK(since.still_lacking() == 2);  // the pond, and the river that has neither duty holder nor patrol

    const auto letter = now.letter({.season = summer, .as_of = monday}, &since);
    CHECK(says(letter, "与2026年6月1日登记簿所载情况相比"));
    CHECK(says(letter, "上升1处、新增1处、下降1处、不变0处、移出台账1处"));
    CHECK(says(letter, "东坑（救生圈、救生绳）"));
    CHECK(says(letter, "西河（警示牌）"));
    CHECK(says(letter, "新沟（"));
    const auto* table = annex_of(letter, "与上期相比变化表");
    REQUIRE(table != nullptr);
    CHECK(table->table.rows.size() == 4);
}

TEST_CASE("the annex as a workbook has every line of every score and no person", "[brief]")
{
    const auto of = made(a_county(), {.name = SeasonName::summer});
    const auto sheets = brief_workbook({of.places, of.ranked, of.base, of.habits}, {.as_of = monday});
    REQUIRE(sheets.size() == 5);
    CHECK(sheets[0].name == "风险排序");
    REQUIRE(sheets[0].rows.size() == 2);
    CHECK(sheets[0].rows[0][1] == data::PlainCell{std::string{"W1"}});
    CHECK(sheets[0].rows[0][12] == data::PlainCell{std::int64_t{222}});  // metres to the school
    CHECK(sheets[1].rows.size() == 2 * 17);                              // factors of regulations.md 6.4
    std::int64_t points = 0;
    for (std::size_t i = 0; i < 17; ++i) points += std::get<std::int64_t>(sheets[1].rows[i][4]);
    CHECK(data::PlainCell{points} == sheets[0].rows[0][8]);  // they add up to the base
    REQUIRE(sheets[3].rows.size() == 1);
    for (const auto& sheet : sheets)
        for (const auto& row : sheet.rows) CHECK(row.size() == sheet.heads.size());
}

TEST_CASE("each season asks for its own, and none calls a water safe", "[brief]")
{
    const auto snapshot = a_county();
    for (const auto name : {SeasonName::freeze_up, SeasonName::ice, SeasonName::thaw, SeasonName::spring,
                            SeasonName::summer, SeasonName::autumn})
        for (const auto language : {Language::zh, Language::en}) {
            const Season season{.name = name};
            const auto of = made(snapshot, season);
            const auto letter = of.letter({.season = season, .as_of = monday, .language = language});
            CHECK_FALSE(says(letter, " safe"));
            CHECK_FALSE(says(letter, "安全水域"));
            CHECK_FALSE(says(letter, "{"));
        }
    const auto of = made(snapshot, {.name = SeasonName::thaw});
    CHECK(says(of.letter({.season = {.name = SeasonName::thaw}, .as_of = monday}), "冰排"));
}

TEST_CASE("a month is told the advice of its season", "[brief]")
{
    const Season july{.month = std::chrono::year{2026} / 7};
    const auto of = made(a_county(), july);
    CHECK(says(of.letter({.season = july, .as_of = monday}), "溺水高发期"));
}

TEST_CASE("a county without waters is told to look for them", "[brief]")
{
    const auto of = made(an_empty_snapshot(), {.name = SeasonName::summer});
    const auto letter = of.letter({.season = {.name = SeasonName::summer}, .as_of = monday});
    CHECK(says(letter, "没有登记不等于没有水域"));
    CHECK(letter.annexes.empty());
}

TEST_CASE("the letter to parents names the waters near the school, phones and the receipt, and no pupil", "[brief]")
{
    const auto snapshot = a_county();
    const WaterPlaces places(snapshot);
    const auto near = exposures(places, {.within_m = 3000, .school = "1"});
    const map::PaperBase base;
    const auto school = *snapshot->all<data::School>().begin();
    const auto letter =
        parents_letter({base, places}, school, near.pairs, {.as_of = monday, .season = SeasonName::ice});
    CHECK(letter.letterhead == "平安小学");
    CHECK(says(letter.blocks, "平安小学学生家长："));
    CHECK(says(letter.blocks, "东坑（距学校222米）"));
    CHECK_FALSE(says(letter.blocks, "西河"));
    CHECK(letter.blocks.front().figures.size() == 1);
    CHECK(says(letter.blocks, "|东坑|"));  // on the map
    for (const auto* part : {"六不", "四知", "110", "119", "120"}) {
        CAPTURE(part);
        CHECK(says(letter.blocks, part));
    }
    CHECK(says(letter.strip, "回执"));
    CHECK(says(letter.strip, "家长签名"));
}

TEST_CASE("a school whose place is not known is not told that no water is near", "[brief]")
{
    auto snapshot = a_county();
    const WaterPlaces places(snapshot);
    const map::PaperBase base;
    data::School school;
    school.name = "无址小学";
    const auto letter = parents_letter({base, places}, school, {}, {.as_of = monday, .season = SeasonName::freeze_up});
    CHECK(says(letter.blocks, "学校的位置尚未登记"));
    CHECK_FALSE(says(letter.blocks, "没有登记的水域"));
    CHECK(letter.blocks.front().figures.empty());
}

TEST_CASE("the poster and the lesson sheet have the rules, the waters near by and no name of a pupil", "[brief]")
{
    const auto snapshot = a_county();
    const WaterPlaces places(snapshot);
    const auto near = exposures(places, {.within_m = 3000, .school = "1"});
    const map::PaperBase base;
    const auto school = *snapshot->all<data::School>().begin();
    const LetterWish wish{.as_of = monday, .season = SeasonName::thaw};
    const auto poster = school_poster({base, places}, school, near.pairs, wish);
    for (const auto* part :
         {"一、不私自下水游泳", "六、不熟悉水性", "东坑（距学校222米）", "110", "开江的冰", "不下水，不手拉手"}) {
        CAPTURE(part);
        CHECK(says(poster.blocks, part));
    }
    const auto lesson = lesson_sheet({base, places}, school, near.pairs, wish);
    for (const auto* part : {"融冰开江期", "东坑（距学校222米）", "六不", "安全锤", "想一想"}) {
        CAPTURE(part);
        CHECK(says(lesson.blocks, part));
    }
    CHECK(says(lesson.strip, "实到"));
    CHECK_FALSE(says(lesson.strip, "姓名"));
}
