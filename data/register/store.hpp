// What the parts of an open register share: its connection, its secret and the facts about itself.
#pragma once

#include "data/register/region.hpp"
#include "data/register/secret.hpp"

#include <SQLiteCpp/Database.h>

#include <cstdint>
#include <memory>
#include <string>

namespace xiaoan::data {

struct Store {
    std::string path;
    SQLite::Database db;
    std::shared_ptr<const Secret> secret;
    std::string id;  // random, of this register
    std::string name;
    bool demonstration = false;
    std::int64_t desk = 1;
    int schema_version = 0;
    bool read_only = false;
    // The region never changes after a register was made; read once, when first asked for.
    mutable std::shared_ptr<const Region> region{};
    mutable std::shared_ptr<const Region> region_with_layers{};
};

}  // namespace xiaoan::data
