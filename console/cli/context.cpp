#include "console/cli/context.hpp"

#include <cerrno>
#include <system_error>

namespace xiaoan::cli {

namespace {

[[noreturn]] void fail_printing()
{
    throw std::system_error(errno, std::generic_category(), "stdout");
}

}  // namespace

void print(std::string_view text)
{
    if (std::fwrite(text.data(), 1, text.size(), stdout) != text.size()) fail_printing();
}

void finish_printing()
{
    if (std::fflush(stdout) != 0) fail_printing();
}

void message(std::string_view text)
{
    std::fwrite(text.data(), 1, text.size(), stderr);
    std::fputc('\n', stderr);
}

Exit say_refused(const Context& context, const data::Rejected& rejected)
{
    std::string why = language::tr(context.language, "rejected." + rejected.reason, rejected.arguments);
    if (rejected.reason == "missing_field" && !rejected.field.empty()) {
        const std::string key = "rejected.field." + rejected.field;
        why = context.tr("rejected.missing_field_of",
                         {language::has(key) ? std::string{context.tr(key)} : rejected.field});
    }
    message(context.tr("cli.refused", {why}));
    return Exit::refused;
}

}  // namespace xiaoan::cli
