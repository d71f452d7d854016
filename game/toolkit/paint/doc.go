// Package paint turns a laid out tree into a frame: a list of rectangles of
// rasterised pixels, each with a position, a tint and a clip. It draws every
// look at rest, under the pointer, pressed, focused, checked and disabled.
//
// It needs no window. Package run draws a frame with the graphics card, one
// draw call a batch; [Frame.Compose] draws it into an image. Glyphs, round
// corners, shadows and figures are rasterised once, into atlas pages, and
// reused. What hasn't changed is copied from the previous frame's record, and a
// frame drawn over the previous one holds only the damaged parts: see record.go
// and damage.go.
//
// Start reading at [Painter.Paint].
package paint
