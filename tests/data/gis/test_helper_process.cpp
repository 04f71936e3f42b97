// What becomes of xiaoan when its helper does not do what it should.
#include "data/gis/helper_process.hpp"

#include "data/intake/gis/helper_file.hpp"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

#include <unistd.h>

#include <csignal>
#include <filesystem>
#include <fstream>

using namespace xiaoan::data;
using namespace xiaoan::data::gis;

namespace {

const std::string track =
    R"(<gpx version="1.1" creator="x" xmlns="http://www.topografix.com/GPX/1/1"><trk><name>A</name>)"
    R"(<trkseg><trkpt lat="45.6" lon="122.8"/></trkseg></trk></gpx>)";

/// The only child of this process.
pid_t child()
{
    pid_t found = -1;
    for (const auto& thread : std::filesystem::directory_iterator("/proc/self/task"))
        std::ifstream(thread.path() / "children") >> found;
    return found;
}

std::string fault_of_next(HelperProcess& helper)
{
    try {
        (void)helper.next();
    } catch (const HelperFault& fault) {
        return fault.code();
    }
    return {};
}

HelperProcess reading(const MemoryFile& file)
{
    return {{"read", "gpx", "gpx=/proc/self/fd/3"}, {&file}, std::chrono::seconds{20}};
}

}  // namespace

TEST_CASE("a helper that dies is told from one that was stopped for its memory or time", "[data][gis]")
{
    const auto [signal, code, word] =
        GENERATE(table<int, std::string, std::string>({{SIGSEGV, "crashed", "geodata_damaged"},
                                                       {SIGABRT, "crashed", "geodata_damaged"},
                                                       {SIGKILL, "too_large", "geodata_too_large"},
                                                       {SIGXCPU, "too_slow", "geodata_too_slow"}}));
    const MemoryFile file(track);
    HelperProcess helper = reading(file);
    REQUIRE(std::holds_alternative<LayerList>(helper.next()));
    const pid_t started = child();
    REQUIRE(started > 0);
    REQUIRE(kill(started, signal) == 0);
    CHECK(fault_of_next(helper) == code);
    CHECK(intake_fault(HelperFault({code, "x"})).word() == word);
}

TEST_CASE("a helper that says nothing is waited for only so long", "[data][gis]")
{
    const MemoryFile file(track);
    HelperProcess helper({"read", "gpx", "gpx=/proc/self/fd/3"}, {&file}, std::chrono::milliseconds{1500});
    (void)helper.next();
    CHECK(fault_of_next(helper) == "too_slow");  // it waits to be asked for a layer
}

TEST_CASE("a helper goes with its object", "[data][gis]")
{
    const MemoryFile file(track);
    pid_t started = -1;
    {
        HelperProcess helper = reading(file);
        (void)helper.next();
        started = child();
        REQUIRE(kill(started, 0) == 0);
    }
    CHECK(kill(started, 0) != 0);
}

TEST_CASE("what the helper refuses it says by a word", "[data][gis]")
{
    const MemoryFile file("no such format");
    HelperProcess damaged({"read", "gpkg", "gpkg=/proc/self/fd/3"}, {&file}, std::chrono::seconds{20});
    CHECK(fault_of_next(damaged) == "damaged");
    HelperProcess unknown({"read", "dwg", "dwg=/proc/self/fd/3"}, {&file}, std::chrono::seconds{20});
    CHECK(fault_of_next(unknown) == "damaged");
    HelperProcess misused({"paint"}, {}, std::chrono::seconds{20});
    CHECK(fault_of_next(misused) == "crashed");
}

TEST_CASE("a helper that does its work has no trouble", "[data][gis]")
{
    CHECK_FALSE(trouble_with_helper());
    CHECK(helper_path().ends_with("/xiaoan-gis"));
}
