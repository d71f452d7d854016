// Package desk is the teacher's page as a function: a [Model], an Update that answers
// a message, and a View that turns the model into one tree. What it wants from
// outside, such as a case or a file to save, is an [Effect]. It has the shape of
// package app, of which it uses nothing.
//
// It has two screens: the results that were brought from before and after, and what
// they show when they are set side by side, which package compare finds out. It
// keeps nothing but the settings.
//
// Start reading at [Model], then intake.go.
package desk
