#include "geo/parallel.hpp"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

#include <algorithm>
#include <stdexcept>

using namespace xiaoan::geo;

TEST_CASE("every block is done once, by a thread of those asked for", "[geo]")
{
    const unsigned threads = GENERATE(1u, 2u, 5u);
    std::vector<std::atomic<int>> done(1000);
    std::atomic<bool> known = true;
    in_parallel(done.size(), threads, [&](unsigned thread, std::size_t block) {
        ++done[block];
        if (thread >= threads) known = false;
    });
    CHECK(std::ranges::all_of(done, [](const auto& times) { return times == 1; }));
    CHECK(known);
    in_parallel(0, threads, [](unsigned, std::size_t) { FAIL("there is no block"); });
}

TEST_CASE("a failure in any thread reaches the caller, and nothing is begun after it", "[geo]")
{
    const unsigned threads = GENERATE(1u, 3u);
    std::atomic<std::size_t> begun = 0;
    const auto work = [&](unsigned, std::size_t block) {
        ++begun;
        if (block == 5) throw std::runtime_error("five");
    };
    CHECK_THROWS_AS(in_parallel(1000000, threads, work), std::runtime_error);
    CHECK(begun < 1000000);
}

TEST_CASE("no number of threads means one a core", "[geo]")
{
    CHECK(thread_count(3) == 3);
    CHECK(thread_count(0) >= 1);
}
