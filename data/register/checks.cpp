#include "data/register/checks.hpp"

#include "data/register/case_table.hpp"
#include "data/register/check_evidence.hpp"
#include "data/register/connection.hpp"
#include "data/register/edit_state.hpp"
#include "data/register/fault.hpp"
#include "data/register/hand_commands.hpp"
#include "data/register/known_at.hpp"
#include "data/register/silencing_table.hpp"
#include "data/register/statement.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>

namespace xiaoan::data {

namespace {

Rejected rejected(std::string reason, std::string field)
{
    return {std::move(reason), std::move(field), {}};
}

std::vector<CheckedVehicle> read_vehicles(const SQLite::Database& db)
{
    std::vector<CheckedVehicle> all;
    Statement select(db, "SELECT id, check_number, vehicle, held_on, source_file, source_row FROM checked_vehicle"
                         " ORDER BY id");
    while (select.step())
        all.push_back({.id = RecordId{select.integer(0)},
                       .check = std::string{select.text(1)},
                       .vehicle = std::string{select.text(2)},
                       .held_on = date_from_iso(select.text(3)).value_or(Date{}),
                       .origin = {select.integer(4), static_cast<std::int32_t>(select.integer(5))}});
    const auto of = [&](std::int64_t id) -> CheckedVehicle* {
        const auto found = std::ranges::lower_bound(all, RecordId{id}, {}, &CheckedVehicle::id);
        return found != all.end() && found->id.value == id ? &*found : nullptr;
    };
    Statement answers(db, "SELECT checked_vehicle_id, question, answer FROM check_answer"
                          " ORDER BY checked_vehicle_id, question");
    while (answers.step())
        if (CheckedVehicle* vehicle = of(answers.integer(0)))
            vehicle->answers.push_back({std::string{answers.text(1)}, std::string{answers.text(2)}});
    Statement outcomes(db, "SELECT checked_vehicle_id, found, way, reference FROM check_outcome"
                           " ORDER BY checked_vehicle_id, n");
    while (outcomes.step())
        if (CheckedVehicle* vehicle = of(outcomes.integer(0)))
            vehicle->outcomes.push_back({std::string{outcomes.text(1)}, value_of_word<OutcomeWay>(outcomes.text(2)),
                                         std::string{outcomes.text(3)}});
    std::ranges::sort(all, {}, [](const CheckedVehicle& each) { return std::tie(each.check, each.vehicle); });
    return all;
}

/// Writes the vehicles of a command, its cases and hand-overs, within one change.
class Recorder {
public:
    Recorder(Edit::State& edit, const RecordChecks& asked, const Actor& actor)
        : edit_(edit), asked_(asked), actor_(actor)
    {
    }

    Result<void> run()
    {
        for (const NewSource& source : asked_.sources) sources_.push_back(add_source(source));
        std::vector<std::vector<CheckOutcome>> outcomes;
        for (const auto& vehicle : asked_.vehicles) {
            if (vehicle.checked.check.empty()) return std::unexpected(rejected("missing_field", "check"));
            if (vehicle.checked.vehicle.empty()) return std::unexpected(rejected("missing_field", "vehicle"));
            ids_.push_back(put_vehicle(vehicle));
            outcomes.push_back(vehicle.checked.outcomes);
        }
        for (const auto& each : asked_.cases)
            if (auto done = open(each, outcomes.at(each.vehicle)); !done) return done;
        for (const auto& each : asked_.handovers)
            if (auto done = hand_over(each); !done) return done;
        for (std::size_t i = 0; i < outcomes.size(); ++i) put_outcomes(ids_[i], outcomes[i]);
        for (const auto& each : asked_.withdrawn) withdraw(each);
        for (const auto& each : asked_.ended)
            edit_.touched += end_waivers(edit_.change, each.rule, each.registration_number, each.reason, each.last_on);
        for (const SilenceFindings& cleared : asked_.cleared) {
            if (auto done = add_silencing(edit_.change, cleared, actor_); !done) return done;
            ++edit_.touched;
        }
        return {};
    }

private:
    std::int64_t add_source(const NewSource& source)
    {
        const std::int64_t id = insert_source(edit_.change, source, actor_);
        if (std::ranges::find(edit_.files, source.file) == edit_.files.end()) edit_.files.push_back(source.file);
        return id;
    }

