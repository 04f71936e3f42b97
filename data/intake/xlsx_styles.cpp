#include "data/intake/xlsx_styles.hpp"

#include "data/intake/fault.hpp"

#include <charconv>

namespace xiaoan::data {

namespace {

std::uint32_t number_of(std::string_view text)
{
    std::uint32_t value = 0;
    std::from_chars(text.data(), text.data() + text.size(), value);
    return value;
}

}  // namespace

FormatMeaning XlsxStyles::meaning(std::uint64_t style) const
{
    return style < styles_.size() ? styles_[static_cast<std::size_t>(style)] : FormatMeaning::number;
}

void XlsxStyles::read(XmlScan& part, const IntakeLimits& limits)
{
    bool in_cell_styles = false;
    for (auto token = part.next(); token != XmlScan::Token::finished; token = part.next()) {
        if (token == XmlScan::Token::text) continue;
        if (part.name() == "cellXfs") {
            in_cell_styles = token == XmlScan::Token::start;
        } else if (token == XmlScan::Token::end) {
            continue;
        } else if (part.name() == "numFmt") {
            own_formats_[number_of(part.get("numFmtId"))] = meaning_of_format_code(part.get("formatCode"));
        } else if (part.name() == "xf" && in_cell_styles) {
            const std::uint32_t id = number_of(part.get("numFmtId"));
            const auto own = own_formats_.find(id);
            styles_.push_back(own != own_formats_.end() ? own->second : meaning_of_format_id(id));
        }
        if (styles_.size() > limits.styles || own_formats_.size() > limits.styles)
            throw IntakeFault(FaultCode::damaged_workbook, {"xl/styles.xml", "格式过多 / too many formats"});
    }
}

}  // namespace xiaoan::data
