#include "console/water/coverage.hpp"

#include <rapidjson/stringbuffer.h>
#include <rapidjson/writer.h>

#include <algorithm>
#include <map>
#include <tuple>

namespace xiaoan::water {

namespace {

std::size_t index_of(data::EducationKind kind)
{
    return static_cast<std::size_t>(std::ranges::find(education_words, data::word(kind)) - education_words.begin());
}

void add(Held& held, const data::Education& record)
{
    ++held.times;
    if (record.count && record.of) {
        held.count += *record.count;
        held.of += *record.of;
    }
    if (!held.last.has_date() || held.last.date() < record.on.date()) held.last = record.on;
}

void add(Held& all, const Held& one)
{
    all.times += one.times;
    all.count += one.count;
    all.of += one.of;
    if (one.last.has_date() && (!all.last.has_date() || all.last.date() < one.last.date())) all.last = one.last;
}

using Json = rapidjson::Writer<rapidjson::StringBuffer>;

void put(Json& json, const char* key, std::string_view text)
{
    json.Key(key);
    json.String(text.data(), static_cast<rapidjson::SizeType>(text.size()));
}
void put(Json& json, const char* key, std::int64_t number)
{
    json.Key(key);
    json.Int64(number);
}

void put_held(Json& json, std::string_view word, const Held& held, const std::size_t* schools)
{
    json.Key(word.data(), static_cast<rapidjson::SizeType>(word.size()));
    json.StartObject();
    if (schools != nullptr) put(json, "schools", static_cast<std::int64_t>(*schools));
    put(json, "times", static_cast<std::int64_t>(held.times));
    put(json, "count", held.count);
    put(json, "of", held.of);
    json.Key("last");
    if (held.last.has_date()) {
        const std::string day = data::iso(held.last.date());
        json.String(day.c_str());
    } else
        json.Null();
    json.EndObject();
}

}  // namespace

Coverage coverage(const data::Snapshot& snapshot, const CoverageQuestion& question)
{
    Coverage made;
    std::map<std::string_view, std::size_t> places;
    std::vector<const data::School*> schools;
    for (const data::School& school : snapshot.all<data::School>()) schools.push_back(&school);
    std::ranges::sort(schools, {}, [](const data::School* each) { return std::tie(each->code, each->id); });
    for (const data::School* school : schools) {
        places.emplace(school->code, made.schools.size());
        made.schools.push_back({school, {}});
    }
    for (const data::Education& record : snapshot.all<data::Education>()) {
        const std::size_t kind = index_of(record.kind);
        const bool counts = kind < education_words.size() && record.on.has_date() &&
                            question.from <= record.on.date() && record.on.date() <= question.to;
        if (!counts) continue;
        const auto place = places.find(record.school);
        if (place == places.end())
            ++made.of_no_school;
        else
            add(made.schools[place->second].held[kind], record);
    }
    if (question.county.given())
        std::erase_if(made.schools, [&](const SchoolCoverage& each) { return each.school->county != question.county; });

    for (const data::County& county : snapshot.region->counties)
        if (!question.county.given() || county.adcode == question.county)
            made.counties.push_back({county.adcode, 0, {}, {}});
    for (const SchoolCoverage& each : made.schools) {
        auto county = std::ranges::find(made.counties, each.school->county, &CountyCoverage::county);
        if (county == made.counties.end())
            county = made.counties.insert(made.counties.end(), {each.school->county, 0, {}, {}});
        ++county->schools;
        for (std::size_t kind = 0; kind < education_words.size(); ++kind) {
            if (each.held[kind].times > 0) ++county->with[kind];
            add(county->held[kind], each.held[kind]);
        }
    }
    return made;
}

std::string coverage_json(const Coverage& coverage, const CoverageQuestion& question)
{
    rapidjson::StringBuffer buffer;
    Json json(buffer);
    json.StartObject();
    put(json, "from", data::iso(question.from));
    put(json, "to", data::iso(question.to));
    json.Key("counties");
    json.StartArray();
    for (const CountyCoverage& each : coverage.counties) {
        json.StartObject();
        put(json, "county", std::to_string(each.county.value));
        put(json, "schools", static_cast<std::int64_t>(each.schools));
        for (std::size_t kind = 0; kind < education_words.size(); ++kind)
            put_held(json, education_words[kind], each.held[kind], &each.with[kind]);
        json.EndObject();
    }
    json.EndArray();
    json.Key("schools");
    json.StartArray();
    for (const SchoolCoverage& each : coverage.schools) {
        json.StartObject();
        put(json, "school", each.school->code);
        put(json, "county", std::to_string(each.school->county.value));
        for (std::size_t kind = 0; kind < education_words.size(); ++kind)
            put_held(json, education_words[kind], each.held[kind], nullptr);
        json.EndObject();
    }
    json.EndArray();
    put(json, "of_no_school", static_cast<std::int64_t>(coverage.of_no_school));
    json.EndObject();
    return {buffer.GetString(), buffer.GetSize()};
}

}  // namespace xiaoan::water
