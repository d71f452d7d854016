// Package theme holds every token of the design: colours, type, space, radius,
// duration. Nothing else in the game names a colour or a size. The toolkit gets
// them as [Tokens], and the page's style sheet is generated from them.
package theme
