#include "console/checks/sheet/sheet_workbook.hpp"

#include "console/checks/sheet/book.hpp"
#include "console/checks/sheet/prefilled.hpp"
#include "console/checks/sheet/question.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>

namespace xiaoan::checks {

namespace {

using language::Language;
using language::tr;

constexpr lxw_row_t section_row = 0, label_row = 1, first_row = 2;

/// One column: a question, or something to compare with.
struct Column {
    const Question* question = nullptr;
    std::string head;
    std::size_t fact = 0;  // of one to compare with
};

std::vector<Column> columns_of(const CheckSheet& sheet, const ExpectedVehicle* example)
{
    std::vector<Column> columns;
    for (const Question& question : questions()) {
        if (question.filled == Filled::on_paper) continue;
        columns.push_back({&question, std::string{question.in(sheet.language)}, 0});
        if (question.name != "expected" || example == nullptr) continue;
        const std::string_view mark = reference_mark(sheet.language);
        columns.push_back({nullptr, fmt::format("{}{}", mark, tr(sheet.language, "sheet.at")), 0});
        for (std::size_t i = 0; i < example->facts.size(); ++i)
            columns.push_back({nullptr, fmt::format("{}{}", mark, example->facts[i].label), i + 1});
        columns.push_back(
            {nullptr, fmt::format("{}{}", mark, tr(sheet.language, "sheet.flags")), example->facts.size() + 1});
    }
    return columns;
}

/// What stands in a column that is there to be compared with.
std::string compared(const ExpectedVehicle& vehicle, std::size_t fact)
{
    if (vehicle.registration_number.empty()) return {};
    if (fact == 0) return vehicle.at.given() ? data::hh_mm(vehicle.at) : std::string{};
    if (fact <= vehicle.facts.size()) return vehicle.facts[fact - 1].text;
    std::string flags;
    for (const ExpectedFlag& flag : vehicle.flags) flags += (flags.empty() ? "" : "、") + flag.title;
    return flags;
}

class Writer {
public:
    Writer(const std::string& path, const CheckSheet& sheet, const data::Region& region)
        : book_(path, std::string{tr(sheet.language, "sheet.title")}, sheet.date), of_(sheet)
    {
        for (const data::County& county : region.counties) {
            counties_.push_back(sheet.language == Language::zh ? county.name_zh : county.name_en);
            county_names_.emplace(std::to_string(county.adcode.value), counties_.back());
        }
        answers_ = book_.sheet(tr(sheet.language, "sheet.title"));
        choices_ = book_.sheet(tr(sheet.language, "sheet.choices"));
    }

    void write()
    {
        columns_ = columns_of(of_, example());
        write_choices();
        write_heads();
        for (const SheetTeam& team : of_.teams) {
            for (const SheetStand& stand : team.stands)
                for (const ExpectedVehicle& vehicle : stand.vehicles) write_row(team, stand, vehicle);
            for (std::size_t i = 0; i < blank_rows; ++i) write_row(team, {}, {});
        }
        for (std::size_t i = 0; i < columns_.size(); ++i) restrict(i);
        book_.finish();
    }

private:
    [[nodiscard]] const ExpectedVehicle* example() const
    {
        for (const SheetTeam& team : of_.teams)
            for (const SheetStand& stand : team.stands)
                if (!stand.vehicles.empty()) return &stand.vehicles.front();
        return nullptr;
    }

    /// A column a list on a sheet of its own: a list in the cell's rule may have 255 characters only.
    void write_choices()
    {
        std::size_t column = 0;
        const auto write_list = [&](std::string_view name, const std::vector<std::string>& labels) {
            book_.write(choices_, 0, column, name, book_.head());
            for (std::size_t i = 0; i < labels.size(); ++i)
                book_.write(choices_, static_cast<lxw_row_t>(i + 1), column, labels[i]);
            char cell[LXW_MAX_CELL_NAME_LENGTH];
            lxw_rowcol_to_cell_abs(cell, 1, static_cast<lxw_col_t>(column), 1, 1);
            std::string range = fmt::format("='{}'!{}", tr(of_.language, "sheet.choices"), cell);
            lxw_rowcol_to_cell_abs(cell, static_cast<lxw_row_t>(labels.size()), static_cast<lxw_col_t>(column), 1, 1);
            ranges_[std::string{name}] = range + ":" + cell;
            ++column;
        };
        for (const std::string_view list : choice_lists()) {
            std::vector<std::string> labels;
            for (const Choice& choice : choices(list)) labels.emplace_back(choice.in(of_.language));
            write_list(list, labels);
        }
        write_list("county", counties_);
    }

