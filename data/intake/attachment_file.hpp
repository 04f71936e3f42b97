// A file on its way into a case.
#pragma once

#include "data/register/commands.hpp"
#include "data/register/result.hpp"

#include <filesystem>

namespace xiaoan::data {

/// Reads the whole file. Rejected as the register would: attachment_empty, attachment_too_large. Throws IntakeFault
/// where it cannot be read.
[[nodiscard]] Result<NewAttachment> read_attachment(const std::filesystem::path& path);

}  // namespace xiaoan::data
