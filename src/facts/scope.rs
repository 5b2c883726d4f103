//! What an artifact takes in and leaves out on purpose: by the title, label or line over it, or in so many words.

use super::{Facts, add_new};
use crate::document::BlockKind;
use crate::lexicon::Concept;
use crate::mention::Reading;

/// Adds what no sum of cues gave away: what stands under a title for it, and sentences that say it plainly.
pub(super) fn read(reading: &Reading<'_>, facts: &mut Facts) {
    let doc = reading.doc;
    let (mut included, mut excluded) = (Vec::new(), Vec::new());
    for sentence in reading.sentences() {
        let block = reading.block_of(sentence);
        let plain = reading.length(sentence) > 2 && reading.tells(sentence);
        let name = reading.name_of(block);
        let listed = match doc.blocks[block as usize].kind {
            BlockKind::Item | BlockKind::Cell { .. } => true,
            // Several things in one line stand for a list: "Search by postcode; opening hours; a map".
            BlockKind::Paragraph => doc.str(doc.sentences[sentence as usize].text).contains("; "),
            _ => false,
        };
        let out = plain && reading.says(sentence, Concept::LeftOutSaid) || listed && name.has(Concept::TitleScopeOut);
        let labelled = reading.label(block).has(Concept::TitleInScope) || listed && name.has(Concept::TitleInScope);
        let within = plain && reading.says(sentence, Concept::TitleInScope) || labelled;
        if out {
            excluded.push(reading.words_of(sentence));
        } else if within && !name.has(Concept::TitleScopeOut) {
            included.push(reading.words_of(sentence));
        }
    }
    add_new(&mut facts.scope.included, included);
    add_new(&mut facts.scope.excluded, excluded);
}

#[cfg(test)]
mod tests {
    use crate::document::Document;
    use crate::facts::Facts;
    use crate::facts::weighed::Weights;
    use crate::lexicon::Lexicon;
    use crate::mention::Reading;
    use crate::source::Source;

    fn left_out(text: &str) -> Vec<String> {
        let source = Source::from_text(text);
        let doc = Document::read(&source);
        let lexicon = Lexicon::embedded();
        let facts = Facts::read(&Reading::of(&doc, &lexicon), &Weights::default());
        facts.scope.excluded.iter().map(|words| doc.str(words.text).to_owned()).collect()
    }

    #[test]
    fn what_stands_under_a_title_for_it_is_left_out() {
        assert_eq!(
            left_out("# Ferry\n\n## Out of scope\n\n- Bicycles\n- Group tickets\n"),
            ["Bicycles", "Group tickets"]
        );
        assert_eq!(
            left_out("# Ferry\n\nWhat we are not doing:\n\n* Seat maps\n* Winter timetable\n"),
            ["Seat maps", "Winter timetable"]
        );
        assert_eq!(left_out("# Ferry\n\n## Out of scope\n\nBicycles; group tickets; seat maps\n").len(), 1);
        assert!(left_out("# Ferry\n\n## Out of scope\n\nThe board met twice about it.\n").is_empty());
    }

    #[test]
    fn a_sentence_says_what_is_left_out() {
        for said in [
            "We won't offer seat maps this season.",
            "The first version will not sell group tickets.",
            "We're not adding a waiting list to the kiosk.",
            "Bicycles are not in scope.",
            "Refunds wait until the new payment provider is live, that waits until Q3.",
            "The winter timetable is parked.",
            "Group tickets are handled in a later release.",
        ] {
            assert_eq!(left_out(&format!("# Ferry\n\n{said}\n")).len(), 1, "{said}");
        }
    }

    #[test]
    fn what_stands_under_a_label_for_it_is_in() {
        let source = Source::from_text(
            "# Ferry\n\n- **Goals in scope:** a foreman can book for his crew\n- **Out of scope:** bicycles\n\nIn: the six \
             o'clock boat. Out: the winter timetable.\n",
        );
        let doc = Document::read(&source);
        let lexicon = Lexicon::embedded();
        let facts = Facts::read(&Reading::of(&doc, &lexicon), &Weights::default());
        let list = |words: &[crate::facts::Words]| -> Vec<String> {
            words.iter().map(|words| doc.str(words.text).to_owned()).collect()
        };
        assert_eq!(list(&facts.scope.included), ["a foreman can book for his crew", "the six o'clock boat."]);
        assert_eq!(list(&facts.scope.excluded), ["bicycles", "Out: the winter timetable."]);
    }

    #[test]
    fn what_did_not_happen_or_is_asked_is_not_left_out() {
        for said in [
            "We did not find a cause for the queue.",
            "Passengers wait for the next boat.",
            "Should bicycles be out of scope?",
            "People don't include the return trip when they plan.",
        ] {
            assert_eq!(left_out(&format!("# Ferry\n\n{said}\n")), [""; 0], "{said}");
        }
    }
}
