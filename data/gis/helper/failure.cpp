#include "data/gis/helper/failure.hpp"

#include "data/gis/message.hpp"

#include <cpl_error.h>
#include <unistd.h>

#include <cstdio>
#include <optional>

namespace xiaoan::data::gis {

namespace {

struct Said {
    CPLErrorNum number = CPLE_None;
    std::string text;
};

std::optional<Said>& said()
{
    static std::optional<Said> last;
    return last;
}

std::string_view code_of(CPLErrorNum number, std::string_view otherwise)
{
    return number == CPLE_OutOfMemory ? "too_large" : otherwise;
}

void CPL_STDCALL keep(CPLErr severity, CPLErrorNum number, const char* text)
{
    if (severity != CE_Failure && severity != CE_Fatal) return;
    said() = Said{number, text};
    if (severity != CE_Fatal) return;
    std::fputs(line_of(HelperFailure{std::string{code_of(number, "damaged")}, text}).c_str(), stderr);
    _exit(1);  // else GDAL would abort
}

}  // namespace

void listen_to_gdal()
{
    CPLSetErrorHandler(keep);
}

void throw_what_gdal_said(std::string_view code)
{
    if (!said()) return;
    const Said last = *said();
    throw Failure(code_of(last.number, code), last.text);
}

void forget_what_gdal_said()
{
    said().reset();
}

}  // namespace xiaoan::data::gis
