#include "data/gis/helper_process.hpp"

#include "data/intake/utf8.hpp"

#include <fcntl.h>
#include <poll.h>
#include <spawn.h>
#include <sys/mman.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <csignal>
#include <cstring>
#include <filesystem>

namespace xiaoan::data::gis {

namespace {

constexpr std::size_t longest_line_bytes = 64U << 20;  // a lake of a million vertices takes 40 MB

/// One line of at most 200 bytes, without the places that only the helper knows.
std::string shown(std::string_view said)
{
    constexpr std::size_t longest = 200;
    std::string text = utf8_or_marks(said);
    for (const std::string_view place : {"/vsimem/in/", "/vsimem/"})
        for (auto at = text.find(place); at != std::string::npos; at = text.find(place, at))
            text.erase(at, place.size());
    for (char& c : text)
        if (static_cast<unsigned char>(c) < ' ') c = ' ';
    if (text.size() <= longest) return text;
    std::size_t end = longest;
    while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) --end;
    return text.substr(0, end) + "…";
}

[[noreturn]] void fail(std::string code, std::string_view detail = {})
{
    throw HelperFault({std::move(code), shown(detail)});
}

class SpawnActions {
public:
    SpawnActions() { posix_spawn_file_actions_init(&actions_); }
    ~SpawnActions() { posix_spawn_file_actions_destroy(&actions_); }
    SpawnActions(const SpawnActions&) = delete;
    SpawnActions& operator=(const SpawnActions&) = delete;
    void duplicate(int from, int to) { posix_spawn_file_actions_adddup2(&actions_, from, to); }
    [[nodiscard]] const posix_spawn_file_actions_t* get() const { return &actions_; }

private:
    posix_spawn_file_actions_t actions_{};
};

/// A copy of a descriptor well above those that the child is given, so that none is overwritten on the way.
Descriptor lifted(int descriptor)
{
    constexpr int above = 64;
    return Descriptor(fcntl(descriptor, F_DUPFD_CLOEXEC, above));
}

}  // namespace

Descriptor::~Descriptor()
{
    if (is_open()) close(number_);
}

MemoryFile::MemoryFile(std::string_view bytes) : descriptor_(memfd_create("geodata", MFD_CLOEXEC))
{
    while (descriptor_.is_open() && !bytes.empty()) {
        const auto written = ::write(descriptor(), bytes.data(), bytes.size());
        if (written > 0)
            bytes.remove_prefix(static_cast<std::size_t>(written));
        else if (errno != EINTR)
            fail("too_large", std::strerror(errno));
    }
    if (!descriptor_.is_open()) fail("too_large", std::strerror(errno));
}

std::string helper_path()
{
    std::error_code error;
    const auto running = std::filesystem::read_symlink("/proc/self/exe", error);
    return (running.parent_path() / "xiaoan-gis").string();
}

HelperProcess::HelperProcess(const std::vector<std::string>& arguments, const std::vector<const MemoryFile*>& files,
                             std::chrono::milliseconds silence)
    : errors_(memfd_create("errors", MFD_CLOEXEC)), patience_(silence)
{
    std::array<int, 2> ends{-1, -1};
    if (!errors_.is_open() || socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends.data()) != 0)
        fail("crashed", std::strerror(errno));
    socket_ = Descriptor(ends[0]);
    const Descriptor other_end(ends[1]);
    std::vector<Descriptor> given;
    for (const int descriptor : {other_end.get(), other_end.get(), errors_.get()}) given.push_back(lifted(descriptor));
    for (const MemoryFile* file : files) given.push_back(lifted(file->descriptor()));
    SpawnActions actions;
    for (std::size_t i = 0; i < given.size(); ++i) actions.duplicate(given[i].get(), static_cast<int>(i));

    std::string program = helper_path(), name = "xiaoan-gis";
    std::vector<std::string> kept = arguments;
    std::vector<char*> words{name.data()};
    for (std::string& word : kept) words.push_back(word.data());
    words.push_back(nullptr);
    const int error = posix_spawn(&process_, program.c_str(), actions.get(), nullptr, words.data(), environ);
    if (error == 0) return;
    process_ = -1;
    if (error == ENOENT || error == EACCES) fail("missing", program);
    fail("crashed", std::strerror(error));
}

