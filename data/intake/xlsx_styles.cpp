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

void XlsxStyles::start(std::string_view name, const XmlAttributes& attributes)
{
    if (name == "cellXfs") {
        in_cell_styles_ = true;
    } else if (name == "numFmt") {
        own_formats_[number_of(attributes.get("numFmtId"))] = meaning_of_format_code(attributes.get("formatCode"));
    } else if (name == "xf" && in_cell_styles_) {
        const std::uint32_t id = number_of(attributes.get("numFmtId"));
        const auto own = own_formats_.find(id);
        styles_.push_back(own != own_formats_.end() ? own->second : meaning_of_format_id(id));
    }
    if (styles_.size() > limits_.styles || own_formats_.size() > limits_.styles)
        throw IntakeFault(FaultCode::damaged_workbook, {"xl/styles.xml", "格式过多 / too many formats"});
}

void XlsxStyles::end(std::string_view name)
{
    if (name == "cellXfs") in_cell_styles_ = false;
}

}  // namespace xiaoan::data
