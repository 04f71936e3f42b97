// Asks a search to stop after some time, or sooner.
#pragma once

#include <chrono>
#include <condition_variable>
#include <mutex>
#include <stop_token>
#include <thread>

namespace xiaoan::cli {

class TimeLimit {
public:
    explicit TimeLimit(double seconds)
        : clock_([this, seconds](const std::stop_token& over) {
              std::unique_lock lock(mutex_);
              if (!wake_.wait_for(lock, over, std::chrono::duration<double>(seconds), [] { return false; }) &&
                  !over.stop_requested())
                  limit_.request_stop();
          })
    {
    }
    [[nodiscard]] std::stop_token token() const { return limit_.get_token(); }
    void stop() { limit_.request_stop(); }

private:
    std::mutex mutex_;
    std::condition_variable_any wake_;
    std::stop_source limit_;
    std::jthread clock_;
};

}  // namespace xiaoan::cli
