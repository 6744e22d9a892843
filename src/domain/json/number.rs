//! Numbers as text, both ways and exactly: what is read is the nearest number a computer has, what is written are the
//! fewest digits that lead back to it.
//!
//! Nothing of ours has a fraction; fields of other programs may, and a digest has to come out as they computed it. So
//! this is made to be right and small, not fast: the usual way needs ten kilobytes of tables. What must not live here:
//! where a number begins and ends in a text (`parse`).

use core::cmp::Ordering;
use core::fmt::Write as _;
use core::ops::RangeInclusive;
use serde_json::Number;

/// The bits of positive infinity.
const INFINITE: u64 = f64::INFINITY.to_bits();

/// Whole numbers up to here are the same in every program that reads JSON (RFC 8785, section 3.2.2.3).
const EVERYWHERE: u64 = 1 << 53;

/// `0.d₁d₂d₃… × 10^point`, without zeros at either end of the digits; no digits at all for zero.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Decimal {
    // Compared first: it is larger for every larger power of ten.
    point: i32,
    digits: Vec<u8>,
}

impl Decimal {
    /// Of digits, most significant first, the first of which stands for as many tens as `point` says, less one.
    pub(super) fn new(mut digits: Vec<u8>, point: i32) -> Self {
        while digits.last() == Some(&0) {
            digits.pop();
        }
        let zeros = digits.iter().take_while(|digit| **digit == 0).count();
        digits.drain(..zeros);
        // A text has fewer digits than an i32 can count.
        Self { point: if digits.is_empty() { i32::MIN } else { point - zeros as i32 }, digits }
    }

    /// The exact value of `whole × 2^power`.
    fn binary(whole: u64, power: i32) -> Self {
        // 2^-n is 5^n × 10^-n: either way it is one multiplication after the other.
        let (base, mut times) =
            if power < 0 { (5_u64, power.unsigned_abs()) } else { (2, power.unsigned_abs()) };
        let mut digits = Vec::new(); // Least significant first.
        raise(&mut digits, 1, whole);
        while times > 0 {
            // The largest power of five with which a digit and what is carried stay within 64 bits.
            let step = times.min(13);
            raise(&mut digits, base.pow(step), 0);
            times -= step;
        }
        digits.reverse();
        let point = digits.len() as i32 + power.min(0); // At most 767 digits.
        Self::new(digits, point)
    }

    /// The nearest number; of two that are equally near, the even one. Nothing beyond the largest.
    pub(super) fn nearest(&self) -> Option<f64> {
        match self.point {
            ..-330 => return Some(0.0),
            311.. => return None,
            _ => {}
        }
        let guess = self.near();
        if self.digits.len() <= 15 && (self.point - self.digits.len() as i32).abs() <= 22 {
            return Some(guess); // Both factors are exact, so there was only one rounding.
        }
        let mut bits = guess.to_bits().min(INFINITE - 1);
        while self.beyond_middle(bits, !bits.is_multiple_of(2)) {
            bits += 1;
        }
        while bits > 0 && !self.beyond_middle(bits - 1, bits.is_multiple_of(2)) {
            bits -= 1;
        }
        (bits < INFINITE).then(|| f64::from_bits(bits))
    }

    /// A few roundings away from the value.
    fn near(&self) -> f64 {
        let known = self.digits.iter().take(19);
        let mut power = self.point - known.len() as i32;
        let mut value = known.fold(0_u64, |value, digit| value * 10 + u64::from(*digit)) as f64;
        while power != 0 {
            let step = power.unsigned_abs().min(22);
            // Up to 10^22 every power of ten is exact.
            let factor = (0..step).fold(1.0, |factor, _| factor * 10.0);
            if power < 0 {
                value /= factor;
                power += step as i32;
            } else {
                value *= factor;
                power -= step as i32;
            }
        }
        value
    }

    /// Whether this lies above the middle between a number and the next larger one; `or_at` is for the middle itself.
    fn beyond_middle(&self, bits: u64, or_at: bool) -> bool {
        let (whole, power) = parts(bits);
        match self.cmp(&Self::binary(2 * whole + 1, power - 1)) {
            Ordering::Less => false,
            Ordering::Equal => or_at,
            Ordering::Greater => bits < INFINITE,
        }
    }

