// The readers of strangers' files, each as a function of bytes: what comes out is a value or the reader's own refusal,
// whatever the bytes. Anything else is a defect: a crash, another exception, more memory or time than is allowed.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>

namespace xiaoan::fuzz {

using Bytes = std::span<const std::uint8_t>;

void csv(Bytes bytes);
void xlsx(Bytes bytes);
/// A ledger, CSV or XLSX, as far as rows that could be written: headers, values, tracks.
void ledger(Bytes bytes);
void geojson(Bytes bytes);
/// What the helper program answers, up to rows.
void gis_answer(Bytes bytes);
/// What is read of geographic files before the helper is asked: kinds of files, encodings, names cut off, zip files.
void gis_parts(Bytes bytes);
/// Filled check sheets.
void checks(Bytes bytes);
/// A letter's template.
void docx(Bytes bytes);

struct Target {
    std::string_view name;
    void (*read)(Bytes bytes);
};
[[nodiscard]] std::span<const Target> targets();

[[nodiscard]] inline std::string text_of(Bytes bytes)
{
    return {reinterpret_cast<const char*>(bytes.data()), bytes.size()};
}

/// A zip file of parts that are given as text, so that mutations reach what is packed: each begins with a line
/// "=== NAME". Bytes that do not begin so are the file themselves.
[[nodiscard]] std::string packed(Bytes bytes);

}  // namespace xiaoan::fuzz
