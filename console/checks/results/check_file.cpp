#include "console/checks/results/check_file.hpp"

#include "console/checks/results/check_columns.hpp"
#include "console/checks/sheet/check_sheet.hpp"
#include "data/intake/fault.hpp"
#include "data/intake/skipped_row.hpp"
#include "data/intake/values/answer.hpp"
#include "data/intake/values/date.hpp"
#include "data/intake/values/registration_number.hpp"
#include "data/intake/values/text_form.hpp"

#include <algorithm>
#include <charconv>
#include <map>
#include <optional>

namespace xiaoan::checks {

namespace {

using data::IssueCode;

class SheetReading {
public:
    SheetReading(data::Workbook& book, std::size_t sheet, std::span<const data::CountyName> counties, data::Date latest)
        : reader_(book.open(sheet)), context_{counties, book.date_system()}, latest_(latest)
    {
        made_.file = book.source().name;
        made_.sheet = book.sheets()[sheet].name;
        made_.sha256 = book.source().sha256;
    }

    /// Empty where the sheet holds no checks.
    std::optional<CheckSheetReading> read()
    {
        constexpr int deepest_head = 10;
        data::SheetRow row;
        for (int looked_at = 0; looked_at < deepest_head && reader_->next(row); ++looked_at)
            if (auto columns = check_columns(row)) {
                columns_ = std::move(columns->questions);
                for (const std::string& unknown : columns->unknown)
                    issue(0, unknown, IssueCode::unknown_column, {}, {});
                while (reader_->next(row))
                    if (!row.blank()) read_row(row);
                std::erase_if(made_.vehicles, [](const auto& vehicle) { return vehicle.row == 0; });
                return std::move(made_);
            }
        return std::nullopt;
    }

private:
    void issue(std::uint32_t row, std::string column, IssueCode code, std::string value,
               std::vector<std::string> parameters)
    {
        made_.issues.push_back(
            {row, std::move(column), code, data::usual_severity(code), std::move(value), std::move(parameters)});
    }

    void read_row(const data::SheetRow& row)
    {
        ++made_.rows;
        if (is_no_vehicle(row)) {
            ++made_.skipped;
            return;
        }
        std::map<std::string_view, std::string> answers;
        std::map<const Question*, std::vector<const Choice*>> chosen;
        bool sound = true, of_the_road = false;
        for (const CheckColumn& column : columns_) {
            const data::Cell* cell = row.at(column.at);
            if (cell == nullptr || data::is_blank(cell->text)) continue;
            if (column.choice != nullptr) {
                const auto made = data::parse_answer(cell->text);
                if (made && *made == data::Answer::yes) chosen[column.question].push_back(column.choice);
                continue;
            }
            if (column.question->name == "vehicle") {
                answers["vehicle"] = vehicle_of(cell->text);
                continue;
            }
            auto answer = answer_value(*column.question, cell->text, context_);
            if (!answer) {
                issue(row.number, column.header, answer.error().code, std::string{cell->text},
                      answer.error().parameters);
                sound = false;
                continue;
            }
            of_the_road = of_the_road || column.question->filled == Filled::on_the_spot;
            if (!answer->empty()) answers[column.question->name] = *std::move(answer);
        }
        for (auto& [question, choices] : chosen) {
            of_the_road = true;
            std::ranges::sort(choices);  // as their list has them
            std::string words;
            for (const Choice* choice : choices) words += (words.empty() ? "" : " ") + std::string{choice->word};
            answers.try_emplace(question->name, std::move(words));
        }
        if (!answers.contains("vehicle") && !of_the_road && sound) {
            ++made_.skipped;
            return;
        }
        if (sound) sound = complete(row, answers);
        if (!sound) {
            ++made_.refused;
            return;
        }
        // Who was asked about on the road was met, unless somebody says otherwise.
        if (of_the_road) answers.try_emplace("met", "yes");
        add(row, answers);
    }

    /// A total, a remark or a signature, where the row begins or in place of its vehicle.
    [[nodiscard]] bool is_no_vehicle(const data::SheetRow& row) const
    {
        const auto says_so = [](const data::Cell* cell) {
            return cell != nullptr && !data::is_blank(cell->text) && data::says_no_record(*cell);
        };
        const auto first =
            std::ranges::find_if(row.cells, [](const data::Cell& cell) { return !data::is_blank(cell.text); });
        const auto named = std::ranges::find(columns_, "vehicle", [](const auto& each) { return each.question->name; });
        return (first != row.cells.end() && says_so(&*first)) ||
               (named != columns_.end() && says_so(row.at(named->at)));
    }

