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
    for (const Field& field : fields_of(kind)) {
        if (!is_given(values[field.field])) continue;
        Uses& to = uses_[{&kind, field.to}];
        const auto [found, is_new] = to.number_of.try_emplace(std::get<std::string>(values[field.field]),
                                                              static_cast<std::uint32_t>(to.values.size()));
        if (is_new) to.values.push_back(found->first);
        to.uses.push_back({place, found->second, field.field});
    }
}

std::vector<UnresolvedReference> ReferenceCheck::unresolved(const Edit& edit) const
{
    constexpr std::size_t many = 500;  // from here on reading all keys is faster than asking for each
    std::vector<UnresolvedReference> found;
    for (const auto& [kinds, of] : uses_) {
        std::vector<bool> resolved;
        if (of.values.size() > many)
            resolved = edit.have_referred(*kinds.second, of.values);
        else
            for (const std::string_view value : of.values) resolved.push_back(edit.has_referred(*kinds.second, value));
        for (const Use& use : of.uses)
            if (!resolved[use.value])
                found.push_back({use.place, kinds.first, use.field, kinds.second, std::string{of.values[use.value]}});
    }
    return found;
}

}  // namespace xiaoan::data
