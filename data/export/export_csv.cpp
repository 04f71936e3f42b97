#include "data/export/export_csv.hpp"

#include "data/export/csv_cell.hpp"

namespace xiaoan::data {

std::string export_csv(const Snapshot& snapshot, const KindInfo& kind, const ExportOptions& options)
{
    std::string csv = "\xEF\xBB\xBF";
    for (std::size_t i = 0; i < kind.fields.size(); ++i) {
        if (i > 0) csv += ',';
        append_csv_cell(csv, ledger_header(kind.fields[i], options.chinese));
    }
    csv += "\r\n";
    for_each_record(snapshot, kind, options, [&](std::span<const Value> values) {
        for (std::size_t i = 0; i < values.size(); ++i) {
            if (i > 0) csv += ',';
            append_csv_cell(csv, ledger_text(values[i], kind.fields[i], snapshot.region.get(), options.chinese));
        }
        csv += "\r\n";
    });
    return csv;
}

}  // namespace xiaoan::data
