//! The whole program, and the outputs on reviews made by hand.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on fails")]
#![allow(clippy::disallowed_methods, reason = "tests lay out their own files")]

mod case;
mod checks;
mod examples;
mod explain;
mod facts;
mod handmade;
mod help;
mod inputs;
mod json;
mod layers;
mod new;
mod readme;
mod review;
mod strongcase;
mod templates;
mod text;
mod upgrade;
