// Keeps the last value that was worked out, with all that it depends on: nothing is computed twice in a frame.
#pragma once

#include <optional>
#include <utility>

namespace xiaoan::rules {

/// One value under one key. The key holds everything the value depends on: snapshot generation, date, filter.
template <class Key, class Value>
class Memo {
public:
    /// The kept value where the key is the same; else what `make` gives, kept for the next time.
    template <class Make>
    const Value& get(const Key& key, Make&& make)
    {
        if (!kept_ || !(kept_->first == key)) kept_.emplace(key, std::forward<Make>(make)());
        return kept_->second;
    }
    void forget() { kept_.reset(); }

private:
    std::optional<std::pair<Key, Value>> kept_;
};

}  // namespace xiaoan::rules
