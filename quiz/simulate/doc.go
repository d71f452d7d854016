// Package simulate lets made-up pupils play a case, to learn what the case and the
// reports on it can tell.
//
// Five kinds of pupil, with the parameters in kinds.go, answer every question. Then
// it is known what each pupil is, and it can be counted how often the report says
// so ([Run]), whether two test forms treat pupils alike ([Compare]), which
// questions tell nobody apart ([Question]), and how often the comparison of a class
// before and after finds a change that was made, or one that was not ([Classes]).
//
// A simulation knows how a case is built: how many questions of which kinds it asks
// and how they are marked. It can't know how hard a text is to read. Forms that
// agree here can still differ for real pupils.
//
// The same seed always gives the same result.
package simulate
