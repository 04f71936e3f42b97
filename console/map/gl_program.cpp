#include "console/map/gl_program.hpp"

#include "console/map/map_fault.hpp"
#include "embedded/shaders.hpp"

#include <epoxy/gl.h>
#include <fmt/format.h>

#include <string>

namespace xiaoan::map {

namespace {

/// Deletes the shader with its scope; a linked program keeps what it needs.
class Shader {
public:
    Shader(GLenum kind, const std::string& file) : id_(glCreateShader(kind))
    {
        const std::string_view text = shaders::embedded_file(file);
        if (text.data() == nullptr) throw MapFault(fmt::format("shader {} is not in this program", file));
        // The version must be the first line that is not blank or a comment, which the heads of the files keep to.
        const char* source = text.data();
        const auto length = static_cast<GLint>(text.size());
        glShaderSource(id_, 1, &source, &length);
        glCompileShader(id_);
        GLint good = GL_FALSE;
        glGetShaderiv(id_, GL_COMPILE_STATUS, &good);
        if (good == GL_TRUE) return;
        std::string words(1024, '\0');
        GLsizei said = 0;
        glGetShaderInfoLog(id_, static_cast<GLsizei>(words.size()), &said, words.data());
        words.resize(static_cast<std::size_t>(said));
        glDeleteShader(id_);
        throw MapFault(fmt::format("shader {} does not compile: {}", file, words));
    }
    ~Shader() { glDeleteShader(id_); }
    Shader(const Shader&) = delete;
    Shader& operator=(const Shader&) = delete;
    [[nodiscard]] GLuint id() const { return id_; }

private:
    GLuint id_;
};

}  // namespace

GlProgram::GlProgram(std::string_view name)
{
    const Shader vertex(GL_VERTEX_SHADER, fmt::format("{}.vert", name));
    const Shader fragment(GL_FRAGMENT_SHADER, fmt::format("{}.frag", name));
    id_ = glCreateProgram();
    glAttachShader(id_, vertex.id());
    glAttachShader(id_, fragment.id());
    glLinkProgram(id_);
    GLint good = GL_FALSE;
    glGetProgramiv(id_, GL_LINK_STATUS, &good);
    if (good == GL_TRUE) return;
    std::string words(1024, '\0');
    GLsizei said = 0;
    glGetProgramInfoLog(id_, static_cast<GLsizei>(words.size()), &said, words.data());
    words.resize(static_cast<std::size_t>(said));
    glDeleteProgram(id_);
    throw MapFault(fmt::format("shaders {} do not link: {}", name, words));
}

GlProgram::~GlProgram()
{
    glDeleteProgram(id_);
}

int GlProgram::uniform(const char* name) const
{
    return glGetUniformLocation(id_, name);
}

}  // namespace xiaoan::map
