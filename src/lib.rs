//! Scaffolds and reviews proof of product decisions.
//!
//! Data flows one way: source → document → mentions → facts → signals → levels and findings → review → outputs.

pub mod check;
pub mod document;
pub mod engine;
pub mod facts;
pub mod lexicon;
pub mod mention;
pub mod review;
pub mod source;
pub mod span;
