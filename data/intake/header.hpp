// Which field a column is, by its header: keys, Chinese headers and the variants that ledgers use.
#pragma once

#include "data/kinds/field.hpp"

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace xiaoan::data {

/// The form in which headers are compared: half-width, lower case, without spaces, line breaks, brackets and what they
/// hold, `*`, underscores and hyphens; interchangeable parts as one (至 到期日期 止; 号码 编号 号; 企业 公司 单位;
/// 司机 驾驶员 驾驶人; 逃生锤 安全锤), 装置 and 设备 left out.
[[nodiscard]] std::string normalised_header(std::string_view header);

/// What the last brackets of a header hold, which may be a unit: "米" of 水深(米); empty where there are none.
[[nodiscard]] std::string header_unit(std::string_view header);

/// Another header for a field. The kind "*" stands for every kind that has a field of that key.
struct HeaderVariant {
    std::string kind;  // plural key
    std::string key;
    std::string header;
};

/// The variants that come with the program (headers.csv).
[[nodiscard]] std::vector<HeaderVariant> shipped_header_variants();

/// The headers of one kind of record. Where two fields claim a header, its own key or Chinese header comes first, then
/// the variant that was named first.
class HeaderNames {
public:
    explicit HeaderNames(const KindInfo& kind, std::span<const HeaderVariant> variants = {});

    /// Index of the field in KindInfo::fields; empty where the header is not known.
    [[nodiscard]] std::optional<std::size_t> field(std::string_view header) const;
    [[nodiscard]] const KindInfo& kind() const { return *kind_; }

private:
    const KindInfo* kind_;
    std::unordered_map<std::string, std::size_t> field_by_form_;
};

/// The kind whose fields the headers name best: all its required fields and one of its natural keys are there, more
/// columns are known than for any other, and of several such kinds the one with the fewest fields. Null where no kind
/// has all of its required fields, and where two fit equally well. `county_given` says that rows without a county will
/// get one.
[[nodiscard]] const KindInfo* kind_of_headers(std::span<const std::string> headers,
                                              std::span<const HeaderVariant> variants, bool county_given = false);

}  // namespace xiaoan::data
