#include "data/export/written_file.hpp"

#include "data/register/result.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <utility>

namespace xiaoan::data {

namespace {

[[noreturn]] void fail(const std::string& path, int error)
{
    const bool full = error == ENOSPC || error == EDQUOT;
    throw StoreFault(full ? FaultKind::disk_full : FaultKind::not_written, path, std::strerror(error));
}

}  // namespace

void write_file(const std::string& path, std::string_view content)
{
    const std::string beside = path + ".part";
    const int file = ::open(beside.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0666);
    if (file < 0) fail(path, errno);
    int error = 0;
    while (!content.empty() && error == 0) {
        const auto written = ::write(file, content.data(), content.size());
        if (written > 0)
            content.remove_prefix(static_cast<std::size_t>(written));
        else if (errno != EINTR)
            error = errno;
    }
    if (error == 0 && ::fsync(file) != 0 && errno != EINVAL) error = errno;
    if (::close(file) != 0 && error == 0) error = errno;
    if (error == 0 && std::rename(beside.c_str(), path.c_str()) != 0) error = errno;
    if (error != 0) {
        ::unlink(beside.c_str());
        fail(path, error);
    }
}

FileInMaking::FileInMaking(std::string path) : path_(std::move(path)), beside_(path_ + ".part")
{
    const int file = ::open(beside_.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0666);
    if (file < 0) fail(path_, errno);
    ::close(file);
}

FileInMaking::~FileInMaking()
{
    if (!finished_) ::unlink(beside_.c_str());
}

void FileInMaking::finish()
{
    const int file = ::open(beside_.c_str(), O_WRONLY | O_CLOEXEC);
    int error = file < 0 ? errno : 0;
    if (error == 0 && ::fsync(file) != 0 && errno != EINVAL) error = errno;
    if (file >= 0) ::close(file);
    if (error == 0 && std::rename(beside_.c_str(), path_.c_str()) != 0) error = errno;
    if (error != 0) fail(path_, error);
    finished_ = true;
}

}  // namespace xiaoan::data
