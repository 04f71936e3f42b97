// geo/parallel.hpp: one piece of work on several threads, the calling one among them.
#pragma once

#include <atomic>
#include <cstddef>
#include <exception>
#include <mutex>
#include <thread>
#include <vector>

namespace xiaoan::geo {

/// How many threads to use where `asked` is 0: one a core.
[[nodiscard]] inline unsigned thread_count(unsigned asked) noexcept
{
    if (asked > 0) return asked;
    const unsigned cores = std::thread::hardware_concurrency();
    return cores > 0 ? cores : 1;
}

/// Calls work(thread, block) for every block from 0 to blocks - 1, each once, on up to `threads` threads; thread 0 is
/// the calling one. Blocks are begun in ascending order. Returns when all are done; the first exception is thrown on,
/// and no block is begun after it.
template <class Work>
void in_parallel(std::size_t blocks, unsigned threads, Work&& work)
{
    std::atomic<std::size_t> next = 0;
    std::exception_ptr failure;
    std::mutex failing;
    const auto take_blocks = [&](unsigned thread) {
        try {
            for (std::size_t block = next++; block < blocks; block = next++) work(thread, block);
        } catch (...) {
            next = blocks;
            const std::lock_guard guard(failing);
            if (!failure) failure = std::current_exception();
        }
    };
    {
        std::vector<std::jthread> others;
        for (unsigned thread = 1; thread < threads && thread < blocks; ++thread)
            others.emplace_back(take_blocks, thread);
        take_blocks(0);
    }
    if (failure) std::rethrow_exception(failure);
}

}  // namespace xiaoan::geo
