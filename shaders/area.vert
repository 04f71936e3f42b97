// Fills the areas of a layer: counties, lakes.
//   position_m     map metres from the origin of the base map
//   clip_from_map  xy: clip units a map metre; zw: clip position of the origin (made in double beforehand)
#version 330 core

layout(location = 0) in vec2 position_m;

uniform vec4 clip_from_map;

void main()
{
    gl_Position = vec4(position_m * clip_from_map.xy + clip_from_map.zw, 0.0, 1.0);
}
