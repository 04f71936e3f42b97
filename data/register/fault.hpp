// The edge of the register: what SQLite and the system throw becomes StoreFault here and nowhere else.
#pragma once

#include "data/register/result.hpp"

#include <SQLiteCpp/Exception.h>

#include <string>
#include <utility>

namespace xiaoan::data {

/// The fault that an answer of SQLite means.
[[nodiscard]] StoreFault fault_of(const std::string& path, const SQLite::Exception& failure);
/// The fault that an errno of the system means.
[[nodiscard]] StoreFault fault_of_errno(const std::string& path, int error);

/// Does the work; an exception of SQLite leaves as StoreFault.
template <class Work>
decltype(auto) guarded(const std::string& path, Work&& work)
{
    try {
        return std::forward<Work>(work)();
    } catch (const SQLite::Exception& failure) {
        throw fault_of(path, failure);
    }
}

}  // namespace xiaoan::data
