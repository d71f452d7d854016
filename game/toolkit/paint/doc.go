// Package paint turns a laid out tree into a frame: a list of rectangles of
// ready pixels, each with a place, a tint and a clip. It knows how every look
// looks at rest, under the pointer, pressed, focused, checked and disabled.
//
// It opens no window and needs none. Package run shows a frame with the
// graphics card in one or two draw calls; [Frame.Compose] makes a picture of it
// in memory. Glyphs, round corners, shadows and
// figures are rasterised once, into pages that stay, and then only placed. What
// is the same as in the frame before is taken over from it, and a frame that is
// drawn over that one holds only the rest: see record.go and damage.go.
//
// Start reading at [Painter.Paint].
package paint
