package store

import (
	"hash/fnv"
	"strconv"
	"strings"
)

// Partitions is the number of streams. It is part of where a message is, so it can't
// change while classes are kept. Sixteen let as many writes reach the disk at once,
// and spread over the nodes of a cluster.
const Partitions = 16

// ClassSeat stands in the place of a seat in the subject of a class's own records.
const ClassSeat = "class"

const prefix = "htl"

// Partition returns the partition of a class.
func Partition(code string) int {
	h := fnv.New32a()
	h.Write([]byte(code))
	return int(h.Sum32() % Partitions)
}

func streamName(partition int) string { return "HTL_" + strconv.Itoa(partition) }

func partitionSubjects(partition int) string {
	return prefix + "." + strconv.Itoa(partition) + ".>"
}

// subject returns a class's subject for a seat, which may be a wildcard.
func subject(code, seat string) string {
	return prefix + "." + strconv.Itoa(Partition(code)) + "." + code + "." + seat
}

// parse returns the class and the seat of a subject.
func parse(subject string) (code, seat string, ok bool) {
	parts := strings.Split(subject, ".")
	if len(parts) != 4 || parts[0] != prefix {
		return "", "", false
	}
	return parts[2], parts[3], true
}
