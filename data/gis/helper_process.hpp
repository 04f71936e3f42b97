// The helper program as xiaoan sees it: started for one file, spoken to over a socket, ended with its object.
#pragma once

#include "data/gis/message.hpp"

#include <chrono>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace xiaoan::data::gis {

/// How a helper ended or failed to, in the words of data/gis/message.hpp, and beside them:
/// missing (the program is not where it should be; detail: its path), too_slow, crashed.
class HelperFault {
public:
    explicit HelperFault(HelperFailure failure) : failure_(std::move(failure)) {}
    [[nodiscard]] const std::string& code() const noexcept { return failure_.code; }
    /// What the library said, in valid UTF-8, one line, bounded.
    [[nodiscard]] const std::string& detail() const noexcept { return failure_.detail; }

private:
    HelperFailure failure_;
};

/// A file descriptor that is closed with its owner; -1 for none.
class Descriptor {
public:
    explicit Descriptor(int number = -1) noexcept : number_(number) {}
    Descriptor(Descriptor&& other) noexcept : number_(std::exchange(other.number_, -1)) {}
    Descriptor& operator=(Descriptor&& other) noexcept
    {
        std::swap(number_, other.number_);
        return *this;
    }
    ~Descriptor();
    [[nodiscard]] int get() const noexcept { return number_; }
    [[nodiscard]] bool is_open() const noexcept { return number_ >= 0; }

private:
    int number_;
};

/// Bytes in memory under a file descriptor, for another process to read without a copy.
class MemoryFile {
public:
    /// Throws HelperFault too_large where there is no room.
    explicit MemoryFile(std::string_view bytes);
    [[nodiscard]] int descriptor() const noexcept { return descriptor_.get(); }

private:
    Descriptor descriptor_;
};

/// The program beside the running one; found from any working folder.
[[nodiscard]] std::string helper_path();

/// Not for use by two threads at once. Every failure throws HelperFault; then only destruction is left.
class HelperProcess {
public:
    /// `files` become its descriptors 3, 4 and so on. `silence` is how long one may wait for a line altogether.
    HelperProcess(const std::vector<std::string>& arguments, const std::vector<const MemoryFile*>& files,
                  std::chrono::milliseconds silence);
    /// Ends it at once where it still runs.
    ~HelperProcess();
    HelperProcess(const HelperProcess&) = delete;
    HelperProcess& operator=(const HelperProcess&) = delete;

    void send(std::string_view text);
    /// The next message; throws what the helper told when it ended instead.
    [[nodiscard]] Message next();

private:
    [[noreturn]] void fail_as_it_ended();
    bool receive();

    Descriptor socket_, errors_;
    int process_ = -1;
    std::chrono::milliseconds patience_;
    std::string received_;
    std::size_t read_ = 0;  // of received_
};

/// Has the helper read a tiny file; what is wrong with it, empty where it does its work.
[[nodiscard]] std::optional<HelperFailure> trouble_with_helper();

}  // namespace xiaoan::data::gis
