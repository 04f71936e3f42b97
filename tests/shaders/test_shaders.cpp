#include "console/map/gl_program.hpp"
#include "console/map/map_fault.hpp"
#include "embedded/shaders.hpp"

#include <catch2/catch_test_macros.hpp>
#include <epoxy/egl.h>
#include <epoxy/gl.h>

#include <set>
#include <string>

namespace {

using namespace xiaoan;

/// An OpenGL 3.3 core context without any surface.
class Context {
public:
    Context()
    {
        display_ = eglGetPlatformDisplayEXT(EGL_PLATFORM_SURFACELESS_MESA, EGL_DEFAULT_DISPLAY, nullptr);
        REQUIRE(eglInitialize(display_, nullptr, nullptr) == EGL_TRUE);
        REQUIRE(eglBindAPI(EGL_OPENGL_API) == EGL_TRUE);
        const EGLint wanted[] = {
            EGL_CONTEXT_MAJOR_VERSION,           3,       EGL_CONTEXT_MINOR_VERSION, 3, EGL_CONTEXT_OPENGL_PROFILE_MASK,
            EGL_CONTEXT_OPENGL_CORE_PROFILE_BIT, EGL_NONE};
        context_ = eglCreateContext(display_, EGL_NO_CONFIG_KHR, EGL_NO_CONTEXT, wanted);
        REQUIRE(context_ != EGL_NO_CONTEXT);
        REQUIRE(eglMakeCurrent(display_, EGL_NO_SURFACE, EGL_NO_SURFACE, context_) == EGL_TRUE);
    }
    ~Context()
    {
        eglMakeCurrent(display_, EGL_NO_SURFACE, EGL_NO_SURFACE, EGL_NO_CONTEXT);
        eglDestroyContext(display_, context_);
        eglTerminate(display_);
    }
    Context(const Context&) = delete;
    Context& operator=(const Context&) = delete;

private:
    EGLDisplay display_ = EGL_NO_DISPLAY;
    EGLContext context_ = EGL_NO_CONTEXT;
};

TEST_CASE("every shader compiles and links with its pair, and uses all that it declares", "[shaders]")
{
    const Context context;
    std::set<std::string> names;
    for (const EmbeddedFile& file : shaders::embedded_files()) names.emplace(file.name.substr(0, file.name.find('.')));
    CHECK(names.size() * 2 == shaders::embedded_files().size());
    for (const std::string& name : names) {
        INFO(name);
        const map::GlProgram program(name);
        CHECK(program.id() != 0);
        CHECK(program.uniform("clip_from_map") >= 0);
        CHECK(program.uniform("colour") >= 0);
        CHECK(program.uniform("no_such_uniform") == -1);
    }
    CHECK(glGetError() == GL_NO_ERROR);
}

TEST_CASE("a shader that is not there is refused by name", "[shaders]")
{
    const Context context;
    CHECK_THROWS_AS(map::GlProgram("no_such"), map::MapFault);
}

TEST_CASE("each shader begins with what it is for", "[shaders]")
{
    for (const EmbeddedFile& file : shaders::embedded_files()) {
        INFO(file.name);
        CHECK(file.content.starts_with("// "));
        CHECK(file.content.find("#version 330 core") != std::string_view::npos);
    }
}

}  // namespace
