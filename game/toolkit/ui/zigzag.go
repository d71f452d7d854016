package ui

// zigzag returns the boxes of a Zigzag's items, relative to its top left
// corner, and its height. Items alternate between the upper row, aligned at its
// bottom, and the lower row, aligned at its top. An item overlaps horizontally
// by a step with those before and after it, which are in the other row. So the
// middles of items of equal weight (Style.Grow, at least 1) are equally far
// apart, and each has nearly twice the room it would have in one row.
func (p *pass) zigzag(n *Node, k *known, inner float64) ([]Rect, float64) {
	boxes := make([]Rect, len(k.items))
	weight := func(c *Node) float64 { return max(1, c.Style.Grow) }
	total := 0.0
	for _, c := range k.flow() {
		total += weight(c)
	}
	gap := k.style.gap
	step := (inner + gap) / (total + 1)
	var rows [2]float64
	at, turn := 0.0, 0
	for i, c := range k.items {
		if c.outOfFlow() {
			continue
		}
		w := max(0, (weight(c)+1)*step-gap)
		boxes[i] = Rect{X: at * step, W: w, H: p.heights(c, w).natural}
		rows[turn] = max(rows[turn], boxes[i].H)
		at += weight(c)
		turn = 1 - turn
	}
	split, turn := n.Style.Split*p.text, 0
	for i, c := range k.items {
		if c.outOfFlow() {
			continue
		}
		boxes[i].Y = rows[0] - boxes[i].H
		if turn == 1 {
			boxes[i].Y = rows[0] + split
		}
		turn = 1 - turn
	}
	return boxes, rows[0] + split + rows[1]
}
