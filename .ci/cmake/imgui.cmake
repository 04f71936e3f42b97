# Dear ImGui as the static target imgui::imgui, from the source package that ./bootstrap unpacks into .deps/
# (docs/decisions/0001-toolkit.md says why this version and why not a packaged library).
set(imgui_version 1.90.1)
set(imgui_dir "${PROJECT_SOURCE_DIR}/.deps/imgui-${imgui_version}" CACHE PATH "Unpacked source of Dear ImGui")
if(NOT EXISTS "${imgui_dir}/imgui.cpp")
    message(FATAL_ERROR "Dear ImGui ${imgui_version} is not in ${imgui_dir}; ./bootstrap build fetches it")
endif()

add_library(imgui STATIC
    "${imgui_dir}/imgui.cpp"
    "${imgui_dir}/imgui_draw.cpp"
    "${imgui_dir}/imgui_tables.cpp"
    "${imgui_dir}/imgui_widgets.cpp"
    "${imgui_dir}/backends/imgui_impl_glfw.cpp"
    "${imgui_dir}/backends/imgui_impl_opengl3.cpp"
    "${imgui_dir}/misc/cpp/imgui_stdlib.cpp"
    "${imgui_dir}/misc/freetype/imgui_freetype.cpp")
add_library(imgui::imgui ALIAS imgui)
target_include_directories(imgui SYSTEM PUBLIC
    "${imgui_dir}" "${imgui_dir}/backends" "${imgui_dir}/misc/cpp" "${imgui_dir}/misc/freetype")
target_compile_definitions(imgui PUBLIC
    IMGUI_USE_WCHAR32           # names hold characters above U+FFFF
    IMGUI_ENABLE_FREETYPE
    IMGUI_DISABLE_OBSOLETE_FUNCTIONS)
target_compile_options(imgui PRIVATE -w)   # not ours to mend
target_link_libraries(imgui PUBLIC glfw PRIVATE Freetype::Freetype OpenGL::OpenGL ${CMAKE_DL_LIBS})
