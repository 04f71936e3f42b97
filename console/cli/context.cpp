#include "console/cli/context.hpp"

namespace xiaoan::cli {

void print(std::string_view text)
{
    std::fwrite(text.data(), 1, text.size(), stdout);
}

void message(std::string_view text)
{
    std::fwrite(text.data(), 1, text.size(), stderr);
    std::fputc('\n', stderr);
}

Exit say_refused(const Context& context, const data::Rejected& rejected)
{
    message(
        context.tr("cli.refused", {language::tr(context.language, "rejected." + rejected.reason, rejected.arguments)}));
    return Exit::refused;
}

}  // namespace xiaoan::cli
