#include "console/conflicts/conflict_words.hpp"

#include "console/language/wording.hpp"
#include "console/rules/field_words.hpp"
#include "console/rules/wording.hpp"

#include <fmt/format.h>

namespace xiaoan::conflicts {

namespace {

using language::grouped;
using language::Language;
using language::tr;

const ConflictSide& side_of(const Conflict& conflict, bool first)
{
    return first ? conflict.first : conflict.second;
}

std::string key_text(const ConflictSide& side)
{
    return rules::shown_key(*side.kind, side.key);
}

std::string_view ground_key(Ground ground)
{
    switch (ground) {
    case Ground::well_formed: return "conflicts.ground.well_formed";
    case Ground::check_digit: return "conflicts.ground.check_digit";
    case Ground::in_use: return "conflicts.ground.in_use";
    case Ground::later: return "conflicts.ground.later";
    case Ground::own_county: return "conflicts.ground.own_county";
    case Ground::operator_county: return "conflicts.ground.operator_county";
    case Ground::none: break;
    }
    return "conflicts.ground.none";
}

/// The value that both sides give differently, of two records that disagree in one field.
std::string value_text(const data::Snapshot& snapshot, const Conflict& conflict, bool first, Language language)
{
    const ComparedField& field = conflict.fields.front();
    const ConflictSide& side = side_of(conflict, first);
    return rules::shown_value(snapshot, *side.kind, first ? field.first_field : field.second_field,
                              first ? field.first : field.second, language);
}

}  // namespace

std::string_view rule_text(ConflictRule rule, Language language)
{
    return tr(language, fmt::format("conflicts.rule.{}", word(rule)));
}

std::string side_text(const data::Snapshot& snapshot, const Conflict& conflict, bool first, Language language)
{
    const ConflictSide& side = side_of(conflict, first);
    if (conflict.rule == ConflictRule::other_county)
        return first ? rules::origin_text(snapshot, side.origin, language)
                     : tr(language, "conflicts.now_from", {rules::origin_text(snapshot, side.origin, language)});
    std::string text = key_text(side);
    if (conflict.rule == ConflictRule::county_differs)
        text = tr(language, "conflicts.record_of",
                  {std::string{tr(language, fmt::format("record.{}", side.kind->singular))}, text});
    else if (!side.name.empty() && side.name != side.key)
        text += "  " + side.name;
    return text;
}

std::string differing_text(const Conflict& conflict, Language language)
{
    std::string text;
    for (const ComparedField& field : conflict.fields) {
        if (!field.differs) break;
        if (!text.empty()) text += tr(language, "changes.and");
        text += rules::field_label(*conflict.first.kind, field.first_field, language);
    }
    return text;
}

std::string proposal_text(const data::Snapshot& snapshot, const Conflict& conflict, Language language)
{
    const auto ground = tr(language, ground_key(conflict.proposal.ground));
    if (conflict.proposal.ground == Ground::none) return std::string{ground};
    return tr(language, "conflicts.proposal",
              {decision_text(snapshot, conflict, conflict.proposal.decision, language), std::string{ground}});
}

std::string decision_text(const data::Snapshot& snapshot, const Conflict& conflict, Decision decision,
                          Language language)
{
    if (decision == Decision::both_right) return std::string{tr(language, "conflicts.both_right")};
    const bool first = decision == Decision::kept_first;
    if (conflict.rule == ConflictRule::other_county)
        return std::string{tr(language, first ? "conflicts.restore" : "conflicts.leave_new")};
    if (conflict.rule == ConflictRule::county_differs)
        return tr(language, "conflicts.take_value", {value_text(snapshot, conflict, first, language)});
    return tr(language, "conflicts.keep", {key_text(side_of(conflict, first))});
}

std::string consequence_text(const Conflict& conflict, Decision decision, const Consequence& of, Language language)
{
    if (decision == Decision::both_right) return std::string{tr(language, "conflicts.does.note")};
    const bool first = decision == Decision::kept_first;
    if (conflict.rule == ConflictRule::other_county)
        return std::string{tr(language, first ? "conflicts.does.restore" : "conflicts.does.leave_new")};
    if (conflict.rule == ConflictRule::county_differs)
        return tr(language, "conflicts.does.take_value",
                  {std::string{tr(language, fmt::format("record.{}", side_of(conflict, !first).kind->singular))},
                   key_text(side_of(conflict, !first))});
    std::string text = tr(language, "conflicts.does.retire", {key_text(side_of(conflict, !first))});
    if (of.moved > 0) text += tr(language, "conflicts.does.move", {grouped(of.moved)});
    if (of.retired > 1) text += tr(language, "conflicts.does.retire_twins", {grouped(of.retired - 1)});
    return text;
}

std::string reason_text(const data::Snapshot& snapshot, const Conflict& conflict, Decision decision, Language language)
{
    return tr(language, "conflicts.reason",
              {std::string{rule_text(conflict.rule, language)}, key_text(conflict.first),
               decision_text(snapshot, conflict, decision, language)});
}

}  // namespace xiaoan::conflicts
