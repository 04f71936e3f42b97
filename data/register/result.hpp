// How the register says no: a command that breaks a rule, or a file that fails.
#pragma once

#include <expected>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace xiaoan::data {

/// A command that was refused; the register is as it was. `reason` is a stable word whose sentence stands in the
/// language files under "rejected.<reason>"; `arguments` fill its places.
struct Rejected {
    std::string reason;
    std::string field;
    std::vector<std::string> arguments;
};

template <class T>
using Result = std::expected<T, Rejected>;

/// What is the matter with a register's file. The sentence stands in the language files under "fault.<word>".
enum class FaultKind {
    not_found,
    exists,
    not_a_register,
    newer_version,
    locked,
    read_only,
    disk_full,
    damaged,
    secret_missing,
    failed,
    not_written  // a file beside the register: a list, an export
};

/// The stable word of a fault: "newer_version".
[[nodiscard]] std::string_view word(FaultKind kind);

/// The disk, the database or the file failed; the register is as it was. Caught at the thread or command boundary only.
class StoreFault : public std::runtime_error {
public:
    StoreFault(FaultKind kind, std::string path, const std::string& detail)
        : std::runtime_error(path + ": " + detail), kind_(kind), path_(std::move(path)), detail_(detail)
    {
    }
    [[nodiscard]] FaultKind kind() const { return kind_; }
    [[nodiscard]] const std::string& path() const { return path_; }
    [[nodiscard]] const std::string& detail() const { return detail_; }

private:
    FaultKind kind_;
    std::string path_;
    std::string detail_;
};

}  // namespace xiaoan::data
