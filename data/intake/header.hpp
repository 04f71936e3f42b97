// Which field a column is, by its header: keys, Chinese headers and the variants that ledgers use.
#pragma once

#include "data/intake/header_form.hpp"
#include "data/kinds/field.hpp"
#include "data/register/remembered_header.hpp"

#include <cstddef>
#include <map>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

namespace xiaoan::data {

/// Another header for a field. The kind "*" stands for every kind that has a field of that key.
struct HeaderVariant {
    std::string kind;  // plural key
    std::string key;   // empty: the column is left out on purpose
    std::string header;
};

/// The variants that come with the program (headers.csv).
[[nodiscard]] std::vector<HeaderVariant> shipped_header_variants();

/// What a header says: which field, and how surely.
struct HeaderMeaning {
    /// In the order in which they come first.
    enum class Rank : std::uint8_t {
        mapped,
        own,
        variant,
        bare
    };                                 // bare: a variant that says of nothing what it is of
    std::optional<std::size_t> field;  // index in KindInfo::fields; empty where it is to be left out
    Rank rank{};
};

/// The forms of a header below its groups in which it may be known, computed once for all kinds.
struct HeaderForms {
    explicit HeaderForms(const HeaderPath& path);
    std::vector<std::string> joined;  // with its groups, the most of them first: 许可起; then behind them: 起许可
    std::string own;                  // alone
    std::vector<std::string> groups;  // each alone, the outermost first

    /// With all its groups.
    [[nodiscard]] const std::string& whole() const { return joined.empty() ? own : joined.front(); }
};

/// By which the same headers are known when they come again, in whatever order: a digest of their forms.
[[nodiscard]] std::string headers_digest(std::span<const HeaderForms> headers);

/// The headers of one kind of record.
class HeaderNames {
public:
    /// Where two fields claim a header, what `mapped` says comes first, then the field's own key or Chinese header,
    /// then the variant that was named first.
    explicit HeaderNames(const KindInfo& kind, std::span<const HeaderVariant> variants = {},
                         std::span<const HeaderVariant> mapped = {});

    /// Index of the field in KindInfo::fields; empty where the header is not known.
    [[nodiscard]] std::optional<std::size_t> field(std::string_view header) const;

    /// What a header with its groups means; empty where it is not known. A header that says what it is of
    /// (交强险有效期止) means the same below any group. One that does not (名称, 电话, 起) is read together with its
    /// group: 许可 over 起 is 许可起. 电话 below 校长 is not the school's telephone: only groups that name the record
    /// itself (学校, 基本情况) let such a header stand for itself.
    [[nodiscard]] std::optional<HeaderMeaning> meaning(const HeaderForms& forms) const;
    [[nodiscard]] const KindInfo& kind() const { return *kind_; }

private:
    [[nodiscard]] std::optional<HeaderMeaning> alone(const std::string& form) const;
    [[nodiscard]] std::optional<HeaderMeaning> exact(const std::string& form) const;
    [[nodiscard]] std::optional<HeaderMeaning> without_subject(const std::string& form) const;
    [[nodiscard]] std::optional<HeaderMeaning> of_answer(const std::string& form) const;
    void add(std::string_view header, HeaderMeaning meaning);
    void add_with_date_endings(std::string_view header, HeaderMeaning meaning);

    const KindInfo* kind_;
    std::unordered_map<std::string, HeaderMeaning> meaning_of_;
};

/// The headers of all kinds. One thread at a time may use it.
class HeaderTable {
public:
    /// `mapped` says what a person said of some headers; it comes before all that the program knows. `remembered` says
    /// what was said of headers before; it comes second, and only where all headers are those it was said among.
    explicit HeaderTable(std::span<const HeaderVariant> variants, std::span<const HeaderVariant> mapped = {},
                         std::span<const RememberedHeader> remembered = {});

    /// The table with what was said of exactly these headers before; this one, where nothing was.
    [[nodiscard]] const HeaderTable& recalling(std::span<const HeaderForms> headers) const;

    [[nodiscard]] const HeaderNames& names(const KindInfo& kind) const;
    /// Whether a header, alone, is one of any kind.
    [[nodiscard]] bool is_header(std::string_view header) const;
    /// The kind whose fields the headers name best: all its required fields and one of its natural keys are there, more
    /// columns are known than for any other, and of several such kinds the one with the fewest fields. Null where no
    /// kind has all of its required fields, and where two fit equally well. `county_given` says that rows without a
    /// county will get one.
    [[nodiscard]] const KindInfo* kind_of(std::span<const HeaderForms> headers, bool county_given) const;

private:
    struct Recalled {
        std::vector<HeaderVariant> said;
        std::unique_ptr<const HeaderTable> table;  // made when it is first asked for
    };
    std::vector<HeaderNames> names_;
    std::unordered_set<std::string> known_;
    std::vector<HeaderVariant> variants_, mapped_;      // where something is remembered
    mutable std::map<std::string, Recalled> recalled_;  // by digest
};

/// The same of headers without groups, by the variants given.
[[nodiscard]] const KindInfo* kind_of_headers(std::span<const std::string> headers,
                                              std::span<const HeaderVariant> variants, bool county_given = false);

}  // namespace xiaoan::data
