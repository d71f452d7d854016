// Package languages gets the texts of a language: from the program, or from the file
// beside the page.
package languages
