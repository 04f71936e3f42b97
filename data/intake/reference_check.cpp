#include "data/intake/reference_check.hpp"

#include "data/kinds/kinds.hpp"
#include "data/register/stored_value.hpp"

namespace xiaoan::data {

const KindInfo* referred_kind(const KindInfo& kind, std::size_t field)
{
    const FieldInfo& info = kind.fields[field];
    if (info.type == FieldType::reference) return find_kind(info.refers_to);
    if (info.type == FieldType::licence_number) return kind.key == "drivers" ? nullptr : find_kind("drivers");
    const bool only_seen = kind.key == "sightings" || kind.key == "tracks";
    if (info.type == FieldType::registration_number && kind.key != "buses" && !only_seen) return find_kind("buses");
    return nullptr;
}

const std::vector<ReferenceCheck::Field>& ReferenceCheck::fields_of(const KindInfo& kind)
{
    const auto [found, is_new] = fields_.try_emplace(&kind);
    if (is_new)
        for (std::size_t i = 0; i < kind.fields.size(); ++i)
            if (const KindInfo* to = referred_kind(kind, i))
                found->second.push_back({static_cast<std::uint8_t>(i), to});
    return found->second;
}

void ReferenceCheck::add(const KindInfo& kind, RowPlace place, std::span<const Value> values)
{
    for (const Field& field : fields_of(kind))
        if (is_given(values[field.field]))
            uses_[{&kind, field.to}][std::get<std::string>(values[field.field])].push_back({place, field.field});
}

std::vector<UnresolvedReference> ReferenceCheck::unresolved(const Edit& edit) const
{
    std::vector<UnresolvedReference> found;
    for (const auto& [kinds, values] : uses_)
        for (const auto& [value, uses] : values) {
            if (edit.has_referred(*kinds.second, value)) continue;
            for (const Use& use : uses) found.push_back({use.place, kinds.first, use.field, kinds.second, value});
        }
    return found;
}

}  // namespace xiaoan::data
