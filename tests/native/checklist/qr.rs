//! The picture of an answer code, read back by another program's reader as a camera sees it: the path that is drawn, large
//! and small, clean and with a corner covered.

use nattoku::domain::checklist::code::{self, ListKey, qr};
use nattoku::domain::checklist::{Checklist, Mark};
use nattoku::domain::table::Table;

/// The path of a picture as dots of `size` by `size`, from the outline itself: `M{x} {y}h{width}v1h-{width}z`.
fn drawn(path: &str, side: usize, size: usize) -> Vec<Vec<bool>> {
    let mut dots = vec![vec![false; side * size]; side * size];
    for run in path.split('M').filter(|run| !run.is_empty()) {
        let (x, rest) = run.split_once(' ').expect("a corner");
        let (y, rest) = rest.split_once('h').expect("a row");
        let (width, _) = rest.split_once('v').expect("a width");
        let [x, y, width]: [usize; 3] = [x, y, width].map(|number| number.parse().expect("a number"));
        for row in dots.iter_mut().skip(y * size).take(size) {
            row[x * size..(x + width) * size].fill(true);
        }
    }
    dots
}

/// What a reader that knows nothing of us sees in the dots.
fn seen(dots: &[Vec<bool>]) -> Option<String> {
    let grey = |x: usize, y: usize| if dots[y][x] { 0 } else { 255 };
    let mut image = rqrr::PreparedImage::prepare_from_greyscale(dots.len(), dots.len(), grey);
    let grids = image.detect_grids();
    grids.first().and_then(|grid| grid.decode().ok()).map(|(_, text)| text)
}

#[test]
fn another_reader_sees_the_code_that_was_drawn() {
    for list in Checklist::BUILTIN.iter().filter_map(|id| Checklist::builtin(id)) {
        let items: Vec<String> = list.items().map(|(_, item)| item.id.clone()).collect();
        for turn in 0..4 {
            let marks: Table<Mark> = items
                .iter()
                .enumerate()
                .filter(|(at, _)| (at + turn) % 4 < 3)
                .map(|(at, id)| (id.clone(), Mark::ALL[(at + turn) % 4]))
                .collect();
            let code = code::encode(&ListKey::from(&list), &marks, 4242).unwrap();
            let picture = qr(&code).unwrap();
            let (path, side) = (picture.path(4), picture.side() + 8);
            for size in [3, 8] {
                assert_eq!(seen(&drawn(&path, side, size)).as_deref(), Some(&*code), "{code} at {size}");
            }
            // A thumb over a part of it: a quarter may be missing.
            let mut dots = drawn(&path, side, 8);
            for row in dots.iter_mut().skip((side - 9) * 8).take(32) {
                row[(side - 9) * 8..(side - 5) * 8].fill(false);
            }
            assert_eq!(seen(&dots).as_deref(), Some(&*code), "{code} under a thumb");
        }
    }
}
