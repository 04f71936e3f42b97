// Judging 10,000 and 100,000 buses with permits, plates, two runs each and drivers; every fifth bus breaks a rule.
#include "console/rules/findings_json.hpp"
#include "console/rules/judge.hpp"
#include "tests/support/builders.hpp"

#include <benchmark/benchmark.h>

#include <fmt/format.h>

namespace {

using namespace xiaoan;
using namespace xiaoan::test;

template <class Record>
data::Table<Record> a_table(std::vector<Record> rows)
{
    for (std::size_t i = 0; i < rows.size(); ++i) rows[i].id = data::RecordId{static_cast<std::int64_t>(i + 1)};
    return data::Table<Record>(std::move(rows));
}

std::shared_ptr<const data::Snapshot> a_register(std::int64_t buses)
{
    std::vector<data::Bus> bus_rows;
    std::vector<data::Permit> permits;
    std::vector<data::Plate> plates;
    std::vector<data::Run> runs;
    std::vector<data::Driver> drivers;
    for (std::int64_t i = 0; i < buses; ++i) {
        // A ledger does not come in the order of another: the other tables name the buses shuffled.
        const auto number = [&](std::int64_t n) { return fmt::format("吉G{:07}", (n * 7919) % buses); };
        auto bus = a_bus(fmt::format("吉G{:07}", i));
        bus.run_by = fmt::format("客运公司{}", i % 300);
        if (i % 5 == 1) bus.inspection_until = on(2026, 10, 31);
        bus_rows.push_back(bus);
        auto permit = a_permit(on(2025, 9, 1), i % 5 == 2 ? on(2026, 8, 31) : on(2027, 8, 31));
        permit.registration_number = number(i);
        permit.driver = data::PersonRef{i + 1};
        permits.push_back(permit);
        if (i % 5 != 3) {
            auto plate = a_plate();
            plate.registration_number = number(i);
            plate.driver = permit.driver;
            plates.push_back(plate);
        }
        for (int leg = 0; leg < 2; ++leg) {
            auto run = a_run(i % 25 == 4 ? data::PersonRef{i} : permit.driver);
            run.registration_number = permit.registration_number;
            runs.push_back(run);
        }
        drivers.push_back(a_driver(permit.driver));
    }
    auto snapshot = std::make_shared<data::Snapshot>(*a_snapshot());
    snapshot->tables = {};
    snapshot->all<data::Bus>() = a_table(std::move(bus_rows));
    snapshot->all<data::Permit>() = a_table(std::move(permits));
    snapshot->all<data::Plate>() = a_table(std::move(plates));
    snapshot->all<data::Run>() = a_table(std::move(runs));
    snapshot->all<data::Driver>() = a_table(std::move(drivers));
    return snapshot;
}

void gather_dossiers(benchmark::State& state)
{
    const auto snapshot = a_register(state.range(0));
    for (auto _ : state) benchmark::DoNotOptimize(rules::Dossiers(snapshot).size());
}
BENCHMARK(gather_dossiers)->Arg(10'000)->Arg(100'000)->Unit(benchmark::kMillisecond);

void judge_all(benchmark::State& state)
{
    const rules::Dossiers dossiers(a_register(state.range(0)));
    std::size_t found = 0;
    for (auto _ : state) found = rules::judge(dossiers, monday).findings.size();
    state.counters["findings"] = static_cast<double>(found);
}
BENCHMARK(judge_all)->Arg(10'000)->Arg(100'000)->Arg(1'000'000)->Unit(benchmark::kMillisecond);

void sort_and_filter(benchmark::State& state)
{
    const rules::Dossiers dossiers(a_register(state.range(0)));
    const auto judgement = rules::judge(dossiers, monday);
    for (auto _ : state) benchmark::DoNotOptimize(rules::filtered(dossiers, judgement, {}).size());
}
BENCHMARK(sort_and_filter)->Arg(10'000)->Arg(100'000)->Unit(benchmark::kMillisecond);

void write_json(benchmark::State& state)
{
    const rules::Dossiers dossiers(a_register(state.range(0)));
    const auto rows = rules::filtered(dossiers, rules::judge(dossiers, monday), {});
    std::size_t bytes = 0;
    for (auto _ : state)
        bytes = rules::findings_json(dossiers, monday, dossiers.size(), rows, {}, language::Language::zh).size();
    state.counters["findings"] = static_cast<double>(rows.size());
    state.counters["bytes"] = static_cast<double>(bytes);
}
BENCHMARK(write_json)->Arg(10'000)->Arg(100'000)->Unit(benchmark::kMillisecond);

}  // namespace