    void write_heads()
    {
        constexpr double answer_width = 11, text_width = 18, reference_width = 16, label_height = 32;
        const Section* last = nullptr;
        for (std::size_t i = 0; i < columns_.size(); ++i) {
            const Column& column = columns_[i];
            const bool begins = column.question != nullptr && (last == nullptr || *last != column.question->section);
            if (column.question != nullptr) last = &column.question->section;
            book_.write(answers_, section_row, i, begins ? title_of(*last, of_.language) : std::string_view{},
                        book_.head());
            book_.write(answers_, label_row, i, column.head, book_.head());
            const bool free = column.question != nullptr && (column.question->type == QuestionType::text ||
                                                             column.question->type == QuestionType::several_of);
            const double width = column.question == nullptr ? reference_width : free ? text_width : answer_width;
            worksheet_set_column(answers_, static_cast<lxw_col_t>(i), static_cast<lxw_col_t>(i), width, nullptr);
            if (column.question != nullptr && column.question->name == "vehicle")
                worksheet_freeze_panes(answers_, first_row, static_cast<lxw_col_t>(i + 1));
        }
        worksheet_set_row(answers_, label_row, label_height, nullptr);
    }

    void write_row(const SheetTeam& team, const SheetStand& stand, const ExpectedVehicle& vehicle)
    {
        for (std::size_t i = 0; i < columns_.size(); ++i) {
            const Question* question = columns_[i].question;
            if (question == nullptr) {
                book_.write(answers_, row_, i, compared(vehicle, columns_[i].fact), book_.grey());
                continue;
            }
            const std::string text = prefilled(*question, of_, team, stand, vehicle);
            const auto county = county_names_.find(text);
            book_.write(answers_, row_, i,
                        question->type == QuestionType::county && county != county_names_.end()
                            ? county->second
                            : shown_answer(*question, text, of_.language));
        }
        ++row_;
    }

    /// What may be typed into a column, and a word about it.
    void restrict(std::size_t index)
    {
        constexpr double most_people = 999;
        const Question* question = columns_[index].question;
        if (question == nullptr || row_ == first_row) return;
        lxw_data_validation rule{};
        std::string list, hint;
        const auto one_of_a_list = [&](std::string_view name) {
            list = ranges_.at(std::string{name});
            rule.validate = LXW_VALIDATION_TYPE_LIST_FORMULA;
            rule.value_formula = list.data();
        };
        switch (question->type) {
        case QuestionType::yes_no: one_of_a_list("yes_no"); break;
        case QuestionType::one_of: one_of_a_list(question->choices); break;
        case QuestionType::county: one_of_a_list("county"); break;
        case QuestionType::whole:
            rule.validate = LXW_VALIDATION_TYPE_INTEGER;
            rule.criteria = LXW_VALIDATION_CRITERIA_BETWEEN;
            rule.maximum_number = most_people;
            break;
        case QuestionType::several_of:
            rule.validate = LXW_VALIDATION_TYPE_ANY;
            hint = tr(of_.language, "sheet.several", {std::string{question->choices}});
            rule.input_message = hint.data();
            break;
        default: return;
        }
        rule.ignore_blank = LXW_VALIDATION_ON;
        const auto column = static_cast<lxw_col_t>(index);
        book_.check(worksheet_data_validation_range(answers_, first_row, column, row_ - 1, column, &rule));
    }

    Book book_;
    const CheckSheet& of_;
    std::vector<std::string> counties_;
    std::map<std::string, std::string> county_names_;  // by adcode
    std::map<std::string, std::string> ranges_;        // of each list on the sheet of choices
    std::vector<Column> columns_;
    lxw_worksheet *answers_ = nullptr, *choices_ = nullptr;
    lxw_row_t row_ = first_row;
};

}  // namespace

std::string_view reference_mark(Language language)
{
    return language == Language::zh ? "登记：" : "Register: ";
}

void write_sheet_workbook(const std::string& path, const CheckSheet& sheet, const data::Region& region)
{
    Writer(path, sheet, region).write();
}

}  // namespace xiaoan::checks
