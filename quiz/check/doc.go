// Package check says what is unsound in a case, beyond what no schema can say.
package check
