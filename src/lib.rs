//! Scaffolds and reviews proof of product decisions.
//!
//! Data flows one way: source → document → mentions → facts → signals → levels and findings → review → outputs.

pub mod calibrate;
pub mod case;
pub mod check;
pub mod document;
pub mod engine;
pub mod explain;
pub mod facts;
pub mod input;
pub mod judge;
pub mod lexicon;
pub mod mention;
pub mod output;
pub mod review;
pub mod rubric;
pub mod signal;
pub mod source;
pub mod span;
pub mod suppress;
pub mod template;
