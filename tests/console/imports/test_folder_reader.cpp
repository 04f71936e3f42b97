#include "console/imports/folder_reader.hpp"

#include <catch2/catch_test_macros.hpp>

#include <atomic>
#include <chrono>
#include <thread>

namespace {

using namespace xiaoan::imports;

FolderWish wish(const std::string& path)
{
    FolderWish made;
    made.path = path;
    return made;
}

/// Waits up to five seconds for an answer.
std::optional<FolderAnswer> answer_of(FolderReader& reader)
{
    for (int i = 0; i < 500; ++i) {
        if (auto answer = reader.take()) return answer;
        std::this_thread::sleep_for(std::chrono::milliseconds(10));
    }
    return std::nullopt;
}

TEST_CASE("a folder is read beside the frame and the window is woken", "[imports]")
{
    std::atomic<int> woken = 0;
    FolderReader reader([&] { ++woken; });
    CHECK_FALSE(reader.take().has_value());
    reader.ask(wish("/"));
    const auto answer = answer_of(reader);
    REQUIRE(answer.has_value());
    REQUIRE(answer->has_value());
    CHECK((*answer)->path == "/");
    CHECK(woken == 1);
    CHECK_FALSE(reader.reading());
    CHECK_FALSE(reader.take().has_value());
}

TEST_CASE("only the last wish is answered", "[imports]")
{
    FolderReader reader([] {});
    reader.ask(wish("/"));
    reader.ask(wish("/no such folder"));
    const auto answer = answer_of(reader);
    REQUIRE(answer.has_value());
    REQUIRE_FALSE(answer->has_value());
    CHECK(answer->error() == FolderFault::not_found);
}

}  // namespace
