// Package live is the teacher's page of a class that plays: open it, show the door,
// lead it from question to question, see what it answers and who is stuck, and keep
// what came out. It is a pure function like the other screens: a [Model], an Update
// that answers a message, and a View that turns the model into one tree. Calls to the
// class server, its stream and what the browser keeps are effects; their answers come
// back as messages.
//
// The secret of a class becomes the browser's cookie. The model keeps it until the
// class is left or the page is closed, so that a phone can lead as well; it is never
// written down. Who is behind a pseudonym is a note that is kept in this
// browser alone.
//
// Start reading at [Model], then talk.go, which speaks with the server, and
// question.go, the screen that a lesson is led from.
package live
