#include "tests/data/register/a_register.hpp"

#include <SQLiteCpp/Database.h>
#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>
#include <fmt/format.h>
#include <sqlite3.h>

using namespace xiaoan::data;
using namespace xiaoan::data::test;

namespace {

// SHA-256 of "abc": FIPS 180-4, the example of NIST.
const std::string hash_of_abc = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

void open_one(Register& in)
{
    OpenCase asked;
    asked.subject_kind = "bus";
    asked.subject_key = "吉G1";
    asked.department = "police_traffic";
    asked.opened_on = Date{std::chrono::year{2026} / 11 / 23};
    asked.rules = {{"PLATE-NONE", "第十五条", "无校车标牌", "[]"}};
    REQUIRE(in.apply(OpenCases{{asked}}, coordinator));
}

StepCase a_reply_with(std::initializer_list<std::pair<std::string, std::string>> files)
{
    auto reply = a_reply("2026-0001", "已办理，见附件");
    for (const auto& [name, bytes] : files)
        reply.attachments.push_back({name, std::make_shared<const std::string>(bytes)});
    return reply;
}

std::string tried(Register& in, const StepCase& asked)
{
    const auto done = in.apply(asked, coordinator);
    if (done) return "done";
    std::string answer = done.error().reason;
    for (const auto& argument : done.error().arguments) answer += " " + argument;
    return answer;
}

void change_file(const std::string& path, const std::string& sql)
{
    SQLite::Database db(path, SQLITE_OPEN_READWRITE);
    db.exec(sql);
}

}  // namespace

TEST_CASE("a file that came with a reply is kept by its hash and given back as it was", "[cases]")
{
    const Folder folder;
    auto in = a_new_register(folder);
    open_one(in);
    std::string bytes(3000, '\0');
    for (std::size_t i = 0; i < bytes.size(); ++i) bytes[i] = static_cast<char>(i * 37 % 251);
    REQUIRE(tried(in, a_reply_with({{"abc.txt", "abc"}, {"标牌照片.jpg", bytes}})) == "done");
    REQUIRE(tried(in, a_reply_with({{"again.txt", "abc"}})) == "done");
    const Case of = in.snapshot().cases[0];
    REQUIRE(of.attachments.size() == 3);
    CHECK(of.attachments[0].name == "abc.txt");
    CHECK(of.attachments[0].size == 3);
    CHECK(of.attachments[0].sha256 == hash_of_abc);
    CHECK(of.attachments[0].event == 2);
    CHECK(of.attachments[1].name == "标牌照片.jpg");
    CHECK(of.attachments[2].event == 3);
    CHECK(in.attachment(hash_of_abc) == "abc");
    CHECK(in.attachment(of.attachments[1].sha256) == bytes);
    CHECK_FALSE(in.attachment(std::string(64, '0')));
    CHECK(in.verify().sound());
    // What two replies name lies there once.
    SQLite::Database db(folder.file("register.xiaoan"));
    CHECK(db.execAndGet("SELECT count(*) FROM attachment_content").getInt() == 2);
}

TEST_CASE("an attachment without content or name, too large, or one too many is refused", "[cases]")
{
    const Folder folder;
    auto in = a_new_register(folder);
    open_one(in);
    CHECK(tried(in, a_reply_with({{"leer.txt", ""}})) == "attachment_empty leer.txt");
    CHECK(tried(in, a_reply_with({{"", "abc"}})) == "attachment_empty ");
    CHECK(tried(in, a_reply_with({{"large.bin", std::string(largest_attachment + 1, 'x')}})) ==
          "attachment_too_large large.bin 20");
    auto many = a_reply_with({});
    for (std::size_t i = 0; i <= most_attachments; ++i)
        many.attachments.push_back({fmt::format("{}.txt", i), std::make_shared<const std::string>("abc")});
    CHECK(tried(in, many) == "too_many_attachments 20");
    CHECK(in.snapshot().cases[0].events.size() == 1);
    CHECK(tried(in, a_reply_with({{"just.bin", std::string(largest_attachment, 'x')}})) == "done");
}

TEST_CASE("a missing or altered attachment is damage that verify names", "[cases]")
{
    const Folder folder;
    const auto path = folder.file("register.xiaoan");
    // Missing, altered, or another file in its place.
    const auto sql = GENERATE(std::string{"DELETE FROM attachment_content"},
                              std::string{"UPDATE attachment_content SET packed = x'28b52ffd'"},
                              "DELETE FROM attachment_content WHERE id = 1;"
                              "UPDATE attachment_content SET sha256 = '" +
                                  hash_of_abc + "'");
    CAPTURE(sql);
    {
        auto in = a_new_register(folder);
        open_one(in);
        REQUIRE(tried(in, a_reply_with({{"abc.txt", "abc"}, {"def.txt", "def"}})) == "done");
    }
    change_file(path, sql);
    const auto in = Register::open(path, Register::Access::read);
    CHECK_FALSE(in.attachment(hash_of_abc));
    const auto found = in.verify();
    REQUIRE_FALSE(found.sound());
    CHECK(found.problems[0].what == "attachment");
    CHECK(found.problems[0].detail == "2026-0001 abc.txt: " + hash_of_abc);
}

TEST_CASE("a backup and an earlier moment hold the attachments too; undoing takes them from the case", "[cases]")
{
    const Folder folder;
    auto in = a_new_register(folder);
    open_one(in);                                                      // change 2
    REQUIRE(tried(in, a_reply_with({{"abc.txt", "abc"}})) == "done");  // change 3
    in.backup(folder.file("copy.xiaoan"));
    const auto copy = Register::open(folder.file("copy.xiaoan"), Register::Access::read);
    CHECK(copy.attachment(hash_of_abc) == "abc");
    CHECK(copy.verify().sound());
    CHECK(in.as_known(ChangeId{2}).snapshot().cases[0].attachments.empty());
    CHECK(in.as_known(ChangeId{3}).attachment(hash_of_abc) == "abc");
    REQUIRE(in.apply(UndoChange{ChangeId{3}}, coordinator));
    CHECK(in.snapshot().cases[0].attachments.empty());
    CHECK(in.snapshot().cases[0].state == CaseState::open);
    CHECK(in.verify().sound());
    REQUIRE(in.apply(UndoChange{ChangeId{4}}, coordinator));  // and brings them back
    CHECK(in.attachment(in.snapshot().cases[0].attachments.at(0).sha256) == "abc");
}
