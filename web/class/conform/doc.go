// Package conform holds a server against the HTTP calls of a class: what each answers,
// what it refuses, and that nothing is lost. It knows the server only by its address,
// so it can test another implementation. The command classcheck runs it.
//
// It opens classes of its own and deletes them at the end. It makes wrong calls on
// purpose, but few enough that the limits of a server don't matter.
//
// Start reading at [Run].
package conform