HelperProcess::~HelperProcess()
{
    if (process_ <= 0) return;
    kill(process_, SIGKILL);
    while (waitpid(process_, nullptr, 0) < 0 && errno == EINTR) {
    }
}

void HelperProcess::send(std::string_view text)
{
    while (!text.empty()) {
        const auto sent = ::send(socket_.get(), text.data(), text.size(), MSG_NOSIGNAL);
        if (sent > 0)
            text.remove_prefix(static_cast<std::size_t>(sent));
        else if (errno != EINTR)
            fail_as_it_ended();
    }
}

Message HelperProcess::next()
{
    std::size_t searched = read_;
    for (;;) {
        const std::size_t end = received_.find('\n', searched);
        if (end != std::string::npos) {
            const std::string_view line = std::string_view{received_}.substr(read_, end - read_);
            auto message = message_of(line);
            read_ = end + 1;
            if (!message || std::holds_alternative<HelperFailure>(*message)) fail("damaged", "protocol");
            return std::move(*message);
        }
        received_.erase(0, std::exchange(read_, 0));
        searched = received_.size();
        if (searched > longest_line_bytes) fail("too_large", "line");
        if (!receive()) fail_as_it_ended();
    }
}

/// Waits for more; false once the helper has ended.
bool HelperProcess::receive()
{
    using std::chrono::steady_clock;
    constexpr std::size_t block_bytes = 1U << 17;
    for (;;) {
        const auto began = steady_clock::now();
        pollfd ready{socket_.get(), POLLIN, 0};
        const int found = poll(&ready, 1, static_cast<int>(patience_.count()));
        patience_ -= std::chrono::ceil<std::chrono::milliseconds>(steady_clock::now() - began);
        if (found == 0 || patience_.count() <= 0) fail("too_slow");
        if (found < 0 && errno == EINTR) continue;
        const std::size_t had = received_.size();
        received_.resize(had + block_bytes);
        const auto count = recv(socket_.get(), received_.data() + had, block_bytes, 0);
        received_.resize(had + (count > 0 ? static_cast<std::size_t>(count) : 0));
        if (count > 0) return true;
        if (count < 0 && errno == EINTR) continue;
        return false;
    }
}

void HelperProcess::fail_as_it_ended()
{
    int status = 0;
    while (waitpid(process_, &status, 0) < 0 && errno == EINTR) {
    }
    process_ = -1;
    if (WIFSIGNALED(status)) {
        const int by = WTERMSIG(status);
        if (by == SIGPROF || by == SIGXCPU) fail("too_slow");
        fail(by == SIGKILL ? "too_large" : "crashed", strsignal(by));
    }
    constexpr std::size_t longest_bytes = 4096;
    std::string said(longest_bytes, '\0');
    const auto count = pread(errors_.get(), said.data(), said.size(), 0);
    said.resize(count > 0 ? static_cast<std::size_t>(count) : 0);
    for (std::size_t at = 0; at < said.size();) {  // a library may have written lines of its own
        const std::size_t end = std::min(said.find('\n', at), said.size());
        const auto message = message_of(std::string_view{said}.substr(at, end - at));
        if (message)
            if (const auto* failure = std::get_if<HelperFailure>(&*message)) fail(failure->code, failure->detail);
        at = end + 1;
    }
    fail("crashed", "exit " + std::to_string(WEXITSTATUS(status)));
}

std::optional<HelperFailure> trouble_with_helper()
{
    constexpr std::string_view waypoint = R"(<gpx version="1.1" creator="xiaoan"><wpt lat="45.6" lon="122.8"/></gpx>)";
    constexpr std::chrono::seconds patience{10};
    try {
        const MemoryFile file(waypoint);
        HelperProcess helper({"read", "gpx", "gpx=/proc/self/fd/3"}, {&file}, patience);
        (void)helper.next();
        return std::nullopt;
    } catch (const HelperFault& fault) {
        return HelperFailure{fault.code(), fault.detail()};
    }
}

}  // namespace xiaoan::data::gis
