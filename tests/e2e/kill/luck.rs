//! Chance that can be repeated: the same seed, the same moments.

use std::env;
use std::time::{SystemTime, UNIX_EPOCH};

/// A sequence of numbers that follows from its seed (SplitMix64).
pub struct Luck(u64);

impl Luck {
    /// From `NATTOKU_SEED`, or from the clock; also returns the seed, to be printed.
    pub fn new() -> (Self, u64) {
        let clock = || SystemTime::now().duration_since(UNIX_EPOCH).map_or(1, |now| now.as_micros() as u64);
        let seed = match env::var("NATTOKU_SEED") {
            Ok(text) => text.parse().unwrap_or_else(|e| panic!("NATTOKU_SEED={text}: {e}")),
            Err(_) => clock(),
        };
        (Self(seed), seed)
    }

    /// A number from 0 to just below `end`.
    pub fn below(&mut self, end: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        ((mixed ^ (mixed >> 31)) % end as u64) as usize
    }

    /// One of these.
    pub fn one<T: Copy>(&mut self, of: &[T]) -> T {
        of[self.below(of.len())]
    }

    /// The numbers up to just below `end` in some order.
    pub fn order(&mut self, end: usize) -> Vec<usize> {
        let mut numbers: Vec<usize> = (0..end).collect();
        (1..end).rev().for_each(|at| numbers.swap(at, self.below(at + 1)));
        numbers
    }
}
