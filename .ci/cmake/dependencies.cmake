# Every library from outside, found once and named once. Nothing here reaches for the network:
# ./bootstrap has installed the packages before.
find_package(Threads REQUIRED)
find_package(PkgConfig REQUIRED)

find_package(PROJ CONFIG REQUIRED)                  # PROJ::proj
find_package(GEOS CONFIG REQUIRED)                  # GEOS::geos_c
find_package(GDAL CONFIG REQUIRED)                  # GDAL::GDAL, for the helper xiaoan-gis alone
find_package(SQLite3 REQUIRED)                      # SQLite::SQLite3
find_package(SQLiteCpp CONFIG REQUIRED)             # SQLiteCpp
find_package(fmt CONFIG REQUIRED)                   # fmt::fmt
find_package(CLI11 CONFIG REQUIRED)                 # CLI11::CLI11
find_package(pugixml CONFIG REQUIRED)               # pugixml::pugixml
find_package(glfw3 CONFIG REQUIRED)                 # glfw
find_package(Freetype REQUIRED)                     # Freetype::Freetype
find_package(OpenGL REQUIRED COMPONENTS OpenGL EGL) # OpenGL::OpenGL, OpenGL::EGL

pkg_check_modules(sodium REQUIRED IMPORTED_TARGET libsodium)         # PkgConfig::sodium
pkg_check_modules(zstd REQUIRED IMPORTED_TARGET libzstd)             # PkgConfig::zstd
pkg_check_modules(libzip REQUIRED IMPORTED_TARGET libzip)            # PkgConfig::libzip
pkg_check_modules(libdeflate REQUIRED IMPORTED_TARGET libdeflate)    # PkgConfig::libdeflate
pkg_check_modules(cairo REQUIRED IMPORTED_TARGET cairo)              # PkgConfig::cairo
pkg_check_modules(cairo_pdf REQUIRED IMPORTED_TARGET cairo-pdf)      # PkgConfig::cairo_pdf
pkg_check_modules(cairo_ft REQUIRED IMPORTED_TARGET cairo-ft)        # PkgConfig::cairo_ft
pkg_check_modules(harfbuzz REQUIRED IMPORTED_TARGET harfbuzz)        # PkgConfig::harfbuzz
pkg_check_modules(fontconfig REQUIRED IMPORTED_TARGET fontconfig)    # PkgConfig::fontconfig
pkg_check_modules(cbc REQUIRED IMPORTED_TARGET cbc)                  # PkgConfig::cbc, with Clp
pkg_check_modules(qrencode REQUIRED IMPORTED_TARGET libqrencode)     # PkgConfig::qrencode
pkg_check_modules(epoxy REQUIRED IMPORTED_TARGET epoxy)              # PkgConfig::epoxy

# Debian 13's xlsxwriter.pc asks for the development files of minizip and OpenSSL, which nothing here needs.
find_path(xlsxwriter_include_dir xlsxwriter.h REQUIRED)
find_library(xlsxwriter_library xlsxwriter REQUIRED)
add_library(xlsxwriter::xlsxwriter UNKNOWN IMPORTED)
set_target_properties(xlsxwriter::xlsxwriter PROPERTIES
    IMPORTED_LOCATION "${xlsxwriter_library}" INTERFACE_INCLUDE_DIRECTORIES "${xlsxwriter_include_dir}")

# RapidJSON is headers only; Debian's CMake file offers variables, no target.
find_path(rapidjson_include_dir rapidjson/document.h REQUIRED)
add_library(rapidjson INTERFACE)
target_include_directories(rapidjson SYSTEM INTERFACE "${rapidjson_include_dir}")
target_compile_definitions(rapidjson INTERFACE RAPIDJSON_HAS_STDSTRING=1)
add_library(rapidjson::rapidjson ALIAS rapidjson)

if(XIAOAN_TESTS)
    find_package(Catch2 3 CONFIG REQUIRED)          # Catch2::Catch2, Catch2::Catch2WithMain
    find_package(benchmark CONFIG REQUIRED)         # benchmark::benchmark, benchmark::benchmark_main
endif()
