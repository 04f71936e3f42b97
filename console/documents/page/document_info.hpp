// What a file says of itself beside its pages.
#pragma once

#include "data/kinds/cell.hpp"

#include <string>

namespace xiaoan::documents {

struct DocumentInfo {
    std::string title;
    std::string author;
    data::Date date{};  // written as the date of creation, so that no clock gets into the file
};

}  // namespace xiaoan::documents
