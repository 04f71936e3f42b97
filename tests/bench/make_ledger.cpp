// Writes a ledger to standard output: make_ledger KIND ROWS [COLUMNS] > F.csv
#include "data/kinds/kinds.hpp"
#include "tests/bench/ledger.hpp"

#include <cstdlib>
#include <iostream>

int main(int count, char** arguments)
{
    const auto* kind = count > 2 ? xiaoan::data::find_kind(arguments[1]) : nullptr;
    if (kind == nullptr) {
        std::cerr << "make_ledger KIND ROWS [COLUMNS]\n";
        return 2;
    }
    std::ios::sync_with_stdio(false);
    const auto columns = count > 3 ? std::strtoul(arguments[3], nullptr, 10) : 0;
    xiaoan::data::test::write_ledger(std::cout, *kind, std::atoi(arguments[2]), columns);
    return std::cout.good() ? 0 : 1;
}
