// Package enlarge makes a case many times as large, for tests of how the time and the
// memory that a case takes grow with its size.
//
// Start reading at [Times].
package enlarge
