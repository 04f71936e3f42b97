#include "console/permits/vehicle_lists.hpp"

#include "data/intake/container.hpp"
#include "data/intake/file_rows.hpp"

namespace xiaoan::permits {

namespace {

/// Stands for a county that the list does not say: rows of a ledger must have one, rows of a list need not.
constexpr data::Adcode unsaid{999999};

}  // namespace

ReadList read_vehicle_list(const data::ImportRequest& asked, const data::Region& region)
{
    data::ImportRequest request = asked;
    request.kind = data::kind_info<data::Bus>.key;
    if (!request.county.given()) request.county = unsaid;
    data::OpenOptions options;
    if (!asked.encoding.empty()) options.encoding = asked.encoding;
    const auto book = data::open_workbook(asked.path, options);
    data::JobProgress progress;
    const data::FileRows file = data::read_file_rows(*book, request, region, progress);

    const std::size_t county = *data::kind_info<data::Bus>.field("county");
    ReadList read;
    read.list.name = book->source().name;
    for (const auto& [kind, rows] : file.rows)
        for (std::size_t i = 0; i < rows.size(); ++i) {
            if (rows.gave_way(i)) continue;
            ListedVehicle vehicle{rows.place(i).row, file.sheets[rows.place(i).sheet].report.sheet, {}};
            rows.values(i, vehicle.values);
            if (text_of(vehicle.values[county]) == std::to_string(unsaid.value)) vehicle.values[county] = {};
            read.list.vehicles.push_back(std::move(vehicle));
        }
    for (const data::ReadSheet& sheet : file.sheets) read.sheets.push_back(sheet.report);
    return read;
}

std::variant<std::shared_ptr<const LaidOut>, UnreadList> lay_side_by_side(const std::vector<std::string>& paths,
                                                                          const data::Region& region)
{
    auto made = std::make_shared<LaidOut>();
    for (const std::string& path : paths) {
        try {
            data::ImportRequest request;
            request.path = path;
            ReadList read = read_vehicle_list(request, region);
            for (const data::SheetReport& sheet : read.sheets) made->refused += sheet.refused;
            made->lists.push_back(std::move(read.list));
        } catch (const data::IntakeFault& fault) {
            return UnreadList{path, fault};
        }
    }
    made->found = reconcile(made->lists);
    return made;
}

}  // namespace xiaoan::permits
