// What a snapshot holds, as one text: two of one moment have the same.
#pragma once

#include "data/kinds/record_values.hpp"
#include "data/register/snapshot.hpp"

#include <fmt/format.h>

#include <string>

namespace xiaoan::data::test {

/// Everything that two snapshots of one moment must agree in, as text.
inline std::string told(const Snapshot& snapshot)
{
    std::string text =
        fmt::format("{} {} {}\n", snapshot.generation, snapshot.last_change.value, snapshot.people->size());
    for (const auto& source : snapshot.sources)
        text += fmt::format("{} {} {}\n", source.id, source.file, source.imported_at);
    for (const auto& each : snapshot.cases)
        text += fmt::format("{} {} {} {} {} {}\n", each.number, word(each.state), each.events.size(), each.rules.size(),
                            each.addressees.size(), each.attachments.size());
    for_each_kind([&]<class Record>(std::type_identity<Record>) {
        for (const Record& record : snapshot.all<Record>()) {
            text += fmt::format("{} {} {} {}:", kind_info<Record>.key, record.id.value, record.origin.source,
                                record.origin.row);
            for (const Value& value : values_of(record, [&](PersonRef person, const FieldInfo&) {
                     const auto clear = snapshot.people->text(person);
                     return clear ? Value{*clear} : Value{};
                 })) {
                if (const auto* held = std::get_if<std::string>(&value))
                    text += " " + *held;
                else if (const auto* whole = std::get_if<std::int64_t>(&value))
                    text += fmt::format(" {}", *whole);
                else if (const auto* number = std::get_if<double>(&value))
                    text += fmt::format(" {}", *number);
                else
                    text += " -";
            }
            text += '\n';
        }
    });
    return text;
}

}  // namespace xiaoan::data::test
