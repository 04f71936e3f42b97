# xiaoan_embed(TARGET NAMESPACE FILES...): puts files into the program, byte for byte and of any size.
#
#   xiaoan_embed(xiaoan_data xiaoan::data::schema schema/0001_first.sql schema/0002_second.sql)
#
# gives TARGET the header "embedded/data_schema.hpp" (the namespace without its leading xiaoan, joined by _):
#
#   namespace xiaoan::data::schema {
#   std::span<const EmbeddedFile> embedded_files() noexcept;               // in the order given above
#   std::string_view embedded_file(std::string_view name) noexcept;       // null data() if there is none of that name
#   }
#
# A name is the file's path as it was given. Only TARGET and what links it see the header.
set(embed_dir "${CMAKE_CURRENT_LIST_DIR}")
set(embed_script "${embed_dir}/embed_script.cmake")
set(embed_include_dir "${PROJECT_BINARY_DIR}/embedded")
configure_file("${embed_dir}/embedded_file.hpp.in" "${embed_include_dir}/embedded/file.hpp" @ONLY)

function(xiaoan_embed target namespace)
    string(REPLACE "::" "_" stem "${namespace}")
    string(REGEX REPLACE "^xiaoan_" "" stem "${stem}")
    set(header "${embed_include_dir}/embedded/${stem}.hpp")
    configure_file("${embed_dir}/embedded_files.hpp.in" "${header}" @ONLY)

    set(paths "")
    foreach(file IN LISTS ARGN)
        cmake_path(ABSOLUTE_PATH file BASE_DIRECTORY "${CMAKE_CURRENT_SOURCE_DIR}" OUTPUT_VARIABLE path)
        list(APPEND paths "${path}")
    endforeach()
    set(source "${embed_include_dir}/${stem}.cpp")
    set(assembly "${embed_include_dir}/${stem}.S")
    add_custom_command(
        OUTPUT "${source}" "${assembly}"
        COMMAND "${CMAKE_COMMAND}" "-Dstem=${stem}" "-Dnamespace=${namespace}" "-Dnames=${ARGN}" "-Dpaths=${paths}"
                "-Dsource=${source}" "-Dassembly=${assembly}" -P "${embed_script}"
        DEPENDS ${paths} "${embed_script}"
        COMMENT "Embedding ${stem}"
        VERBATIM)
    target_sources(${target} PRIVATE "${source}" "${assembly}")
    target_include_directories(${target} PUBLIC "${embed_include_dir}")
endfunction()
