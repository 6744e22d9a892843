//! Times as a person in Japan reads them: western year first, the year of the era beside it, a reading on every kanji.

use super::Timestamp;

impl Timestamp {
    /// The date and time in Japanese, western year first, era year beside it (C-1 YN-14):
    /// `2026年(令和8年)11月20日(金) 午後2時05分`.
    #[must_use]
    pub fn to_japanese(self) -> String {
        let (half, _, hour) = self.half_day();
        format!("{} {half}{hour}時{:02}分", self.japanese_day(), self.wall().minute)
    }

    /// The day alone: `2026年(令和8年)11月20日(金)`.
    #[must_use]
    pub fn japanese_day(self) -> String {
        format!(
            "{}年{}{}月{}日({})",
            self.wall().year,
            self.era().map(|era| format!("({era})")).unwrap_or_default(),
            self.wall().month,
            self.wall().day,
            self.weekday().0,
        )
    }

    /// [`to_japanese`](Self::to_japanese) with a reading on every kanji and spaces between phrases, as the easy
    /// register writes it: `… {20日|はつか}({金|きん}) {午後|ごご} 2{時|じ} 05{分|ふん}`.
    #[must_use]
    pub fn to_easy_japanese(self) -> String {
        let (half, said, hour) = self.half_day();
        let minute = self.wall().minute;
        // ふん after 2, 5, 7, 9; ぷん after the others; れいふん.
        let minutes = if minute == 0 || matches!(minute % 10, 2 | 5 | 7 | 9) { "ふん" } else { "ぷん" };
        let day = self.easy_japanese_day();
        format!("{day} {{{half}|{said}}} {hour}{{時|じ}} {minute:02}{{分|{minutes}}}")
    }

    /// [`japanese_day`](Self::japanese_day) as the easy register writes it:
    /// `2026{年|ねん}({令和|れいわ}8{年|ねん}) 11{月|がつ} {20日|はつか}({金|きん})`.
    #[must_use]
    pub fn easy_japanese_day(self) -> String {
        let era = self.era().map(|era| match era.year {
            1 => format!("({{{}|{}}}{{元年|がんねん}})", era.name, era.reading),
            year => format!("({{{}|{}}}{year}{{年|ねん}})", era.name, era.reading),
        });
        let day = self.wall().day;
        let day = match SPECIAL_DAYS.iter().find(|(known, _)| *known == day) {
            Some((_, reading)) => format!("{{{day}日|{reading}}}"),
            None => format!("{day}{{日|にち}}"),
        };
        let (weekday, said) = self.weekday();
        format!(
            "{}{{年|ねん}}{} {}{{月|がつ}} {day}({{{weekday}|{said}}})",
            self.wall().year,
            era.unwrap_or_default(),
            self.wall().month,
        )
    }

    /// The Japanese era and the year in it. Every day since 1873, when the calendar of today began, has one.
    #[must_use]
    pub fn era(self) -> Option<EraYear> {
        let day = (self.wall().year, self.wall().month, self.wall().day);
        let (start, name, reading) = ERAS.into_iter().find(|(start, ..)| day >= *start)?;
        // The Meiji years before 1873 were counted in another calendar: only its first year is taken from there.
        let first = if name == "明治" { 1868 } else { start.0 };
        Some(EraYear { name, reading, year: day.0 - first + 1 })
    }

    /// The half of the day, how it is read, and the hour in it, as the wall clock showed them.
    fn half_day(self) -> (&'static str, &'static str, u8) {
        match self.wall().hour {
            hour @ 0..=11 => ("午前", "ごぜん", hour),
            hour => ("午後", "ごご", hour - 12),
        }
    }

    /// The day of the week and how it is read.
    fn weekday(self) -> (&'static str, &'static str) {
        [
            ("月", "げつ"),
            ("火", "か"),
            ("水", "すい"),
            ("木", "もく"),
            ("金", "きん"),
            ("土", "ど"),
            ("日", "にち"),
        ][self.wall().weekday()]
    }
}

/// The first day, the name and the reading of each era, latest first. 明治 from the day its calendar is ours.
const ERAS: [((i32, u8, u8), &str, &str); 5] = [
    ((2019, 5, 1), "令和", "れいわ"),
    ((1989, 1, 8), "平成", "へいせい"),
    ((1926, 12, 25), "昭和", "しょうわ"),
    ((1912, 7, 30), "大正", "たいしょう"),
    ((1873, 1, 1), "明治", "めいじ"),
];

/// Days of a month that are not read as their number and にち.
const SPECIAL_DAYS: [(u8, &str); 13] = [
    (1, "ついたち"),
    (2, "ふつか"),
    (3, "みっか"),
    (4, "よっか"),
    (5, "いつか"),
    (6, "むいか"),
    (7, "なのか"),
    (8, "ようか"),
    (9, "ここのか"),
    (10, "とおか"),
    (14, "じゅうよっか"),
    (20, "はつか"),
    (24, "にじゅうよっか"),
];

/// A year of a Japanese era (和暦), written `令和8年`, the first one `令和元年`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct EraYear {
    /// 令和.
    pub name: &'static str,
    /// れいわ.
    pub reading: &'static str,
    /// The year in it, from 1.
    pub year: i32,
}

impl core::fmt::Display for EraYear {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        match self.year {
            1 => write!(f, "{}元年", self.name),
            year => write!(f, "{}{year}年", self.name),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_era_begins_on_its_day_and_its_first_year_is_called_so() {
        for (day, era) in [
            ("1873-01-01", "明治6年"),
            ("1912-07-29", "明治45年"),
            ("1912-07-30", "大正元年"),
            ("1926-12-24", "大正15年"),
            ("1926-12-25", "昭和元年"),
            ("1989-01-07", "昭和64年"),
            ("1989-01-08", "平成元年"),
            ("2019-04-30", "平成31年"),
            ("2019-05-01", "令和元年"),
            ("2026-11-20", "令和8年"),
        ] {
            let at = Timestamp::parse(&format!("{day}T12:00:00+09:00")).unwrap();
            assert_eq!(at.era().map(|era| era.to_string()).as_deref(), Some(era), "{day}");
        }
    }

    #[test]
    fn the_easy_date_can_be_read_aloud() {
        for (text, said) in [
            (
                "2026-11-20T14:05:00+09:00",
                "2026{年|ねん}({令和|れいわ}8{年|ねん}) 11{月|がつ} {20日|はつか}({金|きん}) {午後|ごご} 2{時|じ} 05{分|ふん}",
            ),
            (
                "2019-05-11T09:10:00+09:00",
                "2019{年|ねん}({令和|れいわ}{元年|がんねん}) 5{月|がつ} 11{日|にち}({土|ど}) {午前|ごぜん} 9{時|じ} 10{分|ぷん}",
            ),
        ] {
            assert_eq!(Timestamp::parse(text).unwrap().to_easy_japanese(), said);
        }
    }
}
