#include "console/rules/findings_json.hpp"
#include "console/water/findings/gap_findings.hpp"

#include <rapidjson/stringbuffer.h>
#include <rapidjson/writer.h>

#include <map>

namespace xiaoan::water {

namespace {

using Json = rapidjson::Writer<rapidjson::StringBuffer>;

void put(Json& json, const char* key, std::string_view text)
{
    json.Key(key);
    json.String(text.data(), static_cast<rapidjson::SizeType>(text.size()));
}

void put_finding(Json& json, const data::Snapshot& snapshot, const GapFinding& gap, data::Date as_of,
                 language::Language language)
{
    json.StartObject();
    put(json, "rule", rule_id(gap));
    put(json, "severity", data::word(gap.unverified ? rules::Severity::data : rules::Severity::rectify));
    json.Key("subject");
    json.StartObject();
    put(json, "kind", "water");
    put(json, "key", gap.water->code);
    json.EndObject();
    json.Key("county");
    if (gap.water->county.given())
        json.String(std::to_string(gap.water->county.value));
    else
        json.Null();
    json.Key("since");
    if (gap.since.has_date())
        json.String(data::iso(gap.since.date()));
    else
        json.Null();
    json.Key("due");
    json.Null();
    put(json, "department", responsible_department(*gap.water));
    put(json, "basis", basis_of(gap, language));
    put(json, "text", sentence_of(gap, as_of, language));
    json.Key("evidence");
    const std::string evidence = rules::evidence_json(snapshot, evidence_of(snapshot, gap));
    json.RawValue(evidence.data(), evidence.size(), rapidjson::kArrayType);
    if (gap.waiver != nullptr) {
        json.Key("silenced");
        json.StartObject();
        put(json, "kind", gap.waiver->kind);
        put(json, "reason", gap.waiver->reason);
        put(json, "by", gap.waiver->given_by);
        put(json, "until", data::iso(gap.waiver->until_on));
        json.EndObject();
    }
    json.EndObject();
}

}  // namespace

std::string gap_findings_json(const data::Snapshot& snapshot, data::Date as_of, std::size_t looked_at,
                              const FoundGaps& found, language::Language language)
{
    std::map<std::string, std::size_t> counts;
    for (const GapFinding& gap : found.counts) ++counts[rule_id(gap)];
    rapidjson::StringBuffer buffer;
    Json json(buffer);
    json.StartObject();
    put(json, "as_of", data::iso(as_of));
    json.Key("looked_at");
    json.StartObject();
    json.Key("waters");
    json.Uint64(looked_at);
    json.EndObject();
    json.Key("counts");
    json.StartObject();
    for (const auto& [rule, count] : counts) {
        json.Key(rule.data(), static_cast<rapidjson::SizeType>(rule.size()));
        json.Uint64(count);
    }
    json.EndObject();
    json.Key("findings");
    json.StartArray();
    for (const GapFinding& gap : found.counts) put_finding(json, snapshot, gap, as_of, language);
    json.EndArray();
    json.Key("silenced");
    json.StartArray();
    for (const GapFinding& gap : found.waived) put_finding(json, snapshot, gap, as_of, language);
    json.EndArray();
    json.EndObject();
    return {buffer.GetString(), buffer.GetSize()};
}

}  // namespace xiaoan::water
