//! What the program does with what people enter, over a store whose failures and delays are ordered.

mod archive;
mod keeper;
mod rigged;
mod takeover;
