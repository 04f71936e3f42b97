// Beside the page of imports: a sheet and how it is read, a record before and after, an issue with what to do.
#include "console/imports/datum_choice.hpp"
#include "console/imports/import_tables.hpp"
#include "console/imports/wide_choice.hpp"
#include "console/language/wording.hpp"
#include "console/rules/field_words.hpp"
#include "console/rules/wording.hpp"
#include "console/shell/text.hpp"
#include "console/shell/widgets/checkbox.hpp"
#include "console/shell/widgets/comparison.hpp"
#include "console/shell/widgets/menu.hpp"
#include "data/kinds/kinds.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace xiaoan::imports {

namespace {

using desk::DossierColumn;
using desk::Frame;
using desk::Requests;
using language::grouped;
using shell::Align;
using shell::FontRole;
using shell::Rect;

constexpr float letter_px = 26;

/// How a file is read, with one thing said otherwise: looked at again.
void read_again(Requests& asked, data::ImportRequest request)
{
    request.dry_run = true;
    request.plan = true;
    request.only.reset();
    request.expected.clear();
    request.other_county_decided = false;
    asked.push_back(desk::RunImport{std::move(request)});
}

/// What was said of this header before is taken back, then `key` said of it; an empty word leaves the column out.
void say_column(std::vector<data::HeaderVariant>& mapping, const data::KindInfo& kind, const std::string& header,
                std::string_view key)
{
    std::erase_if(mapping, [&](const data::HeaderVariant& said) { return said.header == header; });
    mapping.push_back({std::string{kind.key}, std::string{key}, header});
}

/// One drawing of the detail: what its parts share.
class Pass {
public:
    Pass(ImportsState& state, const Frame& frame) : state_(state), frame_(frame), ui_(frame.ui) {}

    void draw(DossierColumn& column)
    {
        const ReviewLine* line = selected_line(state_);
        if (line == nullptr) return draw_sheet(column, chosen_sheet());
        if (shows_issues(state_.filter.view))
            draw_issue(column, *line);
        else
            draw_record(column, *line);
    }

    [[nodiscard]] Requests take() { return std::move(asked_); }

private:
    /// The sheet that the lines are narrowed to, else the first that has something to be settled (its datum before its
    /// columns), else the first.
    [[nodiscard]] SheetRow chosen_sheet() const
    {
        if (state_.filter.of) return *state_.filter.of;
        const auto asks_datum = [&](const SheetRow& row) {
            const auto* sheet = sheet_of(state_, row);
            return sheet != nullptr && datum_proposal(*sheet) != nullptr;
        };
        const auto asking = std::ranges::find_if(state_.sheets, asks_datum);
        if (asking != state_.sheets.end()) return *asking;
        const auto has_unread = [&](const SheetRow& row) {
            const auto* sheet = sheet_of(state_, row);
            return sheet != nullptr && std::ranges::any_of(sheet->columns, [](const data::ColumnReport& column) {
                       return column.unread == data::UnreadColumn::Why::unknown;
                   });
        };
        const auto wanting = std::ranges::find_if(state_.sheets, has_unread);
        return wanting != state_.sheets.end() ? *wanting : state_.sheets.front();
    }

    void draw_sheet(DossierColumn& column, const SheetRow& row)
    {
        const ImportEntry& entry = state_.list.entries()[row.entry];
        const auto* sheet = sheet_of(state_, row);
        const std::string title = sheet_name(state_, row);
        const std::string file = file_of(state_, row);
        column.head({.title = title, .line = title == file ? std::string{} : file});
        if (entry.running()) return column.small(frame_.tr("imports.outcome.running"));
        if (sheet == nullptr) {
            if (entry.result) column.paragraph(fault_sentence(*entry.result, frame_.language), ui_.theme.stop.text);
            const auto* fault = entry.result ? std::get_if<data::IntakeFault>(&*entry.result) : nullptr;
            if (fault == nullptr || fault->code() != data::FaultCode::unknown_kind) return;
            column.gap(12);
            return draw_kind(column, entry, {}, {});
        }
        draw_facts(column, *sheet);
        const bool open = entry.report()->dry_run && !frame_.known_at;
        if (!open) {
            if (!sheet->columns.empty()) draw_columns(column, entry, *sheet, false);
            return;
        }
        column.heading(frame_.tr("review.reading"));
        draw_kind(column, entry, sheet->sheet, sheet->kind);
        draw_county(column, entry);
        read_in(entry, draw_datum_choice(frame_, column, entry, *sheet));
        draw_unswapped(column, entry, *sheet);
        draw_replaces(column, entry, *sheet);
        if (!sheet->columns.empty()) draw_columns(column, entry, *sheet, true);
    }