    [[nodiscard]] std::string header_of(std::string_view question) const
    {
        const auto found = std::ranges::find(columns_, question, [](const auto& each) { return each.question->name; });
        return found != columns_.end() ? found->header : std::string{question};
    }

    /// Whether the key of the row is there; a number that lacks its form is told.
    bool complete(const data::SheetRow& row, std::map<std::string_view, std::string>& answers)
    {
        const auto date = data::date_from_iso(answers["date"]);
        int team = 0;
        const std::string& typed = answers["team"];
        std::from_chars(typed.data(), typed.data() + typed.size(), team);
        if (answers["check"].empty() && date && team > 0)
            answers["check"] = check_number(*date, static_cast<std::size_t>(team));
        if (!date)  // the number of a check begins with its day
            if (const auto day = data::parse_date(std::string_view{answers["check"]}.substr(0, 8)))
                answers["date"] = data::iso(day->date());
        std::erase_if(answers, [](const auto& each) { return each.second.empty(); });
        bool whole = true;
        for (const std::string_view needed : {"check", "date", "vehicle"})
            if (!answers.contains(needed)) {
                issue(row.number, header_of(needed), IssueCode::missing_required, {}, {});
                whole = false;
            }
        if (!whole) return false;
        if (const auto day = data::date_from_iso(answers["date"]); !day || *day > latest_) {
            issue(row.number, header_of("date"), IssueCode::out_of_range, answers["date"],
                  {data::iso(earliest_check), data::iso(latest_)});
            return false;
        }
        const std::string& vehicle = answers["vehicle"];
        if (const auto number = data::parse_registration_number(vehicle);
            !number && vehicle == data::canonical_registration_number(vehicle) && looks_like_a_number(vehicle))
            issue(row.number, header_of("vehicle"), IssueCode::bad_registration_number, vehicle,
                  number.error().parameters);
        return true;
    }

    static bool looks_like_a_number(std::string_view vehicle)
    {
        constexpr std::ptrdiff_t fewest = 4;
        return std::ranges::count_if(vehicle, [](unsigned char c) { return c < 0x80; }) >= fewest;
    }

    void add(const data::SheetRow& row, std::map<std::string_view, std::string>& answers)
    {
        CheckSheetReading::Vehicle read;
        read.row = row.number;
        data::CheckedVehicle& checked = read.checked;
        checked.check = answers["check"];
        checked.vehicle = answers["vehicle"];
        checked.held_on = data::date_from_iso(answers["date"]).value_or(data::Date{});
        for (const std::string_view key : {"check", "date", "vehicle"}) answers.erase(key);
        for (auto& [question, answer] : answers) checked.answers.push_back({std::string{question}, std::move(answer)});
        const auto [known, first] = places_.try_emplace({checked.check, checked.vehicle}, made_.vehicles.size());
        if (!first) {
            auto& earlier = made_.vehicles[known->second];
            if (earlier.checked.answers != checked.answers)
                issue(row.number, header_of("vehicle"), IssueCode::duplicate_in_file, checked.vehicle,
                      {std::to_string(earlier.row)});
            ++made_.replaced;
            earlier.row = 0;
            known->second = made_.vehicles.size();
        }
        made_.vehicles.push_back(std::move(read));
    }

    std::unique_ptr<data::SheetReader> reader_;
    AnswerContext context_;
    data::Date latest_;
    CheckSheetReading made_;
    std::vector<CheckColumn> columns_;
    std::map<std::pair<std::string, std::string>, std::size_t> places_;  // of check and vehicle
};

}  // namespace

std::string vehicle_of(std::string_view text)
{
    std::string canonical = data::canonical_registration_number(text);
    // A slip in a number is still a number: 吉G1O001. Words are kept as they were written.
    const bool letters_behind = std::ranges::any_of(canonical, [](char c) { return c >= 'A' && c <= 'Z'; });
    return letters_behind ? canonical : without_numbers_of_people(data::trimmed(text));
}

std::vector<CheckSheetReading> read_check_file(data::Workbook& book, std::span<const data::CountyName> counties,
                                               data::Date latest)
{
    std::vector<CheckSheetReading> readings;
    for (std::size_t sheet = 0; sheet < book.sheets().size(); ++sheet)
        if (auto reading = SheetReading(book, sheet, counties, latest).read()) readings.push_back(*std::move(reading));
    if (readings.empty()) throw data::IntakeFault(data::FaultCode::unknown_kind);
    return readings;
}

}  // namespace xiaoan::checks
