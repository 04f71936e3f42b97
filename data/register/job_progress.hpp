// Progress of long work, and the wish to stop it.
#pragma once

#include <atomic>
#include <cstddef>
#include <stop_token>

namespace xiaoan::data {

/// Shared between the work and whoever watches it. Counters only grow; `total` is 0 while unknown.
struct JobProgress {
    std::atomic<std::size_t> done = 0;
    std::atomic<std::size_t> total = 0;
    std::stop_source stop;
    [[nodiscard]] bool stop_requested() const { return stop.stop_requested(); }
};

}  // namespace xiaoan::data
