// Walks through a short half-width text, piece by piece; what the value parsers are written with.
#pragma once

#include <initializer_list>
#include <optional>
#include <string_view>

namespace xiaoan::data {

class Scanner {
public:
    explicit Scanner(std::string_view text) : rest_(text) {}

    [[nodiscard]] bool at_end() const { return rest_.empty(); }
    [[nodiscard]] std::string_view rest() const { return rest_; }

    void skip_spaces()
    {
        while (rest_.starts_with(' ')) rest_.remove_prefix(1);
    }

    /// Moves past `piece` where it comes next.
    bool accept(std::string_view piece)
    {
        if (!rest_.starts_with(piece)) return false;
        rest_.remove_prefix(piece.size());
        return true;
    }

    /// Moves past the first of `pieces` that comes next.
    bool accept_any(std::initializer_list<std::string_view> pieces)
    {
        for (const std::string_view piece : pieces)
            if (accept(piece)) return true;
        return false;
    }

    /// The digits that come next; empty where there are none.
    std::string_view digits()
    {
        std::size_t count = 0;
        while (count < rest_.size() && rest_[count] >= '0' && rest_[count] <= '9') ++count;
        const auto found = rest_.substr(0, count);
        rest_.remove_prefix(count);
        return found;
    }

    /// A whole number of at most `longest` digits; where there are none or more, it stays where it is.
    std::optional<int> whole(std::size_t longest)
    {
        const auto before = rest_;
        const auto found = digits();
        if (found.empty() || found.size() > longest) {
            rest_ = before;
            return std::nullopt;
        }
        int value = 0;
        for (const char digit : found) value = value * 10 + (digit - '0');
        return value;
    }

private:
    std::string_view rest_;
};

/// The number that plain half-width text like "-3.50" is; empty for exponents, signs alone and anything else.
[[nodiscard]] std::optional<double> plain_decimal(std::string_view text);

}  // namespace xiaoan::data
