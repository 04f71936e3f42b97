// How the helper fails: one exception, and what GDAL said last.
#pragma once

#include <stdexcept>
#include <string>
#include <string_view>

namespace xiaoan::data::gis {

/// Ends the helper with exit code 1 and this on standard error.
class Failure : public std::runtime_error {
public:
    Failure(std::string_view code, const std::string& detail) : std::runtime_error(detail), code_(code) {}
    [[nodiscard]] const std::string& code() const noexcept { return code_; }

private:
    std::string code_;
};

/// From now on GDAL's errors are kept rather than printed. An error from which it does not return ends the helper.
void listen_to_gdal();

/// Throws the last error that GDAL reported since it was last asked; nothing where there was none. Its code is
/// too_large where memory ran out, else `code`.
void throw_what_gdal_said(std::string_view code = "damaged");

/// Forgets what GDAL reported.
void forget_what_gdal_said();

}  // namespace xiaoan::data::gis
