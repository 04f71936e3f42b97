#include "console/checks/results/conclusions.hpp"

#include "console/checks/sheet/question.hpp"
#include "console/language/language.hpp"

#include <fmt/format.h>
#include <rapidjson/stringbuffer.h>
#include <rapidjson/writer.h>

#include <algorithm>
#include <map>
#include <optional>

namespace xiaoan::checks {

namespace {

using data::CheckedVehicle;
using data::CheckOutcome;
using data::OutcomeWay;
using language::Language;
using language::tr;

bool is_among(std::string_view words, std::string_view word)
{
    return (" " + std::string{words} + " ").find(" " + std::string{word} + " ") != std::string::npos;
}

/// What was held, with what is said now over it.
CheckedVehicle merged(const CheckedVehicle* held, const CheckedVehicle& said)
{
    CheckedVehicle made = said;
    if (held == nullptr) return made;
    std::map<std::string, std::string> answers;
    for (const auto& each : held->answers) answers[each.question] = each.answer;
    for (const auto& each : said.answers) answers[each.question] = each.answer;
    made.answers.clear();
    for (auto& [question, answer] : answers) made.answers.push_back({question, std::move(answer)});
    std::erase_if(made.answers, [](const auto& each) { return each.answer.empty(); });
    return made;
}

std::string check_evidence(const CheckedVehicle& vehicle, const SpotFinding& finding)
{
    rapidjson::StringBuffer buffer;
    rapidjson::Writer<rapidjson::StringBuffer> json(buffer);
    const auto fact = [&](const char* field, const std::string& value) {
        json.StartObject();
        json.Key("field");
        json.String(field);
        json.Key("value");
        json.String(value);
        json.Key("source");
        json.Null();
        json.EndObject();
    };
    std::string answers;
    for (const std::string_view name : finding.answers)
        if (const std::string_view answer = vehicle.answer(name); !answer.empty()) {
            const Question& question = *find_question(name);
            answers += fmt::format("{}{}：{}", answers.empty() ? "" : "；", question.zh,
                                   shown_answer(question, answer, Language::zh));
        }
    json.StartArray();
    fact("check.number", vehicle.check + " " + vehicle.vehicle);
    fact("check.answers", answers);
    json.EndArray();
    return buffer.GetString();
}

class Maker {
public:
    Maker(std::span<const CheckedVehicle> held, const rules::Dossiers& dossiers, data::Date opened_on)
        : held_(held), dossiers_(dossiers), opened_on_(opened_on)
    {
    }

    void add(const CheckSheetReading& reading, std::size_t sheet)
    {
        std::optional<std::size_t> source;
        for (const auto& read : reading.vehicles) {
            const auto* before = data::find_checked(held_, read.checked.check, read.checked.vehicle);
            CheckedVehicle vehicle = merged(before, read.checked);
            Concluded concluded{
                .sheet = sheet, .check = vehicle.check, .vehicle = vehicle.vehicle, .found = {}, .cleared = {}};
            concluded.found = spot_findings(vehicle, dossiers_);
            concluded.cleared = cleared_of(vehicle, concluded.found);
            concluded.pupils_first = are_pupils_first(vehicle);
            concluded.outcome = before == nullptr                    ? data::Outcome::added
                                : before->answers == vehicle.answers ? data::Outcome::unchanged
                                                                     : data::Outcome::changed;
            if (concluded.outcome != data::Outcome::unchanged) {
                if (!source && !reading.sha256.empty()) {
                    source = made_.command.sources.size();
                    made_.command.sources.push_back({reading.file, reading.sheet, reading.sha256, "checks"});
                }
                conclude(std::move(vehicle), before, concluded, source, read.row);
            }
            made_.vehicles.push_back(std::move(concluded));
        }
    }

    Conclusions take() { return std::move(made_); }

private:
    /// Flags that the team found not to be so; what it found is not among them.
    [[nodiscard]] std::vector<std::string> cleared_of(const CheckedVehicle& vehicle,
                                                      std::span<const SpotFinding> found) const
    {
        std::vector<std::string> rules;
        const std::size_t bus = dossiers_.find(std::string_view{vehicle.vehicle});
        if (bus == dossiers_.size()) return rules;
        for (const Choice& choice : choices("codes"))
            if (is_among(vehicle.answer("cleared"), choice.word) && rules::find_rule(choice.word) != nullptr &&
                std::ranges::none_of(found, [&](const SpotFinding& each) { return each.rule->id == choice.word; }))
                rules.emplace_back(choice.word);
        return rules;
    }

