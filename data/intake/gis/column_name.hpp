// Names of a Shapefile's attributes, which the format cuts off after ten bytes.
#pragma once

#include <string>
#include <string_view>

namespace xiaoan::data {

/// The header that a name was before it was cut off: of the keys, Chinese headers and variants of the kinds that have
/// positions, the first that begins with it. The name itself where it is not long enough to have been cut, where it is
/// a header already, and where it could mean several fields; without the first bytes of a character that was cut
/// through. `encoding` is that of the file: UTF-8, or one of two bytes a Chinese character.
[[nodiscard]] std::string whole_column_name(std::string_view name, std::string_view encoding);

}  // namespace xiaoan::data
