#include "tests/data/register/a_register.hpp"

#include <catch2/catch_test_macros.hpp>
#include <fmt/format.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <functional>

using namespace xiaoan::data;
using namespace xiaoan::data::test;

namespace {

/// Does the work in a process of its own, which `work` kills in the middle.
void in_killed_process(const std::function<void()>& work)
{
    const pid_t child = fork();
    REQUIRE(child >= 0);
    if (child == 0) {
        work();
        _exit(0);
    }
    int status = 0;
    REQUIRE(waitpid(child, &status, 0) == child);
    REQUIRE(WIFSIGNALED(status));
}

}  // namespace

TEST_CASE("a program killed in the middle of an import leaves the register as it was", "[register]")
{
    const Folder folder;
    {
        auto in = a_new_register(folder, "a");
        put(in, kind_info<Bus>, a_bus("吉G00001"));
    }
    in_killed_process([&] {
        auto in = Register::open(folder.file("a"), Register::Access::write);
        Edit edit = in.edit();
        for (int i = 2; i < 20'000; ++i) (void)edit.put(kind_info<Bus>, a_bus(fmt::format("吉G{:05}", i)), Origin{});
        raise(SIGKILL);
    });
    auto in = Register::open(folder.file("a"), Register::Access::write);
    CHECK(in.snapshot().all<Bus>().size() == 1);
    CHECK(in.verify().sound());
    CHECK(put(in, kind_info<Bus>, a_bus("吉G00002")) == ChangeId{3});
}

TEST_CASE("a program killed right after a commit has lost nothing", "[register]")
{
    const Folder folder;
    (void)a_new_register(folder, "a");
    in_killed_process([&] {
        auto in = Register::open(folder.file("a"), Register::Access::write);
        put(in, kind_info<Bus>, a_bus("吉G00001"));
        raise(SIGKILL);
    });
    const auto in = Register::open(folder.file("a"), Register::Access::read);
    CHECK(in.snapshot().all<Bus>().size() == 1);
    CHECK(in.verify().sound());
}

TEST_CASE("an edit that ends without commit leaves no trace", "[register]")
{
    const Folder folder;
    auto in = a_new_register(folder);
    {
        Edit edit = in.edit();
        REQUIRE(edit.put(kind_info<Bus>, a_bus("吉G00001"), Origin{}));
    }
    CHECK(in.snapshot().all<Bus>().empty());
    CHECK(in.history({}).size() == 1);
    CHECK(put(in, kind_info<Bus>, a_bus("吉G00002")) == ChangeId{2});
}