    static bool are_pupils_first(const CheckedVehicle& vehicle)
    {
        const std::string_view measures = vehicle.answer("measures");
        return !is_among(measures, "impound") || is_among(measures, "finish_run") || is_among(measures, "transfer") ||
               vehicle.answer("pupils") == "0";
    }

    void conclude(CheckedVehicle vehicle, const CheckedVehicle* before, const Concluded& concluded,
                  std::optional<std::size_t> source, std::uint32_t row)
    {
        const std::size_t place = made_.command.vehicles.size();
        vehicle.outcomes.clear();
        std::map<rules::Department, std::vector<const SpotFinding*>> opening;
        for (const SpotFinding& finding : concluded.found) {
            if (is_among(vehicle.answer("measures"), "corrected") && finding.severity != rules::Severity::stop) {
                vehicle.outcomes.push_back({std::string{finding.rule->id}, OutcomeWay::corrected, {}});
                continue;
            }
            const std::string number = case_before(before, finding.rule->id);
            vehicle.outcomes.push_back({std::string{finding.rule->id}, OutcomeWay::opens_case, number});
            if (number.empty()) opening[finding.department].push_back(&finding);
        }
        const std::size_t first_case = made_.command.cases.size();
        for (const auto& [department, findings] : opening) {
            auto& made = made_.command.cases.emplace_back();
            made.vehicle = place;
            made.opened = opened(vehicle, department, findings);
            for (const SpotFinding* finding : findings) made.found.emplace_back(finding->rule->id);
        }
        hand_over(vehicle, concluded, first_case);
        for (const std::string& rule : concluded.cleared) clear(vehicle, before, rule);
        made_.command.vehicles.push_back({std::move(vehicle), source, static_cast<std::int32_t>(row)});
    }

    static std::string case_before(const CheckedVehicle* before, std::string_view rule)
    {
        if (before != nullptr)
            for (const CheckOutcome& outcome : before->outcomes)
                if (outcome.way == OutcomeWay::opens_case && outcome.found == rule) return outcome.reference;
        return {};
    }

    [[nodiscard]] std::string note_of(const CheckedVehicle& vehicle) const
    {
        std::string when = data::iso(vehicle.held_on);
        for (const std::string_view part : {vehicle.answer("time"), vehicle.answer("place")})
            if (!part.empty()) when.append(" ").append(part);
        return tr(Language::zh, "spot.note", {vehicle.check, when});
    }

    [[nodiscard]] data::OpenCase opened(const CheckedVehicle& vehicle, rules::Department department,
                                        std::span<const SpotFinding* const> findings) const
    {
        constexpr int usual_days = 7;
        data::OpenCase made;
        made.department = data::word(department);
        made.opened_on = std::max(opened_on_, vehicle.held_on);
        made.note = note_of(vehicle);
        made.county = county_of(vehicle);
        if (const auto& plan = dossiers_.snapshot().region->plan;
            std::ranges::find(plan, item, &data::PlanItem::item) != plan.end())
            made.item = item;
        int days = usual_days;
        std::string texts;
        for (const SpotFinding* finding : findings) {
            const rules::Rule* rule = rules::find_rule(finding->rule->id);
            days = std::min(days, finding->severity == rules::Severity::stop ? 0
                                  : rule != nullptr                          ? rule->rectify_days
                                                                             : usual_days);
            made.rules.push_back({std::string{finding->rule->id}, std::string{basis_of(*finding->rule, Language::zh)},
                                  finding->text, check_evidence(vehicle, *finding)});
            texts += (texts.empty() ? "" : "；") + finding->text;
        }
        made.due_on = data::DateCell{made.opened_on + std::chrono::days{days}};
        if (dossiers_.find(std::string_view{vehicle.vehicle}) != dossiers_.size()) {
            made.subject_kind = "bus";
            made.subject_key = vehicle.vehicle;
        } else {  // a vehicle in no register is about no record
            made.subject_kind = "matter";
            made.matter = tr(Language::zh, "spot.matter", {vehicle.check, vehicle.vehicle, texts});
            made.rules.clear();
        }
        return made;
    }

