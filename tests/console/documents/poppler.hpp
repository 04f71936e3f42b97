// What the programs of poppler-utils say of a PDF.
#pragma once

#include "tests/data/register/a_register.hpp"

#include <cstdio>
#include <fstream>
#include <string>
#include <string_view>

namespace xiaoan::test {

/// How often a text stands in another.
inline std::size_t times(std::string_view text, std::string_view wanted)
{
    std::size_t count = 0;
    for (auto at = text.find(wanted); at != std::string_view::npos; at = text.find(wanted, at + wanted.size())) ++count;
    return count;
}

/// What a program of poppler-utils, given the file, prints; empty where there is none.
inline std::string said_of(const std::string& pdf, const std::string& program, const std::string& behind = "")
{
    const data::test::Folder folder;
    std::ofstream(folder.file("it.pdf"), std::ios::binary) << pdf;
    const std::string line = program + " '" + folder.file("it.pdf") + "' " + behind + " 2>/dev/null";
    std::FILE* pipe = popen(line.c_str(), "r");
    if (pipe == nullptr) return {};
    std::string text;
    char block[4096];
    for (std::size_t got = 0; (got = std::fread(block, 1, sizeof block, pipe)) > 0;) text.append(block, got);
    pclose(pipe);
    return text;
}

/// The words of the document without blanks and line ends; each page ends in a form feed.
inline std::string words_of(const std::string& pdf)
{
    std::string words;
    for (const char c : said_of(pdf, "pdftotext -layout -enc UTF-8", "-"))
        if (c != ' ' && c != '\n') words += c;
    return words;
}

}  // namespace xiaoan::test
