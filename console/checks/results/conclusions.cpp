#include "console/checks/results/conclusions.hpp"

#include "console/checks/known_numbers.hpp"
#include "console/checks/results/other_checks.hpp"
#include "console/checks/sheet/question.hpp"
#include "console/language/language.hpp"
#include "console/language/wording.hpp"
#include "console/rules/calendar.hpp"

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
    fact("check.date", data::iso(vehicle.held_on));
    if (const std::string_view place = vehicle.answer("place"); !place.empty()) fact("check.place", std::string{place});
    fact("check.answers", answers);
    json.EndArray();
    return buffer.GetString();
}

class Maker {
public:
    Maker(std::span<const CheckSheetReading> readings, std::span<const CheckedVehicle> held,
          const rules::Dossiers& dossiers, const ConcludeOptions& options)
        : held_(held), others_(readings, held), dossiers_(dossiers), known_(dossiers.snapshot()), options_(options)
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
            concluded.pupils_first = are_pupils_first(vehicle);
            if (!concluded.pupils_first) remark(concluded, "cli.record.pupils_first", {});
            if (vehicle.answer("met") == "yes" && vehicle.answer("belts") == "no") remark(concluded, "spot.belts", {});
            look_for_a_slip(vehicle, before, concluded);
            look_at_flags(vehicle, before, concluded);
            // What was held back follows when a person has looked, though the answers are the same.
            const bool decides =
                options_.as_read && before != nullptr && before->outcomes.empty() && !concluded.found.empty();
            concluded.outcome = before == nullptr                                ? data::Outcome::added
                                : before->answers == vehicle.answers && !decides ? data::Outcome::unchanged
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
    static void remark(Concluded& concluded, std::string key, std::vector<std::string> arguments)
    {
        arguments.insert(arguments.begin(), language::shown_registration_number(concluded.vehicle));
        concluded.remarks.push_back({std::move(key), std::move(arguments)});
    }

    /// A number that is a registered one but for O and I accuses nobody until a person says which vehicle it was: no
    /// serial has these letters (GA 36-2018). One that differs in another character is only told.
    void look_for_a_slip(const CheckedVehicle& vehicle, const CheckedVehicle* before, Concluded& concluded) const
    {
        if (is_registered(vehicle.vehicle) || options_.as_read) return;
        const bool decided = before != nullptr && !before->outcomes.empty();
        if (known_.holds(vehicle.vehicle)) {
            concluded.resembles = without_slips(vehicle.vehicle);
            concluded.held_back = !decided;
        } else
            concluded.resembles = known_.one_slip_from(vehicle.vehicle);
        if (concluded.resembles.empty() || decided) return;
        remark(concluded, known_.holds(vehicle.vehicle) ? "spot.held_back" : "spot.resembles",
               {language::shown_registration_number(concluded.resembles), vehicle.check});
        if (concluded.held_back) concluded.found.clear();
    }

    [[nodiscard]] bool is_registered(std::string_view vehicle) const
    {
        return dossiers_.find(vehicle) != dossiers_.size();
    }

    /// Flags that the team found not to be so: of those it ticked, the ones that the register has on that day and no
    /// check found; the others are told.
    void look_at_flags(const CheckedVehicle& vehicle, const CheckedVehicle* before, Concluded& concluded) const
    {
        const std::size_t bus = dossiers_.find(std::string_view{vehicle.vehicle});
        if (bus == dossiers_.size() || vehicle.answer("cleared").empty()) return;
        const auto counts = rules::judge_bus(dossiers_, bus, vehicle.held_on);
        const auto silenced = rules::silenced_of(dossiers_, bus, vehicle.held_on);
        const auto holds = [](std::span<const rules::Finding> findings, std::string_view rule) {
            return std::ranges::any_of(findings, [&](const auto& each) { return rules::rule_id(each) == rule; });
        };
        for (const Choice& choice : choices("codes")) {
            if (!is_among(vehicle.answer("cleared"), choice.word)) continue;
            const std::string rule{choice.word};
            const bool stands = holds(counts, rule) || (is_cleared(before, rule) && holds(silenced, rule));
            const bool seen = std::ranges::any_of(
                concluded.found, [&](const SpotFinding& each) { return each.rule->id == choice.word; });
            const auto found = others_.first_found(vehicle, rule, made_.command);
            if (seen || !stands)
                remark(concluded, seen ? "spot.not_cleared.found" : "spot.not_cleared.none",
                       {std::string{title_of_rule(rule, Language::zh)}, data::iso(vehicle.held_on)});
            else if (found && *found <= vehicle.held_on)
                remark(concluded, "spot.not_cleared.found",
                       {std::string{title_of_rule(rule, Language::zh)}, data::iso(*found)});
            else
                concluded.cleared.push_back(rule);
        }
    }

    static bool are_pupils_first(const CheckedVehicle& vehicle)
    {
        const std::string_view measures = vehicle.answer("measures");
        return !is_among(measures, "impound") || is_among(measures, "finish_run") || is_among(measures, "transfer") ||
               vehicle.answer("pupils") == "0";
    }

