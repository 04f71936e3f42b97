#include "console/rules/findings_json.hpp"

#include "console/rules/sentence.hpp"
#include "console/rules/silence.hpp"

#include <rapidjson/stringbuffer.h>
#include <rapidjson/writer.h>

#include <algorithm>
#include <tuple>

namespace xiaoan::rules {

namespace {

using Json = rapidjson::Writer<rapidjson::StringBuffer>;

void put_text(Json& json, std::string_view text)
{
    json.String(text.data(), static_cast<rapidjson::SizeType>(text.size()));
}

void put_member(Json& json, std::string_view key, std::string_view text)
{
    put_text(json, key);
    put_text(json, text);
}

void put_text_or_null(Json& json, std::string_view text)
{
    if (text.empty())
        json.Null();
    else
        put_text(json, text);
}

void put_date(Json& json, std::string_view key, const data::DateCell& date)
{
    put_text(json, key);
    if (date.has_date())
        put_text(json, data::iso(date.date()));
    else
        json.Null();
}

void put_source(Json& json, const data::Snapshot& snapshot, const Evidence& fact)
{
    const data::Source* source = fact.by_hand_or_none ? nullptr : snapshot.source(fact.origin);
    if (source == nullptr) {
        json.Null();
        return;
    }
    json.StartObject();
    put_member(json, "file", source->file);
    put_text(json, "sheet");
    put_text_or_null(json, source->sheet);
    put_text(json, "row");
    json.Int(fact.origin.row);
    json.EndObject();
}

void put_evidence(Json& json, const data::Snapshot& snapshot, std::span<const Evidence> evidence)
{
    json.StartArray();
    for (const Evidence& fact : evidence) {
        json.StartObject();
        put_member(json, "field", fact.field);
        put_text(json, "value");
        put_text_or_null(json, fact.value);
        put_text(json, "source");
        put_source(json, snapshot, fact);
        json.EndObject();
    }
    json.EndArray();
}

void put_silence(Json& json, const SilenceReason& reason)
{
    put_text(json, "silenced");
    json.StartObject();
    put_member(json, "kind", data::word(reason.kind));
    put_text(json, "reason");
    put_text_or_null(json, reason.reason);
    put_text(json, "by");
    put_text_or_null(json, reason.by);
    put_date(json, "until", reason.until);
    json.EndObject();
}

void put_days(Json& json, std::optional<int> days)
{
    put_text(json, "days");
    if (days)
        json.Int(*days);
    else
        json.Null();
}

/// `days`: whether it says for how long it has stood.
void put_finding(Json& json, const Dossiers& dossiers, const Finding& finding, data::Date as_of,
                 language::Language language, bool days = false)
{
    const data::Bus& bus = dossiers.bus(dossiers.find(finding.bus));
    const auto why = explain(dossiers, finding, as_of);
    json.StartObject();
    put_member(json, "rule", rule_id(finding));
    put_member(json, "severity", data::word(finding.severity));
    put_text(json, "subject");
    json.StartObject();
    put_member(json, "kind", "bus");
    put_member(json, "key", bus.registration_number);
    json.EndObject();
    put_text(json, "county");
    put_text_or_null(json, bus.county.given() ? std::to_string(bus.county.value) : std::string{});
    put_date(json, "since", finding.since);
    put_date(json, "due", finding.due);
    put_member(json, "department", data::word(finding.department));
    put_member(json, "basis", basis(language, finding));
    put_member(json, "text", sentence(language, why));
    put_text(json, "evidence");
    put_evidence(json, dossiers.snapshot(), why.evidence);
    if (days) put_days(json, days_standing(finding, as_of));
    if (finding.silence != Silence::none) put_silence(json, silence_reason(dossiers, finding, as_of, language));
    json.EndObject();
}

void put_counts(Json& json, std::string_view key, std::span<const Finding> findings, std::size_t strangers = 0)
{
    put_text(json, key);
    json.StartObject();
    for (const auto& [rule, count] : counts(findings)) {
        put_text(json, rule);
        json.Uint64(count);
    }
    if (strangers > 0) {
        put_text(json, rule_of_strangers);
        json.Uint64(strangers);
    }
    json.EndObject();
}

/// `as_of`: the day for which it says how long it has stood, if it does.
void put_stranger(Json& json, const Dossiers& dossiers, const StrangerFinding& stranger, language::Language language,
                  std::optional<data::Date> as_of = {})
{
    const Rule& rule = *find_rule(rule_of_strangers);
    json.StartObject();
    put_member(json, "rule", rule.id);
    put_member(json, "severity", data::word(rule.severity));
    put_text(json, "subject");
    json.StartObject();
    put_member(json, "kind", "vehicle");
    put_member(json, "key", stranger.registration_number);
    json.EndObject();
    put_text(json, "county");
    put_text_or_null(json, stranger.county.given() ? std::to_string(stranger.county.value) : std::string{});
    put_date(json, "since", stranger.since);
    put_date(json, "due", {});
    put_member(json, "department", data::word(rule.department));
    put_member(json, "basis", language == language::Language::zh ? rule.basis_zh : rule.basis_en);
    put_member(json, "text", sentence(language, stranger.why));
    put_text(json, "evidence");
    put_evidence(json, dossiers.snapshot(), stranger.why.evidence);
    if (as_of)
        put_days(json, stranger.since.has_date()
                           ? std::optional{static_cast<int>((*as_of - stranger.since.date()).count())}
                           : std::nullopt);
    json.EndObject();
}

/// Strangers behind the findings of buses of their grade.
void put_all(Json& json, const Judged& side, std::span<const Finding> findings,
             std::span<const StrangerFinding> strangers, language::Language language, bool days = false)
{
    json.StartArray();
    const Severity grave = find_rule(rule_of_strangers)->severity;
    const auto lighter = std::ranges::find_if(findings, [&](const Finding& each) { return each.severity > grave; });
    for (auto finding = findings.begin(); finding != lighter; ++finding)
        put_finding(json, side.dossiers, *finding, side.as_of, language, days);
    for (const StrangerFinding& stranger : strangers)
        put_stranger(json, side.dossiers, stranger, language, days ? std::optional{side.as_of} : std::nullopt);
    for (auto finding = lighter; finding != findings.end(); ++finding)
        put_finding(json, side.dossiers, *finding, side.as_of, language, days);
    json.EndArray();
}

}  // namespace

std::string difference_json(const Judged& then, const Judged& now, const Difference& difference, std::size_t looked_at,
                            std::string_view known_at, language::Language language, const StrangerDifference& strangers)
{
    rapidjson::StringBuffer buffer;
    Json json(buffer);
    json.StartObject();
    put_member(json, "as_of", data::iso(now.as_of));
    put_text(json, "against");
    json.StartObject();
    put_member(json, "as_of", data::iso(then.as_of));
    put_text(json, "known_at");
    put_text_or_null(json, known_at);
    json.EndObject();
    put_text(json, "looked_at");
    json.StartObject();
    put_text(json, "buses");
    json.Uint64(looked_at);
    json.EndObject();
    put_text(json, "counts");
    json.StartObject();
    put_counts(json, "new", difference.fresh, strangers.fresh.size());
    put_counts(json, "gone", difference.gone, strangers.gone.size());
    put_counts(json, "still", difference.still, strangers.still.size());
    json.EndObject();
    put_text(json, "new");
    put_all(json, now, difference.fresh, strangers.fresh, language);
    put_text(json, "gone");
    put_all(json, then, difference.gone, strangers.gone, language);
    put_text(json, "still");
    put_all(json, now, difference.still, strangers.still, language, true);
    json.EndObject();
    return {buffer.GetString(), buffer.GetSize()};
}

std::string findings_json(const Dossiers& dossiers, data::Date as_of, std::size_t looked_at,
                          std::span<const Finding> findings, std::span<const Finding> silenced,
                          language::Language language, std::span<const StrangerFinding> strangers)
{
    constexpr std::size_t usual_bytes = 1500;  // of a finding with its evidence
    rapidjson::StringBuffer buffer;
    buffer.Reserve(usual_bytes * (findings.size() + 1));
    Json json(buffer);
    json.StartObject();
    put_member(json, "as_of", data::iso(as_of));
    put_text(json, "looked_at");
    json.StartObject();
    put_text(json, "buses");
    json.Uint64(looked_at);
    json.EndObject();
    put_counts(json, "counts", findings, strangers.size());
    put_text(json, "findings");
    put_all(json, {dossiers, as_of, findings}, findings, strangers, language);
    put_text(json, "silenced");
    json.StartArray();
    for (const Finding& finding : silenced) put_finding(json, dossiers, finding, as_of, language);
    json.EndArray();
    json.EndObject();
    return {buffer.GetString(), buffer.GetSize()};
}

std::string evidence_json(const data::Snapshot& snapshot, std::span<const Evidence> evidence)
{
    rapidjson::StringBuffer buffer;
    Json json(buffer);
    put_evidence(json, snapshot, evidence);
    return {buffer.GetString(), buffer.GetSize()};
}

}  // namespace xiaoan::rules
