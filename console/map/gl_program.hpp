// A shader program, from the sources carried in the program. Everything here needs a current OpenGL 3.3 core context.
#pragma once

#include <string_view>

namespace xiaoan::map {

class GlProgram {
public:
    /// Compiles and links `<name>.vert` and `<name>.frag`. Throws MapFault with the driver's words.
    explicit GlProgram(std::string_view name);
    ~GlProgram();
    GlProgram(const GlProgram&) = delete;
    GlProgram& operator=(const GlProgram&) = delete;

    [[nodiscard]] unsigned id() const noexcept { return id_; }
    /// -1 where the shader has no such uniform.
    [[nodiscard]] int uniform(const char* name) const;

private:
    unsigned id_ = 0;
};

}  // namespace xiaoan::map
