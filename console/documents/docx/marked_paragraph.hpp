// A paragraph of WordprocessingML with placeholders {{…}}, which editors split into runs as they please.
#pragma once

#include <pugixml.hpp>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace xiaoan::documents {

/// A placeholder: what stands between the braces, trimmed, and where it stands in the joined text.
struct Placeholder {
    std::string name;  // 标题, #清单, ?清单, /清单
    std::size_t from = 0;
    std::size_t to = 0;  // behind its braces
};

class MarkedParagraph {
public:
    explicit MarkedParagraph(pugi::xml_node paragraph);

    /// The text of all runs joined.
    [[nodiscard]] const std::string& text() const { return text_; }
    /// The first placeholder that begins at `from` or later.
    [[nodiscard]] std::optional<Placeholder> next(std::size_t from = 0) const;
    /// Puts `value` in the place of a placeholder: into the first run that it touches, whose format it takes; the other
    /// runs lose their part of it. A line break in the value becomes one in the document.
    void replace(const Placeholder& placeholder, std::string_view value);
    /// The run that a place of the text lies in.
    [[nodiscard]] pugi::xml_node run_at(std::size_t at) const;

private:
    struct Piece {
        pugi::xml_node text;  // w:t
        std::size_t from = 0;
        std::size_t to = 0;
    };
    void read();

    pugi::xml_node paragraph_;
    std::string text_;
    std::vector<Piece> pieces_;
};

/// Makes each line break within w:t an element of its own and keeps blanks at the ends of texts.
void settle_texts(pugi::xml_node within);

}  // namespace xiaoan::documents
