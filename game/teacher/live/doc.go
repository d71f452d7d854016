// Package live is the room from which a class with devices of its own is led: the
// teacher opens a class, shows its code, goes from question to question, sees what was
// answered and who is stuck, and saves the results. It is a pure function like the other
// rooms: a [Model], an Update that answers a message, and a View that turns the model
// into one tree. Calls to the class server, its stream and what the browser keeps are
// effects; their answers come back as messages.
//
// The secret of a class becomes the browser's cookie. The model keeps it until the
// class is left or the page is closed, so that a phone can lead as well; it is never
// written down. Who is behind a pseudonym is a note that is kept in this
// browser alone.
//
// Start reading at [Model], then talk.go, which speaks with the server, and
// question.go, the screen that a lesson is led from.
package live
