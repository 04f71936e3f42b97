#include "data/intake/import.hpp"

#include "data/kinds/json_text.hpp"

#include <algorithm>

namespace xiaoan::data {

namespace {

/// Values of personal fields stand masked in the issues already.
void write_issue(Json& json, const RowIssue& issue, SentenceLanguage language)
{
    json.StartObject();
    put_text(json, "row");
    if (issue.row == 0)
        json.Null();
    else
        json.Uint(issue.row);
    put_member_or_null(json, "column", issue.column);
    put_member(json, "code", word(issue.code));
    put_member(json, "severity", word(issue.severity));
    put_member(json, "text", issue_text(issue, language));
    put_member_or_null(json, "value", issue.value);
    json.EndObject();
}

void write_head(Json& json, const SheetReport& sheet)
{
    put_member(json, "file", sheet.file);
    put_member_or_null(json, "sheet", sheet.sheet);
    put_member_or_null(json, "kind", sheet.kind);
    const std::pair<std::string_view, std::size_t> counts[] = {
        {"rows", sheet.rows},           {"added", sheet.added},     {"changed", sheet.changed},
        {"unchanged", sheet.unchanged}, {"refused", sheet.refused}, {"skipped", sheet.skipped}};
    for (const auto& [key, count] : counts) {
        put_text(json, key);
        json.Uint64(count);
    }
}

std::string_view word(UnreadColumn::Why why)
{
    if (why == UnreadColumn::Why::unknown) return "unknown";
    return why == UnreadColumn::Why::repeated ? "repeated" : "left_out";
}

/// What was recognised: the row of the headers, and which column is which field.
void write_columns(Json& json, const SheetReport& sheet)
{
    put_text(json, "header_row");
    if (sheet.header_row == 0)
        json.Null();
    else
        json.Uint(sheet.header_row);
    put_text(json, "columns");
    json.StartArray();
    for (const ColumnReport& column : sheet.columns) {
        json.StartObject();
        put_member(json, "column", column.header);
        put_member_or_null(json, "field", column.field);
        put_member_or_null(json, "unread", column.unread ? word(*column.unread) : std::string_view{});
        json.EndObject();
    }
    json.EndArray();
}

/// The file that gave a changed record last; null for what was entered by hand.
void write_origin(Json& json, Origin origin, std::span<const Source> sources)
{
    const auto source = std::ranges::lower_bound(sources, origin.source, {}, &Source::id);
    if (source == sources.end() || source->id != origin.source) {
        json.Null();
        return;
    }
    json.StartObject();
    put_member(json, "file", source->file);
    put_member_or_null(json, "sheet", source->sheet);
    put_text(json, "row");
    json.Int(origin.row);
    json.EndObject();
}

void write_planned(Json& json, const PlannedChanges& plan, std::size_t index, std::span<const Source> sources)
{
    const PlannedRow row = plan.row(index);
    json.StartObject();
    put_text(json, "row");
    json.Uint(row.place.row);
    put_member(json, "outcome", row.outcome == Outcome::added ? "added" : "changed");
    put_member(json, "key", row.key);
    put_member_or_null(json, "name", row.name);
    put_text(json, "replaces_vehicle");
    json.Bool(row.replaces);
    put_text(json, "other_county");
    json.Bool(row.other_county);
    put_text(json, "from");
    write_origin(json, row.before, sources);
    put_text(json, "fields");
    json.StartArray();
    std::vector<PutChange> fields;
    plan.fields(index, fields);
    for (const PutChange& field : fields) {
        json.StartObject();
        put_member(json, "field", row.kind->fields[field.field].key);
        put_text(json, "old");
        put_value(json, field.old_value);
        put_text(json, "new");
        put_value(json, field.new_value);
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

void write_sheets(Json& json, const ImportReport& report, const ImportJson& how)
{
    const auto planned =
        report.plan ? rows_by_sheet(*report.plan, report.sheets.size()) : std::vector<std::vector<std::size_t>>{};
    for (std::size_t i = 0; i < report.sheets.size(); ++i) {
        const SheetReport& sheet = report.sheets[i];
        json.StartObject();
        write_head(json, sheet);
        if (sheet.left_out > 0) {
            put_text(json, "left_out");
            json.Uint64(sheet.left_out);
        }
        put_text(json, "issues");
        json.StartArray();
        for (const RowIssue& issue : sheet.issues) write_issue(json, issue, how.language);
        json.EndArray();
        if (report.plan) {
            write_columns(json, sheet);
            put_text(json, "changes");
            json.StartArray();
            for (const std::size_t row : planned[i]) write_planned(json, *report.plan, row, how.sources);
            json.EndArray();
            put_member(json, "plan", report.plan->fingerprint());
        }
        json.EndObject();
    }
}

/// As a sheet without rows, with one issue: why the whole file was refused.
void write_failed(Json& json, const FailedFile& failed, SentenceLanguage language)
{
    json.StartObject();
    write_head(json, {.file = failed.file, .sheet = {}, .kind = {}, .issues = {}});
    put_text(json, "issues");
    json.StartArray();
    json.StartObject();
    put_text(json, "row");
    json.Null();
    put_text(json, "column");
    json.Null();
    put_member(json, "code", failed.fault.word());
    put_member(json, "severity", word(IssueSeverity::refused));
    put_member(json, "text", failed.fault.text(language));
    put_text(json, "value");
    json.Null();
    json.EndObject();
    json.EndArray();
    json.EndObject();
}

}  // namespace

std::string import_json(std::span<const FileOutcome> files, const ImportJson& how)
{
    rapidjson::StringBuffer buffer;
    Json json(buffer);
    json.StartObject();
    put_text(json, "files");
    json.StartArray();
    for (const FileOutcome& file : files) {
        if (const auto* failed = std::get_if<FailedFile>(&file))
            write_failed(json, *failed, how.language);
        else
            write_sheets(json, std::get<ImportReport>(file), how);
    }
    json.EndArray();
    put_text(json, "dry_run");
    json.Bool(how.dry_run);
    json.EndObject();
    return {buffer.GetString(), buffer.GetSize()};
}

}  // namespace xiaoan::data
