# Headers that nearly every file reads, parsed once a build instead of once a file. Off in the asan preset, so that each
# file is still compiled with no more than it includes itself, and our own headers are not taken for a system's.
option(XIAOAN_PRECOMPILED "Parse widely used headers once, and compile small files of some targets together" ON)

# xiaoan_precompiled(NAME OPTIONS... LIBRARIES... HEADERS...): a set of such headers, with the options that it and its
# users are compiled with.
function(xiaoan_precompiled name)
    if(NOT XIAOAN_PRECOMPILED)
        return()
    endif()
    cmake_parse_arguments(given "" "" "OPTIONS;LIBRARIES;HEADERS" ${ARGN})
    file(WRITE "${CMAKE_CURRENT_BINARY_DIR}/${name}.cpp" "")
    add_library(${name} OBJECT "${CMAKE_CURRENT_BINARY_DIR}/${name}.cpp")
    target_link_libraries(${name} PRIVATE xiaoan_warnings ${given_LIBRARIES})
    target_compile_options(${name} PRIVATE -pthread ${given_OPTIONS})
    set_property(TARGET ${name} PROPERTY XIAOAN_OPTIONS ${given_OPTIONS})
    list(TRANSFORM given_HEADERS REPLACE "(.+)" "<\\1>")
    target_precompile_headers(${name} PRIVATE ${given_HEADERS})
endfunction()

# xiaoan_use_precompiled(NAME FOLDER): every target of a folder, and of those below it that have no set yet.
function(xiaoan_use_precompiled name folder)
    if(NOT XIAOAN_PRECOMPILED)
        return()
    endif()
    get_target_property(options ${name} XIAOAN_OPTIONS)
    if(NOT options)
        set(options)
    endif()
    get_property(targets DIRECTORY "${folder}" PROPERTY BUILDSYSTEM_TARGETS)
    foreach(target IN LISTS targets)
        get_target_property(type ${target} TYPE)
        get_target_property(own ${target} PRECOMPILE_HEADERS)
        get_target_property(reused ${target} PRECOMPILE_HEADERS_REUSE_FROM)
        get_target_property(linked ${target} LINK_LIBRARIES)
        if(type MATCHES "STATIC_LIBRARY|EXECUTABLE" AND "xiaoan_warnings" IN_LIST linked AND NOT own AND NOT reused)
            # What the set was parsed with; some libraries ask for -pthread, some do not.
            target_link_libraries(${target} PRIVATE fmt::fmt)
            target_compile_options(${target} PRIVATE -pthread ${options})
            target_precompile_headers(${target} REUSE_FROM ${name})
        endif()
    endforeach()
    get_property(folders DIRECTORY "${folder}" PROPERTY SUBDIRECTORIES)
    foreach(each IN LISTS folders)
        xiaoan_use_precompiled(${name} "${each}")
    endforeach()
endfunction()

# xiaoan_compiled_together(TARGETS...): five files of each at a time, where what they include and make of its templates
# takes a compiler longer than what they say (CLI11, Catch2). Names in their anonymous namespaces differ therefore.
function(xiaoan_compiled_together)
    if(XIAOAN_PRECOMPILED)
        set_target_properties(${ARGN} PROPERTIES UNITY_BUILD ON UNITY_BUILD_BATCH_SIZE 5)
    endif()
endfunction()
