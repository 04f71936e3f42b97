// The encoding of a text file: found by content, or as the operator says, and turned into UTF-8.
#pragma once

#include "data/intake/source_file.hpp"

#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace xiaoan::data {

/// A text file in UTF-8 without byte order mark, checked to the last byte, without NUL. It keeps the file in memory.
struct DecodedText {
    std::shared_ptr<const SourceFile> source;
    std::string converted;  // empty where the file was UTF-8
    std::string_view text;  // into `converted` or the file
    std::string encoding;   // "UTF-8", "GB18030", "UTF-16LE", "UTF-16BE"
};

/// Order of evidence: what was asked for, a byte order mark, every other byte 0 as in UTF-16, strict UTF-8, then GB18030 where the file converts whole,
/// most of its two-byte characters lie in GB 2312 and it is not UTF-8 with some damage. GBK and GB 2312 are read as
/// GB18030, which contains them. Throws IntakeFault naming the row where no encoding fits, or at a NUL.
[[nodiscard]] std::unique_ptr<const DecodedText> decoded(std::shared_ptr<const SourceFile> source,
                                                         const std::optional<std::string>& asked = std::nullopt);

/// Converts `bytes` whole into UTF-8; false where they are not of that encoding. Throws IntakeFault unknown_encoding.
[[nodiscard]] bool convert_to_utf8(const char* encoding, std::string_view bytes, std::string& into);

}  // namespace xiaoan::data
