// Runs the targets without libFuzzer: all seeds and a fixed number of their mutations, with bounds on memory and time.
//
// fuzz_replay TARGET FOLDER MUTATIONS   FOLDER holds the seeds; each is read, then MUTATIONS in all, always the same
// fuzz_replay TARGET FILE               reads one file: what libFuzzer or an earlier run left
#include "tests/fuzz/mutation.hpp"
#include "tests/fuzz/targets.hpp"

#include <sys/resource.h>
#include <sys/time.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <vector>

namespace {

using namespace xiaoan::fuzz;
namespace fs = std::filesystem;

constexpr rlim_t most_bytes = 256U << 20;  // of heap and anonymous maps, for any file under 1 MB
constexpr double most_seconds = 2;         // of processor time
constexpr time_t hung_seconds = 20;

#if defined(__SANITIZE_ADDRESS__)
constexpr bool shadowed = true;  // the sanitizer reserves terabytes of addresses, and is slow
#else
constexpr bool shadowed = false;
#endif

/// What is being read, for whatever ends the program.
struct Now {
    std::string input;
    std::string kept_as;
};
Now now;

/// Keeps the input and says where, then lets the signal take its course.
void keep_input(int signal)
{
    constexpr std::string_view text = "the reader did not survive this input, kept as ";
    (void)!write(STDERR_FILENO, text.data(), text.size());
    (void)!write(STDERR_FILENO, now.kept_as.data(), now.kept_as.size());
    (void)!write(STDERR_FILENO, "\n", 1);
    if (FILE* file = std::fopen(now.kept_as.c_str(), "wb")) {
        (void)std::fwrite(now.input.data(), 1, now.input.size(), file);
        std::fclose(file);
    }
    std::signal(signal, SIG_DFL);
    std::raise(signal);
}

void watch(std::string_view target)
{
    now.kept_as = "spoilt-" + std::string{target};
    for (const int signal : {SIGSEGV, SIGABRT, SIGBUS, SIGFPE, SIGILL, SIGPROF}) std::signal(signal, keep_input);
    const rlimit memory{most_bytes, most_bytes};
    if (!shadowed) setrlimit(RLIMIT_DATA, &memory);
}

double seconds()
{
    timespec time{};
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time);
    return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_nsec) * 1e-9;
}

/// The processor time it took. A signal or an exception ends the program.
double read(const Target& target, std::string input)
{
    now.input = std::move(input);
    const itimerval patience{{}, {hung_seconds, 0}};
    setitimer(ITIMER_PROF, &patience, nullptr);
    const double before = seconds();
    target.read({reinterpret_cast<const std::uint8_t*>(now.input.data()), now.input.size()});
    const double took = seconds() - before;
    if (took > most_seconds && !shadowed) {
        std::fprintf(stderr, "%.1f s of processor time\n", took);
        std::abort();
    }
    return took;
}

std::string bytes_of(const fs::path& path)
{
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

int replay(const Target& target, const fs::path& folder, std::uint64_t mutations)
{
    std::vector<fs::path> files;
    for (const auto& entry : fs::directory_iterator(folder)) files.push_back(entry.path());
    std::ranges::sort(files);
    std::vector<std::string> seeds;
    for (const auto& file : files) seeds.push_back(bytes_of(file));
    if (seeds.empty()) {
        std::fprintf(stderr, "no seeds in %s\n", folder.c_str());
        return 1;
    }
    double slowest = 0;
    for (const auto& seed : seeds) slowest = std::max(slowest, read(target, seed));
    for (std::uint64_t i = 0; i < mutations; ++i)
        slowest = std::max(slowest,
                           read(target, mutated(seeds[i % seeds.size()], seeds[(i / seeds.size()) % seeds.size()], i)));
    std::printf("%s: %zu seeds, %llu mutations, slowest %.3f s\n", std::string{target.name}.c_str(), seeds.size(),
                static_cast<unsigned long long>(mutations), slowest);
    return 0;
}

}  // namespace

int main(int count, char** arguments)
{
    const auto all = targets();
    const auto target = count >= 3 ? std::ranges::find(all, arguments[1], &Target::name) : all.end();
    if (target == all.end()) {
        std::fprintf(stderr, "usage: fuzz_replay TARGET FOLDER MUTATIONS | fuzz_replay TARGET FILE\n");
        return 2;
    }
    watch(target->name);
    if (fs::is_regular_file(arguments[2])) {
        std::printf("%.3f s\n", read(*target, bytes_of(arguments[2])));
        return 0;
    }
    return replay(*target, arguments[2], count > 3 ? std::strtoull(arguments[3], nullptr, 10) : 0);
}
