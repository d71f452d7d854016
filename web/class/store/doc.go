// Package store keeps the messages of classes in NATS JetStream: what a class is, and
// the log of each seat. It knows nothing of what the messages say.
//
// A fixed number of streams, the partitions, hold all classes; a class's code decides
// which one it is in. A message's subject is
//
//	htl.<partition>.<code>.<seat>
//
// where the seat "class" has the records of the class itself. Messages of one class
// are therefore in one order, that of their sequence numbers in the stream, and every
// server sees the same one.
//
// Whoever appends names the last message of the subject that it knows, and is refused
// if there is a newer one, so that two writers can't interleave. A message that was
// acknowledged is on the disk, of most of the nodes where there are several.
//
// The store is either in this process ([Embed]) or a cluster ([Dial]); the rest of
// the code is the same.
package store
