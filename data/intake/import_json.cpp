#include "data/intake/import.hpp"

#include <rapidjson/stringbuffer.h>
#include <rapidjson/writer.h>

namespace xiaoan::data {

namespace {

using Writer = rapidjson::Writer<rapidjson::StringBuffer>;

void write_text(Writer& json, std::string_view text)
{
    json.String(text.data(), static_cast<rapidjson::SizeType>(text.size()));
}

void write_key(Writer& json, std::string_view key)
{
    json.Key(key.data(), static_cast<rapidjson::SizeType>(key.size()));
}

void write_text_or_null(Writer& json, std::string_view text)
{
    if (text.empty())
        json.Null();
    else
        write_text(json, text);
}

/// Values of personal fields stand masked in the issues already.
void write_issue(Writer& json, const RowIssue& issue, SentenceLanguage language)
{
    json.StartObject();
    write_key(json, "row");
    if (issue.row == 0)
        json.Null();
    else
        json.Uint(issue.row);
    write_key(json, "column");
    write_text_or_null(json, issue.column);
    write_key(json, "code");
    write_text(json, word(issue.code));
    write_key(json, "severity");
    write_text(json, word(issue.severity));
    write_key(json, "text");
    write_text(json, issue_text(issue, language));
    write_key(json, "value");
    write_text_or_null(json, issue.value);
    json.EndObject();
}

void write_head(Writer& json, const SheetReport& sheet)
{
    write_key(json, "file");
    write_text(json, sheet.file);
    write_key(json, "sheet");
    write_text_or_null(json, sheet.sheet);
    write_key(json, "kind");
    write_text_or_null(json, sheet.kind);
    const std::pair<std::string_view, std::size_t> counts[] = {
        {"rows", sheet.rows},           {"added", sheet.added},     {"changed", sheet.changed},
        {"unchanged", sheet.unchanged}, {"refused", sheet.refused}, {"skipped", sheet.skipped}};
    for (const auto& [key, count] : counts) {
        write_key(json, key);
        json.Uint64(count);
    }
}

void write_sheet(Writer& json, const SheetReport& sheet, SentenceLanguage language)
{
    json.StartObject();
    write_head(json, sheet);
    write_key(json, "issues");
    json.StartArray();
    for (const RowIssue& issue : sheet.issues) write_issue(json, issue, language);
    json.EndArray();
    json.EndObject();
}

/// As a sheet without rows, with one issue: why the whole file was refused.
void write_failed(Writer& json, const FailedFile& failed, SentenceLanguage language)
{
    json.StartObject();
    write_head(json, {.file = failed.file, .sheet = {}, .kind = {}, .issues = {}});
    write_key(json, "issues");
    json.StartArray();
    json.StartObject();
    write_key(json, "row");
    json.Null();
    write_key(json, "column");
    json.Null();
    write_key(json, "code");
    write_text(json, failed.fault.word());
    write_key(json, "severity");
    write_text(json, word(IssueSeverity::refused));
    write_key(json, "text");
    write_text(json, failed.fault.text(language));
    write_key(json, "value");
    json.Null();
    json.EndObject();
    json.EndArray();
    json.EndObject();
}

}  // namespace

std::string import_json(std::span<const FileOutcome> files, bool dry_run, SentenceLanguage language)
{
    rapidjson::StringBuffer buffer;
    Writer json(buffer);
    json.StartObject();
    write_key(json, "files");
    json.StartArray();
    for (const FileOutcome& file : files) {
        if (const auto* failed = std::get_if<FailedFile>(&file))
            write_failed(json, *failed, language);
        else
            for (const SheetReport& sheet : std::get<ImportReport>(file).sheets) write_sheet(json, sheet, language);
    }
    json.EndArray();
    write_key(json, "dry_run");
    json.Bool(dry_run);
    json.EndObject();
    return {buffer.GetString(), buffer.GetSize()};
}

}  // namespace xiaoan::data
