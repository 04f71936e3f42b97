// The dossiers that findings are judged from on the command line: the records, the settings, and what tracks tell.
#pragma once

#include "console/cli/context.hpp"
#include "console/rules/dossier.hpp"

#include <memory>

namespace xiaoan::cli {

/// `snapshot` is of this register and holds what rules::judged_kinds() names. Tracks of the days before `as_of` are
/// read; as of another day than that the rules on tracks may be silent. Throws StoreFault.
[[nodiscard]] rules::Dossiers judged_dossiers(const Context& context, const data::Register& from,
                                              std::shared_ptr<const data::Snapshot> snapshot, data::Date as_of);

}  // namespace xiaoan::cli
