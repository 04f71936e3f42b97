// Walks through one XML part of a workbook, which lies in memory: token by token, copying nothing that need not be.
#pragma once

#include "data/intake/limits.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace xiaoan::data {

/// A pull parser of XML 1.0 (fifth edition) for parts in UTF-8, without document types: no entity but the five
/// predefined ones and characters by number exists, so nothing expands. Prefixes of names are dropped. Comments and
/// processing instructions are passed over.
/// Throws IntakeFault: document_type; damaged_workbook where tags do not pair, a character is none of XML's, the
/// depth or the length of a tag passes its limit.
class XmlScan {
public:
    enum class Token : std::uint8_t { start, end, text, finished };

    /// `part` names it in faults, and must outlive the scan like the text. `open_already` elements are taken as open
    /// where the text begins, so that a scan can begin amid a part.
    XmlScan(std::string_view part, std::string_view text, const IntakeLimits& limits, std::uint32_t open_already = 0);

    /// The next token. An empty element is a start and an end. Text may come in several pieces; spaces between
    /// elements are text too.
    Token next();
    /// Moves past the end of the element that started last, whatever is in it.
    void skip_element();

    /// The text of the element that comes next, moving past its end, where it is of that full name, has no attributes
    /// and holds nothing but plain text; otherwise empty, and nothing has moved. What most cells hold, in one step.
    [[nodiscard]] std::optional<std::string_view> plain_element(std::string_view wanted);

    /// Of a start or an end: the local name.
    [[nodiscard]] std::string_view name() const { return name_; }
    /// Of a start: an attribute by its local name. The view holds until the next call of next() or find().
    [[nodiscard]] std::optional<std::string_view> find(std::string_view local_name);
    [[nodiscard]] std::string_view get(std::string_view local_name) { return find(local_name).value_or(""); }
    /// Whether an attribute is said to be true: 1, true or on.
    [[nodiscard]] bool flag(std::string_view local_name);
    /// Of a text: what it says. The view holds until the next call of next().
    [[nodiscard]] std::string_view text() const { return piece_; }
    /// How many elements are open; a start counts its own, an end no more.
    [[nodiscard]] std::uint32_t depth() const { return depth_; }

    struct Attribute {
        std::string_view name;  // local
        std::string_view raw;   // as it stands between its quotes, references not resolved
    };
    /// Of a start: all its attributes. The list holds until the next call of next(), its texts as long as the part.
    [[nodiscard]] std::span<const Attribute> attributes() const { return attributes_; }

private:
    Token read_markup();
    Token read_start();
    Token read_end();
    Token read_text();
    void read_attributes();
    std::string_view read_name();
    void skip_spaces();
    void skip_past(std::string_view closing, std::size_t opening_bytes);
    void append_resolved(std::string& into, std::string_view raw);
    std::size_t append_reference(std::string& into, std::string_view from);
    [[nodiscard]] char at(std::size_t offset) const { return offset < text_.size() ? text_[offset] : '\0'; }
    [[noreturn]] void damaged(std::string_view detail) const;

    std::string_view part_;
    std::string_view text_;
    IntakeLimits limits_;
    std::size_t at_ = 0;
    std::uint32_t depth_ = 0;
    std::vector<std::string_view> open_;  // full names of those that this scan saw start
    bool ends_at_once_ = false;           // the last start was an empty element
    bool began_ = false;                  // an element was seen
    std::string_view name_, full_name_, piece_;
    std::vector<Attribute> attributes_;
    std::string resolved_, resolved_attribute_;
};

/// The text of an XML part, in UTF-8 without byte order mark, checked to the last byte: UTF-8 as it is, UTF-16 (the
/// other encoding of ECMA-376 part 2, 6.1.4) converted into `converted`. Throws IntakeFault for anything else.
[[nodiscard]] std::string_view xml_text(std::string_view part, std::string_view bytes, std::string& converted);

}  // namespace xiaoan::data
