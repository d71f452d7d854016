// Package svg draws a figure as SVG: for the plain page, for print, and for
// reports. Colours are custom properties of the page's style sheet, so a
// drawing follows the page's theme. It never touches a browser.
//
// Start reading at [Render].
package svg
