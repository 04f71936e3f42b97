// The table of contents of a workbook: its sheets, where their parts lie, and its date system.
#pragma once

#include "data/intake/date_system.hpp"
#include "data/intake/limits.hpp"
#include "data/intake/zip_archive.hpp"

#include <string>
#include <vector>

namespace xiaoan::data {

struct XlsxSheetPart {
    std::string name;
    bool hidden = false;  // hidden or very hidden
    std::string part;
};

struct XlsxContents {
    std::vector<XlsxSheetPart> sheets;  // worksheets only, in the order of their tabs
    std::string strings_part;           // empty where there is none
    std::string styles_part;
    DateSystem date_system = DateSystem::from_1900;
};

/// The part that holds the workbook, as the package's relations name it; empty where it is no spreadsheet package.
[[nodiscard]] std::string find_workbook_part(ZipArchive& archive, const IntakeLimits& limits);

/// Reads the workbook part and its relations. Throws IntakeFault: damaged, no sheets, too many.
[[nodiscard]] XlsxContents read_contents(ZipArchive& archive, const std::string& workbook_part,
                                         const IntakeLimits& limits);

}  // namespace xiaoan::data
