// Package theme has the game's design tokens: colours, type, space, radii,
// durations. Nothing else in the game defines a colour or a size. The toolkit
// gets them as [Tokens], and the custom properties of the page's style sheet
// are generated from them. It never draws. Start reading at [Tokens].
package theme