    void draw_facts(DossierColumn& column, const data::SheetReport& sheet)
    {
        if (sheet.header_row > 0)
            column.fact(frame_.tr("review.header_row"), frame_.tr("review.row", {grouped(sheet.header_row)}));
        column.fact(frame_.tr("review.rows"), frame_.tr("review.row_count", {grouped(sheet.rows)}));
        column.fact(frame_.tr("review.outcome"),
                    frame_.tr("review.outcome_counts",
                              {grouped(sheet.added), grouped(sheet.changed), grouped(sheet.unchanged)}));
        if (sheet.refused + sheet.skipped > 0)
            column.fact(frame_.tr("review.not_taken"),
                        frame_.tr("review.not_taken_counts", {grouped(sheet.refused), grouped(sheet.skipped)}));
    }

    /// What the sheet is, where the headers do not say it or say it wrongly.
    void draw_kind(DossierColumn& column, const ImportEntry& entry, const std::string& sheet, const std::string& kind)
    {
        std::vector<shell::MenuRow> rows;
        for (const data::KindInfo* each : data::kinds())
            rows.push_back(
                {.label = std::string{frame_.tr(fmt::format("kind.{}", each->key))}, .chosen = each->key == kind});
        if (kind.empty())
            rows.insert(rows.begin(), {.label = std::string{frame_.tr("review.kind_unknown")}, .chosen = true});
        const auto picked = wide_choice(ui_, column, "kind", frame_.tr("imports.column.kind"), rows);
        const std::size_t skipped = kind.empty() ? 1 : 0;
        if (!picked || *picked < skipped) return;
        data::ImportRequest request = entry.request;
        const std::string chosen{data::kinds()[*picked - skipped]->key};
        if (sheet.empty()) {
            request.kind = chosen;
        } else {
            std::erase_if(request.sheet_kinds, [&](const auto& each) { return each.first == sheet; });
            request.sheet_kinds.emplace_back(sheet, chosen);
        }
        read_again(asked_, std::move(request));
    }

    void draw_county(DossierColumn& column, const ImportEntry& entry)
    {
        const auto& counties = frame_.snapshot().region->counties;
        std::vector<shell::MenuRow> rows{
            {.label = std::string{frame_.tr("review.county_none")}, .chosen = !entry.request.county.given()}};
        for (const data::County& each : counties)
            rows.push_back({.label = rules::county_name(frame_.snapshot(), each.adcode, frame_.language),
                            .chosen = each.adcode == entry.request.county});
        const auto picked = wide_choice(ui_, column, "county", frame_.tr("review.county"), rows);
        if (!picked) return;
        data::ImportRequest request = entry.request;
        request.county = *picked == 0 ? data::Adcode{} : counties[*picked - 1].adcode;
        read_again(asked_, std::move(request));
    }

    void read_in(const ImportEntry& entry, const std::optional<SaidDatum>& said)
    {
        if (!said) return;
        data::ImportRequest request = entry.request;
        request.datum = said->datum;
        read_again(asked_, std::move(request));
    }

    void draw_unswapped(DossierColumn& column, const ImportEntry& entry, const data::SheetReport& sheet)
    {
        const bool found = std::ranges::find(sheet.issues, data::IssueCode::swapped_position, &data::RowIssue::code) !=
                           sheet.issues.end();
        bool on = entry.request.keep_unswapped;
        if (!found && !on) return;
        if (shell::checkbox(ui_, "unswapped", frame_.tr("review.keep_unswapped"), on, column.at())) {
            data::ImportRequest request = entry.request;
            request.keep_unswapped = on;
            read_again(asked_, std::move(request));
        }
        column.gap(shell::checkbox_height_px + 4);
    }

    void draw_replaces(DossierColumn& column, const ImportEntry& entry, const data::SheetReport& sheet)
    {
        const bool asked_about = std::ranges::find(sheet.issues, data::IssueCode::vehicle_replaced,
                                                   &data::RowIssue::code) != sheet.issues.end();
        bool on = entry.request.replace_vehicle;
        if (!asked_about && !on) return;
        if (shell::checkbox(ui_, "replaces", frame_.tr("review.replace_vehicles"), on, column.at())) {
            data::ImportRequest request = entry.request;
            request.replace_vehicle = on;
            read_again(asked_, std::move(request));
        }
        column.gap(shell::checkbox_height_px + 4);
    }

