#include "console/imports/folder_reader.hpp"

#include <cstdint>
#include <mutex>
#include <thread>
#include <utility>

namespace xiaoan::imports {

struct FolderReader::Shared {
    std::mutex mutex;
    std::uint64_t wanted = 0;  // number of the last wish
    bool reading = false;
    std::optional<FolderAnswer> answer;
    std::function<void()> wake;
};

FolderReader::FolderReader(std::function<void()> wake) : shared_(std::make_shared<Shared>())
{
    shared_->wake = std::move(wake);
}

FolderReader::~FolderReader()
{
    const std::scoped_lock lock(shared_->mutex);
    ++shared_->wanted;
    shared_->wake = nullptr;
}

void FolderReader::ask(FolderWish wish)
{
    std::uint64_t number = 0;
    {
        const std::scoped_lock lock(shared_->mutex);
        number = ++shared_->wanted;
        shared_->reading = true;
        shared_->answer.reset();
    }
    // Detached: a thread that hangs in a dead drive must not hold up the end of the program. It owns all it touches.
    std::thread([shared = shared_, number, wish = std::move(wish)]() mutable {
        FolderAnswer answer = look_at(std::move(wish));
        const std::scoped_lock lock(shared->mutex);
        if (number != shared->wanted) return;
        shared->answer = std::move(answer);
        shared->reading = false;
        if (shared->wake) shared->wake();
    }).detach();
}

std::optional<FolderAnswer> FolderReader::take()
{
    const std::scoped_lock lock(shared_->mutex);
    return std::exchange(shared_->answer, std::nullopt);
}

bool FolderReader::reading() const
{
    const std::scoped_lock lock(shared_->mutex);
    return shared_->reading;
}

}  // namespace xiaoan::imports
