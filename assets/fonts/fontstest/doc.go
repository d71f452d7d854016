// Package fontstest tells tests which characters the game's typefaces lack.
package fontstest
