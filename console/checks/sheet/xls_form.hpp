// The check sheet as an XLSForm (xlsform.org), which ODK Collect and KoboToolbox take: a telephone without network can
// be the sheet. What they export is read back like the workbook.
#pragma once

#include "console/checks/sheet/check_sheet.hpp"
#include "data/register/region.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace xiaoan::checks {

/// Rows of texts, the first of them the names of the columns.
using FormSheet = std::vector<std::vector<std::string>>;

struct XlsForm {
    FormSheet survey;
    FormSheet choices;
    FormSheet settings;
};

/// Chinese is the form's first language, English its second. The number of the check and the vehicles expected are
/// choices; the QR code of the printed sheet, scanned, fills in the vehicle.
[[nodiscard]] XlsForm xls_form(const CheckSheet& sheet, const data::Region& region);

/// Throws data::StoreFault where the file cannot be written.
void write_xls_form(const std::string& path, const XlsForm& form, const CheckSheet& sheet);

/// Questions that only the form has: how a vehicle was named. They come back in its exports and say nothing by
/// themselves.
[[nodiscard]] bool is_of_form_alone(std::string_view name);

}  // namespace xiaoan::checks
