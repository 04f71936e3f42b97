#include "console/rules/silence.hpp"

#include "console/rules/judge.hpp"

namespace xiaoan::rules {

namespace {

/// A substitution is silent for its day only. Whoever brought in its file stands for it.
SilenceReason of_substitution(const Dossiers& dossiers, const Finding& finding, data::Date as_of,
                              language::Language language)
{
    BusRoom room;
    const auto bus = bus_on_date(dossiers, dossiers.find(finding.bus), as_of, room);
    const SubstitutionFacts* facts = bus.substitution != nullptr ? bus.substitution : bus.standing_in;
    SilenceReason reason{.kind = Silence::substitution, .until = data::DateCell{as_of}};
    if (facts == nullptr) return reason;
    const data::Substitution& substitution = dossiers.record(*facts);
    const std::string filed =
        substitution.filed_on.has_date() ? data::iso(substitution.filed_on.date()) : std::string{};
    reason.reason = filed.empty() ? std::string{language::tr(language, "silence.substitution")}
                                  : language::tr(language, "silence.substitution_filed", {filed});
    if (const data::Source* source = dossiers.snapshot().source(substitution.origin)) reason.by = source->imported_by;
    return reason;
}

}  // namespace

SilenceReason silence_reason(const Dossiers& dossiers, const Finding& finding, data::Date as_of,
                             language::Language language)
{
    if (finding.silence == Silence::substitution) return of_substitution(dossiers, finding, as_of, language);
    const data::Silencing* given = dossiers.silencing(dossiers.find(finding.bus), rule_id(finding), as_of);
    if (given == nullptr) return {.kind = finding.silence};
    return {.kind = finding.silence,
            .reason = given->reason,
            .by = given->given_by,
            .until = data::DateCell{given->until_on}};
}

}  // namespace xiaoan::rules
