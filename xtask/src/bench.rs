//! What a portal's visitors have to download, and whether that is still within the budget.

use std::io::Write;
use std::path::Path;

use flate2::Compression;
use flate2::write::GzEncoder;

use crate::dist::{Dist, Embed};
use crate::workspace::{Fallible, read};

/// Design §7: the whole embed (js + wasm; styles and presets are inside the wasm) at brotli 11.
pub const BUDGET_BYTES: usize = 150_000;

/// Transfer sizes in bytes.
#[derive(Clone, Copy, Default, PartialEq, Debug)]
struct Sizes {
    raw: usize,
    gzip: usize,
    brotli: usize,
}

impl Sizes {
    /// As a server would send it: gzip 9, brotli 11 with the window of 4 MiB that servers use.
    fn of(bytes: &[u8]) -> Fallible<Self> {
        let mut gzip = GzEncoder::new(Vec::new(), Compression::best());
        let gzip =
            gzip.write_all(bytes).and_then(|()| gzip.finish()).map_err(|error| format!("gzip: {error}"))?;
        let mut brotli = Vec::new();
        let params = brotli::enc::BrotliEncoderParams { quality: 11, lgwin: 22, ..Default::default() };
        brotli::BrotliCompress(&mut &bytes[..], &mut brotli, &params)
            .map_err(|error| format!("brotli: {error}"))?;
        Ok(Self { raw: bytes.len(), gzip: gzip.len(), brotli: brotli.len() })
    }

    fn plus(self, other: Self) -> Self {
        Self { raw: self.raw + other.raw, gzip: self.gzip + other.gzip, brotli: self.brotli + other.brotli }
    }
}

/// Every measurement of `cargo xtask bench`, in order. A further one is a line here: it prints its own table and
/// fails with a sentence when a limit is passed.
///
/// # Errors
/// The first limit that is passed, or a file that cannot be read.
pub fn run(dist: &Dist) -> Fallible<()> {
    sizes(dist)
}

/// The table of transfer sizes. The library with all elements is what the tablet page loads once and then keeps; a
/// portal loads the folder of one element, and that is what has a budget.
///
/// # Errors
/// An embed is larger than [`BUDGET_BYTES`], or a file cannot be read.
pub fn sizes(dist: &Dist) -> Fallible<()> {
    println!("{:<40}{:>10}{:>10}{:>11}{:>11}", "bytes", "raw", "gzip 9", "brotli 11", "of budget");
    let tablet = group("the tablet page (no embed, no budget)", &dist.dir, &dist.library)?;
    let shell = group("its own shell", &dist.dir, &dist.page)?;
    println!("{}", row("page and shell", tablet.plus(shell)));
    let mut verdicts = Vec::new();
    for Embed { name, loaded, on_request } in &dist.embeds {
        let dir = dist.dir.join(name);
        let embed = group(&format!("the embed {name}/"), &dir, loaded)?;
        for file in on_request {
            println!("{}", row(&format!("+ {file}"), Sizes::of(&read(&dir.join(file))?)?));
        }
        verdicts.push(verdict(name, embed.brotli));
    }
    let (kept, passed): (Vec<_>, Vec<_>) = verdicts.into_iter().partition(Result::is_ok);
    kept.into_iter().flatten().for_each(|line| println!("{line}"));
    let passed: Vec<String> = passed.into_iter().filter_map(Result::err).collect();
    if passed.is_empty() { Ok(()) } else { Err(passed.join("\n")) }
}

/// Prints one group of files and its sum, which is returned.
fn group(title: &str, dir: &Path, names: &[String]) -> Fallible<Sizes> {
    println!("{title}");
    let mut sum = Sizes::default();
    for name in names {
        let sizes = Sizes::of(&read(&dir.join(name))?)?;
        println!("{}", row(name, sizes));
        sum = sum.plus(sizes);
    }
    println!("{}", row("together", sum));
    Ok(sum)
}

fn row(name: &str, sizes: Sizes) -> String {
    let share = per_mille(sizes.brotli);
    let share = format!("{}.{} %", share / 10, share % 10);
    format!("  {name:<38}{:>10}{:>10}{:>11}{share:>11}", sizes.raw, sizes.gzip, sizes.brotli)
}

/// Thousandths of the budget, rounded up: 100.0 % is never printed for what is above it.
fn per_mille(brotli: usize) -> usize {
    (brotli * 1000).div_ceil(BUDGET_BYTES)
}

/// What is said of one embed, or the reason to fail.
fn verdict(name: &str, brotli: usize) -> Fallible<String> {
    if brotli <= BUDGET_BYTES {
        Ok(format!("{name}: within the budget of {BUDGET_BYTES} bytes, {} left", BUDGET_BYTES - brotli))
    } else {
        Err(format!("{name}: {} bytes above the budget of {BUDGET_BYTES} (brotli 11)", brotli - BUDGET_BYTES))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_budget_is_met_to_the_byte() {
        assert_eq!(
            verdict("consent", BUDGET_BYTES).unwrap(),
            "consent: within the budget of 150000 bytes, 0 left"
        );
        assert!(verdict("consent", BUDGET_BYTES + 1).unwrap_err().contains("consent: 1 bytes above"));
        assert_eq!((per_mille(BUDGET_BYTES), per_mille(BUDGET_BYTES + 1), per_mille(0)), (1000, 1001, 0));
    }

    #[test]
    fn what_repeats_gets_smaller_and_what_is_empty_stays_small() {
        let sizes = Sizes::of(&b"nattoku ".repeat(1000)).unwrap();
        assert_eq!(sizes.raw, 8000);
        assert!(sizes.gzip < 100 && sizes.brotli < sizes.gzip, "{sizes:?}");
        assert!(Sizes::of(b"").unwrap().brotli <= 2);
    }

    #[test]
    fn a_row_says_how_much_of_the_budget_a_file_takes() {
        let line = row("nattoku.js", Sizes { raw: 30_000, gzip: 20_000, brotli: 15_000 });
        assert_eq!(
            line,
            "  nattoku.js                                 30000     20000      15000     10.0 %"
        );
    }

    #[test]
    fn over_the_budget_fails_the_table() {
        let dir = std::env::temp_dir().join(format!("nattoku-bench-{}", std::process::id()));
        std::fs::create_dir_all(&dir).unwrap();
        // Digits of a linear congruential sequence: nothing for a compressor to find.
        let mut state = 1_u64;
        let noise: Vec<u8> = std::iter::repeat_with(|| {
            state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            (state >> 56) as u8
        })
        .take(BUDGET_BYTES + 1000)
        .collect();
        for name in ["small", "one", "two"] {
            std::fs::create_dir_all(dir.join(name)).unwrap();
            std::fs::write(dir.join(name).join("file"), if name == "small" { &noise[..10] } else { &noise })
                .unwrap();
        }
        std::fs::write(dir.join("file"), &noise).unwrap();
        let of = |embeds: &[&'static str]| Dist {
            dir: dir.clone(),
            library: vec!["file".into()],
            page: vec![],
            embeds: embeds
                .iter()
                .map(|&name| Embed { name, loaded: vec!["file".into()], on_request: vec!["file".into()] })
                .collect(),
        };
        // The page with everything is told and not judged; every embed above the budget is named.
        assert_eq!(run(&of(&["small"])), Ok(()));
        let error = run(&of(&["one", "small", "two"])).unwrap_err();
        assert!(error.contains("one: ") && error.contains("two: ") && !error.contains("small"), "{error}");
    }
}
