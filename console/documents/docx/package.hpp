// A DOCX as a package of parts: read with bounds, some parts replaced, written with the same bytes for the same
// content.
#pragma once

#include <cstdint>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace xiaoan::documents {

/// What is wrong with a template. `code`: not_a_docx, too_large, damaged, unknown, missing, not_closed; `what` is the
/// name of a part or of a placeholder.
struct TemplateProblem {
    std::string code;
    std::string what;
    friend bool operator==(const TemplateProblem&, const TemplateProblem&) = default;
};

class TemplateFault : public std::runtime_error {
public:
    explicit TemplateFault(std::vector<TemplateProblem> problems);
    [[nodiscard]] const std::vector<TemplateProblem>& problems() const { return problems_; }

private:
    std::vector<TemplateProblem> problems_;
};

struct Part {
    std::string name;  // word/document.xml
    std::string content;
};

/// The parts of a document that hold text: the document itself, headers and footers, in the order of the file.
/// Throws TemplateFault: not_a_docx, too_large (over 32 MB of text or 5,000 parts), damaged.
[[nodiscard]] std::vector<Part> text_parts(std::string_view docx);

/// One part by its name; nothing where there is none. Throws as text_parts does.
[[nodiscard]] std::optional<std::string> part_of(std::string_view docx, const std::string& name);

/// The package with these parts in place of its own or beside them; the others are copied as they are. Times of the
/// parts written are those of 1980, so that no clock gets into the file.
[[nodiscard]] std::string with_parts(std::string_view docx, const std::vector<Part>& parts);

/// A new package of these parts.
[[nodiscard]] std::string package_of(const std::vector<Part>& parts);

}  // namespace xiaoan::documents
