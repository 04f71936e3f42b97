// Writing a file so that it is there whole or not at all.
#pragma once

#include <string>
#include <string_view>

namespace xiaoan::data {

/// Writes beside `path`, syncs, and renames over it. Throws StoreFault: disk_full, not_written; an older file of
/// that name is then as it was.
void write_file(const std::string& path, std::string_view content);

}  // namespace xiaoan::data
