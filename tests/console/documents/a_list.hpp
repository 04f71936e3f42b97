// The flagged buses of the fleet, as a list.
#pragma once

#include "console/documents/flagged_list.hpp"
#include "tests/support/a_fleet.hpp"

namespace xiaoan::test {

inline documents::FlaggedList list_of(const desk::Derived& derived, const rules::FindingFilter& filter = {},
                                      language::Language language = language::Language::zh)
{
    return documents::flagged_list(derived.dossiers, derived.judgement,
                                   rules::filtered(derived.dossiers, derived.judgement, filter), language);
}

/// A list of so many rows of this kind.
inline documents::FlaggedList list_of_rows(std::size_t count)
{
    auto list = list_of(*a_fleet());
    const auto row = list.rows.at(0);
    list.rows.assign(count, row);
    for (std::size_t i = 0; i < count; ++i) list.rows[i].registration_number = "吉G" + std::to_string(20000 + i);
    return list;
}

}  // namespace xiaoan::test
