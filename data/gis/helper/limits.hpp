// What the helper may ask of this machine, set before the first byte of a stranger's file is looked at.
#pragma once

#include <cstdint>

namespace xiaoan::data::gis {

struct Limits {
    std::uint64_t memory_mb = 0;  // of data; code and mapped input do not count. 0: no limit
    std::uint64_t cpu_ms = 0;     // of processor time, after which the process ends by SIGPROF. 0: no limit
};

/// Also: no core file, no new privileges, no open file but the first `kept` descriptors.
void apply(const Limits& limits, int kept);

}  // namespace xiaoan::data::gis
