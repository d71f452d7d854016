// Package live keeps the classes that are being played in memory: folded from the
// store, kept up to date with what this and other servers store, and let go when
// others need the room. Everything in it can be made anew from the store at any time,
// so a server can be killed or added whenever one likes.
//
// Changes go one way: a change is checked against the folded class, appended to the
// store on condition that nobody else was first, and acknowledged. If anything is in
// doubt, the class is folded anew and the change is tried again, which does no harm
// where it was stored after all.
//
// A follower delivers the messages of all servers in their order. A state's number is
// never beyond what it has delivered, so that a watcher who asks for what follows a
// number misses nothing, in whatever order the acknowledgements came.
//
// Start reading at [Hub].
package live
