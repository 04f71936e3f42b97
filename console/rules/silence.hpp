// Why a finding is silenced: for which reason, by whom, until when.
#pragma once

#include "console/language/language.hpp"
#include "console/rules/dossier.hpp"
#include "console/rules/finding.hpp"

namespace xiaoan::rules {

struct SilenceReason {
    Silence kind{};
    std::string reason{};
    std::string by{};        // empty where nobody is on record
    data::DateCell until{};  // its last day
};

/// Only of a finding that is silenced.
[[nodiscard]] SilenceReason silence_reason(const Dossiers& dossiers, const Finding& finding, data::Date as_of,
                                           language::Language language);

}  // namespace xiaoan::rules
