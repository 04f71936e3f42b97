#include "tests/console/cli/desk.hpp"
#include "tests/console/cli/json.hpp"

#include <catch2/catch_test_macros.hpp>

#include <chrono>
#include <functional>
#include <thread>

namespace {

using namespace xiaoan::test;

/// A desk whose register was changed in every way after a moment; what it answered until then is kept.
class ChangedDesk : public BusyDesk {
public:
    ChangedDesk()
    {
        (void)on_monday({"cases", "open", "--bus", "吉G10001"});
        const auto log = parsed((*this)({"--format", "json", "history", "--most", "1"}).out);
        moment = log["changes"][0]["at"].GetString();
        then = answers({});
        export_then = exported({});
        std::this_thread::sleep_for(std::chrono::milliseconds{1100});  // the log says the second
        for (const Words& words : std::vector<Words>{{"put", "buses", "吉G10001", "seats=40"},
                                                     {"put", "schools", "2122000001", "lon=122"},
                                                     {"retire", "permits", "XK-3", "--reason", "重复"},
                                                     {"cases", "reply", "2026-0001", "--text", "在办"},
                                                     {"undo", "4"}})  // refused: the bus was put since
            codes.push_back(on_monday(words).code);
    }

    /// What each question answers; `more` stands before the question.
    [[nodiscard]] Words answers(const Words& more) const
    {
        Words told;
        for (const Words& question : std::vector<Words>{{"findings"},
                                                        {"near"},
                                                        {"cases", "list"},
                                                        {"cases", "show", "2026-0001"},
                                                        {"history"},
                                                        {"history", "--of", "permits:XK-3"}})
            told.push_back(json(more + question).out);
        const Ran drawn = (*this)(more + Words{"picture", "--size", "320x200", "--out", "map.png"});
        told.push_back(std::to_string(std::hash<std::string>{}(read("map.png"))) + drawn.out);
        return told;
    }
    [[nodiscard]] std::string exported(const Words& more) const
    {
        std::string told;
        for (const auto* kind : {"buses", "permits", "schools", "drivers"}) {
            (void)(*this)(more + Words{"export", kind, "--out", "kind.csv"});
            told += read("kind.csv");
        }
        return told;
    }

    std::string moment;  // of the newest change before all that
    Words then;
    std::string export_then;
    std::vector<int> codes;
};

TEST_CASE("every question asked as known at a moment is answered as it was then", "[cli]")
{
    const ChangedDesk desk;
    REQUIRE(desk.codes == std::vector{0, 0, 0, 0, 4});
    const Words known{"--known-at", desk.moment};
    const auto now = desk.answers({}), then = desk.answers(known);
    for (std::size_t i = 0; i < then.size(); ++i) {
        CAPTURE(i);
        CHECK(then[i] == desk.then[i]);
        CHECK(now[i] != desk.then[i]);
    }
    CHECK(desk.exported(known) == desk.export_then);
    CHECK(desk.exported({}) != desk.export_then);
    CHECK(desk({"verify"}).code == 0);
}

TEST_CASE("an answer as known at an earlier moment says so beside itself", "[cli]")
{
    const ChangedDesk desk;
    const Ran ran = desk({"--as-of", "2026-11-23", "--known-at", desk.moment, "--format", "json", "findings"});
    CHECK(ran.code == 0);
    std::string shown = desk.moment.substr(0, 19);
    shown[10] = ' ';
    CHECK(ran.err == "按登记簿 " + shown + " 所知：第 9 号变更之后的记录，规则与设置用现在的\n");
    CHECK(desk({"--known-at", desk.moment, "findings", "--out", "list.csv"}).code == 0);
    CHECK(desk.json({"findings"}).err.empty());
}

TEST_CASE("taking personal data out as known then is logged now", "[cli]")
{
    const ChangedDesk desk;
    const Ran ran =
        desk({"--known-at", desk.moment, "export", "buses", "--unmask", "--reason", "核对", "--out", "b.csv"});
    CHECK(ran.code == 0);
    CHECK(desk.read("b.csv").find(",40,") == std::string::npos);
    const auto newest = parsed(desk({"--format", "json", "history", "--most", "1"}).out);
    CHECK(newest["changes"][0]["command"] == "export_unmasked");
}

TEST_CASE("a moment before the register, and one that is none, are refused in words", "[cli]")
{
    const BusyDesk desk;
    const Ran before = desk({"--known-at", "2020-01-01", "findings"});
    CHECK(before.code == 4);
    CHECK(before.out.empty());
    CHECK(before.err.find("那时还没有这个登记簿，它建立于 20") != std::string::npos);
    for (const auto* text : {"yesterday", "2026-02-30", "2026-11", "12:00"}) {
        CAPTURE(text);
        const Ran wrong = desk({"--known-at", text, "findings"});
        CHECK(wrong.code == 2);
        CHECK(wrong.out.empty());
        CHECK(wrong.err.find(text) != std::string::npos);
    }
}

TEST_CASE("what writes, or is about the file itself, is not asked as known then", "[cli]")
{
    const BusyDesk desk;
    const std::string log = desk.log();
    for (const Words& words : std::vector<Words>{{"init"},
                                                 {"import", "校车.csv"},
                                                 {"import", "--dry-run", "校车.csv"},
                                                 {"put", "buses", "吉G10001", "seats=40"},
                                                 {"retire", "buses", "吉G10001", "--reason", "报废"},
                                                 {"cases", "open", "--bus", "吉G10001"},
                                                 {"cases", "reply", "2026-0001", "--text", "在办"},
                                                 {"cases", "close", "2026-0001"},
                                                 {"undo", "4"},
                                                 {"verify"},
                                                 {"backup", "copy.xiaoan"},
                                                 {"doctor"}}) {
        const Ran ran = desk(Words{"--known-at", "2062-01-01"} + words);
        CAPTURE(words, ran.out, ran.err);
        CHECK(ran.code == 2);
        CHECK(ran.out.empty());
        CHECK(ran.err.find("--known-at") != std::string::npos);
    }
    CHECK(desk.log() == log);
    CHECK_FALSE(desk.has("copy.xiaoan"));
    CHECK(desk.json({"--known-at", "2062-01-01", "findings"}).out == desk.json({"findings"}).out);
}

}  // namespace
