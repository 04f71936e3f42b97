// The measures of a document's type: the official grid in Chinese, plain lines on the same page in English.
#pragma once

#include "console/documents/page/table.hpp"
#include "console/documents/page/type.hpp"
#include "console/language/language.hpp"

namespace xiaoan::documents {

struct Typography {
    TypeStyle body;
    double pitch_pt = 0;  // from line to line
    double title_pt = 0;
    double passage_gap_pt = 0;  // between passages
    double indent_em = 0;       // of a passage
    std::string_view title_joint;
    TableStyle table;
};

/// Chinese: GB/T 9704-2012. English: 11.5 pt on lines of 15.9 pt (40 a page), passages parted by a gap.
[[nodiscard]] inline Typography typography(language::Language language)
{
    if (language == language::Language::zh)
        return {.body = {.size_pt = gb9704::size_3, .cell_pt = gb9704::cell},
                .pitch_pt = gb9704::pitch,
                .title_pt = gb9704::size_2,
                .passage_gap_pt = 0,
                .indent_em = 2,
                .title_joint = {},
                .table = {}};
    return {.body = {.size_pt = 11.5, .grid = false},
            .pitch_pt = gb9704::height / 40,
            .title_pt = 16,
            .passage_gap_pt = 5,
            .indent_em = 0,
            .title_joint = " ",
            .table = {.size_pt = 9, .line_pt = 12.5, .dense_size_pt = 8, .dense_line_pt = 11, .grid = false}};
}

}  // namespace xiaoan::documents
