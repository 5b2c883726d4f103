//! Which words are quoted.
