// The encoding of a Shapefile's attributes, which the format itself hardly says.
#pragma once

#include <string>
#include <string_view>

namespace xiaoan::data {

struct DbfEncoding {
    std::string name;    // as iconv and GDAL know it: UTF-8, GB18030 …
    bool found = false;  // by content rather than by what the file says, and not UTF-8
};

/// What .cpg says (UTF-8, 65001, GBK, 936, GB18030, ISO-8859-1 …) where the texts bear it out; else UTF-8 where all of
/// them are, else GB18030. A character that a field's width cuts off says nothing. GBK is read as GB18030, which
/// contains it.
[[nodiscard]] DbfEncoding dbf_encoding(std::string_view dbf, std::string_view cpg);

/// The name of an encoding that an operator asks for (--encoding); empty where it is not known here.
[[nodiscard]] std::string dbf_encoding_of(std::string_view asked);

}  // namespace xiaoan::data
