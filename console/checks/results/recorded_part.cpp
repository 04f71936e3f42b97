#include "console/checks/results/recorded_part.hpp"

namespace xiaoan::checks {

RecordedPart recorded_part(std::span<const CheckSheetReading> readings, const Conclusions& made)
{
    RecordedPart part;
    for (std::size_t sheet = 0; sheet < readings.size(); ++sheet) {
        const CheckSheetReading& reading = readings[sheet];
        part.file = reading.file;
        part.refused += reading.refused;
        part.skipped += reading.skipped;
        part.issues.insert(part.issues.end(), reading.issues.begin(), reading.issues.end());
        part.added += count_of(made, sheet, data::Outcome::added);
        part.changed += count_of(made, sheet, data::Outcome::changed);
        part.unchanged += count_of(made, sheet, data::Outcome::unchanged);
    }
    for (const Concluded& vehicle : made.vehicles)
        part.remarks.insert(part.remarks.end(), vehicle.remarks.begin(), vehicle.remarks.end());
    return part;
}

}  // namespace xiaoan::checks
