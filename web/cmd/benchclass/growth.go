package main

import "context"

// growth measures the processor time of an answer, its sender included, as there are
// more classes.
func growth(ctx context.Context, o options) error {
	parts, err := script()
	if err != nil {
		return err
	}
	if processor() == 0 {
		row("processor time of an answer", "not measured on this system")
		return nil
	}
	first := 0.0
	for classes := 10; classes <= o.classes; classes *= 10 {
		s, err := startServer(ctx, o)
		if err != nil {
			return err
		}
		// The same number of answers each time, spread over all classes.
		seats := max(1, min(o.seats, 3000/classes))
		pupils, err := enrol(ctx, s.client, classes, seats, o.writers)
		if err == nil {
			err = spread(o.writers, len(pupils), func(i int) error { return pupils[i].send(ctx, s.client, parts) })
		}
		if err != nil {
			s.stop()
			return err
		}
		before, sent := processor(), 0
		for sent < answers/2 && err == nil {
			err = spread(o.writers, len(pupils), func(i int) error { return pupils[i].send(ctx, s.client, parts) })
			sent += len(pupils)
			if pupils[0].at >= len(parts) {
				break
			}
		}
		each := (processor() - before).Seconds() / float64(sent)
		s.stop()
		if err != nil {
			return err
		}
		if first == 0 {
			first = each
		}
		row("processor time of an answer, its sender included", "%.2f × with %d classes (%.2f ms)", each/first, classes, 1000*each)
	}
	return nil
}
