// Package class is the class server: the HTTP calls by which a teacher opens a class,
// pupils join it with a code, their logs arrive and the teacher sees them.
//
// A call is JSON both ways, logs are JSON Lines, and whatever goes wrong is a problem
// (RFC 9457) whose detail is a sentence for a person. README.md lists the calls with
// an example of each.
//
// # Who may do what
//
// A pupil's key and the teacher's secret are random and come as "Authorization:
// Bearer". Only their hashes are kept. In a browser the teacher's secret becomes a
// cookie, which scripts can't read: POST /api/classes/{code}/teacher with the secret
// as Bearer sets it, DELETE takes it away. The code alone lets one join and tells what
// is played, nothing about pupils.
//
// # Limits
//
// Thirty pupils behind one address are normal, and so is a school. Requests are
// limited by key and by class; an address has only a very high ceiling. Codes that
// don't exist are counted by address: after some of them it has to wait, but not for
// classes that it has a key of. Wrong keys are counted by class. Addresses are kept
// only as hashes with a seed of this process, in memory, and never written anywhere.
//
// # Where things are
//
// Package store keeps the messages, package room folds them into the state of a class,
// package live keeps the classes in use in memory. This package has no state of its
// own that matters: kill it, and another one goes on.
//
// Start reading at [New] and routes.
package class
