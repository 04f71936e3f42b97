#include "console/cli/judged_dossiers.hpp"

#include "console/conformance/conformance.hpp"
#include "console/water/exposure.hpp"

namespace xiaoan::cli {

rules::Dossiers judged_dossiers(const Context& context, const data::Register& from,
                                std::shared_ptr<const data::Snapshot> snapshot, data::Date as_of)
{
    rules::Dossiers dossiers(snapshot, context.judging());
    const water::WaterPlaces waters(snapshot);
    dossiers.set_driven(conformance::look_at(dossiers, snapshot, conformance::tracks_of(from),
                                             {waters.waters(), waters.geometries()}, as_of)
                            .facts);
    return dossiers;
}

}  // namespace xiaoan::cli
