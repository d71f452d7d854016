// Package classroom keeps a pupil's game in step with a class server: it joins a
// class, sends the log and the second answers, and follows the class's pace. What a
// server does is in web/class/README.md.
//
// It is a state machine without a platform. It is told what happens (the log has
// grown, a call was answered, an event was heard, time has passed) and says which
// calls to make and what to show. It makes no call, reads no clock and starts no
// goroutine, so each way in which a network can fail is a test.
//
// The log on the device is the game; the server has a copy. So nothing here can lose
// an answer, and nothing waits for the network but joining.
//
// Start reading at [Sync].
package classroom
