// The dossier of one bus as people read it: findings with evidence, terms against today, permit beside run, origin.
#pragma once

#include "console/desk/check_request.hpp"
#include "console/desk/derived.hpp"
#include "console/language/language.hpp"

#include <optional>
#include <string>
#include <vector>

namespace xiaoan::permits {

/// One finding as a card.
struct FindingCard {
    const rules::Finding* finding = nullptr;
    std::string title;                  // 未核发校车标牌
    std::string lasting;                // 已 84 天, 余 7 天, or nothing
    std::string basis;                  // article and acting department
    std::string text;                   // the finding in a sentence
    std::vector<std::string> evidence;  // one fact a line: field, value, file and row
};

/// A term as a bar against today.
struct TermBar {
    enum class Look { in_order, due, ended, missing };
    std::string label;
    std::optional<data::Date> from;
    std::optional<data::Date> to;  // empty with Look::in_order: no end
    Look look = Look::missing;
    std::string text;  // 2027-08-30, 余 12 天, 逾期 9 天, 无, 未登记
};

/// A finding that is set aside: it does not count, and stays in sight.
struct SilencedCard {
    std::string title;
    std::string lasting;  // 豁免，至 2026-12-31，李某
    std::string reason;
};

/// What is permitted beside what is done; it differs where a rule (PLATE-MISMATCH-*) says so.
struct ComparisonRow {
    std::string label;
    std::string permitted;
    std::string actual;
    bool differs = false;
};

/// A run as it was driven on a day.
struct DrivenLine {
    desk::DrivenRunKey key;
    std::string when;  // 11-20 06:50
    std::string how;
};

struct BusView {
    std::string registration_number;  // 吉G·12345
    std::string line;                 // body, seats, county, operator
    rules::BusState state{};
    bool in_service = false;
    std::vector<FindingCard> cards;  // gravest first, without the gaps
    std::vector<FindingCard> gaps;
    std::vector<SilencedCard> silenced;
    std::vector<TermBar> terms;
    std::string permitted_by;  // 标牌 or 许可: what the comparison's left side is; empty where there is neither
    std::vector<ComparisonRow> comparison;
    std::vector<std::string> untrue;  // why what is printed on the plate no longer holds, a sentence a field
    std::string other_runs;           // how many more runs are current, in words; or nothing
    std::vector<std::string> stops;   // of the run's route: time and name
    std::vector<DrivenLine> driven;   // the newest of which something is known, at most six
    std::vector<std::string> cases;   // number, department, state, deadline
    std::vector<std::string> origin;  // file, sheet, row and day of the bus, its permit and its plate
};

/// `bus` is its index in the dossiers.
[[nodiscard]] BusView bus_view(const desk::Derived& derived, std::size_t bus, language::Language language);

}  // namespace xiaoan::permits
