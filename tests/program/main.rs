//! The whole program, and the outputs on reviews made by hand.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on fails")]
#![allow(clippy::disallowed_methods, reason = "tests lay out their own files")]

#[cfg(unix)]
mod asking;
mod both_places;
mod calibrate;
mod case;
mod checks;
mod completions;
mod examples;
mod explain;
mod facts;
mod filled;
mod forms;
mod gaming;
mod handmade;
mod help;
mod inputs;
mod invariance;
mod json;
mod layers;
mod mutations;
mod new;
mod new_answers;
mod notations;
mod planted;
mod readme;
mod review;
mod sensitivity;
mod strongcase;
mod suppress;
mod templates;
mod text;
mod upgrade;
mod why;
