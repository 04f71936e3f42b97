#include "data/intake/attachment_file.hpp"
#include "tests/data/intake/fault_of.hpp"
#include "tests/data/register/a_register.hpp"

#include <catch2/catch_test_macros.hpp>

#include <filesystem>
#include <fstream>

using namespace xiaoan::data;
using namespace xiaoan::data::test;

namespace {

std::string written(const Folder& folder, const std::string& name, std::string_view bytes)
{
    const std::string path = folder.file(name);
    std::ofstream{path, std::ios::binary} << bytes;
    return path;
}

}  // namespace

TEST_CASE("an attachment comes with its name without folders and all its bytes", "[intake]")
{
    const Folder folder;
    const std::string bytes{"%PDF-1.4\0\r\n\xff", 12};
    const auto read = read_attachment(written(folder, "复函.pdf", bytes));
    REQUIRE(read);
    CHECK(read->name == "复函.pdf");
    CHECK(*read->bytes == bytes);
}

TEST_CASE("an attachment that says nothing or is larger than 20 MiB is refused, one just as large is taken", "[intake]")
{
    const Folder folder;
    const auto empty = read_attachment(written(folder, "空.txt", ""));
    REQUIRE_FALSE(empty);
    CHECK(empty.error().reason == "attachment_empty");
    CHECK(empty.error().arguments == std::vector<std::string>{"空.txt"});
    const std::string path = written(folder, "录像.mp4", "x");
    std::filesystem::resize_file(path, 20U * 1024U * 1024U);
    CHECK(read_attachment(path));
    std::filesystem::resize_file(path, 20U * 1024U * 1024U + 1U);
    const auto large = read_attachment(path);
    REQUIRE_FALSE(large);
    CHECK(large.error().reason == "attachment_too_large");
    CHECK(large.error().arguments == std::vector<std::string>{"录像.mp4", "20"});
}

TEST_CASE("an attachment that is not there is a fault of the file", "[intake]")
{
    const Folder folder;
    CHECK(fault_of([&] { (void)read_attachment(folder.file("无.pdf")); }).has_value());
}
