// All that a frame or a question needs of a register, in memory and immutable.
#pragma once

#include "data/kinds/kinds.hpp"
#include "data/register/cases.hpp"
#include "data/register/commands.hpp"
#include "data/register/conflict_records.hpp"
#include "data/register/people.hpp"
#include "data/register/region.hpp"
#include "data/register/table.hpp"

#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace xiaoan::data {

/// A file that was imported.
struct Source {
    std::int64_t id = 0;
    std::string file;    // its name without folders
    std::string sheet;   // empty for a CSV
    std::string sha256;  // hexadecimal
    std::string imported_at;
    std::string imported_by;
    std::string kind;
};

// Compiled once, in snapshot.cpp: every file that reads a snapshot would make them again.
extern template class Table<School>;
extern template class Table<Operator>;
extern template class Table<Bus>;
extern template class Table<Driver>;
extern template class Table<Route>;
extern template class Table<Stop>;
extern template class Table<Permit>;
extern template class Table<Plate>;
extern template class Table<Run>;
extern template class Table<Substitution>;
extern template class Table<Agreement>;
extern template class Table<Maintenance>;
extern template class Table<Education>;
extern template class Table<Water>;
extern template class Table<Sighting>;
extern template class Table<Track>;
extern template class Table<Progress>;
extern template class Table<Contact>;
extern template class Table<Meeting>;
extern template class Table<Assignment>;
extern template class Table<Handover>;

/// One table a kind. Bases in place of a std::tuple, which takes a compiler half a second in every file that reads it.
template <class... Records>
struct Tables : Table<Records>... {};

struct Snapshot {
    std::uint64_t generation = 0;  // differs between any two snapshots of different content
    ChangeId last_change;
    std::string name;            // of the register: the bureau or the file
    bool demonstration = false;  // invented buses and people: every screen says so
    std::shared_ptr<const Region> region;
    std::shared_ptr<const People> people;
    std::vector<Source> sources;          // ascending by id
    std::vector<Case> cases;              // ascending by id
    std::vector<Contested> contested;     // ascending by id
    std::vector<Settlement> settlements;  // ascending by id
    Tables<School, Operator, Bus, Driver, Route, Stop, Permit, Plate, Run, Substitution, Agreement, Maintenance,
           Education, Water, Sighting, Track, Progress, Contact, Meeting, Assignment, Handover>
        tables;

    /// The records of one kind that are in use (not retired), ascending by id.
    template <class Record>
    [[nodiscard]] const Table<Record>& all() const
    {
        return tables;
    }
    template <class Record>
    [[nodiscard]] Table<Record>& all()
    {
        return tables;
    }
    /// The file that an origin names; null for what was entered by hand.
    [[nodiscard]] const Source* source(const Origin& origin) const;
    /// The case with this number; null where there is none.
    [[nodiscard]] const Case* find_case(std::string_view number) const;
};

}  // namespace xiaoan::data
