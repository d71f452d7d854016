// Package parts makes the nodes that the screens of all programs are made of:
// columns and rows, paragraphs and headings, buttons and cards, in the fonts and
// distances of the theme.
package parts
