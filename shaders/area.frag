// One opaque colour a layer. Edges are smoothed by the line that is drawn along them.
#version 330 core

uniform vec4 colour;

out vec4 painted;

void main()
{
    painted = colour;
}
