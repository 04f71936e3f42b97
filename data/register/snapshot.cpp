#include "data/register/snapshot.hpp"

#include <algorithm>

namespace xiaoan::data {

const Source* Snapshot::source(const Origin& origin) const
{
    const auto found = std::ranges::lower_bound(sources, origin.source, {}, &Source::id);
    return found != sources.end() && found->id == origin.source ? &*found : nullptr;
}

const Case* Snapshot::find_case(std::string_view number) const
{
    const auto found = std::ranges::find(cases, number, &Case::number);
    return found == cases.end() ? nullptr : &*found;
}

}  // namespace xiaoan::data
