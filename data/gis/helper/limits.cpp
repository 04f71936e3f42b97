#include "data/gis/helper/limits.hpp"

#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/time.h>
#include <unistd.h>

namespace xiaoan::data::gis {

namespace {

#if defined(__SANITIZE_ADDRESS__)
constexpr bool shadowed = true;  // the sanitizer reserves terabytes of addresses
#else
constexpr bool shadowed = false;
#endif

void limit(__rlimit_resource_t resource, rlim_t value)
{
    const rlimit both{value, value};
    setrlimit(resource, &both);
}

}  // namespace

void apply(const Limits& limits, int kept)
{
    constexpr rlim_t bytes_a_mb = 1U << 20;
    constexpr suseconds_t us_a_ms = 1000;
    prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0);
    close_range(static_cast<unsigned>(kept), ~0U, 0);
    limit(RLIMIT_CORE, 0);
    if (limits.memory_mb > 0 && !shadowed) limit(RLIMIT_DATA, limits.memory_mb * bytes_a_mb);
    if (limits.cpu_ms > 0) {
        const itimerval timer{
            {}, {static_cast<time_t>(limits.cpu_ms / 1000), static_cast<suseconds_t>(limits.cpu_ms % 1000) * us_a_ms}};
        setitimer(ITIMER_PROF, &timer, nullptr);
        limit(RLIMIT_CPU, limits.cpu_ms / 1000 + 2);  // where SIGPROF was not enough
    }
}

}  // namespace xiaoan::data::gis
