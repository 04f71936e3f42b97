// What a person said of a header that the program does not know.
#pragma once

#include <string>

namespace xiaoan::data {

/// Holds wherever the same headers stand over a table again, in whatever order.
struct RememberedHeader {
    std::string headers;  // a digest of all headers of the table
    std::string header;   // in the form in which headers are compared, its groups before it
    std::string kind;     // plural key
    std::string key;      // of the field; empty: left out on purpose
    friend bool operator==(const RememberedHeader&, const RememberedHeader&) = default;
};

}  // namespace xiaoan::data
