#include "tests/fuzz/targets.hpp"

#include <array>

namespace xiaoan::fuzz {

std::span<const Target> targets()
{
    static constexpr std::array all{Target{"csv", csv},
                                    Target{"xlsx", xlsx},
                                    Target{"ledger", ledger},
                                    Target{"geojson", geojson},
                                    Target{"gis_answer", gis_answer},
                                    Target{"gis_parts", gis_parts},
                                    Target{"checks", checks},
                                    Target{"docx", docx}};
    return all;
}

}  // namespace xiaoan::fuzz
