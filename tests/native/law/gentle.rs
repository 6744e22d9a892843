//! Words that call for a second thought: that they are found, however they are typed, and that everyday sentences are
//! left alone. A question that comes at every second note is no longer read.

use nattoku::domain::law::{GentleList, Law};
use proptest::prelude::*;

fn found(text: &str) -> Vec<String> {
    Law::current().gentle(text).into_iter().map(|kind| kind.id.clone()).collect()
}

#[test]
fn what_calls_for_a_second_thought_is_found() {
    for (note, wanted) in [
        ("毎週日曜は宗教の集まりがあり来られない", &["belief"][..]),
        ("本籍は見本県", &["origin"]),
        ("むかし前科があるとのこと", &["crime"]),
        ("労組の役員をしていた", &["labour"]),
        ("支持政党の話が多い", &["politics"]),
        ("認知症の初期と聞いた", &["illness"]),
        ("骨折して入院していた", &["illness"]),
        ("月に一度通院している", &["medical"]),
        ("身体障害者手帳をお持ち", &["disability"]),
        ("要支援2になった", &["care"]),
        ("ご家族から暴力を受けていた", &["victim"]),
        ("アイヌの出自を話された", &["race", "origin"]),
        ("難聴があり、持病の薬を飲んでいる", &["illness", "medical", "disability"]),
    ] {
        assert_eq!(found(note), wanted, "{note}");
    }
}

/// Width, capitals and spaces are a matter of the keyboard.
#[test]
fn however_it_is_typed() {
    for (note, wanted) in [
        ("ﾃﾞﾓ行進に行った", "politics"),
        ("ﾊﾟｰｷﾝｿﾝの方", "illness"),
        ("ＨＩＶの検査", "illness"),
        ("hivの検査", "illness"),
        ("前　科 あり", "crime"),
        ("要支援１", "care"),
        ("ＤＶの相談", "victim"),
        ("ﾀﾞｳﾝ症の子", "disability"),
        ("ﾘｭｳﾏﾁ", "illness"),
        ("ﾘｳﾏﾁ", "illness"),
    ] {
        assert_eq!(found(note), [wanted], "{note}");
    }
}

/// What volunteers write every week. Some hide a word of the list inside a longer one (日本籍, 専門地区, 対処方法), some
/// have half of one (個性的, がんばる, しゃがんで), some name the thing without saying it of anybody (認知症サポーター).
#[test]
fn everyday_sentences_are_left_alone() {
    for note in [
        "お休みの連絡は電話がよいとのこと",
        "次回は11月20日、見本会館の2階です",
        "がんばって体操に通っています",
        "しゃがんで草取りをした",
        "げんかんで靴をぬぐのに手を貸す",
        "オルガンの演奏を楽しんだ",
        "気分転換に散歩をした",
        "日本籍の船の話で盛り上がった",
        "専門地区の担当が替わりました",
        "部門地図を配った",
        "対処方法を話し合った",
        "以前科学館へみんなで出かけた",
        "午前科目と午後科目に分かれる",
        "以前歴史の先生をしていた",
        "障害物競走の係をお願いした",
        "電話の通信障害で連絡が遅れた",
        "市の障害福祉課にあいさつした",
        "個性的な絵を描く方",
        "男性的な声で歌う",
        "男性交渉人の出るドラマが好き",
        "急性の用事で早退",
        "民族舞踊の発表会がある",
        "思想家の本を読む会",
        "認知症サポーター養成講座に参加した",
        "認知症予防の体操をした",
        "骨折予防の体操をした",
        "虐待防止の研修の案内が来た",
        "健診のお知らせを配った",
        "病院前のバス停で待ち合わせ",
        "感染症対策で窓を開ける",
        "生協の組合員向けのチラシをもらった",
        "マンションの管理組合員の会議室を借りる",
        "DVDをみんなで見た",
        "DVDの貸し出しをした",
        "雨でも行います",
        "デモンストレーションを見た",
        "選挙の日は会場が使えない",
        "詐欺に注意する話を聞いた",
        "避難行動要支援者の見回りの日",
        "重要支援物資の置き場",
        "ケアマネジャーから電話があった",
        "介護の相談会のチラシ",
        "耐震診断を受けた会場です",
        "犯罪を防ぐための見回り",
        "防犯パトロールに参加",
        "お寺の前に集合",
        "教会のホールを借りた",
        "手帳に予定を書いていた",
        "手をうつのが早い",
        "ゆっくり話すと聞き取りやすい",
        "甘い物が好き、甲殻類は食べない",
        "孫の話をよくされる",
        "メールの送信者を確かめる",
        "電話の発信者が分からない",
        "外出自粛の間は電話で話した",
        "書類の提出自体は来月",
        "本人種別の欄に丸を付ける",
        "個人種目に出た",
        "お骨折りいただいた",
        "市のarchiveから古い写真を借りた",
        "精神道場という名の体操教室",
        "正門地図のとおりに集合",
        "腰が痛い日は早めに休む",
        "風邪でお休み",
        "",
        "　",
    ] {
        assert_eq!(found(note), [""; 0], "{note}");
    }
}

/// An exception hides only itself: the same word elsewhere in the note is found.
#[test]
fn an_exception_does_not_hide_the_rest() {
    assert_eq!(found("認知症サポーターの方から、認知症と聞いた"), ["illness"]);
    assert_eq!(found("障害物競走に出た。障害がある"), ["disability"]);
}

#[test]
fn every_word_finds_its_own_kind_and_every_exception_is_needed() {
    let law = Law::current();
    for kind in &law.gentle {
        for word in &kind.words {
            assert!(law.gentle(word).contains(&kind), "{}: {word}", kind.id);
            // A letter or two is a trap: it stands inside every other word.
            assert!(word.chars().count() >= 2 || word == "癌", "{word}");
        }
        let mut bare = kind.clone();
        bare.exceptions.clear();
        let mut without = law.clone();
        without.gentle = vec![bare];
        for exception in &kind.exceptions {
            assert!(!law.gentle(exception).contains(&kind), "{}: {exception}", kind.id);
            assert!(!without.gentle(exception).is_empty(), "{exception} hides no word of {}", kind.id);
        }
    }
}

/// The table of the requirements: where the old vocabulary and the law of today differ (B-2).
#[test]
fn the_two_vocabularies_overlap_and_differ() {
    let law = Law::current();
    let lists = |word: &str| {
        let hit = law.gentle(word);
        [GentleList::Delicate, GentleList::SpecialCare].map(|list| hit.iter().any(|kind| kind.is(list)))
    };
    for both in ["信条", "宗教", "人種", "民族", "犯罪歴"] {
        assert_eq!(lists(both), [true, true], "{both}");
    }
    for delicate in ["門地", "本籍", "労働組合", "デモ行進", "請願", "性生活"] {
        assert_eq!(lists(delicate), [true, false], "{delicate}");
    }
    for special in ["犯罪被害", "虐待", "病歴", "健診結果", "診察", "処方", "障害", "要介護"]
    {
        assert_eq!(lists(special), [false, true], "{special}");
    }
}

proptest! {
    /// Whatever is typed gives an answer, and what stands around a word does not hide it, as long as no exception is
    /// made of the two.
    #[test]
    fn anything_may_be_typed(before in "\\PC{0,20}", after in "\\PC{0,20}") {
        let law = Law::current();
        let note = format!("{before}。療育手帳。{after}");
        prop_assert!(law.gentle(&note).iter().any(|kind| kind.id == "disability"));
    }
}
