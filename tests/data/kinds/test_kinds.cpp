#include "data/kinds/kinds.hpp"

#include <catch2/catch_test_macros.hpp>

#include <set>

using namespace xiaoan::data;

TEST_CASE("every kind is found by its plural and its singular key", "[kinds]")
{
    CHECK(kinds().size() == kind_count);
    for (const KindInfo* kind : kinds()) {
        CHECK(find_kind(kind->key) == kind);
        CHECK(find_kind(kind->singular) == kind);
    }
    CHECK(find_kind("bus") == find_kind("buses"));
    CHECK(find_kind("tram") == nullptr);
}

TEST_CASE("no kind has two fields of one key or one header", "[kinds]")
{
    for (const KindInfo* kind : kinds()) {
        CAPTURE(kind->key);
        std::set<std::string_view> keys, headers;
        for (const FieldInfo& field : kind->fields) {
            CHECK(keys.insert(field.key).second);
            CHECK(headers.insert(field.header).second);
        }
    }
}

TEST_CASE("natural keys are those of formats.md", "[kinds]")
{
    const auto key = [](std::string_view kind, std::size_t alternative) {
        std::string joined;
        const KindInfo& info = *find_kind(kind);
        for (const auto field : info.keys[alternative])
            joined += (joined.empty() ? "" : ",") + std::string{info.fields[field].key};
        return joined;
    };
    CHECK(key("buses", 0) == "registration_number");
    CHECK(key("permits", 0) == "number");
    CHECK(key("permits", 1) == "registration_number,applied_on");
    CHECK(key("plates", 0) == "number");
    CHECK(key("plates", 1) == "registration_number,claimed_on");
    CHECK(key("runs", 0) == "registration_number,route,departs_at,from_on");
    CHECK(key("stops", 0) == "route,sequence");
    CHECK(key("substitutions", 0) == "registration_number,date");
    CHECK(key("agreements", 0) == "school,operator,signed_on");
    CHECK(key("sightings", 0) == "seen_at,registration_number,place");
    CHECK(key("contacts", 0) == "unit,post");
}

TEST_CASE("a reference names a kind that there is, with a key of one field", "[kinds]")
{
    for (const KindInfo* kind : kinds())
        for (const FieldInfo& field : kind->fields) {
            if (field.type != FieldType::reference) continue;
            CAPTURE(kind->key, field.key);
            const KindInfo* named = find_kind(field.refers_to);
            REQUIRE(named != nullptr);
            CHECK(named->keys[0].size() == 1);
        }
}

TEST_CASE("an enumeration has words, and no word twice", "[kinds]")
{
    for (const KindInfo* kind : kinds())
        for (const FieldInfo& field : kind->fields) {
            if (field.type != FieldType::word) continue;
            CAPTURE(kind->key, field.key);
            CHECK_FALSE(field.words.empty());
            std::set<std::string_view> words, chinese;
            for (const Word& word : field.words) {
                CHECK(words.insert(word.word).second);
                CHECK(chinese.insert(word.zh).second);
            }
        }
}

TEST_CASE("a date is strict ISO text of a day that exists", "[kinds]")
{
    CHECK(date_from_iso("2024-02-29").has_value());
    CHECK_FALSE(date_from_iso("2026-02-29").has_value());
    CHECK_FALSE(date_from_iso("2026-2-9").has_value());
    CHECK_FALSE(date_from_iso("2026-02-09T00:00").has_value());
    CHECK(iso(*date_from_iso("2026-11-23")) == "2026-11-23");
    CHECK(iso(timestamp_from_iso("2026-11-23T06:50:09")) == "2026-11-23T06:50:09");
    CHECK(hh_mm(time_from_hh_mm("23:59")) == "23:59");
    CHECK_FALSE(time_from_hh_mm("24:00").given());
}
