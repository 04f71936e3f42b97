# Writes the assembly that takes the files in (.incbin: exact bytes, no limit on length, no time in the compiler)
# and the C++ source that names them. Run at build time by xiaoan_embed.
set(asm "")
set(declarations "")
set(rows "")
set(index 0)
list(LENGTH paths count)
foreach(path name IN ZIP_LISTS paths names)
    file(SIZE "${path}" size)
    set(symbol "xiaoan_embedded_${stem}_${index}")
    string(APPEND asm ".global ${symbol}\n.hidden ${symbol}\n.balign 16\n${symbol}:\n.incbin \"${path}\"\n.byte 0\n")
    math(EXPR stored "${size} + 1")
    string(APPEND declarations "extern const char ${symbol}[${stored}];\n")
    string(APPEND rows "    {\"${name}\", {${symbol}, ${size}}},\n")
    math(EXPR index "${index} + 1")
endforeach()

file(WRITE "${assembly}" ".section .rodata\n${asm}.section .note.GNU-stack,\"\",%progbits\n")
file(WRITE "${source}" "#include \"embedded/${stem}.hpp\"

#include <array>

extern \"C\" {
${declarations}}

namespace {

constinit const std::array<xiaoan::EmbeddedFile, ${count}> all_files{{
${rows}}};

}  // namespace

namespace ${namespace} {

std::span<const EmbeddedFile> embedded_files() noexcept
{
    return all_files;
}

std::string_view embedded_file(std::string_view name) noexcept
{
    for (const EmbeddedFile& file : all_files)
        if (file.name == name) return file.content;
    return {};
}

}  // namespace ${namespace}
")
