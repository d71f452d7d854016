package room

import (
	"crypto/aes"
	"crypto/cipher"
	"crypto/sha256"
	"errors"
	"fmt"
)

// SealSize is the size in bytes of the secrets that seal messages.
const SealSize = 16

// sealer returns the cipher of a seat's messages. Both the class's and the seat's
// secret are needed, so that erasing either makes them unreadable.
func sealer(class, seat []byte) (cipher.AEAD, error) {
	if len(class) != SealSize || len(seat) != SealSize {
		return nil, errors.New("a record has no secret")
	}
	key := sha256.Sum256(append(append([]byte("hold the line: messages\x00"), class...), seat...))
	block, err := aes.NewCipher(key[:])
	if err != nil {
		return nil, err
	}
	return cipher.NewGCMWithRandomNonce(block)
}

// unseal opens a message.
func unseal(with cipher.AEAD, sealed []byte) ([]byte, error) {
	plain, err := with.Open(nil, nil, sealed, nil)
	if err != nil {
		return nil, fmt.Errorf("a message can't be opened: %w", err)
	}
	return plain, nil
}
