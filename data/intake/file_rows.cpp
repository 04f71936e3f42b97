#include "data/intake/file_rows.hpp"

#include "data/intake/county_in_title.hpp"
#include "data/intake/row_check.hpp"
#include "data/intake/sheet_tables.hpp"
#include "data/intake/skipped_row.hpp"
#include "data/intake/values/text_form.hpp"
#include "data/kinds/kinds.hpp"

#include <algorithm>
#include <charconv>
#include <iterator>
#include <utility>

namespace xiaoan::data {

namespace {

class FileReading {
public:
    FileReading(Workbook& book, const ImportRequest& asked, const Region& region, JobProgress& progress)
        : book_(book),
          asked_(asked),
          progress_(progress),
          context_(cell_context(region, book.date_system(), asked.datum.value_or(Datum::cgcs2000))),
          headers_(header_table(asked))
    {
        context_.keep_unswapped = asked.keep_unswapped;
    }

    FileRows read()
    {
        check_sheets();
        for (std::size_t i = 0; i < book_.sheets().size() && !file_.stopped; ++i) read_sheet(i);
        const bool any = std::ranges::any_of(file_.sheets, [](const ReadSheet& sheet) { return !!sheet.recognised; });
        if (!any && !file_.stopped) throw IntakeFault(FaultCode::unknown_kind);
        for (auto& [kind, rows] : file_.rows)
            for (const DuplicateRow& twice : rows.finish()) say_duplicate(twice, *kind);
        if (file_.tracks) file_.rows.emplace(&file_.tracks->kind(), file_.tracks->sample());
        return std::move(file_);
    }

private:
    /// That the sheets a person named are there: nothing else would tell that they were left out.
    void check_sheets() const
    {
        const auto is_there = [&](const std::string& name) {
            return std::ranges::find(book_.sheets(), name, &SheetInfo::name) != book_.sheets().end();
        };
        for (const auto& [name, kind] : asked_.sheet_kinds)
            if (!is_there(name)) throw IntakeFault(FaultCode::no_such_sheet, {name});
        if (!asked_.only) return;
        for (const RowSelection::OfSheet& of : asked_.only->sheets)
            if (of.sheet && !is_there(*of.sheet)) throw IntakeFault(FaultCode::no_such_sheet, {*of.sheet});
    }

    void read_sheet(std::size_t index)
    {
        const SheetInfo& info = book_.sheets()[index];
        ReadSheet sheet;
        sheet.report.file = book_.source().name;
        sheet.report.sheet = info.name;
        sheet.report.crs = book_.crs(index);
        if (info.hidden) {
            sheet.report.issues.push_back(about_file(IssueCode::hidden_sheet, info.name));
            file_.sheets.push_back(std::move(sheet));
            return;
        }
        const RecognitionRequest recognition{kind_asked_for(asked_, info.name), headers_};
        SheetTables tables(book_.open(index), recognition);
        if (tables.empty()) return;  // a spare sheet of a new workbook
        const RecognisedSheet* table = tables.next_table();
        if (table == nullptr) sheet.report.issues.push_back(about_file(IssueCode::unknown_sheet, info.name));
        if (const auto encoding = book_.encoding();
            table != nullptr && asked_.encoding.empty() && !encoding.starts_with("UTF-8") && !encoding.empty())
            sheet.report.issues.push_back(about_file(IssueCode::read_as_encoding, std::string{encoding}));
        for (RowIssue& doubt : book_.doubts(index))
            if (doubt.code != IssueCode::no_crs || !asked_.datum) sheet.report.issues.push_back(std::move(doubt));
        file_.sheets.push_back(std::move(sheet));
        while (table != nullptr && !file_.stopped) {
            read_table(tables, *table, static_cast<std::uint32_t>(file_.sheets.size() - 1));
            table = file_.stopped ? nullptr : tables.next_table();
            if (table == nullptr) return;
            ReadSheet& another = file_.sheets.emplace_back();
            another.report.file = book_.source().name;
            another.report.sheet = info.name;
            another.report.crs = book_.crs(index);
        }
    }

