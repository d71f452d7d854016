// Package snapshot renders screens to images without a window, a display or a
// graphics card: it lays a tree out, paints it and composes the frame in
// memory. Tests compare the images, and people look at them; they show what a
// window does. It never opens a window or reads a clock.
//
// Start reading at [Render].
package snapshot
