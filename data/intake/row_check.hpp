// From one row of a sheet to the values of one record, or to what is wrong with it.
#pragma once

#include "data/intake/cell_memo.hpp"
#include "data/intake/recognised_sheet.hpp"

#include <vector>

namespace xiaoan::data {

/// As much of a cell as an issue carries: masked where its field is personal, and not longer than a long sentence.
[[nodiscard]] std::string issue_value(std::string_view cell, const FieldInfo& field);

class RowCheck {
public:
    /// `default_county` is that of rows which do not say theirs; not given where there is none. The sheet and the
    /// context must outlive it.
    RowCheck(const RecognisedSheet& sheet, const CellContext& context, Adcode default_county);

    /// Reads a row into `values`, one a field of the kind. False where it is refused: then `issues` says why, every bad
    /// cell once. What is doubtful about a row that is taken is said there too.
    [[nodiscard]] bool check(const SheetRow& row, std::vector<Value>& values, std::vector<RowIssue>& issues);

private:
    void read_cells(const SheetRow& row, std::vector<Value>& values);
    void read_one(std::size_t column, const Cell& cell, std::vector<Value>& values);
    void read_place(const SheetRow& row, std::vector<Value>& values);
    void check_required(std::vector<Value>& values);
    void check_number(const std::vector<Value>& values);
    void check_birth_date(const std::vector<Value>& values);
    void read_again(const SheetColumn& column, const Cell& cell, std::vector<Value>& values);
    [[nodiscard]] const Cell* cell_of_place(const SheetRow& row, std::size_t field);
    void say_in(const std::string& header, std::size_t field, ValueFault fault, std::string_view cell);
    void say(std::size_t field, ValueFault fault, std::string_view cell);
    void say_missing(std::size_t field);

    const RecognisedSheet& sheet_;
    const KindInfo& kind_;
    const CellContext& context_;
    Value default_county_;
    std::optional<std::size_t> county_, lon_, lat_, born_on_;
    std::vector<bool> bad_;        // fields whose cell could not be read
    std::vector<CellMemo> memos_;  // of the columns
    std::uint32_t row_ = 0;
    bool refused_ = false;
    std::vector<RowIssue>* issues_ = nullptr;
};

}  // namespace xiaoan::data
