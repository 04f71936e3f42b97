#include "console/documents/docx/marked_paragraph.hpp"

#include <algorithm>

namespace xiaoan::documents {

namespace {

/// All w:t of a paragraph in order, but not those of paragraphs within it (text boxes).
void collect(pugi::xml_node node, std::vector<pugi::xml_node>& texts)
{
    for (const auto child : node.children()) {
        const std::string_view name = child.name();
        if (name == "w:t")
            texts.push_back(child);
        else if (name != "w:p")
            collect(child, texts);
    }
}

std::string trimmed(std::string_view text)
{
    constexpr std::string_view blanks = " \t\r\n";
    const auto first = text.find_first_not_of(blanks);
    if (first == std::string_view::npos) return {};
    return std::string{text.substr(first, text.find_last_not_of(blanks) - first + 1)};
}

void settle(pugi::xml_node text)
{
    const std::string content = text.text().get();
    std::size_t from = 0;
    pugi::xml_node last = text;
    for (auto end = content.find('\n');; end = content.find('\n', from)) {
        const std::string line = content.substr(from, end == std::string::npos ? end : end - from);
        last.text().set(line.c_str());
        if (!last.attribute("xml:space")) last.append_attribute("xml:space");
        last.attribute("xml:space").set_value("preserve");
        if (end == std::string::npos) return;
        auto parent = text.parent();
        const auto line_break = parent.insert_child_after("w:br", last);
        last = parent.insert_child_after("w:t", line_break);
        from = end + 1;
    }
}

}  // namespace

MarkedParagraph::MarkedParagraph(pugi::xml_node paragraph) : paragraph_(paragraph)
{
    read();
}

void MarkedParagraph::read()
{
    text_.clear();
    pieces_.clear();
    std::vector<pugi::xml_node> texts;
    collect(paragraph_, texts);
    for (const auto node : texts) {
        const std::size_t from = text_.size();
        text_ += node.text().get();
        pieces_.push_back({node, from, text_.size()});
    }
}

std::optional<Placeholder> MarkedParagraph::next(std::size_t from) const
{
    const auto open = text_.find("{{", from);
    if (open == std::string::npos) return std::nullopt;
    const auto close = text_.find("}}", open);
    if (close == std::string::npos) return std::nullopt;
    return Placeholder{trimmed(std::string_view{text_}.substr(open + 2, close - open - 2)), open, close + 2};
}

void MarkedParagraph::replace(const Placeholder& placeholder, std::string_view value)
{
    bool first = true;
    for (const Piece& piece : pieces_) {
        if (piece.to <= placeholder.from || piece.from >= placeholder.to) continue;
        const std::string own = piece.text.text().get();
        const std::size_t cut_from = std::max(placeholder.from, piece.from) - piece.from;
        const std::size_t cut_to = std::min(placeholder.to, piece.to) - piece.from;
        std::string kept = own.substr(0, cut_from);
        if (first) kept += value;
        kept += own.substr(cut_to);
        first = false;
        piece.text.text().set(kept.c_str());
    }
    read();
}

pugi::xml_node MarkedParagraph::run_at(std::size_t at) const
{
    for (const Piece& piece : pieces_)
        if (piece.from <= at && at < piece.to) return piece.text.parent();
    return {};
}

void settle_texts(pugi::xml_node within)
{
    std::vector<pugi::xml_node> texts;
    const auto find = [&](auto&& self, pugi::xml_node node) -> void {
        for (const auto child : node.children()) {
            if (std::string_view{child.name()} == "w:t")
                texts.push_back(child);
            else
                self(self, child);
        }
    };
    find(find, within);
    for (const auto text : texts) settle(text);
}

}  // namespace xiaoan::documents
