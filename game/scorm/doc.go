// Package scorm is what a learning platform is told of a session, in the terms of
// SCORM 1.2, and how a session comes back from it. It calls no platform:
// web/page/scorm.js does.
//
// Start reading at [Of] and [Store].
package scorm
