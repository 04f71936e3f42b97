#include "console/checks/results/typed_vehicle.hpp"

#include <algorithm>

namespace xiaoan::checks {

std::expected<CheckSheetReading, data::RowIssue>
typed_vehicle(const data::CheckedVehicle& of, std::span<const std::pair<std::string, std::string>> answers,
              std::span<const data::CountyName> counties, data::Date latest, language::Language language)
{
    if (of.held_on > latest)
        return std::unexpected(data::RowIssue{1,
                                              std::string{find_question("date")->in(language)},
                                              data::IssueCode::out_of_range,
                                              data::IssueSeverity::refused,
                                              data::iso(of.held_on),
                                              {data::iso(earliest_check), data::iso(latest)}});
    CheckSheetReading reading;
    reading.rows = 1;
    data::CheckedVehicle& vehicle = reading.vehicles.emplace_back().checked;
    vehicle.check = of.check;
    vehicle.vehicle = vehicle_of(of.vehicle);
    vehicle.held_on = of.held_on;
    for (const auto& [name, typed] : answers) {
        const Question* question = find_question(name);
        if (question == nullptr || question->filled == Filled::on_paper)
            return std::unexpected(
                data::RowIssue{1, name, data::IssueCode::unknown_column, data::IssueSeverity::refused, typed, {}});
        std::string answer = typed;
        if (!answer.empty()) {
            auto read = answer_value(*question, answer, {counties});
            if (!read)
                return std::unexpected(data::RowIssue{1, std::string{question->in(language)}, read.error().code,
                                                      data::IssueSeverity::refused, answer, read.error().parameters});
            answer = *std::move(read);
        }
        vehicle.answers.push_back({name, std::move(answer)});
    }
    if (std::ranges::find(vehicle.answers, "met", &data::CheckAnswer::question) == vehicle.answers.end())
        vehicle.answers.push_back({"met", "yes"});
    std::ranges::sort(vehicle.answers, {}, &data::CheckAnswer::question);
    return reading;
}

std::vector<data::CountyName> counties_to_read(const data::Region& region)
{
    std::vector<data::CountyName> counties;
    for (const data::County& county : region.counties)
        counties.push_back({county.adcode, county.name_zh, {county.name_en}});
    return counties;
}

}  // namespace xiaoan::checks
