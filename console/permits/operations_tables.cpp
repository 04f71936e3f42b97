#include "console/permits/operations_tables.hpp"

#include "console/rules/wording.hpp"

#include <algorithm>
#include <array>

namespace xiaoan::permits {

namespace {

using data::PlainCell;
using language::tr;

template <class Number>
PlainCell whole(Number number)
{
    return static_cast<std::int64_t>(number);
}

std::vector<PlainCell> row_of(std::string name, const CountyOperations& county)
{
    std::vector<PlainCell> row{std::move(name), whole(county.buses())};
    for (std::size_t kind = 1; kind < operator_kinds; ++kind) row.push_back(whole(county.by_kind[kind].buses));
    row.push_back(whole(county.by_kind[0].buses));
    row.emplace_back(data::Share{county.company_run(), county.buses()});
    row.emplace_back(data::Share{county.purchased, county.buses()});
    row.push_back(whole(county.riders()));
    row.push_back(whole(county.seats));
    row.push_back(whole(county.pupils_needing));
    return row;
}

}  // namespace

data::PlainSheet operations_by_county(const data::Snapshot& snapshot, const Operations& now,
                                      language::Language language)
{
    data::PlainSheet sheet;
    sheet.name = tr(language, "operations.sheet.counties");
    for (const auto* key :
         {"operations.county", "operations.buses", "word.operator.kind.company", "word.operator.kind.public_bus",
          "word.operator.kind.school_bus_unit", "word.operator.kind.school", "word.operator.kind.individual",
          "operations.unknown", "operations.company_run", "operations.purchased", "operations.riders",
          "operations.seats", "operations.needing"})
        sheet.heads.emplace_back(tr(language, key));
    for (const CountyOperations& county : now.counties) {
        std::string name = rules::county_name(snapshot, county.county, language);
        if (name.empty()) name = tr(language, "value.not_given");
        sheet.rows.push_back(row_of(std::move(name), county));
    }
    sheet.rows.push_back(row_of(std::string{tr(language, "operations.city")}, now.city));
    return sheet;
}

data::PlainSheet operations_by_month(const std::vector<Operations>& over_time, data::Adcode county,
                                     language::Language language)
{
    data::PlainSheet sheet;
    sheet.name = tr(language, "operations.sheet.months");
    for (const auto* key : {"operations.as_of", "operations.buses", "operations.company_run", "operations.purchased",
                            "operations.riders"})
        sheet.heads.emplace_back(tr(language, key));
    for (const Operations& then : over_time) {
        const CountyOperations of = operations_in(then, county);
        sheet.rows.push_back({then.as_of, whole(of.buses()), data::Share{of.company_run(), of.buses()},
                              data::Share{of.purchased, of.buses()}, whole(of.riders())});
    }
    return sheet;
}

CountyOperations operations_in(const Operations& of, data::Adcode county)
{
    if (!county.given()) return of.city;
    const auto found = std::ranges::find(of.counties, county, &CountyOperations::county);
    return found != of.counties.end() ? *found : CountyOperations{.county = county};
}

}  // namespace xiaoan::permits
