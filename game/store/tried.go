package store

// Tried is a store whose sessions are forgotten with it: an author tries out a case.
// Everything else is that of another store.
type Tried struct {
	Store
	Sessions map[string][]byte
}

// Load implements [Store].
func (t Tried) Load(key string) ([]byte, error) {
	if !IsSession(key) {
		return t.Store.Load(key)
	}
	if data, ok := t.Sessions[key]; ok {
		return data, nil
	}
	return nil, ErrAbsent
}

// Save implements [Store].
func (t Tried) Save(key string, data []byte) error {
	if !IsSession(key) {
		return t.Store.Save(key, data)
	}
	t.Sessions[key] = data
	return nil
}

// Archive implements [Store].
func (t Tried) Archive(key string) error {
	if !IsSession(key) {
		return t.Store.Archive(key)
	}
	delete(t.Sessions, key)
	return nil
}
