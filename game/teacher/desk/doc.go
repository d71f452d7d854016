// Package desk is the room that sets results from before and after side by side, as a
// function: a [Model], an Update that answers a message, and a View that turns the model
// into one tree. What it wants from outside, such as a case or a file to save, is an
// [Effect]. What it shares with the other rooms is in package frame.
//
// It has two screens: the results that were brought, and what they show, either side by
// side, which package compare finds out, or those of one side alone. It keeps nothing but
// the settings.
//
// Start reading at [Model], then intake.go.
package desk