    /// Those that are read and those that are not, as they stand in the sheet.
    static std::vector<ColumnReport> column_reports(const RecognisedSheet& sheet)
    {
        std::vector<ColumnReport> columns;
        for (const SheetColumn& each : sheet.columns)
            columns.push_back({each.column, each.header, std::string{sheet.kind->fields[each.field].key}, {}});
        for (const UnreadColumn& each : sheet.unread) columns.push_back({each.column, each.header, {}, each.why});
        std::ranges::sort(columns, {}, &ColumnReport::column);
        return columns;
    }

    void read_table(SheetTables& tables, const RecognisedSheet& table, std::uint32_t index)
    {
        constexpr std::size_t rows_between_looks = 256;
        SheetReport& report = file_.sheets[index].report;
        report.kind = table.kind->key;
        report.header_row = table.header_row;
        report.columns = column_reports(table);
        std::ranges::copy(table.issues, std::back_inserter(report.issues));
        file_.sheets[index].recognised = table;
        file_.sheets[index].county_if_new = county_of_title(table, report);
        const bool is_tracks = table.kind == &kind_info<Track>;
        if (is_tracks && !file_.tracks) file_.tracks.emplace(*table.kind);
        CheckedRows* kept = is_tracks ? nullptr : &file_.rows.try_emplace(table.kind, *table.kind).first->second;
        RowCheck check(table, context_, asked_.county);
        const RowSkipping skipping(table);
        std::vector<Value> values;
        SheetRow row;
        while (tables.next_row(row)) {
            if (++report.rows % rows_between_looks == 0) {
                progress_.done += rows_between_looks;
                file_.stopped = progress_.stop_requested();
                if (file_.stopped) return;
            }
            if (const auto skipped = skipping(row)) {
                ++report.skipped;
                if (skipped->word != nullptr) say_skipped(row, *skipped->word, table, report);
            } else if (!check.check(row, values, report.issues)) {
                ++report.refused;
            } else if (is_tracks) {
                keep_point(index, row.number, values);
            } else {
                keep_row(*kept, {index, row.number}, values);
            }
        }
        say_filled_in(tables.filled_in(), table, report);
    }

    /// Two vehicles under one number are never made one: which of the rows is wrong, only a person can tell.
    void keep_row(CheckedRows& kept, RowPlace place, const std::vector<Value>& values)
    {
        const auto twice = kept.add(place, values);
        if (twice && !twice->earlier_vin.empty()) {
            ReadSheet& sheet = file_.sheets[place.sheet];
            ++sheet.report.refused;
            const std::size_t vin = kept.kind().field("vin").value();
            const auto* own = std::get_if<std::string>(&values[vin]);
            sheet.report.issues.push_back(issue_at(sheet, place.row, vin, IssueCode::two_vehicles,
                                                   own != nullptr ? *own : std::string{},
                                                   {twice->earlier_vin, row_of(*twice)}));
            return;
        }
        ++file_.kept;
        count_county(place.sheet, values);
        if (twice) say_duplicate(*twice, kept.kind());
    }

    /// What was skipped for the words in one of its cells; a person's name behind them is not repeated.
    static void say_skipped(const SheetRow& row, const Cell& word, const RecognisedSheet& table, SheetReport& report)
    {
        const std::string text = half_width(trimmed(word.text));
        const auto column = std::ranges::find(table.columns, word.column, &SheetColumn::column);
        const auto unread = std::ranges::find(table.unread, word.column, &UnreadColumn::column);
        std::string header = column != table.columns.end()  ? column->header
                             : unread != table.unread.end() ? unread->header
                                                            : column_letters(word.column);
        report.issues.push_back({row.number,
                                 std::move(header),
                                 IssueCode::skipped_row,
                                 usual_severity(IssueCode::skipped_row),
                                 text.substr(0, text.find(':')),
                                 {}});
    }

    void keep_point(std::uint32_t index, std::uint32_t row, const std::vector<Value>& values)
    {
        const auto unfit = file_.tracks->add({index, row}, values);
        if (!unfit) {
            ++file_.kept;
            return;
        }
        ReadSheet& sheet = file_.sheets[index];
        ++sheet.report.refused;
        const auto* text = std::get_if<std::string>(&values[unfit->field]);
        RowIssue issue =
            issue_at(sheet, row, unfit->field, unfit->code, text != nullptr ? *text : std::string{}, unfit->parameters);
        issue.severity = IssueSeverity::refused;
        sheet.report.issues.push_back(std::move(issue));
    }

