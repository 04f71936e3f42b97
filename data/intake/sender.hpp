// Whose ledger a file is: the county that stands in the name of the file or sheet, or that all of its rows name.
#pragma once

#include "data/kinds/cell.hpp"
#include "data/register/region.hpp"

#include <cstddef>
#include <map>
#include <span>
#include <string_view>

namespace xiaoan::data {

/// The only county whose name stands in a file's or sheet's name: 洮南市 anywhere, 洮南 where a word may begin
/// (大安校车.xlsx and 2026大安.csv are 大安市's, 重大安全隐患.xlsx is nobody's). Not given where there is none, or
/// several.
[[nodiscard]] Adcode county_in_name(std::string_view name, std::span<const County> counties);

/// The county that at least nine of ten rows name, of those that name one; not given where there is none.
[[nodiscard]] Adcode county_of_rows(const std::map<Adcode, std::size_t>& rows_by_county);

}  // namespace xiaoan::data
