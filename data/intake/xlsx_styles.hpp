// The cell formats of a workbook, as far as they make dates and times of numbers.
#pragma once

#include "data/intake/number_format.hpp"
#include "data/intake/xml_walk.hpp"

#include <cstdint>
#include <map>
#include <vector>

namespace xiaoan::data {

/// The cellXfs and numFmts of xl/styles.xml.
class XlsxStyles final : public XmlContent {
public:
    explicit XlsxStyles(const IntakeLimits& limits) : limits_(limits) {}

    /// The meaning of the numbers of cells with this style; plain numbers where the style is unknown.
    [[nodiscard]] FormatMeaning meaning(std::uint64_t style) const;

    void start(std::string_view name, const XmlAttributes& attributes) override;
    void end(std::string_view name) override;
    void text(std::string_view) override {}

private:
    IntakeLimits limits_;
    std::map<std::uint32_t, FormatMeaning> own_formats_;  // by id, of formats given by code
    std::vector<FormatMeaning> styles_;
    bool in_cell_styles_ = false;
};

}  // namespace xiaoan::data
