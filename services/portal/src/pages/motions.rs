//! A motion and its amendments as pages show them: what it says, who filed it, what became of it.

use app::Motion;
use charter::Value;
use kernel::Date;
use wording::Words;

use crate::answer::AnswerView;

/// A motion, or an amendment to one.
pub struct MotionView {
    /// The name of its ballot.
    pub id: String,
    /// The decision that it asks for, and the name of its ballot.
    pub title: String,
    /// What it says, paragraph by paragraph.
    pub text: Vec<String>,
    /// Who filed it, and when.
    pub filed: String,
    /// Whether it is still to be decided.
    pub is_open: bool,
    /// Whether it was withdrawn.
    pub is_withdrawn: bool,
    /// Whether it is carried.
    pub is_carried: bool,
    /// The same in a sentence.
    pub verdict: String,
}

impl MotionView {
    /// In the words of a page.
    pub fn new(words: &Words, motion: &Motion, today: Date) -> MotionView {
        let by = motion.by.as_deref().map(|by| words.known_label(by)).unwrap_or_default();
        let verdict = match &motion.withdrawn {
            Some(on) => words.with("motion-withdrawn", "on", words.date(on)),
            None => AnswerView::new(words, &motion.carried, &today).sentence,
        };
        MotionView {
            title: format!("{} {}", words.label(&motion.decision), motion.id),
            text: motion.text.lines().map(str::trim).filter(|line| !line.is_empty()).map(str::to_owned).collect(),
            filed: words.say("motion-filed", &[("by", &by), ("on", &words.date(&motion.filed))]),
            is_open: motion.is_open(),
            is_withdrawn: motion.withdrawn.is_some(),
            is_carried: motion.withdrawn.is_none() && motion.carried.answer.value == Value::Yes,
            verdict,
            id: motion.id.clone(),
        }
    }
}

/// Several, in order.
pub fn views(words: &Words, motions: &[Motion], today: Date) -> Vec<MotionView> {
    motions.iter().map(|motion| MotionView::new(words, motion, today)).collect()
}
