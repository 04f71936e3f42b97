// Writing a file so that it is there whole or not at all.
#pragma once

#include <string>
#include <string_view>

namespace xiaoan::data {

/// Writes beside `path`, syncs, and renames over it. Throws StoreFault: disk_full, not_written; an older file of
/// that name is then as it was.
void write_file(const std::string& path, std::string_view content);

/// The same for a file that is made by someone else under a name, such as a library.
class FileInMaking {
public:
    /// Throws StoreFault where there can be no file.
    explicit FileInMaking(std::string path);
    /// What was not finished is removed.
    ~FileInMaking();
    FileInMaking(const FileInMaking&) = delete;
    FileInMaking& operator=(const FileInMaking&) = delete;

    /// Where it is made: an empty file so far.
    [[nodiscard]] const std::string& made_at() const { return beside_; }
    /// Syncs and renames. Throws as write_file does.
    void finish();

private:
    std::string path_, beside_;
    bool finished_ = false;
};

}  // namespace xiaoan::data
