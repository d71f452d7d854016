// Package assets holds what the game ships beside its code: the cases, compiled
// to JSON. Fonts and interface texts have packages of their own below this one.
//
// Start reading at [Load].
package assets
