#include "data/register/table.hpp"

#include <catch2/catch_test_macros.hpp>

#include <map>
#include <random>

using namespace xiaoan::data;

namespace {

struct Row {
    RecordId id;
    int value = 0;
    friend bool operator==(const Row&, const Row&) = default;
};

std::vector<Row> rows_of(const Table<Row>& table)
{
    return {table.begin(), table.end()};
}

std::vector<Row> numbered(int count)
{
    std::vector<Row> rows;
    for (int i = 1; i <= count; ++i) rows.push_back({RecordId{i}, i});
    return rows;
}

}  // namespace

TEST_CASE("a table finds its rows by id and keeps their order", "[table]")
{
    const Table<Row> table(numbered(10'000));
    CHECK(table.size() == 10'000);
    CHECK(table.chunks().size() == 3);
    CHECK(table.find(RecordId{4097})->value == 4097);
    CHECK(table.find(RecordId{0}) == nullptr);
    CHECK(table.find(RecordId{10'001}) == nullptr);
    const Table<Row> empty;
    CHECK((empty.begin() == empty.end()));
}

TEST_CASE("patching one row shares all other chunks", "[table]")
{
    const Table<Row> before(numbered(10'000));
    const std::vector<RecordId> touched{RecordId{5000}};
    const auto after = before.patched(touched, {Row{RecordId{5000}, -1}});
    CHECK(after.find(RecordId{5000})->value == -1);
    CHECK(before.find(RecordId{5000})->value == 5000);
    CHECK(after.chunks()[0] == before.chunks()[0]);
    CHECK(after.chunks()[1] != before.chunks()[1]);
    CHECK(after.chunks()[2] == before.chunks()[2]);
}

TEST_CASE("a patched table is the table made anew, whatever was touched", "[table]")
{
    std::mt19937 random(20261123);
    for (int round = 0; round < 300; ++round) {
        std::map<std::int64_t, Row> rows;
        for (int i = 0, n = static_cast<int>(random() % 9000); i < n; ++i) {
            const auto id = static_cast<std::int64_t>(random() % 20'000);
            rows[id] = {RecordId{id}, i};
        }
        std::vector<Row> list;
        for (const auto& [id, row] : rows) list.push_back(row);
        const Table<Row> before(std::move(list));
        std::map<std::int64_t, bool> touched;
        for (int i = 0, n = static_cast<int>(random() % (round % 3 == 0 ? 4 : 6000)); i < n; ++i)
            touched[static_cast<std::int64_t>(random() % 20'100)] = random() % 3 != 0;
        std::vector<RecordId> ids;
        std::vector<Row> present;
        for (const auto& [id, stays] : touched) {
            ids.push_back(RecordId{id});
            rows.erase(id);
            if (!stays) continue;
            rows[id] = {RecordId{id}, -round};
            present.push_back(rows[id]);
        }
        std::vector<Row> expected;
        for (const auto& [id, row] : rows) expected.push_back(row);
        const auto after = before.patched(ids, present);
        REQUIRE(rows_of(after) == expected);
        REQUIRE(after.size() == expected.size());
        for (const auto& chunk : after.chunks()) REQUIRE(!chunk->empty());
    }
}