    std::int64_t put_vehicle(const RecordChecks::Vehicle& vehicle)
    {
        const auto& db = edit_.change.db();
        std::optional<std::int64_t> held;
        {
            Statement find(db, "SELECT id FROM checked_vehicle WHERE check_number = ?1 AND vehicle = ?2");
            find.bind(1, std::string_view{vehicle.checked.check});
            find.bind(2, std::string_view{vehicle.checked.vehicle});
            if (find.step()) held = find.integer(0);
        }
        const std::int64_t id = held ? *held : edit_.change.ids().next("checked_vehicle");
        Statement write(db, held ? "UPDATE checked_vehicle SET check_number = ?2, vehicle = ?3, held_on = ?4,"
                                   " source_file = ?5, source_row = ?6 WHERE id = ?1"
                                 : "INSERT INTO checked_vehicle (id, check_number, vehicle, held_on, source_file,"
                                   " source_row) VALUES (?1, ?2, ?3, ?4, ?5, ?6)");
        const std::string held_on = iso(vehicle.checked.held_on);
        write.bind(1, id);
        write.bind(2, std::string_view{vehicle.checked.check});
        write.bind(3, std::string_view{vehicle.checked.vehicle});
        write.bind(4, std::string_view{held_on});
        if (vehicle.source) {
            write.bind(5, sources_.at(*vehicle.source));
            write.bind(6, std::int64_t{vehicle.row});
        }
        write.run();
        remove("check_answer", id);
        Statement answer(db, "INSERT INTO check_answer (checked_vehicle_id, question, answer) VALUES (?1, ?2, ?3)");
        for (const CheckAnswer& each : vehicle.checked.answers) {
            answer.bind(1, id);
            answer.bind(2, std::string_view{each.question});
            answer.bind(3, std::string_view{each.answer});
            answer.run();
        }
        ++edit_.touched;
        return id;
    }

    void remove(std::string_view table, std::int64_t of)
    {
        Statement statement(edit_.change.db(), fmt::format("DELETE FROM {} WHERE checked_vehicle_id = ?1", table));
        statement.bind(1, of);
        statement.run();
    }

    void put_outcomes(std::int64_t id, const std::vector<CheckOutcome>& outcomes)
    {
        remove("check_outcome", id);
        Statement insert(edit_.change.db(), "INSERT INTO check_outcome (checked_vehicle_id, n, found, way, reference)"
                                            " VALUES (?1, ?2, ?3, ?4, ?5)");
        std::int64_t n = 0;
        for (const CheckOutcome& outcome : outcomes) {
            insert.bind(1, id);
            insert.bind(2, ++n);
            insert.bind(3, std::string_view{outcome.found});
            insert.bind(4, word(outcome.way));
            if (outcome.reference.empty())
                insert.bind_null(5);
            else
                insert.bind(5, std::string_view{outcome.reference});
            insert.run();
        }
    }

    Result<void> open(const RecordChecks::Case& asked, std::vector<CheckOutcome>& outcomes)
    {
        auto number = open_or_join(edit_.change, asked.opened, actor_);
        if (!number) {
            if (number.error().reason != "case_open_already") return std::unexpected(number.error());
            number = std::string{number.error().arguments.at(0)};
            say_again(*number, asked);
        }
        revive(*number, asked.opened);
        ++edit_.touched;
        for (CheckOutcome& outcome : outcomes)
            if (outcome.way == OutcomeWay::opens_case &&
                std::ranges::find(asked.found, outcome.found) != asked.found.end())
                outcome.reference = *number;
        numbers_.push_back(*number);
        return {};
    }

    Result<void> hand_over(const RecordChecks::HandOver& asked)
    {
        PutRecord record = asked.record;
        const std::string& number = asked.opened ? numbers_.at(*asked.opened) : asked.case_number;
        if (!number.empty()) record.fields.push_back({"case", Value{number}});
        if (auto done = put_record(edit_, record); !done) return std::unexpected(done.error());
        return {};
    }

    /// A case that holds all of it already learns that it was seen again.
    void say_again(const std::string& number, const RecordChecks::Case& asked)
    {
        const auto living = read_case(edit_.change.db(), number);
        if (!living || asked.opened.opened_on < living->opened_on) return;
        note(*living, asked_.vehicles[asked.vehicle].checked.check, asked.opened.note, asked.opened.opened_on,
             Answer::yes);
    }

