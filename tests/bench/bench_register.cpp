// The register under load: rows put as an import puts them, and the snapshot that a question starts from.
#include "tests/data/register/a_register.hpp"

#include <benchmark/benchmark.h>
#include <fmt/format.h>

namespace xiaoan::data::test {

namespace {

Value day(int n)
{
    return iso(Date{std::chrono::year{2026} / 1 / 1} + std::chrono::days{n % 700});
}

std::vector<Value> bus_row(int n)
{
    return a_bus(fmt::format("吉G{:06}", n), {{"vin", fmt::format("LZYTATE66G1{:06}", n)},
                                              {"operator", fmt::format("91220881MA{:08}", n % 400)},
                                              {"owner", text("洮南市平安校车服务有限公司")},
                                              {"service", text("school_bus")},
                                              {"use_code", text("非营运")},
                                              {"body", text("dedicated")},
                                              {"vehicle_type", text("K18")},
                                              {"pupils_served", text("primary")},
                                              {"seats", std::int64_t{19 + n % 30}},
                                              {"registered_on", day(n)},
                                              {"manufactured_on", day(n + 7)},
                                              {"odometer_km", 1000.5 + n},
                                              {"last_inspection_on", day(n + 11)},
                                              {"inspection_until", day(n + 200)},
                                              {"compulsory_insurance_until", day(n + 300)},
                                              {"liability_insurance_until", day(n + 310)},
                                              {"satellite_positioning", text("yes")},
                                              {"recorder", text("no")},
                                              {"equipment_until", day(n + 90)},
                                              {"state", text("in_use")}});
}

std::vector<Value> driver_row(int n)
{
    return a_driver(fmt::format("22088119{:02}01{:06}", 60 + n % 40, n), fmt::format("赵{:06}", n),
                    {{"county", text("220881")},
                     {"operator", fmt::format("91220881MA{:08}", n % 400)},
                     {"licence_class", text("A1")},
                     {"licensed_on", day(n)},
                     {"licence_until", day(n + 400)},
                     {"qualified_on", day(n + 3)},
                     {"last_review_on", day(n + 9)},
                     {"phone", fmt::format("138{:08}", n)}});
}

std::vector<Value> permit_row(int n)
{
    return row(kind_info<Permit>, {{"number", fmt::format("洮校许{:06}", n)},
                                   {"registration_number", fmt::format("吉G{:06}", n)},
                                   {"county", text("220881")},
                                   {"applied_on", day(n)},
                                   {"decided_on", day(n + 20)},
                                   {"decision", text("granted")},
                                   {"valid_from", day(n + 21)},
                                   {"valid_to", day(n + 386)},
                                   {"route", fmt::format("R{:04}", n % 2000)},
                                   {"driver", fmt::format("22088119{:02}01{:06}", 60 + n % 40, n)}});
}

std::vector<Value> plate_row(int n)
{
    return row(kind_info<Plate>, {{"number", fmt::format("P{:06}", n)},
                                  {"permit", fmt::format("洮校许{:06}", n)},
                                  {"registration_number", fmt::format("吉G{:06}", n)},
                                  {"driver", fmt::format("22088119{:02}01{:06}", 60 + n % 40, n)},
                                  {"route", fmt::format("R{:04}", n % 2000)},
                                  {"departs_at", text("06:40")},
                                  {"stops", text("东屯、西屯、南屯、洮南市第一小学")},
                                  {"issued_on", day(n + 25)},
                                  {"valid_to", day(n + 386)},
                                  {"state", text("valid")}});
}

std::vector<Value> run_row(int n)
{
    return row(kind_info<Run>, {{"registration_number", fmt::format("吉G{:06}", n)},
                                {"route", fmt::format("R{:04}", n % 2000)},
                                {"driver", fmt::format("22088119{:02}01{:06}", 60 + n % 40, n)},
                                {"attendant", fmt::format("钱{:06}", n)},
                                {"departs_at", text("06:40")},
                                {"riders", std::int64_t{17}},
                                {"from_on", day(0)}});
}

std::vector<Value> route_row(int n)
{
    return row(kind_info<Route>, {{"code", fmt::format("R{:04}", n)},
                                  {"name", fmt::format("洮南{}线", n)},
                                  {"school", fmt::format("22088100{:02}", n % 100)},
                                  {"county", text("220881")},
                                  {"direction", text("to_school")},
                                  {"departs_at", text("06:40")}});
}

void put_many(Register& in, const KindInfo& kind, std::vector<Value> (*make)(int), int rows)
{
    Edit edit = in.edit();
    const std::int64_t source =
        edit.add_source({"台账.csv", "", std::string(64, '0'), std::string{kind.key}}, coordinator);
    for (int n = 0; n < rows; ++n) {
        const auto values = make(n);
        if (!edit.put(kind, values, Origin{source, n + 2})) throw std::runtime_error("refused");
    }
    edit.commit(coordinator, "import", "bench");
}

void import_rows(benchmark::State& state, const KindInfo& kind, std::vector<Value> (*make)(int))
{
    const auto rows = static_cast<int>(state.range(0));
    for (auto _ : state) {
        state.PauseTiming();
        const Folder folder;
        auto in = a_new_register(folder);
        state.ResumeTiming();
        put_many(in, kind, make, rows);
    }
    state.SetItemsProcessed(state.iterations() * rows);
}

void bench_import_buses(benchmark::State& state)
{
    import_rows(state, kind_info<Bus>, bus_row);
}
BENCHMARK(bench_import_buses)->Arg(100'000)->Unit(benchmark::kMillisecond)->Iterations(2);

void bench_import_drivers(benchmark::State& state)
{
    import_rows(state, kind_info<Driver>, driver_row);
}
BENCHMARK(bench_import_drivers)->Arg(100'000)->Unit(benchmark::kMillisecond)->Iterations(2);

void bench_import_again(benchmark::State& state)
{
    const Folder folder;
    auto in = a_new_register(folder);
    const auto rows = static_cast<int>(state.range(0));
    put_many(in, kind_info<Driver>, driver_row, rows);
    for (auto _ : state) put_many(in, kind_info<Driver>, driver_row, rows);
    state.SetItemsProcessed(state.iterations() * rows);
}
BENCHMARK(bench_import_again)->Arg(100'000)->Unit(benchmark::kMillisecond)->Iterations(2);

void fill_city(Register& in, int buses)
{
    put_many(in, kind_info<Bus>, bus_row, buses);
    put_many(in, kind_info<Driver>, driver_row, buses);
    put_many(in, kind_info<Permit>, permit_row, buses);
    put_many(in, kind_info<Plate>, plate_row, buses);
    put_many(in, kind_info<Run>, run_row, buses);
    put_many(in, kind_info<Route>, route_row, buses / 5);
}

/// What `findings` reads at its start.
void bench_open_and_snapshot(benchmark::State& state)
{
    const Folder folder;
    const std::string path = folder.file("register.xiaoan");
    {
        auto in = a_new_register(folder);
        fill_city(in, static_cast<int>(state.range(0)));
    }
    for (auto _ : state) {
        const auto from = Register::open(path, Register::Access::read);
        benchmark::DoNotOptimize(
            from.snapshot(kinds_of<Bus, Driver, Permit, Plate, Run, Route, School, Substitution>(), false));
    }
}
BENCHMARK(bench_open_and_snapshot)->Arg(10'000)->Unit(benchmark::kMillisecond);

void bench_refresh_after_one_edit(benchmark::State& state)
{
    const Folder folder;
    auto in = a_new_register(folder);
    fill_city(in, static_cast<int>(state.range(0)));
    Snapshot snapshot = in.snapshot();
    int seats = 0;
    for (auto _ : state) {
        state.PauseTiming();
        (void)in.apply(PutRecord{"buses", "吉G000500", {{"seats", std::int64_t{++seats}}}}, coordinator);
        state.ResumeTiming();
        snapshot = in.refreshed(snapshot);
    }
}
BENCHMARK(bench_refresh_after_one_edit)->Arg(10'000)->Arg(100'000)->Unit(benchmark::kMillisecond)->Iterations(20);

void bench_put_by_hand(benchmark::State& state)
{
    const Folder folder;
    auto in = a_new_register(folder);
    put_many(in, kind_info<Bus>, bus_row, 10'000);
    int seats = 0;
    for (auto _ : state)
        (void)in.apply(PutRecord{"buses", "吉G000500", {{"seats", std::int64_t{++seats}}}}, coordinator);
}
BENCHMARK(bench_put_by_hand)->Unit(benchmark::kMillisecond)->Iterations(50);

void bench_verify(benchmark::State& state)
{
    const Folder folder;
    auto in = a_new_register(folder);
    fill_city(in, static_cast<int>(state.range(0)));
    for (auto _ : state)
        if (!in.verify().sound()) state.SkipWithError("not sound");
}
BENCHMARK(bench_verify)->Arg(10'000)->Unit(benchmark::kMillisecond)->Iterations(2);

/// A register of buses and drivers with a thousand changes by hand since; as known before those, and before the
/// drivers came.
void bench_as_known(benchmark::State& state)
{
    const Folder folder;
    auto in = a_new_register(folder);
    const auto rows = static_cast<int>(state.range(0));
    put_many(in, kind_info<Bus>, bus_row, rows / 2);        // change 2
    put_many(in, kind_info<Driver>, driver_row, rows / 2);  // change 3
    for (int n = 0; n < 1'000; ++n)
        (void)in.apply(PutRecord{"buses", fmt::format("吉G{:06}", n * 7 % 5'000), {{"seats", std::int64_t{n}}}},
                       coordinator);
    const ChangeId newest{state.range(1)};
    for (auto _ : state) benchmark::DoNotOptimize(in.as_known(newest));
}
BENCHMARK(bench_as_known)
    ->ArgNames({"rows", "newest"})
    ->Args({100'000, 1'003})
    ->Args({100'000, 3})
    ->Args({100'000, 2})
    ->Unit(benchmark::kMillisecond)
    ->Iterations(2);

}  // namespace

}  // namespace xiaoan::data::test
