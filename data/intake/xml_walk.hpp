// Walks through one XML part of a workbook without holding it: elements by local name, text, and limits.
#pragma once

#include "data/intake/limits.hpp"
#include "data/intake/zip_archive.hpp"

#include <exception>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

struct XML_ParserStruct;

namespace xiaoan::data {

/// The attributes of an element, by local name.
class XmlAttributes {
public:
    explicit XmlAttributes(const char** pairs) : pairs_(pairs) {}
    [[nodiscard]] std::optional<std::string_view> find(std::string_view local_name) const;
    [[nodiscard]] std::string_view get(std::string_view local_name) const { return find(local_name).value_or(""); }
    /// Whether it is said to be true: 1, true or on.
    [[nodiscard]] bool flag(std::string_view local_name) const;

private:
    const char** pairs_;
};

/// What a part means. Names come without their prefix; text may come in several pieces.
class XmlContent {
public:
    virtual ~XmlContent() = default;
    virtual void start(std::string_view name, const XmlAttributes& attributes) = 0;
    virtual void end(std::string_view name) = 0;
    virtual void text(std::string_view piece) = 0;
};

/// Parses a part in steps. Refuses document types, so no entity is ever expanded, and bounds depth and tag length.
class XmlWalk {
public:
    XmlWalk(std::unique_ptr<ZipPart> part, XmlContent& content, const IntakeLimits& limits);
    ~XmlWalk();
    XmlWalk(const XmlWalk&) = delete;
    XmlWalk& operator=(const XmlWalk&) = delete;

    /// Parses the next piece; false once the part has ended. Throws IntakeFault.
    bool step();
    /// Parses to the end.
    void run();

private:
    struct Callbacks;
    void check_token_length();

    std::unique_ptr<ZipPart> part_;
    XmlContent& content_;
    IntakeLimits limits_;
    XML_ParserStruct* parser_;
    std::exception_ptr thrown_;  // by a callback: C code in between must not be unwound
    std::uint64_t fed_bytes_ = 0;
    std::uint32_t depth_ = 0;
    bool ended_ = false;
};

}  // namespace xiaoan::data
