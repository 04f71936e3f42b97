// Opens a file of tables by what is in it, never by its extension.
#pragma once

#include "data/intake/limits.hpp"
#include "data/intake/sheet.hpp"

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace xiaoan::data {

/// What the first bytes of a file say it is.
enum class Container : std::uint8_t { text, zip, compound_file, web_page, xml, json, sqlite, pdf, picture, archive };

[[nodiscard]] Container container_of(std::string_view bytes);

struct OpenOptions {
    std::optional<std::string> encoding{};  // of text files; by content where it is not given
    IntakeLimits limits{};
};

/// A workbook or a CSV file, ready to be read. Throws IntakeFault with one clear sentence for everything else.
[[nodiscard]] std::unique_ptr<Workbook> open_workbook(const std::filesystem::path& path,
                                                      const OpenOptions& options = {});
[[nodiscard]] std::unique_ptr<Workbook> open_workbook(std::shared_ptr<const SourceFile> source,
                                                      const OpenOptions& options = {});

}  // namespace xiaoan::data
