//! Bytes → UTF-8 text, with the places that people are shown.