    /// Where there is no column of counties and none was asked for: the county that the titles name, else the sheet,
    /// else the file.
    Adcode county_of_title(const RecognisedSheet& table, SheetReport& report) const
    {
        const auto field = table.kind->field("county");
        if (asked_.county.given() || !field || table.column_of(*field) != nullptr) return {};
        for (const auto& titles : {table.titles, {report.sheet}, {report.file}})
            if (const auto named = county_in_titles(titles, context_.counties)) {
                RowIssue issue = about_file(IssueCode::county_of_title, named->county.name);
                issue.parameters.push_back(named->title);
                report.issues.push_back(std::move(issue));
                return named->county.code;
            }
        return {};
    }

    static void say_filled_in(const std::vector<std::size_t>& cells, const RecognisedSheet& table, SheetReport& report)
    {
        for (std::size_t i = 0; i < cells.size(); ++i) {
            if (cells[i] == 0) continue;
            RowIssue issue = about_file(IssueCode::merged_cells, std::to_string(cells[i]));
            issue.column = table.columns[i].header;
            report.issues.push_back(std::move(issue));
        }
    }

    void count_county(std::uint32_t index, const std::vector<Value>& values)
    {
        const auto& fields = file_.sheets[index].recognised->kind->fields;
        const auto field = std::ranges::find(fields, FieldType::county, &FieldInfo::type) - fields.begin();
        const auto* text =
            field < std::ssize(fields) ? std::get_if<std::string>(&values[static_cast<std::size_t>(field)]) : nullptr;
        if (text == nullptr) return;
        Adcode county;
        std::from_chars(text->data(), text->data() + text->size(), county.value);
        ++file_.sheets[index].rows_by_county[county];
    }

    void say_duplicate(const DuplicateRow& twice, const KindInfo& kind)
    {
        ReadSheet& sheet = file_.sheets[twice.later.sheet];
        const std::size_t field = kind.keys.front().front();
        sheet.report.issues.push_back(
            issue_at(sheet, twice.later.row, field, IssueCode::duplicate_in_file, twice.key, {row_of(twice)}));
    }

    /// The earlier row as the file shows it, with its sheet where that is another.
    [[nodiscard]] std::string row_of(const DuplicateRow& twice) const
    {
        std::string earlier = std::to_string(twice.earlier.row);
        if (twice.earlier.sheet != twice.later.sheet)
            earlier = file_.sheets[twice.earlier.sheet].report.sheet + " " + earlier;
        return earlier;
    }

    static RowIssue about_file(IssueCode code, std::string parameter)
    {
        return {0, {}, code, usual_severity(code), {}, {std::move(parameter)}};
    }

    Workbook& book_;
    const ImportRequest& asked_;
    JobProgress& progress_;
    CellContext context_;
    HeaderTable headers_;
    FileRows file_;
};

}  // namespace

HeaderTable header_table(const ImportRequest& asked)
{
    return HeaderTable(shipped_header_variants(), asked.mapping, asked.remembered);
}

RowIssue issue_at(const ReadSheet& sheet, std::uint32_t row, std::size_t field, IssueCode code, std::string value,
                  std::vector<std::string> parameters)
{
    const FieldInfo& info = sheet.recognised->kind->fields[field];
    return {row,
            sheet.recognised->header_of(field),
            code,
            usual_severity(code),
            issue_value(value, info),
            std::move(parameters)};
}

const KindInfo* kind_asked_for(const ImportRequest& asked, std::string_view sheet)
{
    const auto own = std::ranges::find(asked.sheet_kinds, sheet, [](const auto& each) { return each.first; });
    const std::string& key = own != asked.sheet_kinds.end() ? own->second : asked.kind;
    const KindInfo* kind = key.empty() ? nullptr : find_kind(key);
    if (!key.empty() && kind == nullptr) throw IntakeFault(FaultCode::unknown_kind);
    return kind;
}

FileRows read_file_rows(Workbook& book, const ImportRequest& asked, const Region& region, JobProgress& progress)
{
    return FileReading(book, asked, region, progress).read();
}

}  // namespace xiaoan::data