    /// Each column with its field; those that are not read come first.
    void draw_columns(DossierColumn& column, const ImportEntry& entry, const data::SheetReport& sheet, bool can_say)
    {
        const data::KindInfo* kind = data::find_kind(sheet.kind);
        if (kind == nullptr) return;
        std::vector<const data::ColumnReport*> unread, read;
        for (const data::ColumnReport& each : sheet.columns) (each.unread ? unread : read).push_back(&each);
        if (!unread.empty()) {
            column.heading(frame_.tr("review.unread_columns", {grouped(unread.size())}));
            for (const auto* each : unread) draw_column(column, entry, sheet, *kind, *each, can_say);
        }
        column.heading(frame_.tr("review.read_columns", {grouped(read.size())}));
        for (const auto* each : read) draw_column(column, entry, sheet, *kind, *each, can_say);
    }

    void draw_column(DossierColumn& column, const ImportEntry& entry, const data::SheetReport& sheet,
                     const data::KindInfo& kind, const data::ColumnReport& of, bool can_say)
    {
        const auto at = column.at();
        const float half = std::round(column.width() * 0.46F);
        const Rect line = shell::rect_at(at.x, at.y, column.width(), ui_.px(choice_px));
        shell::draw_text(ui_, Rect{line.x0, line.y0, line.x0 + ui_.px(letter_px), line.y1}, Align::left,
                         {.font = FontRole::label, .color = ui_.theme.muted}, data::column_letters(of.column));
        shell::draw_text_fitted(ui_, Rect{line.x0 + ui_.px(letter_px), line.y0, line.x0 + half - ui_.px(8), line.y1},
                                Align::left, {.color = ui_.theme.ink}, of.header);
        const Rect field{line.x0 + half, line.y0, line.x1, line.y1};
        const auto rows = field_rows(sheet, kind, of);
        if (!can_say) {
            const auto chosen = std::ranges::find(rows, true, &shell::MenuRow::chosen);
            shell::draw_text_fitted(ui_, field, Align::left, {.color = ui_.theme.second_ink},
                                    chosen != rows.end() ? std::string_view{chosen->label} : "—");
        } else if (const auto picked =
                       shell::drop_down(ui_, fmt::format("column {}", of.column), {}, value_of(rows), rows, field)) {
            data::ImportRequest request = entry.request;
            say_column(request.mapping, kind, of.header,
                       *picked == 0 ? std::string_view{} : kind.fields[*picked - 1].key);
            read_again(asked_, std::move(request));
        }
        column.gap(choice_px + 4);
    }

    [[nodiscard]] static std::string_view value_of(std::span<const shell::MenuRow> rows)
    {
        const auto chosen = std::ranges::find(rows, true, &shell::MenuRow::chosen);
        return chosen != rows.end() ? std::string_view{chosen->label} : std::string_view{};
    }

    /// Not read, then every field of the kind; one that another column has says which.
    [[nodiscard]] std::vector<shell::MenuRow> field_rows(const data::SheetReport& sheet, const data::KindInfo& kind,
                                                         const data::ColumnReport& of) const
    {
        const bool repeated = of.unread == data::UnreadColumn::Why::repeated;
        std::vector<shell::MenuRow> rows{
            {.label = std::string{frame_.tr(repeated ? "review.column_repeated" : "review.column_unread")},
             .chosen = of.unread.has_value()}};
        for (std::size_t i = 0; i < kind.fields.size(); ++i) {
            const auto taken = std::ranges::find(sheet.columns, kind.fields[i].key, &data::ColumnReport::field);
            const bool own = of.field == kind.fields[i].key;
            rows.push_back(
                {.label = std::string{rules::field_label(kind, i, frame_.language)},
                 .side = taken != sheet.columns.end() && !own ? data::column_letters(taken->column) : std::string{},
                 .chosen = own,
                 .rule_above = i == 0});
        }
        return rows;
    }

