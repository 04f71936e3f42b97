#include "data/intake/import.hpp"

#include <rapidjson/stringbuffer.h>
#include <rapidjson/writer.h>

#include <algorithm>

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

void write_value(Writer& json, const Value& value)
{
    if (const auto* text = std::get_if<std::string>(&value))
        write_text(json, *text);
    else if (const auto* whole = std::get_if<std::int64_t>(&value))
        json.Int64(*whole);
    else if (const auto* number = std::get_if<double>(&value))
        json.Double(*number);
    else
        json.Null();
}

std::string_view word(UnreadColumn::Why why)
{
    if (why == UnreadColumn::Why::unknown) return "unknown";
    return why == UnreadColumn::Why::repeated ? "repeated" : "left_out";
}

/// What was recognised: the row of the headers, and which column is which field.
void write_columns(Writer& json, const SheetReport& sheet)
{
    write_key(json, "header_row");
    if (sheet.header_row == 0)
        json.Null();
    else
        json.Uint(sheet.header_row);
    write_key(json, "columns");
    json.StartArray();
    for (const ColumnReport& column : sheet.columns) {
        json.StartObject();
        write_key(json, "column");
        write_text(json, column.header);
        write_key(json, "field");
        write_text_or_null(json, column.field);
        write_key(json, "unread");
        write_text_or_null(json, column.unread ? word(*column.unread) : std::string_view{});
        json.EndObject();
    }
    json.EndArray();
}

/// The file that gave a changed record last; null for what was entered by hand.
void write_origin(Writer& json, Origin origin, std::span<const Source> sources)
{
    const auto source = std::ranges::lower_bound(sources, origin.source, {}, &Source::id);
    if (source == sources.end() || source->id != origin.source) {
        json.Null();
        return;
    }
    json.StartObject();
    write_key(json, "file");
    write_text(json, source->file);
    write_key(json, "sheet");
    write_text_or_null(json, source->sheet);
    write_key(json, "row");
    json.Int(origin.row);
    json.EndObject();
}

void write_planned(Writer& json, const PlannedChanges& plan, std::size_t index, std::span<const Source> sources)
{
    const PlannedRow row = plan.row(index);
    json.StartObject();
    write_key(json, "row");
    json.Uint(row.place.row);
    write_key(json, "outcome");
    write_text(json, row.outcome == Outcome::added ? "added" : "changed");
    write_key(json, "key");
    write_text(json, row.key);
    write_key(json, "name");
    write_text_or_null(json, row.name);
    write_key(json, "replaces_vehicle");
    json.Bool(row.replaces);
    write_key(json, "other_county");
    json.Bool(row.other_county);
    write_key(json, "from");
    write_origin(json, row.before, sources);
    write_key(json, "fields");
    json.StartArray();
    std::vector<PutChange> fields;
    plan.fields(index, fields);
    for (const PutChange& field : fields) {
        json.StartObject();
        write_key(json, "field");
        write_text(json, row.kind->fields[field.field].key);
        write_key(json, "old");
        write_value(json, field.old_value);
        write_key(json, "new");
        write_value(json, field.new_value);
        json.EndObject();
    }
    json.EndArray();
    json.EndObject();
}

/// The rows of each sheet that add or change a record, by row.
std::vector<std::vector<std::size_t>> rows_by_sheet(const PlannedChanges& plan, std::size_t sheets)
{
    std::vector<std::vector<std::size_t>> rows(sheets);
    for (std::size_t i = 0; i < plan.size(); ++i) rows[plan.row(i).place.sheet].push_back(i);
    for (auto& of_sheet : rows) std::ranges::sort(of_sheet, {}, [&](std::size_t i) { return plan.row(i).place.row; });
    return rows;
}

void write_sheets(Writer& json, const ImportReport& report, const ImportJson& how)
{
    const auto planned =
        report.plan ? rows_by_sheet(*report.plan, report.sheets.size()) : std::vector<std::vector<std::size_t>>{};
    for (std::size_t i = 0; i < report.sheets.size(); ++i) {
        const SheetReport& sheet = report.sheets[i];
        json.StartObject();
        write_head(json, sheet);
        if (sheet.left_out > 0) {
            write_key(json, "left_out");
            json.Uint64(sheet.left_out);
        }
        write_key(json, "issues");
        json.StartArray();
        for (const RowIssue& issue : sheet.issues) write_issue(json, issue, how.language);
        json.EndArray();
        if (report.plan) {
            write_columns(json, sheet);
            write_key(json, "changes");
            json.StartArray();
            for (const std::size_t row : planned[i]) write_planned(json, *report.plan, row, how.sources);
            json.EndArray();
            write_key(json, "plan");
            write_text(json, report.plan->fingerprint());
        }
        json.EndObject();
    }
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

std::string import_json(std::span<const FileOutcome> files, const ImportJson& how)
{
    rapidjson::StringBuffer buffer;
    Writer json(buffer);
    json.StartObject();
    write_key(json, "files");
    json.StartArray();
    for (const FileOutcome& file : files) {
        if (const auto* failed = std::get_if<FailedFile>(&file))
            write_failed(json, *failed, how.language);
        else
            write_sheets(json, std::get<ImportReport>(file), how);
    }
    json.EndArray();
    write_key(json, "dry_run");
    json.Bool(how.dry_run);
    json.EndObject();
    return {buffer.GetString(), buffer.GetSize()};
}

}  // namespace xiaoan::data
