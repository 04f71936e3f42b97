// The cell formats of a workbook, as far as they make dates and times of numbers.
#pragma once

#include "data/intake/number_format.hpp"
#include "data/intake/xml_scan.hpp"

#include <cstdint>
#include <map>
#include <vector>

namespace xiaoan::data {

/// The cellXfs and numFmts of xl/styles.xml.
class XlsxStyles {
public:
    /// Reads the part to its end. Throws IntakeFault.
    void read(XmlScan& part, const IntakeLimits& limits);

    /// The meaning of the numbers of cells with this style; plain numbers where the style is unknown.
    [[nodiscard]] FormatMeaning meaning(std::uint64_t style) const;

private:
    std::map<std::uint32_t, FormatMeaning> own_formats_;  // by id, of formats given by code
    std::vector<FormatMeaning> styles_;
};

}  // namespace xiaoan::data
