// The forms in which headers of ledgers are compared.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace xiaoan::data {

/// The form in which headers are compared: half-width, lower case, without spaces, line breaks, brackets and what they
/// hold (but 起 or 止 where they hold nothing else: 有效期（起）, 有效期（截止日期）), ordinals before it (1. 一、), a unit behind a stroke (里程/公里), `*` and other signs; interchangeable parts
/// (formats.md 3.2) as one: 至, 到期, 到期日, 到期日期, 截止日期, 结束 and the like are 止; 起始日期, 开始 and the like 起; 号码,
/// 编号, 编码 are 号; 企业, 公司 are 单位; 司机, 驾驶员 are 驾驶人; 逃生锤 is 安全锤; 装置 and 设备 are left out.
[[nodiscard]] std::string normalised_header(std::string_view header);

/// What the last brackets of a header hold, or what stands behind its last stroke, which may be a unit: "米" of
/// 水深(米) and of 水深/米; empty where there is neither.
[[nodiscard]] std::string header_unit(std::string_view header);

/// Whether a header asks how many there are: 灭火器数量, 安全锤(把).
[[nodiscard]] bool asks_how_many(std::string_view header);

/// What a column is headed with, from the outermost group down to its own header: 许可, 起.
using HeaderPath = std::vector<std::string>;

/// The path as people read it: 许可/起.
[[nodiscard]] std::string shown_path(std::span<const std::string> path);

}  // namespace xiaoan::data
