//! Plain lists of words of `rubric/lists/`, each a constant: what single words are tested against.

include!(concat!(env!("OUT_DIR"), "/lists.rs"));
