#include "console/permits/reconciliation.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <numeric>
#include <tuple>

namespace xiaoan::permits {

namespace {

const data::KindInfo& buses()
{
    return data::kind_info<data::Bus>;
}

std::size_t field_of(std::string_view key)
{
    return *buses().field(key);
}

/// One row of one list, with what it is matched by.
struct Row {
    std::size_t list = 0;
    const ListedVehicle* vehicle = nullptr;
    std::string number, vin, owner;
};

/// Rows that are one vehicle, at most one a list.
struct Group {
    std::vector<const Row*> rows;
    MatchedBy matched = MatchedBy::alone;
};

/// Whether two numbers of the same length differ in one character, as 0 for O or a slip of the hand. Characters are
/// code points: the province's stays what it is.
bool one_character_apart(std::string_view a, std::string_view b)
{
    if (a.size() != b.size() || a == b) return false;
    std::size_t differing = 0;
    for (std::size_t i = 0; i < a.size(); ++i)
        if (a[i] != b[i]) {
            const auto ascii = [](char c) { return static_cast<unsigned char>(c) < 0x80; };
            if (!ascii(a[i]) || !ascii(b[i])) return false;
            ++differing;
        }
    return differing == 1;
}

class Matching {
public:
    explicit Matching(const std::vector<VehicleList>& lists)
    {
        for (std::size_t i = 0; i < lists.size(); ++i)
            for (const ListedVehicle& vehicle : lists[i].vehicles)
                rows_.push_back({i, &vehicle, text_of(vehicle.values[field_of("registration_number")]),
                                 text_of(vehicle.values[field_of("vin")]), text_of(vehicle.values[field_of("owner")])});
        for (const Row& row : rows_) groups_.push_back({{&row}, MatchedBy::alone});
    }

    std::vector<Group> match()
    {
        join_equal(&Row::number, MatchedBy::registration_number);
        join_equal(&Row::vin, MatchedBy::vin);
        join_likely();
        std::erase_if(groups_, [](const Group& group) { return group.rows.empty(); });
        return std::move(groups_);
    }

private:
    static bool may_join(const Group& a, const Group& b)
    {
        return std::ranges::none_of(a.rows, [&](const Row* one) {
            return std::ranges::any_of(b.rows, [&](const Row* two) { return one->list == two->list; });
        });
    }

    void join(Group& into, Group& from, MatchedBy by)
    {
        into.rows.insert(into.rows.end(), from.rows.begin(), from.rows.end());
        into.matched = std::max({into.matched, from.matched, by});
        from.rows.clear();
    }

    /// Joins the groups that have a row with the same given text in this member.
    void join_equal(std::string Row::* member, MatchedBy by)
    {
        std::map<std::string_view, std::vector<Group*>> by_text;
        for (Group& group : groups_)
            for (const Row* row : group.rows)
                if (!(row->*member).empty()) by_text[row->*member].push_back(&group);
        for (auto& [text, same] : by_text)
            for (std::size_t i = 0; i < same.size(); ++i)
                for (std::size_t k = i + 1; k < same.size(); ++k)
                    if (same[i] != same[k] && !same[i]->rows.empty() && !same[k]->rows.empty() &&
                        may_join(*same[i], *same[k]))
                        join(*same[i], *same[k], by);
    }

    void join_likely()
    {
        std::map<std::string_view, std::vector<Group*>> by_owner;
        for (Group& group : groups_)
            for (const Row* row : group.rows)
                if (!row->owner.empty()) by_owner[row->owner].push_back(&group);
        for (auto& [owner, same] : by_owner)
            for (std::size_t i = 0; i < same.size(); ++i)
                for (std::size_t k = i + 1; k < same.size(); ++k)
                    if (same[i] != same[k] && likely(*same[i], *same[k])) join(*same[i], *same[k], MatchedBy::likely);
    }

    static bool likely(const Group& a, const Group& b)
    {
        if (a.rows.empty() || b.rows.empty() || !may_join(a, b)) return false;
        const auto both = [&](auto&& holds) {
            return std::ranges::all_of(a.rows, [&](const Row* one) {
                return std::ranges::all_of(b.rows, [&](const Row* two) { return holds(*one, *two); });
            });
        };
        return both([](const Row& one, const Row& two) {
            const bool other_vin = !one.vin.empty() && !two.vin.empty() && one.vin != two.vin;
            return one.owner == two.owner && !other_vin && one_character_apart(one.number, two.number);
        });
    }

    std::vector<Row> rows_;
    std::vector<Group> groups_;
};

std::vector<Difference> differences_of(const std::vector<const ListedVehicle*>& rows)
{
    std::vector<Difference> differences;
    for (std::size_t field = 0; field < buses().fields.size(); ++field) {
        Difference difference{field, std::vector<std::string>(rows.size())};
        std::string_view first;
        bool differs = false;
        for (std::size_t i = 0; i < rows.size(); ++i) {
            if (rows[i] == nullptr) continue;
            difference.values[i] = text_of(rows[i]->values[field]);
            if (difference.values[i].empty()) continue;
            if (first.empty())
                first = difference.values[i];
            else
                differs = differs || first != difference.values[i];
        }
        if (differs) differences.push_back(std::move(difference));
    }
    return differences;
}

ReconciledVehicle vehicle_of(const Group& group, std::size_t lists)
{
    ReconciledVehicle vehicle;
    vehicle.rows.resize(lists);
    vehicle.matched = group.matched;
    for (const Row* row : group.rows) vehicle.rows[row->list] = row->vehicle;
    const auto first = std::ranges::min(group.rows, {}, [](const Row* row) { return row->list; });
    vehicle.registration_number = first->number;
    vehicle.differences = differences_of(vehicle.rows);
    return vehicle;
}

}  // namespace

std::string_view word(MatchedBy matched)
{
    switch (matched) {
    case MatchedBy::alone: return "alone";
    case MatchedBy::registration_number: return "registration_number";
    case MatchedBy::vin: return "vin";
    case MatchedBy::likely: break;
    }
    return "likely";
}

std::size_t ReconciledVehicle::lists() const
{
    return static_cast<std::size_t>(std::ranges::count_if(rows, [](const auto* row) { return row != nullptr; }));
}

Reconciliation reconcile(const std::vector<VehicleList>& lists)
{
    Matching matching(lists);
    Reconciliation result;
    for (const Group& group : matching.match()) result.vehicles.push_back(vehicle_of(group, lists.size()));
    std::ranges::sort(result.vehicles, [](const ReconciledVehicle& a, const ReconciledVehicle& b) {
        const auto place = [](const ReconciledVehicle& each) {
            const auto first = std::ranges::find_if(each.rows, [](const auto* row) { return row != nullptr; });
            return std::tuple{std::string_view{each.registration_number}, first - each.rows.begin(), (*first)->row};
        };
        return place(a) < place(b);
    });
    for (const ReconciledVehicle& each : result.vehicles)
        ++(each.lists() < lists.size() ? result.missing : each.agrees() ? result.agreeing : result.differing);
    return result;
}

std::string text_of(const data::Value& value)
{
    if (const auto* text = std::get_if<std::string>(&value)) return *text;
    if (const auto* whole = std::get_if<std::int64_t>(&value)) return std::to_string(*whole);
    if (const auto* number = std::get_if<double>(&value)) return fmt::format("{}", *number);
    return {};
}

}  // namespace xiaoan::permits
