// Who writes: the letterhead of the bureau and its contact, from a text file that the bureau keeps.
#pragma once

#include "console/documents/page/letter.hpp"
#include "data/register/snapshot.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace xiaoan::enforcement {

struct Office {
    std::string name;     // 白城市教育局
    std::string name_en;  // for English renderings
    std::string code;     // 机关代字: 白教 of 白教函〔2026〕12号
    documents::HeadForm form = documents::HeadForm::letter;
    documents::HeadInk ink = documents::HeadInk::red;
    std::string contact;
    std::string phone;
    std::string address;
    std::string copies;  // 抄送, without the word itself

    [[nodiscard]] const std::string& name_in(language::Language language) const
    {
        return language == language::Language::zh || name_en.empty() ? name : name_en;
    }
};

/// The register's name as the sender's; nothing else is known then.
[[nodiscard]] Office usual_office(const data::Snapshot& snapshot);

struct OfficeFile {
    Office office;
    std::vector<std::string> unknown;  // lines that say nothing known, as they stand
};
/// Lines "名称 = 内容" over an office; # begins a comment. Names: 机关名称, 英文名称, 机关代字, 公文格式 (信函 or
/// 文件), 红头 (红色, 黑色 or 预印), 联系人, 联系电话, 地址, 抄送. An empty content leaves what was there.
[[nodiscard]] OfficeFile office_of(std::string_view file, Office office);

/// The file to begin with, with what each line means.
[[nodiscard]] std::string office_text(const Office& office, language::Language language);

}  // namespace xiaoan::enforcement
