#include "console/checks/results/record_json.hpp"

#include <rapidjson/stringbuffer.h>
#include <rapidjson/writer.h>

#include <array>

namespace xiaoan::checks {

namespace {

using Writer = rapidjson::Writer<rapidjson::StringBuffer>;

void text(Writer& json, const char* key, std::string_view value)
{
    json.Key(key);
    if (value.empty())
        json.Null();
    else
        json.String(value.data(), static_cast<rapidjson::SizeType>(value.size()));
}

void count(Writer& json, const char* key, std::size_t value)
{
    json.Key(key);
    json.Uint64(value);
}

void write_issue(Writer& json, const data::RowIssue& issue, data::SentenceLanguage language)
{
    json.StartObject();
    json.Key("row");
    if (issue.row == 0)
        json.Null();
    else
        json.Uint(issue.row);
    text(json, "column", issue.column);
    text(json, "code", data::word(issue.code));
    text(json, "severity", data::word(issue.severity));
    text(json, "text", data::issue_text(issue, language));
    text(json, "value", issue.value);
    json.EndObject();
}

void write_reading(Writer& json, const RecordedFile& file, std::size_t sheet, data::SentenceLanguage language)
{
    const CheckSheetReading& reading = file.readings[sheet];
    const auto number = [&](data::Outcome outcome) { return count_of(file.made, sheet, outcome); };
    json.StartObject();
    text(json, "file", reading.file);
    text(json, "sheet", reading.sheet);
    text(json, "kind", "checks");
    count(json, "rows", reading.rows);
    count(json, "added", number(data::Outcome::added));
    count(json, "changed", number(data::Outcome::changed));
    count(json, "unchanged", number(data::Outcome::unchanged) + reading.replaced);
    count(json, "refused", reading.refused);
    count(json, "skipped", reading.skipped);
    json.Key("issues");
    json.StartArray();
    for (const data::RowIssue& issue : reading.issues) write_issue(json, issue, language);
    json.EndArray();
    json.EndObject();
}

void write_concluded(Writer& json, const Concluded& vehicle, const RecordedFile& file, language::Language language)
{
    static constexpr std::array outcome_words{"added", "changed", "unchanged"};
    json.StartObject();
    text(json, "check", vehicle.check);
    text(json, "vehicle", vehicle.vehicle);
    text(json, "outcome", outcome_words[static_cast<std::size_t>(vehicle.outcome)]);
    json.Key("found");
    json.StartArray();
    for (const SpotFinding& finding : vehicle.found) {
        json.StartObject();
        text(json, "rule", finding.rule->id);
        text(json, "severity", data::word(finding.severity));
        text(json, "department", data::word(finding.department));
        text(json, "text", finding.text);
        json.EndObject();
    }
    json.EndArray();
    json.Key("cleared");
    json.StartArray();
    for (const std::string& rule : vehicle.cleared) json.String(rule);
    json.EndArray();
    json.Key("pupils_first");
    json.Bool(vehicle.pupils_first);
    text(json, "resembles", vehicle.resembles);
    json.Key("held_back");
    json.Bool(vehicle.held_back);
    json.Key("withdrawn_from");
    json.StartArray();
    for (const std::string& number : vehicle.withdrawn) json.String(number);
    json.EndArray();
    json.Key("remarks");
    json.StartArray();
    for (const Remark& remark : vehicle.remarks) json.String(language::tr(language, remark.key, remark.arguments));
    json.EndArray();
    json.Key("outcomes");
    json.StartArray();
    if (const auto* held = data::find_checked(file.after, vehicle.check, vehicle.vehicle))
        for (const data::CheckOutcome& outcome : held->outcomes) {
            json.StartObject();
            text(json, "found", outcome.found);
            text(json, "way", data::word(outcome.way));
            text(json, "reference", outcome.reference);
            json.EndObject();
        }
    json.EndArray();
    json.EndObject();
}

}  // namespace

std::string record_json(std::span<const RecordedFile> files, bool dry_run, language::Language language)
{
    const auto sentences = language == language::Language::zh ? data::SentenceLanguage::zh : data::SentenceLanguage::en;
    rapidjson::StringBuffer buffer;
    Writer json(buffer);
    json.StartObject();
    json.Key("files");
    json.StartArray();
    for (const RecordedFile& file : files)
        for (std::size_t sheet = 0; sheet < file.readings.size(); ++sheet) write_reading(json, file, sheet, sentences);
    json.EndArray();
    json.Key("checked");
    json.StartArray();
    for (const RecordedFile& file : files)
        for (const Concluded& vehicle : file.made.vehicles) write_concluded(json, vehicle, file, language);
    json.EndArray();
    json.Key("changes");
    json.StartArray();
    for (const RecordedFile& file : files)
        if (file.change) json.Int64(file.change->value);
    json.EndArray();
    json.Key("dry_run");
    json.Bool(dry_run);
    json.EndObject();
    return buffer.GetString();
}

}  // namespace xiaoan::checks
