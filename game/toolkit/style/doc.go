// Package style is the language in which a tree says how it looks: colours,
// typefaces and sizes by name. Their values are a [Theme] and a [Palette], which
// the program brings along; the toolkit has none of its own. It never draws and
// never measures.
//
// Start reading at [Theme].
package style
