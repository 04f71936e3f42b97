#include "data/export/written_file.hpp"
#include "tests/data/register/a_register.hpp"

#include <catch2/catch_test_macros.hpp>

#include <sys/resource.h>
#include <unistd.h>

#include <csignal>
#include <iterator>
#include <optional>

using namespace xiaoan::data;
using namespace xiaoan::data::test;
namespace fs = std::filesystem;

namespace {

std::string content(const std::string& path)
{
    std::ifstream in(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

void write_old(const std::string& path)
{
    std::ofstream(path, std::ios::binary) << "old";
}

std::optional<FaultKind> fault_of_writing(const std::string& path, std::string_view text)
{
    try {
        write_file(path, text);
        return std::nullopt;
    } catch (const StoreFault& fault) {
        CHECK(fault.path() == path);
        return fault.kind();
    }
}

std::size_t files_in(const Folder& folder)
{
    return static_cast<std::size_t>(std::distance(fs::directory_iterator(folder.path()), fs::directory_iterator{}));
}

/// Lets no file grow past a size while it lives, as a full disk or a quota would.
class Narrow {
public:
    explicit Narrow(rlim_t bytes) : before_(signal(SIGXFSZ, SIG_IGN))
    {
        getrlimit(RLIMIT_FSIZE, &limit_);
        rlimit narrow = limit_;
        narrow.rlim_cur = bytes;
        setrlimit(RLIMIT_FSIZE, &narrow);
    }
    ~Narrow()
    {
        setrlimit(RLIMIT_FSIZE, &limit_);
        (void)signal(SIGXFSZ, before_);
    }
    Narrow(const Narrow&) = delete;
    Narrow& operator=(const Narrow&) = delete;

private:
    rlimit limit_{};
    void (*before_)(int);
};

}  // namespace

TEST_CASE("a file is written whole, bytes as they are", "[data][export]")
{
    const Folder folder;
    const std::string bytes{"洮南\r\n\0\xff", 10};
    write_file(folder.file("a.csv"), bytes);
    CHECK(content(folder.file("a.csv")) == bytes);
    write_file(folder.file("a.csv"), "");
    CHECK(content(folder.file("a.csv")).empty());
    CHECK(files_in(folder) == 1);
}

TEST_CASE("a large file takes the place of an older one", "[data][export]")
{
    const Folder folder;
    write_old(folder.file("a.csv"));
    const std::string bytes(5'000'000, 'x');
    write_file(folder.file("a.csv"), bytes);
    CHECK(content(folder.file("a.csv")) == bytes);
    CHECK(files_in(folder) == 1);
}

TEST_CASE("a file that could be written only by half is not there, and an older one is as it was", "[data][export]")
{
    const Folder folder;
    write_old(folder.file("a.csv"));
    const std::string bytes(100'000, 'x');
    {
        const Narrow narrow(50'000);
        CHECK(fault_of_writing(folder.file("a.csv"), bytes).has_value());
        CHECK(fault_of_writing(folder.file("b.csv"), bytes).has_value());
    }
    CHECK(content(folder.file("a.csv")) == "old");
    CHECK_FALSE(fs::exists(folder.file("b.csv")));
    CHECK(files_in(folder) == 1);
}

TEST_CASE("a full disk is said to be full", "[data][export]")
{
    if (!fs::exists("/dev/full")) SKIP("no device that is always full");
    const Folder folder;
    write_old(folder.file("a.csv"));
    fs::create_symlink("/dev/full", folder.file("a.csv.part"));  // what is written beside goes there
    CHECK(fault_of_writing(folder.file("a.csv"), "new") == FaultKind::disk_full);
    CHECK(content(folder.file("a.csv")) == "old");
    CHECK(fs::exists("/dev/full"));
}

TEST_CASE("a folder is not written over, and a missing one is not made", "[data][export]")
{
    const Folder folder;
    fs::create_directory(folder.file("list.csv"));
    CHECK(fault_of_writing(folder.file("list.csv"), "new") == FaultKind::not_written);
    CHECK(fs::is_directory(folder.file("list.csv")));
    CHECK(fault_of_writing(folder.file("no/such/folder/a.csv"), "new") == FaultKind::not_written);
    CHECK(files_in(folder) == 1);
}

TEST_CASE("a folder that may not be written is said so", "[data][export]")
{
    if (geteuid() == 0) SKIP("the superuser may write everywhere");
    const Folder folder;
    write_old(folder.file("a.csv"));
    fs::permissions(folder.path(), fs::perms::owner_read | fs::perms::owner_exec);
    CHECK(fault_of_writing(folder.file("a.csv"), "new") == FaultKind::not_written);
    fs::permissions(folder.path(), fs::perms::owner_all);
    CHECK(content(folder.file("a.csv")) == "old");
}