    [[nodiscard]] data::Adcode county_of(const CheckedVehicle& vehicle) const
    {
        const std::size_t bus = dossiers_.find(std::string_view{vehicle.vehicle});
        if (bus != dossiers_.size()) return dossiers_.bus(bus).county;
        const std::string_view text = vehicle.answer("county");
        return text.empty() ? data::Adcode{} : data::Adcode{static_cast<std::uint32_t>(std::stoul(std::string{text}))};
    }

    /// The record of a hand-over, with the case of the department that took it over, else the first of this vehicle.
    void hand_over(CheckedVehicle& vehicle, const Concluded& concluded, std::size_t first_case)
    {
        const std::string_view asked_of = vehicle.answer("handed_to"), document = vehicle.answer("document");
        if (!is_among(vehicle.answer("measures"), "hand_over") && asked_of.empty()) return;
        const std::string to{!asked_of.empty()         ? asked_of
                             : concluded.found.empty() ? data::word(rules::Department::police_traffic)
                                                       : data::word(concluded.found.front().department)};
        std::string what;
        for (const SpotFinding& finding : concluded.found) what += (what.empty() ? "" : "；") + finding.text;
        if (what.empty()) what = note_of(vehicle);
        const std::string number = vehicle.check + "-" + vehicle.vehicle;
        data::RecordChecks::HandOver made;
        const auto value = [](std::string text) { return data::Value{std::move(text)}; };
        made.record = {.kind = "handovers",
                       .key = number,
                       .fields = {{"from", value("education")},
                                  {"to", value(to)},
                                  {"what", value(what)},
                                  {"handed_on", value(data::iso(vehicle.held_on))}}};
        if (const auto county = county_of(vehicle); county.given())
            made.record.fields.push_back({"county", value(std::to_string(county.value))});
        if (!document.empty()) {  // who gave it a number has received it
            made.record.fields.push_back({"receipt", value(std::string{document})});
            made.record.fields.push_back({"received_on", value(data::iso(vehicle.held_on))});
        }
        auto& cases = made_.command.cases;
        for (std::size_t i = first_case; i < cases.size(); ++i)
            if (cases[i].opened.department == to || !made.opened) made.opened = i;
        if (!made.opened)
            for (const CheckOutcome& outcome : vehicle.outcomes)
                if (outcome.way == OutcomeWay::opens_case && made.case_number.empty())
                    made.case_number = outcome.reference;
        std::vector<CheckOutcome> handed;
        handed.reserve(concluded.found.size());
        for (const SpotFinding& finding : concluded.found)
            handed.push_back({std::string{finding.rule->id}, OutcomeWay::hand_over, number});
        if (handed.empty()) handed.push_back({"", OutcomeWay::hand_over, number});
        vehicle.outcomes.insert(vehicle.outcomes.end(), handed.begin(), handed.end());
        made_.command.handovers.push_back(std::move(made));
    }

    void clear(CheckedVehicle& vehicle, const CheckedVehicle* before, const std::string& rule)
    {
        vehicle.outcomes.push_back({rule, OutcomeWay::cleared, {}});
        if (before != nullptr && std::ranges::any_of(before->outcomes, [&](const CheckOutcome& outcome) {
                return outcome.way == OutcomeWay::cleared && outcome.found == rule;
            }))
            return;
        made_.command.cleared.push_back({"waived", rule, vehicle.vehicle, vehicle.held_on,
                                         vehicle.held_on + std::chrono::days{cleared_days},
                                         tr(Language::zh, "spot.cleared", {vehicle.check})});
    }

    static constexpr std::string_view item = "23.3";  // joint checks, in the three-year plan

    std::span<const CheckedVehicle> held_;
    const rules::Dossiers& dossiers_;
    data::Date opened_on_;
    Conclusions made_;
};

}  // namespace

Conclusions conclusions(std::span<const CheckSheetReading> readings, std::span<const CheckedVehicle> held,
                        const rules::Dossiers& dossiers, data::Date opened_on)
{
    Maker maker(held, dossiers, opened_on);
    for (std::size_t i = 0; i < readings.size(); ++i) maker.add(readings[i], i);
    return maker.take();
}

std::size_t count_of(const Conclusions& made, std::size_t sheet, data::Outcome outcome)
{
    return static_cast<std::size_t>(std::ranges::count_if(
        made.vehicles, [&](const Concluded& each) { return each.sheet == sheet && each.outcome == outcome; }));
}

}  // namespace xiaoan::checks
