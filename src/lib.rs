//! Scaffolds and reviews proof of product decisions.
//!
//! Data flows one way: source → document → mentions → facts → signals → levels and findings → review → outputs.

pub mod document;
pub mod facts;
pub mod review;
pub mod source;
pub mod span;
