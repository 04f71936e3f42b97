#include "data/register/snapshot.hpp"

#include <algorithm>

namespace xiaoan::data {

template class Table<School>;
template class Table<Operator>;
template class Table<Bus>;
template class Table<Driver>;
template class Table<Route>;
template class Table<Stop>;
template class Table<Permit>;
template class Table<Plate>;
template class Table<Run>;
template class Table<Substitution>;
template class Table<Agreement>;
template class Table<Maintenance>;
template class Table<Education>;
template class Table<Water>;
template class Table<Sighting>;
template class Table<Track>;
template class Table<Progress>;
template class Table<Contact>;
template class Table<Meeting>;
template class Table<Assignment>;
template class Table<Handover>;

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