    /// What was withdrawn and is found again is a fact anew.
    void revive(const std::string& number, const OpenCase& asked)
    {
        const auto living = read_case(edit_.change.db(), number);
        if (!living) return;
        for (const CaseRule& rule : asked.rules)
            for (const CaseRule& held : living->rules)
                if (held.rule == rule.rule && held.evidence.find(withdrawn_mark) != std::string::npos)
                    put_evidence(living->id, rule.rule, rule.evidence);
    }

    void withdraw(const RecordChecks::Withdrawal& asked)
    {
        const auto living = read_case(edit_.change.db(), asked.case_number);
        if (!living || has_ended(living->state)) return;
        for (const CaseRule& held : living->rules)
            if (std::ranges::find(asked.rules, held.rule) != asked.rules.end() && rests_on(held, asked.check))
                put_evidence(living->id, held.rule, withdrawn_evidence(held.evidence, asked.on));
        note(*living, asked.check, asked.note, std::max(asked.on, living->opened_on), Answer::no);
        ++edit_.touched;
    }

    static bool rests_on(const CaseRule& rule, const std::string& check)
    {
        const auto seen = check_in_evidence(rule.evidence);
        return seen && seen->check == check && rule.evidence.find(withdrawn_mark) == std::string::npos;
    }

    void put_evidence(RecordId of, const std::string& rule, const std::string& evidence)
    {
        Statement update(edit_.change.db(), "UPDATE case_rule SET evidence = ?1 WHERE case_id = ?2 AND rule = ?3");
        update.bind(1, std::string_view{evidence});
        update.bind(2, of.value);
        update.bind(3, std::string_view{rule});
        update.run();
    }

    void note(const Case& of, const std::string& check, const std::string& text, Date on, Answer stands)
    {
        add_case_event(edit_.change.db(), of.id, actor_,
                       {.at = actor_.at,
                        .what = std::string{word(CaseStep::noted)},
                        .by = actor_.name,
                        .text = text,
                        .on = DateCell{on},
                        .due_on = {},
                        .document = check,
                        .stands = stands});
    }

    Edit::State& edit_;
    const RecordChecks& asked_;
    const Actor& actor_;
    std::vector<std::int64_t> sources_;
    std::vector<std::int64_t> ids_;     // of the vehicles, in their order
    std::vector<std::string> numbers_;  // of the cases, in their order
};

/// "20261125-1, 20261125-2".
std::string checks_of(const RecordChecks& asked)
{
    std::set<std::string_view> numbers;
    for (const auto& vehicle : asked.vehicles) numbers.insert(vehicle.checked.check);
    return fmt::format("{}", fmt::join(numbers, ", "));
}

}  // namespace

std::string_view CheckedVehicle::answer(std::string_view question) const
{
    const auto found = std::ranges::lower_bound(answers, question, {}, &CheckAnswer::question);
    return found != answers.end() && found->question == question ? std::string_view{found->answer} : std::string_view{};
}

const CheckedVehicle* find_checked(std::span<const CheckedVehicle> sorted, std::string_view check,
                                   std::string_view vehicle)
{
    const auto key = [](const CheckedVehicle& each) {
        return std::pair{std::string_view{each.check}, std::string_view{each.vehicle}};
    };
    const std::pair wanted{check, vehicle};
    const auto found = std::ranges::lower_bound(sorted, wanted, {}, key);
    return found != sorted.end() && key(*found) == wanted ? &*found : nullptr;
}

std::vector<CheckedVehicle> read_checks(const std::string& register_path, std::optional<ChangeId> known)
{
    const Store store = open_store(register_path, false);
    return guarded(register_path,
                   [&] { return known ? read_vehicles(store_as_known(store, *known).db) : read_vehicles(store.db); });
}

Result<std::optional<ChangeId>> apply_checks(const std::string& register_path, const RecordChecks& command,
                                             const Actor& actor)
{
    Store store = open_store(register_path, true);
    return guarded(register_path, [&]() -> Result<std::optional<ChangeId>> {
        Edit::State edit(store);
        if (auto done = Recorder(edit, command, actor).run(); !done) return std::unexpected(done.error());
        return edit.commit(actor, "record_checks", checks_of(command));
    });
}

}  // namespace xiaoan::data
