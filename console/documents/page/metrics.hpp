// What setting text needs to know of fonts: how wide a character is.
#pragma once

#include "console/documents/page/page.hpp"

namespace xiaoan::documents {

class Metrics {
public:
    virtual ~Metrics() = default;
    /// Advance of a character in its own width, as a part of the type size.
    [[nodiscard]] virtual double advance_em(Face face, char32_t code) const = 0;
};

}  // namespace xiaoan::documents
