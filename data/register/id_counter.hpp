// Gives out ids: sequential within a desk, the desk's number in the high bits, never the same one twice.
#pragma once

#include "data/register/statement.hpp"

#include <cstdint>
#include <functional>
#include <map>
#include <string>
#include <string_view>

namespace xiaoan::data {

/// What was given out is written by store(), in the transaction of the change.
class IdCounter {
public:
    static constexpr int desk_shift = 40;

    IdCounter(const SQLite::Database& db, std::int64_t desk) : db_(db), first_(desk << desk_shift) {}
    /// The next id of a table.
    [[nodiscard]] std::int64_t next(std::string_view name) { return first_ + next_number(name); }
    /// The next of a plain series that starts at 1, such as the case numbers of a year.
    [[nodiscard]] std::int64_t next_number(std::string_view name)
    {
        auto found = last_.find(name);
        if (found == last_.end()) found = last_.emplace(std::string{name}, read(name)).first;
        return ++found->second;
    }
    void store()
    {
        Statement write(db_, "INSERT OR REPLACE INTO id_counter (name, last) VALUES (?1, ?2)");
        for (const auto& [name, last] : last_) {
            write.bind(1, std::string_view{name});
            write.bind(2, last);
            write.run();
        }
    }

private:
    [[nodiscard]] std::int64_t read(std::string_view name) const
    {
        Statement last(db_, "SELECT last FROM id_counter WHERE name = ?1");
        last.bind(1, name);
        return last.step() ? last.integer(0) : 0;
    }
    const SQLite::Database& db_;
    std::int64_t first_;
    std::map<std::string, std::int64_t, std::less<>> last_;
};

}  // namespace xiaoan::data
