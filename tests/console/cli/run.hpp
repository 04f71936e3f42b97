// The program run as a person runs it at a prompt: words in; exit code, standard output and standard error back.
#pragma once

#include <string>
#include <utility>
#include <vector>

namespace xiaoan::test {

struct Ran {
    int code = -1;  // 128 and more: ended by a signal
    std::string out;
    std::string err;
};

/// Where it runs. The home and data folders are `folder` too, so that nothing of the user is seen or touched.
struct Place {
    std::string folder;
    std::vector<std::pair<std::string, std::string>> environment{};
    std::string out_to{};       // standard output goes into this file
    bool unprivileged = false;  // as a user whom file permissions bind, also where the test is run by the superuser
};

[[nodiscard]] Ran run(const std::vector<std::string>& words, const Place& place);

/// The user of `Place::unprivileged`, where the test is run by the superuser.
inline constexpr unsigned nobody = 65534;

}  // namespace xiaoan::test
