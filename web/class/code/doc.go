// Package code makes and reads join codes: six letters that pupils type to enter a
// class. A code is no secret that protects anything about pupils; it only has to be
// easy to read from a board and hard to hit by chance.
//
// Start reading at [New] and [Parse].
package code
