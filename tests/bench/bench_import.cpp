// Importing ledgers of 100,000 rows: buses in 27 columns, drivers with three personal texts each; into an empty
// register, and once more where nothing changes. Peak memory: /usr/bin/time -v on one of them alone.
#include "data/intake/import.hpp"
#include "data/intake/values/check_digits.hpp"
#include "tests/data/register/a_register.hpp"

#include <benchmark/benchmark.h>
#include <fmt/format.h>

#include <array>

namespace {

using namespace xiaoan::data;
using namespace xiaoan::data::test;

constexpr int rows = 100'000;

/// Spreads the rows over a range without a generator of random numbers: the same ledger every time.
int spread(int row, int salt, int range)
{
    const std::uint64_t mixed =
        static_cast<std::uint64_t>(row) * 2654435761U + static_cast<std::uint64_t>(salt) * 40503U;
    return static_cast<int>((mixed >> 8U) % static_cast<std::uint64_t>(range));
}

std::string a_date(int row, int salt, int first_year, int years)
{
    return fmt::format("{}-{:02}-{:02}", first_year + spread(row, salt, years), 1 + spread(row, salt + 1, 12),
                       1 + spread(row, salt + 2, 28));
}

std::string vin(int row)
{
    std::string number = fmt::format("LDEMXXTE0FD{:06}", row);
    number[8] = vin_check_character(number);
    return number;
}

std::string identity(int row)
{
    std::string number =
        fmt::format("000000{:04}{:02}{:02}{:03}", 1965 + row % 30, 1 + row / 30 % 12, 1 + row / 360 % 28, row / 10'080);
    return number + identity_check_character(number);
}

std::string buses()
{
    std::string csv;
    for (const FieldInfo& field : kind_info<Bus>.fields)
        csv += fmt::format("{}{}", csv.empty() ? "" : ",", field.header);
    constexpr std::array answers{"是", "否", ""};
    for (int row = 0; row < rows; ++row) {
        const std::string owner = fmt::format("示例{}校车服务有限公司", spread(row, 1, 40));
        csv += fmt::format(
            "\n吉{}{:05},{},{},{},{},校车,小学生校车,专用校车,大型专用校车,小学生,{},{},{},{},{},{},{},{}",
            "ABCDEFGHJK"[row / 10'000], row % 10'000, vin(row), owner, row % 2 == 0 ? "洮北区" : "洮南市", owner,
            7 + spread(row, 2, 50), a_date(row, 3, 2012, 13), a_date(row, 4, 2010, 2), 1000 + spread(row, 5, 300'000),
            a_date(row, 6, 2025, 2), a_date(row, 7, 2026, 2), a_date(row, 8, 2026, 2), a_date(row, 9, 2026, 2));
        for (int i = 0; i < 7; ++i)
            csv += fmt::format(",{}", answers[static_cast<std::size_t>(spread(row, 10 + i, 3))]);
        csv += fmt::format(",{},在用", a_date(row, 20, 2026, 3));
    }
    return csv + "\n";
}

std::string drivers()
{
    std::string csv;
    for (const FieldInfo& field : kind_info<Driver>.fields)
        csv += fmt::format("{}{}", csv.empty() ? "" : ",", field.header);
    for (int row = 0; row < rows; ++row)
        csv += fmt::format("\n{},王示{},洮南市,示例{}校车服务有限公司,A1,{},{},{},,{},,0436-{:08},无", identity(row),
                           row, spread(row, 1, 40), a_date(row, 2, 1995, 20), a_date(row, 3, 2026, 5),
                           a_date(row, 4, 2010, 10), a_date(row, 5, 2025, 2), row);
    return csv + "\n";
}

std::string written(const Folder& folder, const std::string& csv)
{
    std::ofstream(folder.file("名册.csv"), std::ios::binary) << csv;
    return folder.file("名册.csv");
}

SheetReport import(Register& into, const Region& region, const std::string& path)
{
    JobProgress progress;
    return import_file(into, {.path = path}, coordinator, region, progress).sheets.front();
}

template <class Ledger>
void first_import(benchmark::State& state, Ledger&& ledger)
{
    const Folder files;
    const std::string path = written(files, ledger());
    const Region region = a_region();
    for (auto _ : state) {
        state.PauseTiming();
        {
            const Folder folder;
            Register bureau = a_new_register(folder);
            state.ResumeTiming();
            if (import(bureau, region, path).added != rows) state.SkipWithError("not all rows were added");
            state.PauseTiming();
        }
        state.ResumeTiming();
    }
    state.SetItemsProcessed(state.iterations() * rows);
}

template <class Ledger>
void second_import(benchmark::State& state, Ledger&& ledger)
{
    const Folder folder;
    const std::string path = written(folder, ledger());
    const Region region = a_region();
    Register bureau = a_new_register(folder);
    (void)import(bureau, region, path);
    for (auto _ : state)
        if (import(bureau, region, path).unchanged != rows) state.SkipWithError("something changed");
    state.SetItemsProcessed(state.iterations() * rows);
}

void first_import_of_buses(benchmark::State& state)
{
    first_import(state, buses);
}
void second_import_of_buses(benchmark::State& state)
{
    second_import(state, buses);
}
void first_import_of_drivers(benchmark::State& state)
{
    first_import(state, drivers);
}
void second_import_of_drivers(benchmark::State& state)
{
    second_import(state, drivers);
}

BENCHMARK(first_import_of_buses)->Unit(benchmark::kMillisecond)->MeasureProcessCPUTime();
BENCHMARK(second_import_of_buses)->Unit(benchmark::kMillisecond)->MeasureProcessCPUTime();
BENCHMARK(first_import_of_drivers)->Unit(benchmark::kMillisecond)->MeasureProcessCPUTime();
BENCHMARK(second_import_of_drivers)->Unit(benchmark::kMillisecond)->MeasureProcessCPUTime();

}  // namespace
