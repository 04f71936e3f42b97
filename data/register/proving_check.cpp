#include "data/register/proving_check.hpp"

#include "data/register/check_evidence.hpp"
#include "data/register/statement.hpp"

#include <algorithm>
#include <string>
#include <vector>

namespace xiaoan::data {

namespace {

/// Where and when something of the case was found; without a check where the register itself has it.
struct Found {
    std::string rule;  // without the mark of a gap
    std::string check;
    std::string vehicle;
    Date on{};
};

std::string without_gap_mark(std::string rule)
{
    if (rule.ends_with('?')) rule.pop_back();
    return rule;
}

/// By the facts as they were frozen, and by every check that the register knows to have found it, then or again.
std::vector<Found> found_of(const SQLite::Database& db, const Case& of)
{
    std::vector<Found> all;
    if (of.subject_kind == "bus" || of.subject_kind == "vehicle")
        for (const CaseRule& rule : of.rules) {
            const auto seen = check_in_evidence(rule.evidence);
            const Date since = rule.added_on.has_date() ? rule.added_on.date() : of.opened_on;
            all.push_back({without_gap_mark(rule.rule), seen ? seen->check : std::string{}, of.subject_key,
                           seen ? seen->held_on : since});
        }
    Statement select(db, "SELECT found, check_number, vehicle, held_on FROM check_outcome"
                         " JOIN checked_vehicle ON checked_vehicle.id = checked_vehicle_id"
                         " WHERE way = 'case' AND reference = ?1");
    select.bind(1, std::string_view{of.number});
    while (select.step())
        all.push_back({std::string{select.text(0)}, std::string{select.text(1)}, std::string{select.text(2)},
                       date_from_iso(select.text(3)).value_or(Date{})});
    // Made by hand about a vehicle.
    if (all.empty() && of.subject_kind == "bus") all.push_back({{}, {}, of.subject_key, of.opened_on});
    return all;
}

bool is_recorded(const SQLite::Database& db, std::string_view check)
{
    Statement any(db, "SELECT 1 FROM checked_vehicle WHERE check_number = ?1");
    any.bind(1, check);
    return any.step();
}

struct Met {
    std::int64_t id = 0;
    Date held_on{};
};

std::optional<Met> met_at(const SQLite::Database& db, std::string_view check, std::string_view vehicle)
{
    Statement met(
        db, "SELECT id, held_on FROM checked_vehicle WHERE check_number = ?1 AND vehicle = ?2 AND EXISTS"
            " (SELECT 1 FROM check_answer WHERE checked_vehicle_id = id AND question = 'met' AND answer = 'yes')");
    met.bind(1, check);
    met.bind(2, vehicle);
    if (!met.step()) return std::nullopt;
    return Met{met.integer(0), date_from_iso(met.text(1)).value_or(Date{})};
}

bool found_again(const SQLite::Database& db, std::int64_t checked_vehicle, std::string_view rule)
{
    Statement again(db,
                    "SELECT 1 FROM check_outcome WHERE checked_vehicle_id = ?1 AND found = ?2 AND way <> 'cleared'");
    again.bind(1, checked_vehicle);
    again.bind(2, rule);
    return again.step();
}

}  // namespace

std::optional<Rejected> obstacle_to_proof(const SQLite::Database& db, const Case& of, std::string_view check, Date on)
{
    const auto found = found_of(db, of);
    if (found.empty()) return std::nullopt;
    const std::string number{check};
    const auto rejected = [&](std::string reason, std::vector<std::string> more = {}) {
        std::vector<std::string> arguments{of.number, number};
        arguments.insert(arguments.end(), more.begin(), more.end());
        return Rejected{std::move(reason), "check", std::move(arguments)};
    };
    if (!is_recorded(db, check)) return rejected("unknown_check");
    const auto met = met_at(db, check, found.front().vehicle);
    if (!met) return rejected("check_without_vehicle", {found.front().vehicle});
    if (met->held_on > on) return rejected("check_not_held", {iso(met->held_on)});
    if (std::ranges::find(found, check, &Found::check) != found.end()) return rejected("check_found_it");
    for (const Found& each : found) {
        if (met->held_on <= each.on) return rejected("check_not_later", {iso(met->held_on), iso(each.on)});
        if (found_again(db, met->id, each.rule)) return rejected("check_found_again", {each.rule});
    }
    return std::nullopt;
}

}  // namespace xiaoan::data
