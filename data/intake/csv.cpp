#include "data/intake/csv.hpp"

#include "data/intake/fault.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <string>

namespace xiaoan::data {

namespace {

/// Where an unescaped cell lies in the scratch text of its row, or in the file.
struct PendingCell {
    std::uint32_t column = 0;
    bool in_scratch = false;
    std::size_t offset = 0;
    std::size_t length = 0;
};

class CsvReader final : public SheetReader {
public:
    CsvReader(std::string_view text, char separator, const IntakeLimits& limits)
        : text_(text), separator_(separator), limits_(limits)
    {
    }

    bool next(SheetRow& row) override
    {
        while (at_ < text_.size()) {
            ++record_;
            read_record();
            if (pending_.empty()) continue;
            cells_.clear();
            for (const PendingCell& cell : pending_) {
                const std::string_view from = cell.in_scratch ? std::string_view{scratch_} : text_;
                cells_.push_back({cell.column, CellKind::text, 0, from.substr(cell.offset, cell.length)});
            }
            row = {record_, false, cells_};
            return true;
        }
        return false;
    }

private:
    [[nodiscard]] std::string row_text() const { return std::to_string(record_); }

    void read_record()
    {
        pending_.clear();
        scratch_.clear();
        const std::size_t began = at_;
        for (std::uint32_t column = 0;; ++column) {
            if (column >= limits_.columns)
                throw IntakeFault(FaultCode::too_many_columns, {row_text(), std::to_string(limits_.columns)});
            const PendingCell cell = at_ < text_.size() && text_[at_] == '"' ? quoted_cell(column) : plain_cell(column);
            if (cell.length > limits_.cell_bytes)
                throw IntakeFault(FaultCode::cell_too_long, {row_text(), std::to_string(limits_.cell_bytes >> 10)});
            if (at_ - began > limits_.row_bytes)
                throw IntakeFault(FaultCode::row_too_long, {row_text(), std::to_string(limits_.row_bytes >> 20)});
            if (cell.length > 0) pending_.push_back(cell);
            if (at_ >= text_.size()) return;
            if (text_[at_] == separator_) {
                ++at_;
                continue;
            }
            const bool carriage_return = text_[at_] == '\r';
            ++at_;
            if (carriage_return && at_ < text_.size() && text_[at_] == '\n') ++at_;
            return;
        }
    }

    [[nodiscard]] bool ends_cell(char c) const { return c == separator_ || c == '\n' || c == '\r'; }

    PendingCell plain_cell(std::uint32_t column)
    {
        const std::size_t from = at_;
        while (at_ < text_.size() && !ends_cell(text_[at_])) ++at_;
        return {column, false, from, at_ - from};
    }

    PendingCell quoted_cell(std::uint32_t column)
    {
        const std::size_t open = ++at_;
        const std::size_t close = closing_quote(open);
        const bool ends = close + 1 >= text_.size() || ends_cell(text_[close + 1]);
        at_ = close + 1;
        if (ends) return {column, false, open, close - open};

        // Doubled quotes, or text behind the closing quote: put together in the scratch text.
        const std::size_t from = scratch_.size();
        scratch_ += text_.substr(open, close - open);
        while (at_ < text_.size() && text_[at_] == '"') {
            scratch_ += '"';
            const std::size_t next = ++at_;
            const std::size_t next_close = closing_quote(next);
            scratch_ += text_.substr(next, next_close - next);
            at_ = next_close + 1;
            if (scratch_.size() - from > limits_.cell_bytes) break;
        }
        const std::size_t behind = at_;
        while (at_ < text_.size() && !ends_cell(text_[at_])) ++at_;
        scratch_ += text_.substr(behind, at_ - behind);
        return {column, true, from, scratch_.size() - from};
    }

    /// The next quote; too far away, or none, is the open quote of this row.
    [[nodiscard]] std::size_t closing_quote(std::size_t from) const
    {
        const std::string_view reach = text_.substr(from, static_cast<std::size_t>(limits_.cell_bytes) + 1);
        const std::size_t found = reach.find('"');
        if (found != std::string_view::npos) return from + found;
        if (reach.size() > limits_.cell_bytes)
            throw IntakeFault(FaultCode::cell_too_long, {row_text(), std::to_string(limits_.cell_bytes >> 10)});
        throw IntakeFault(FaultCode::unterminated_quote, {row_text()});
    }

    std::string_view text_;
    char separator_;
    IntakeLimits limits_;
    std::size_t at_ = 0;
    std::uint32_t record_ = 0;
    std::vector<PendingCell> pending_;
    std::string scratch_;
    std::vector<Cell> cells_;
};

class CsvFile final : public Workbook {
public:
    CsvFile(std::unique_ptr<const DecodedText> text, const IntakeLimits& limits)
        : text_(std::move(text)), limits_(limits), separator_(csv_separator(text_->text))
    {
    }

    const SourceFile& source() const override { return *text_->source; }
    std::span<const SheetInfo> sheets() const override { return {&sheet_, 1}; }
    std::unique_ptr<SheetReader> open(std::size_t) override { return read_csv(text_->text, separator_, limits_); }
    std::string_view encoding() const override { return text_->encoding; }

private:
    std::unique_ptr<const DecodedText> text_;
    IntakeLimits limits_;
    char separator_;
    SheetInfo sheet_;
};

constexpr std::array separators{',', ';', '\t', '|'};
using SeparatorCounts = std::array<int, separators.size()>;

/// How often each separator stands outside quotes in each of the first records.
std::vector<SeparatorCounts> count_separators(std::string_view text)
{
    constexpr std::size_t sample_bytes = 65'536, sample_records = 50;
    std::vector<SeparatorCounts> records;
    SeparatorCounts counts{};
    bool quoted = false, blank = true;
    for (const char c : text.substr(0, sample_bytes)) {
        if (c == '"') quoted = !quoted;
        if (quoted) continue;
        if (c == '\n' || c == '\r') {
            if (!blank) records.push_back(counts);
            if (records.size() == sample_records) return records;
            counts = {};
            blank = true;
            continue;
        }
        blank = false;
        for (std::size_t i = 0; i < separators.size(); ++i)
            if (c == separators[i]) ++counts[i];
    }
    if (!blank) records.push_back(counts);
    return records;
}

}  // namespace

char csv_separator(std::string_view text)
{
    const auto records = count_separators(text);
    char best = ',';
    int best_score = 0;
    for (std::size_t i = 0; i < separators.size(); ++i) {
        std::map<int, int> records_by_count;
        for (const SeparatorCounts& counts : records) ++records_by_count[counts[i]];
        for (const auto& [count, with_it] : records_by_count)
            if (count * with_it > best_score) {
                best_score = count * with_it;
                best = separators[i];
            }
    }
    return best;
}

std::unique_ptr<SheetReader> read_csv(std::string_view text, char separator, const IntakeLimits& limits)
{
    return std::make_unique<CsvReader>(text, separator, limits);
}

std::unique_ptr<Workbook> open_csv(std::shared_ptr<const SourceFile> source, const std::optional<std::string>& encoding,
                                   const IntakeLimits& limits)
{
    return std::make_unique<CsvFile>(decoded(std::move(source), encoding), limits);
}

}  // namespace xiaoan::data