    /// The fewest digits that lead back to a positive number, and of those the nearest to it.
    fn shortest(value: f64) -> Self {
        let (whole, power) = parts(value.to_bits());
        let exact = Self::binary(whole, power);
        for length in 1..exact.digits.len() {
            let below = Self::new(exact.digits[..length].to_vec(), exact.point);
            let mut above = exact.digits[..length].to_vec();
            let mut point = exact.point;
            match above.iter().rposition(|digit| *digit < 9) {
                Some(last) => {
                    above.truncate(last + 1);
                    above[last] += 1;
                }
                None => {
                    above = vec![1];
                    point += 1;
                }
            }
            let above = Self::new(above, point);
            // Exactly between the two, the even digit.
            let nearer_below = match exact.digits[length..].cmp(&[5]) {
                Ordering::Less => true,
                Ordering::Equal => exact.digits[length - 1].is_multiple_of(2),
                Ordering::Greater => false,
            };
            let nearer = if nearer_below { [below, above] } else { [above, below] };
            if let Some(found) = nearer.into_iter().find(|one| one.nearest() == Some(value)) {
                return found;
            }
        }
        exact
    }

    /// The digits with their point, or with an exponent where the point is out of `plain`.
    fn laid_out(&self, plain: RangeInclusive<i32>) -> String {
        let digits: String = self.digits.iter().map(|digit| char::from(b'0' + digit)).collect();
        let zeros = |count: i32| "0".repeat(count.unsigned_abs() as usize);
        let (point, count) = (self.point, digits.len() as i32); // At most 767 digits.
        if !plain.contains(&point) {
            let (first, rest) = digits.split_at(1);
            let (dot, sign) = (if rest.is_empty() { "" } else { "." }, if point > 0 { '+' } else { '-' });
            format!("{first}{dot}{rest}e{sign}{}", (point - 1).unsigned_abs())
        } else if point <= 0 {
            format!("0.{}{digits}", zeros(point))
        } else if point < count {
            let (whole, rest) = digits.split_at(point.unsigned_abs() as usize);
            format!("{whole}.{rest}")
        } else {
            digits + &zeros(point - count)
        }
    }
}

/// Multiplies decimal digits, least significant first, and adds to them.
fn raise(digits: &mut Vec<u8>, factor: u64, add: u64) {
    let mut carried = add;
    for digit in digits.iter_mut() {
        carried += u64::from(*digit) * factor;
        *digit = (carried % 10) as u8;
        carried /= 10;
    }
    while carried > 0 {
        digits.push((carried % 10) as u8);
        carried /= 10;
    }
}

/// The whole number and the power of two that a number is made of (IEEE 754).
const fn parts(bits: u64) -> (u64, i32) {
    let (exponent, fraction) = (bits >> 52, bits & ((1 << 52) - 1));
    // The exponent has eleven bits.
    if exponent == 0 { (fraction, -1074) } else { (fraction | (1 << 52), exponent as i32 - 1075) }
}

/// Writes a number as serde_json does. It is read back as it was: a fraction stays one, even with nothing behind it.
pub(super) fn write(out: &mut String, number: &Number) {
    // Writing to a String cannot fail.
    let _ = match (number.as_u64(), number.as_i64()) {
        (Some(whole), _) => write!(out, "{whole}"),
        (_, Some(whole)) => write!(out, "{whole}"),
        _ => {
            let value = number.as_f64().unwrap_or_default();
            let text = shortest(value.abs(), -4..=16);
            let sign = if value.is_sign_negative() { "-" } else { "" };
            let point = if text.contains(['.', 'e']) { "" } else { ".0" };
            write!(out, "{sign}{text}{point}")
        }
    };
}

/// Writes a number as RFC 8785 wants it, as JavaScript does (ECMA-262, `Number::toString`): it has but one kind.
pub(super) fn write_canonical(out: &mut String, number: &Number) {
    let value = number.as_f64().unwrap_or_default();
    let sign = if value < 0.0 { "-" } else { "" };
    let whole = number.as_i64().map(i64::unsigned_abs).filter(|whole| *whole <= EVERYWHERE);
    // Writing to a String cannot fail.
    let _ = match whole {
        Some(whole) => write!(out, "{sign}{whole}"),
        None => write!(out, "{sign}{}", shortest(value.abs(), -5..=21)),
    };
}

fn shortest(value: f64, plain: RangeInclusive<i32>) -> String {
    if value == 0.0 { "0".to_owned() } else { Decimal::shortest(value).laid_out(plain) }
}