    /// The record before and after, and where it had its values from.
    void draw_record(DossierColumn& column, const ReviewLine& line)
    {
        const ImportEntry& entry = state_.list.entries()[line.entry];
        const data::PlannedChanges& plan = *entry.plan();
        const data::PlannedRow row = plan.row(line.index);
        const std::string kind{frame_.tr(fmt::format("record.{}", row.kind->singular))};
        const std::string place = frame_.tr("review.place", {sheet_name(state_, {line.entry, line.sheet}),
                                                             grouped(row.place.row), kind, outcome_text(row, frame_)});
        const std::string title = rules::shown_key(*row.kind, row.key);
        column.head({.title = title, .line = place});
        if (!row.name.empty()) column.fact(frame_.tr("review.name"), row.name);
        if (Acceptance* accepting = state_.list.accepting(line.entry)) {
            bool on = accepting->has(line.index);
            column.gap(4);
            if (shell::checkbox(ui_, "accept", frame_.tr("review.accept"), on, column.at()))
                accepting->set(line.index, on);
            column.gap(shell::checkbox_height_px + 4);
        }
        if (row.other_county) {
            const std::vector<std::string> lines{
                frame_.tr("review.other_county.given",
                          {rules::origin_text(frame_.snapshot(), row.before, frame_.language)}),
                std::string{frame_.tr("review.other_county.what")}};
            column.gap(6);
            (void)column.card({.severity = shell::Severity::rectify,
                               .title = frame_.tr("review.other_county.title"),
                               .lines = lines});
        }
        draw_fields(column, plan, line, row);
        if (row.outcome == data::Outcome::added) return;
        column.heading(frame_.tr("review.last_from"));
        column.small(rules::origin_text(frame_.snapshot(), row.before, frame_.language));
        if (const data::Source* source = frame_.snapshot().source(row.before); source != nullptr)
            column.paragraph(source->imported_at.substr(0, 10) + "  " + source->imported_by, ui_.theme.muted);
    }

    void draw_fields(DossierColumn& column, const data::PlannedChanges& plan, const ReviewLine& line,
                     const data::PlannedRow& row)
    {
        std::vector<data::PutChange> fields;
        plan.fields(line.index, fields);
        const auto shown = [&](std::size_t field, const data::Value& value) {
            return rules::shown_value(frame_.snapshot(), *row.kind, field, value, frame_.language);
        };
        if (row.outcome == data::Outcome::added) {
            column.heading(frame_.tr("review.would_record"));
            if (fields.empty()) column.small(frame_.tr("review.too_many_new"));
            for (const data::PutChange& each : fields)
                column.fact(rules::field_label(*row.kind, each.field, frame_.language),
                            shown(each.field, each.new_value));
            return;
        }
        column.heading(frame_.tr("review.changes", {grouped(fields.size())}));
        std::vector<shell::ComparisonRow> rows;
        for (const data::PutChange& each : fields)
            rows.push_back({std::string{rules::field_label(*row.kind, each.field, frame_.language)},
                            shown(each.field, each.old_value), shown(each.field, each.new_value), true});
        column.move(shell::comparison(ui_, column.at(), column.width(), frame_.tr("review.in_register"),
                                      frame_.tr("review.in_file"), rows));
    }

    void draw_issue(DossierColumn& column, const ReviewLine& line)
    {
        const data::SheetReport& sheet = *sheet_of(state_, {line.entry, line.sheet});
        const data::RowIssue issue = shown_issue(sheet, line.index);
        const bool refused = issue.severity == data::IssueSeverity::refused;
        const std::string title = issue.row > 0 ? frame_.tr("review.row", {grouped(issue.row)})
                                                : std::string{frame_.tr("review.whole_sheet")};
        column.head({.title = title, .line = sheet_name(state_, {line.entry, line.sheet})});
        const ImportEntry& entry = state_.list.entries()[line.entry];
        if (issue.code == data::IssueCode::probable_datum && entry.report()->dry_run)
            return read_in(entry, draw_datum_question(frame_, column, sheet));
        const std::vector<std::string> lines{issue_sentence(issue, frame_.language)};
        (void)column.card({.severity = refused ? shell::Severity::stop : shell::Severity::notice,
                           .title = frame_.tr(refused ? "review.issue.refused" : "review.issue.taken"),
                           .lines = lines});
        column.gap(6);
        if (!issue.column.empty()) column.fact(frame_.tr("imports.column.column"), issue.column);
        if (issue.value.empty())
            column.missing(frame_.tr("imports.column.value"), frame_.tr("review.empty_cell"));
        else
            column.fact(frame_.tr("imports.column.value"), issue.value);
    }

    ImportsState& state_;
    const Frame& frame_;
    const shell::Ui& ui_;
    Requests asked_;
};

}  // namespace

Requests draw_import_detail(ImportsState& state, const Frame& frame, const desk::DossierPlace& place)
{
    if (place.over && !state.detail_open) return {};
    // The list may have changed since the page was drawn: what was kept of it is not looked into then.
    const bool current = state.version == state.list.version() && !state.sheets.empty();
    Pass pass(state, frame);
    (void)desk::draw_dossier(frame, place,
                             [&](DossierColumn& column) {
                                 if (current)
                                     pass.draw(column);
                                 else
                                     column.paragraph(frame.tr("review.detail_nothing"), frame.ui.theme.muted);
                             },
                             {});
    return pass.take();
}

}  // namespace xiaoan::imports
