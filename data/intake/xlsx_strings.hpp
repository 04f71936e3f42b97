// The shared strings of a workbook, in one block of memory.
#pragma once

#include "data/intake/xml_scan.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace xiaoan::data {

/// Appends `text` with the escapes of ST_Xstring (ECMA-376 part 1, 22.9.2.19) resolved: _x000D_ is a carriage return.
/// Escapes of characters that text may not hold, NUL among them, stay as they stand.
void append_unescaped(std::string& into, std::string_view text);

/// All <si> of xl/sharedStrings.xml: plain and rich text; phonetic runs (<rPh>) are no text and are left out.
class XlsxStrings {
public:
    /// Reads the part to its end. Throws IntakeFault.
    void read(XmlScan& part, const IntakeLimits& limits);

    [[nodiscard]] std::size_t size() const { return ends_.size(); }
    /// Empty where the index is past the end. The view holds as long as this object stays unchanged.
    [[nodiscard]] std::optional<std::string_view> at(std::uint64_t index) const;

private:
    std::string all_;
    std::vector<std::uint32_t> ends_;
};

/// Appends the text of a string element that has just started (<si>, <is>) and moves past its end. Throws IntakeFault
/// too_many_strings where `into` would pass `most_bytes`, or the text the length of a cell.
void append_string_item(XmlScan& part, std::string& into, std::uint64_t most_bytes, const IntakeLimits& limits);

}  // namespace xiaoan::data
