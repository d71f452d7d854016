// Package svg draws a figure as SVG: for the plain page, for paper, and for
// reports. It paints with the custom properties of the page's style sheet, so a
// picture follows the page's theme. It never touches a browser.
//
// Start reading at [Render].
package svg
