// Package casetest loads a small invented case that has every kind of puzzle and
// every key. Only tests of the packages directly below quiz may use it.
//
// Start reading at [LostCat].
package casetest
