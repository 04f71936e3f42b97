#include "console/records/form_layout.hpp"

#include <algorithm>
#include <array>

namespace xiaoan::records {

namespace {

struct GroupOf {
    std::string_view kind;
    std::string_view title;
    std::string_view fields;  // keys, blanks between
};

constexpr std::array groups{
    GroupOf{"schools", "entry.group.basic", "code name county township kind ownership supervised_by"},
    GroupOf{"schools", "entry.group.pupils", "pupils boarders riders"},
    GroupOf{"schools", "entry.group.place", "address lon lat"},
    GroupOf{"schools", "entry.group.contact", "officer phone"},

    GroupOf{"operators", "entry.group.basic", "uscc name kind county government_purchased"},
    GroupOf{"operators", "entry.group.papers", "transport_licence transport_licence_until"},
    GroupOf{"operators", "entry.group.contact", "contact phone"},

    GroupOf{"buses", "entry.group.basic", "registration_number vin county operator owner service use_code state"},
    GroupOf{"buses", "entry.group.vehicle",
            "body vehicle_type pupils_served seats registered_on manufactured_on odometer_km"},
    GroupOf{"buses", "entry.group.inspection",
            "last_inspection_on inspection_until compulsory_insurance_until liability_insurance_until"},
    GroupOf{"buses", "entry.group.equipment",
            "satellite_positioning recorder extinguisher hammer first_aid lamps stop_sign equipment_until"},

    GroupOf{"drivers", "entry.group.basic", "licence_number name county operator born_on phone"},
    GroupOf{"drivers", "entry.group.licence", "licence_class licensed_on licence_until last_review_on"},
    GroupOf{"drivers", "entry.group.qualification", "qualified_on withdrawn_on record"},

    GroupOf{"routes", "entry.group.basic", "code name school county direction departs_at arrives_at"},
    GroupOf{"routes", "entry.group.place", "geometry"},

    GroupOf{"stops", "entry.group.basic", "route sequence name time boarding"},
    GroupOf{"stops", "entry.group.place", "lon lat"},

    GroupOf{"permits", "entry.group.basic", "number registration_number county route driver departs_at"},
    GroupOf{"permits", "entry.group.procedure",
            "applied_on accepted_on consulted_on called_on presented_on police_replied_on transport_replied_on "
            "reported_on extended_to"},
    GroupOf{"permits", "entry.group.decision", "decision decided_on authority valid_from valid_to revoked_on"},

    GroupOf{"plates", "entry.group.basic", "number permit registration_number state issuer"},
    GroupOf{"plates", "entry.group.printed", "driver route departs_at stops owner"},
    GroupOf{"plates", "entry.group.term", "claimed_on issued_on valid_to withdrawn_on"},

    GroupOf{"runs", "entry.group.basic", "registration_number route driver attendant"},
    GroupOf{"runs", "entry.group.times", "departs_at weekdays from_on to_on riders"},

    GroupOf{"substitutions", "entry.group.basic", "date registration_number substitute_bus substitute_driver filed_on"},
    GroupOf{"agreements", "entry.group.basic", "school operator signed_on filed_on"},
    GroupOf{"maintenance", "entry.group.basic", "registration_number done_on garage what"},
    GroupOf{"education", "entry.group.basic", "school kind on count of"},

    GroupOf{"waters", "entry.group.basic", "code name kind county township"},
    GroupOf{"waters", "entry.group.place", "lon lat geometry"},
    GroupOf{"waters", "entry.group.water", "depth_m bank current freezes incidents_5y"},
    GroupOf{"waters", "entry.group.water_equipment", "warning_sign fence lifebuoy rope pole"},
    GroupOf{"waters", "entry.group.duty", "duty_unit duty_holder phone last_patrol_on"},

    GroupOf{"sightings", "entry.group.basic", "seen_at registration_number source riders_seen note"},
    GroupOf{"sightings", "entry.group.place", "place direction lon lat"},
    GroupOf{"tracks", "entry.group.basic", "registration_number at lon lat speed_kmh"},
    GroupOf{"progress", "entry.group.basic", "item county state done_on note"},

    GroupOf{"contacts", "entry.group.basic", "department county unit post note"},
    GroupOf{"contacts", "entry.group.contact", "name phone"},
    GroupOf{"meetings", "entry.group.basic", "number kind held_on county place chair present absent"},
    GroupOf{"meetings", "entry.group.agreed", "agreed minutes items cases"},
    GroupOf{"assignments", "entry.group.basic", "number meeting item case department county what"},
    GroupOf{"assignments", "entry.group.done", "due_on done_on result"},
    GroupOf{"handovers", "entry.group.basic", "number case from to county what handed_on note"},
    GroupOf{"handovers", "entry.group.receipt", "received_on receipt"},
};

/// Fields that make a list of their kind readable, its own keys aside.
struct ListOf {
    std::string_view kind;
    std::string_view fields;
};
constexpr std::array lists{
    ListOf{"schools", "code name county township kind pupils riders"},
    ListOf{"operators", "name uscc kind county transport_licence_until"},
    ListOf{"buses", "registration_number county operator vin seats inspection_until state"},
    ListOf{"drivers", "name licence_number county operator licence_class licence_until"},
    ListOf{"routes", "code name school county direction departs_at"},
    ListOf{"stops", "route sequence name time boarding"},
    ListOf{"permits", "registration_number number county decision valid_from valid_to"},
    ListOf{"plates", "registration_number number state issued_on valid_to"},
    ListOf{"runs", "registration_number route driver departs_at from_on to_on"},
    ListOf{"substitutions", "date registration_number substitute_bus substitute_driver filed_on"},
    ListOf{"agreements", "school operator signed_on filed_on"},
    ListOf{"maintenance", "registration_number done_on garage what"},
    ListOf{"education", "school kind on count of"},
    ListOf{"waters", "code name kind county township duty_unit last_patrol_on"},
    ListOf{"sightings", "seen_at registration_number place direction riders_seen"},
    ListOf{"tracks", "registration_number at lon lat speed_kmh"},
    ListOf{"progress", "item county state done_on note"},
    ListOf{"contacts", "unit post department county name phone"},
    ListOf{"meetings", "number kind held_on county place agreed"},
    ListOf{"assignments", "number department county what due_on done_on"},
    ListOf{"handovers", "number from to county what handed_on received_on"},
};

/// The fields of a list of keys that the kind has.
std::vector<std::size_t> named(const data::KindInfo& kind, std::string_view keys)
{
    std::vector<std::size_t> fields;
    while (!keys.empty()) {
        const std::size_t end = std::min(keys.find(' '), keys.size());
        if (const auto field = kind.field(keys.substr(0, end))) fields.push_back(*field);
        keys.remove_prefix(std::min(end + 1, keys.size()));
    }
    return fields;
}

}  // namespace

std::vector<FormGroup> form_layout(const data::KindInfo& kind)
{
    std::vector<FormGroup> layout;
    std::vector<bool> placed(kind.fields.size());
    for (const GroupOf& group : groups) {
        if (group.kind != kind.key) continue;
        layout.push_back({group.title, named(kind, group.fields)});
        for (const std::size_t field : layout.back().fields) placed[field] = true;
    }
    FormGroup rest{"entry.group.other", {}};
    for (std::size_t field = 0; field < placed.size(); ++field)
        if (!placed[field]) rest.fields.push_back(field);
    if (!rest.fields.empty()) layout.push_back(std::move(rest));
    return layout;
}

std::vector<std::size_t> list_fields(const data::KindInfo& kind)
{
    const auto found = std::ranges::find(lists, kind.key, &ListOf::kind);
    if (found != lists.end()) return named(kind, found->fields);
    std::vector<std::size_t> fields;
    for (std::size_t field = 0; field < std::min<std::size_t>(kind.fields.size(), 6); ++field) fields.push_back(field);
    return fields;
}

}  // namespace xiaoan::records
