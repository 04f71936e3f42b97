// The shared strings of a workbook, in one block of memory.
#pragma once

#include "data/intake/xml_walk.hpp"

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
class XlsxStrings final : public XmlContent {
public:
    explicit XlsxStrings(const IntakeLimits& limits) : limits_(limits) {}

    [[nodiscard]] std::size_t size() const { return ends_.size(); }
    /// Empty where the index is past the end. The view holds as long as this object stays unchanged.
    [[nodiscard]] std::optional<std::string_view> at(std::uint64_t index) const;

    void start(std::string_view name, const XmlAttributes& attributes) override;
    void end(std::string_view name) override;
    void text(std::string_view piece) override;

private:
    IntakeLimits limits_;
    std::string all_;
    std::vector<std::uint32_t> ends_;
    std::string current_;
    bool in_text_ = false;
    bool in_phonetic_ = false;
};

}  // namespace xiaoan::data
