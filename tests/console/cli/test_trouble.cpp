#include "tests/console/cli/desk.hpp"
#include "tests/console/cli/json.hpp"

#include <SQLiteCpp/SQLiteCpp.h>
#include <catch2/catch_test_macros.hpp>
#include <sqlite3.h>

#include <unistd.h>

namespace {

using namespace xiaoan::test;
namespace fs = std::filesystem;

/// One command of each kind, reading and writing.
const std::vector<Words> commands{{"findings"},
                                  {"near"},
                                  {"cases", "list"},
                                  {"cases", "open", "--bus", "吉G10001"},
                                  {"cases", "reply", "2026-0001", "--text", "已收到"},
                                  {"history"},
                                  {"verify"},
                                  {"undo", "2"},
                                  {"backup", "copy.xiaoan"},
                                  {"import", "校车.csv"},
                                  {"put", "buses", "吉G10001", "seats=40"},
                                  {"retire", "buses", "吉G10001", "--reason", "报废"},
                                  {"export", "buses", "--out", "out.csv"},
                                  {"picture", "--out", "out.png"}};

/// Every command ends with 1, says what is the matter, answers nothing and makes no file.
void check_none_works(const Desk& desk, std::string_view said)
{
    desk.write("校车.csv", "号牌号码,县区\n吉G10001,洮北区\n");
    for (const Words& words : commands) {
        const Ran ran = desk.on_monday(words);
        CAPTURE(words, ran.out, ran.err);
        CHECK(ran.code == 1);
        CHECK(ran.out.empty());
        CHECK(ran.err.find(said) != std::string::npos);
        CHECK(ran.err.find("desk.xiaoan") != std::string::npos);
    }
    for (const auto* made : {"copy.xiaoan", "copy.xiaoan.secret", "out.csv", "out.png"}) {
        CAPTURE(made);
        CHECK_FALSE(desk.has(made));
    }
}

TEST_CASE("without a register nothing is done, and none is made", "[cli]")
{
    const Desk desk;
    fs::remove(desk.file("desk.xiaoan"));
    check_none_works(desk, "找不到登记簿文件");
    CHECK_FALSE(desk.has("desk.xiaoan"));
    CHECK(desk({"doctor"}).code == 0);  // none yet is no illness
}

TEST_CASE("a file that is no register is left as it is", "[cli]")
{
    const Desk desk;
    desk.write("desk.xiaoan", "a letter");
    check_none_works(desk, "该文件不是登记簿");
    CHECK(desk.read("desk.xiaoan") == "a letter");
    CHECK(desk({"doctor"}).code == 1);
}

TEST_CASE("a register of a newer program is not touched", "[cli]")
{
    const Desk desk;
    SQLite::Database(desk.file("desk.xiaoan"), SQLITE_OPEN_READWRITE).exec("PRAGMA user_version = 1000000");
    const std::string before = desk.read("desk.xiaoan");
    check_none_works(desk, "登记簿由更新版本的程序建立");
    CHECK(desk.read("desk.xiaoan") == before);
    CHECK(desk({"doctor"}).code == 1);
}

TEST_CASE("a register without its secret opens for nobody", "[cli]")
{
    const Desk desk;
    fs::remove(desk.file("desk.xiaoan.secret"));
    check_none_works(desk, "缺少登记簿的密钥文件");
    CHECK_FALSE(desk.has("desk.xiaoan.secret"));
}

TEST_CASE("while another program writes, questions are answered and changes are not done", "[cli]")
{
    const BusyDesk desk;
    const std::string log = desk.log();
    SQLite::Database other(desk.file("desk.xiaoan"), SQLITE_OPEN_READWRITE);
    other.exec("BEGIN IMMEDIATE");
    CHECK(desk.json({"findings"}).code == 0);
    CHECK(desk({"history"}).code == 0);
    const Ran put = desk({"put", "buses", "吉G10001", "seats=40"});
    CHECK(put.code == 1);
    CHECK(put.err == "desk.xiaoan: 登记簿正被另一程序使用\n");
    other.exec("ROLLBACK");
    CHECK(desk.log() == log);
    CHECK(desk({"put", "buses", "吉G10001", "seats=40"}).code == 0);
}

TEST_CASE("an answer that nobody can read is not done", "[cli]")
{
    if (!fs::exists("/dev/full")) SKIP("no device that is always full");
    const BusyDesk desk;
    for (const auto* format : {"text", "json", "csv"})
        for (const Words& words : {Words{"findings"}, Words{"near"}, Words{"history"}, Words{"verify"}}) {
            const Ran ran = run(Words{"--register", "desk.xiaoan", "--format", format} + words,
                                {.folder = desk.folder.path().string(), .out_to = "/dev/full"});
            CAPTURE(format, words, ran.err);
            CHECK(ran.code == 1);
            CHECK(ran.err.find("未完成：") != std::string::npos);
        }
}

/// Gives the folder to a user whom permissions bind, and takes the right to write from it.
class Closed {
public:
    explicit Closed(const Desk& desk) : path_(desk.folder.path())
    {
        if (geteuid() == 0)
            for (const auto& entry : fs::directory_iterator(path_)) give(entry.path());
        if (geteuid() == 0) give(path_);
        fs::permissions(path_, fs::perms::owner_read | fs::perms::owner_exec);
    }
    ~Closed() { fs::permissions(path_, fs::perms::owner_all); }
    Closed(const Closed&) = delete;
    Closed& operator=(const Closed&) = delete;

private:
    static void give(const fs::path& path)
    {
        if (chown(path.c_str(), nobody, nobody) != 0) throw std::runtime_error("cannot give " + path.string());
    }
    fs::path path_;
};

TEST_CASE("in a folder that cannot be written questions are answered, and nothing is done", "[cli]")
{
    const BusyDesk desk;
    const std::string answer = desk.json({"findings"}).out;
    const std::string log = desk.log();
    SQLite::Database(desk.file("desk.xiaoan"), SQLITE_OPEN_READWRITE).exec("PRAGMA wal_checkpoint(TRUNCATE)");
    for (const auto* beside : {"desk.xiaoan-wal", "desk.xiaoan-shm"}) fs::remove(desk.file(beside));
    {
        const Closed closed(desk);
        const Place here{.folder = desk.folder.path().string(), .unprivileged = true};
        const auto ask = [&](const Words& words) {
            return run(Words{"--register", "desk.xiaoan", "--as-of", "2026-11-23"} + words, here);
        };
        const Ran findings = ask({"--format", "json", "findings"});
        CHECK(findings.code == 0);
        CHECK(findings.out == answer);
        for (const Words& words : {Words{"findings", "--out", "list.csv"}, Words{"findings", "--out", "list.pdf"},
                                   Words{"export", "buses", "--out", "out.csv"}, Words{"backup", "copy.xiaoan"},
                                   Words{"picture", "--out", "p.png"}, Words{"init"},
                                   Words{"put", "buses", "吉G10001", "seats=40"}, Words{"import", "校车.csv"}}) {
            const Ran ran = ask(words);
            CAPTURE(words, ran.out, ran.err);
            CHECK(ran.code == (words[0] == "init" ? 4 : 1));
            CHECK_FALSE(ran.err.empty());
        }
        CHECK(run({"--register", "new.xiaoan", "init"}, here).code == 1);
    }
    for (const auto* made : {"list.csv", "list.pdf", "out.csv", "copy.xiaoan", "p.png", "new.xiaoan"}) {
        CAPTURE(made);
        CHECK_FALSE(desk.has(made));
    }
    CHECK(desk.log() == log);
}

}  // namespace
