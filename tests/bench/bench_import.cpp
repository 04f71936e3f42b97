// Importing ledgers of 100,000 rows of every kind into an empty register, and once more where nothing changes. Peak
// memory: /usr/bin/time -v on one of them alone.
#include "data/intake/import.hpp"
#include "tests/bench/ledger.hpp"
#include "tests/data/register/a_register.hpp"

#include <benchmark/benchmark.h>
#include <fmt/format.h>

namespace {

using namespace xiaoan::data;
using namespace xiaoan::data::test;

constexpr int rows = 100'000;

std::string written(const Folder& folder, const KindInfo& kind)
{
    std::ofstream file(folder.file("名册.csv"), std::ios::binary);
    write_ledger(file, kind, rows);
    return folder.file("名册.csv");
}

SheetReport import(Register& into, const Region& region, const std::string& path, const KindInfo& kind)
{
    JobProgress progress;
    ImportRequest request;
    request.path = path;
    request.kind = kind.key;
    return import_file(into, request, coordinator, region, progress).sheets.front();
}

void first_import(benchmark::State& state, const KindInfo& kind)
{
    const Folder files;
    const std::string path = written(files, kind);
    const Region region = a_region();
    for (auto _ : state) {
        state.PauseTiming();
        {
            const Folder folder;
            Register bureau = a_new_register(folder);
            state.ResumeTiming();
            if (import(bureau, region, path, kind).added != rows) state.SkipWithError("not all rows were added");
            state.PauseTiming();
        }
        state.ResumeTiming();
    }
    state.SetItemsProcessed(state.iterations() * rows);
}

void second_import(benchmark::State& state, const KindInfo& kind)
{
    const Folder folder;
    const std::string path = written(folder, kind);
    const Region region = a_region();
    Register bureau = a_new_register(folder);
    (void)import(bureau, region, path, kind);
    for (auto _ : state)
        if (import(bureau, region, path, kind).unchanged != rows) state.SkipWithError("something changed");
    state.SetItemsProcessed(state.iterations() * rows);
}

const bool registered = [] {
    for (const KindInfo* kind : kinds()) {
        const std::string name{kind->key};
        for (auto* each : {benchmark::RegisterBenchmark(("first_import/" + name).c_str(), first_import, *kind),
                           benchmark::RegisterBenchmark(("second_import/" + name).c_str(), second_import, *kind)})
            each->Unit(benchmark::kMillisecond)->MeasureProcessCPUTime();
    }
    return true;
}();

}  // namespace
