// Options that several commands have, read one way: dates, seasons, the PDF to write. Each says in words what is wrong.
#pragma once

#include "console/cli/context.hpp"
#include "console/water/season.hpp"

#include <optional>
#include <string>

namespace xiaoan::cli {

/// Reads a date into `into` where one is given; false, with a message, where it is none.
[[nodiscard]] bool read_date(const Context& context, const std::string& text, std::optional<data::Date>& into);

/// The season or month asked for, or that of the as-of date where none is; nothing, with a message, for other texts.
[[nodiscard]] std::optional<water::Season> read_season(const Context& context, const std::string& text);

/// Reads a county into `into` where one is given; false, with a message, where the region has none of this name.
[[nodiscard]] bool read_county(const Context& context, const data::Region& region, const std::string& text,
                               data::Adcode& into);

/// Whether the file to write ends in .pdf; else says so.
[[nodiscard]] bool is_pdf(const Context& context, const std::string& path);

}  // namespace xiaoan::cli
