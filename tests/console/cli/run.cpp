#include "tests/console/cli/run.hpp"

#include <fcntl.h>
#include <grp.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cstdlib>
#include <stdexcept>

namespace xiaoan::test {

namespace {

int memory(const char* name)
{
    const int file = memfd_create(name, 0);
    if (file < 0) throw std::runtime_error("no memory file");
    return file;
}

std::string content(int file)
{
    std::string text(static_cast<std::size_t>(lseek(file, 0, SEEK_END)), '\0');
    if (pread(file, text.data(), text.size(), 0) != static_cast<ssize_t>(text.size()))
        throw std::runtime_error("cannot read back");
    close(file);
    return text;
}

/// Becomes the program; never returns.
[[noreturn]] void become(const std::vector<std::string>& words, const Place& place, int program, int out, int err)
{
    std::vector<char*> arguments;
    std::string name = "xiaoan";
    arguments.push_back(name.data());
    std::vector<std::string> kept = words;
    for (auto& word : kept) arguments.push_back(word.data());
    arguments.push_back(nullptr);
    for (const char* variable : {"HOME", "XDG_DATA_HOME"}) setenv(variable, place.folder.c_str(), 1);
    unsetenv("XIAOAN_REGISTER");
    setenv("LC_ALL", "C.UTF-8", 1);
    for (const auto& [variable, value] : place.environment) setenv(variable.c_str(), value.c_str(), 1);
    const bool placed =
        chdir(place.folder.c_str()) == 0 && dup2(out, STDOUT_FILENO) >= 0 && dup2(err, STDERR_FILENO) >= 0;
    const bool bound = !place.unprivileged || geteuid() != 0 ||
                       (setgroups(0, nullptr) == 0 && setgid(nobody) == 0 && setuid(nobody) == 0);
    if (placed && bound) fexecve(program, arguments.data(), environ);
    _exit(127);
}

}  // namespace

Ran run(const std::vector<std::string>& words, const Place& place)
{
    // Opened before the user changes: the build folder may be closed to others.
    const int program = open(XIAOAN_PROGRAM, O_RDONLY | O_CLOEXEC);
    if (program < 0) throw std::runtime_error("no program " XIAOAN_PROGRAM);
    const int out = place.out_to.empty() ? memory("out") : open(place.out_to.c_str(), O_WRONLY | O_CLOEXEC);
    const int err = memory("err");
    const pid_t child = fork();
    if (child == 0) become(words, place, program, out, err);
    int status = 0;
    if (child < 0 || waitpid(child, &status, 0) != child) throw std::runtime_error("cannot run the program");
    close(program);
    const int code = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
    if (place.out_to.empty()) return {code, content(out), content(err)};
    close(out);
    return {code, {}, content(err)};
}

}  // namespace xiaoan::test
