package ui

// zigzag returns the boxes of a Zigzag's items, relative to its top left corner,
// and its height. Items stand by turns in the upper row, on its lower edge, and
// in the lower row, on its upper edge. An item overlaps by half a step with the
// one before and after it, which stand in the other row: so the middles of items
// of one weight (Style.Grow, 1 where there is none) are equally far apart, and
// there is nearly twice the room for each that one row would have.
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
		if c.aside() {
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
		if c.aside() {
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
