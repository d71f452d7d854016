// Command game is Hold the Line, a game about what could be known, and when. It
// runs in a browser as WebAssembly and, for development, in a window.
//
// Start reading at [program]. The game itself is package app.
package main