    void conclude(CheckedVehicle vehicle, const CheckedVehicle* before, Concluded& concluded,
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
        if (!concluded.held_back) hand_over(vehicle, concluded, first_case);
        for (const std::string& rule : concluded.cleared) clear(vehicle, before, rule);
        end_waivers(vehicle, before, concluded);
        withdraw(vehicle, before, concluded);
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
        made.opened_on = std::max(options_.opened_on, vehicle.held_on);
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
        made.due_on = data::DateCell{due_on(made.opened_on, days)};
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

    /// A term that ends on a holiday or at a weekend ends on the next working day (民法典, article 203), if the table
    /// of holidays reaches there; a stop is due the same day.
    [[nodiscard]] data::Date due_on(data::Date from, int days) const
    {
        const data::Date last = from + std::chrono::days{days};
        if (days == 0) return last;
        const rules::WorkingDays working(dossiers_.snapshot().region->holidays);
        return working.later(last - std::chrono::days{1}, 1).value_or(last);
    }

    [[nodiscard]] data::Adcode county_of(const CheckedVehicle& vehicle) const
    {
        const std::size_t bus = dossiers_.find(std::string_view{vehicle.vehicle});
        if (bus != dossiers_.size()) return dossiers_.bus(bus).county;
        const std::string_view text = vehicle.answer("county");
        if (!text.empty()) return adcode_of(text);
        return others_.county_of(vehicle.check, dossiers_);
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
        if (is_cleared(before, rule)) return;
        data::Date last = vehicle.held_on + std::chrono::days{cleared_days};
        if (const auto found = others_.first_found(vehicle, rule, made_.command))
            last = std::min(last, *found - std::chrono::days{1});
        made_.command.cleared.push_back(
            {"waived", rule, vehicle.vehicle, vehicle.held_on, last, reason_of_waiver(vehicle)});
    }

    static std::string reason_of_waiver(const CheckedVehicle& vehicle)
    {
        return tr(Language::zh, "spot.cleared", {vehicle.check});
    }

    /// What this check cleared and clears no more, and what others cleared and this one finds.
    void end_waivers(const CheckedVehicle& vehicle, const CheckedVehicle* before, const Concluded& concluded)
    {
        if (before != nullptr)
            for (const CheckOutcome& outcome : before->outcomes)
                if (outcome.way == OutcomeWay::cleared && !is_cleared(&vehicle, outcome.found))
                    made_.command.ended.push_back(
                        {outcome.found, vehicle.vehicle, reason_of_waiver(vehicle), std::nullopt});
        for (const CheckedVehicle* other : others_.of(vehicle, made_.command)) {
            if (other->held_on > vehicle.held_on) continue;
            for (const SpotFinding& finding : concluded.found)
                if (is_cleared(other, finding.rule->id))
                    made_.command.ended.push_back({std::string{finding.rule->id}, vehicle.vehicle,
                                                   reason_of_waiver(*other), vehicle.held_on - std::chrono::days{1}});
        }
    }

    /// What was said before, led to a case, and is said no more.
    void withdraw(const CheckedVehicle& vehicle, const CheckedVehicle* before, Concluded& concluded)
    {
        if (before == nullptr) return;
        std::map<std::string, std::vector<std::string>> rules_of;  // by case
        for (const CheckOutcome& outcome : before->outcomes)
            if (outcome.way == OutcomeWay::opens_case && !outcome.reference.empty() &&
                !is_found(vehicle, outcome.found))
                rules_of[outcome.reference].push_back(outcome.found);
        for (auto& [number, rules] : rules_of) {
            std::string titles;
            for (const std::string& rule : rules)
                titles += (titles.empty() ? "" : "、") + std::string{title_of_rule(rule, Language::zh)};
            const auto day = std::max(options_.opened_on, vehicle.held_on);
            made_.command.withdrawn.push_back({number, vehicle.check, std::move(rules), day,
                                               tr(Language::zh, "spot.withdrawn.note", {vehicle.check, titles})});
            remark(concluded, "spot.withdrawn", {number, titles});
            concluded.withdrawn.push_back(number);
        }
    }

    static constexpr std::string_view item = "23.3";  // joint checks, in the three-year plan

    std::span<const CheckedVehicle> held_;
    OtherChecks others_;
    const rules::Dossiers& dossiers_;
    KnownNumbers known_;
    ConcludeOptions options_;
    Conclusions made_;
};

}  // namespace

Conclusions conclusions(std::span<const CheckSheetReading> readings, std::span<const CheckedVehicle> held,
                        const rules::Dossiers& dossiers, const ConcludeOptions& options)
{
    Maker maker(readings, held, dossiers, options);
    for (std::size_t i = 0; i < readings.size(); ++i) maker.add(readings[i], i);
    return maker.take();
}

std::size_t count_of(const Conclusions& made, std::size_t sheet, data::Outcome outcome)
{
    return static_cast<std::size_t>(std::ranges::count_if(
        made.vehicles, [&](const Concluded& each) { return each.sheet == sheet && each.outcome == outcome; }));
}

}  // namespace xiaoan::checks
