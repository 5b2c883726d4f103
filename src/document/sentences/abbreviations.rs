//! Words that a full stop can follow without ending a sentence.

/// How an abbreviation behaves before something that could begin a sentence.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Abbreviation {
    /// Something always follows it: `Dr.`, `vs.`, `approx.`
    Inside,
    /// A number may belong to it: `fig. 3`, `no. 5`, `Jan. 5`.
    Numbered,
    /// A unit after a number (`5 min.`), a shortened adjective otherwise (`min. 5 users`, `Avg. Order`).
    Measure,
    /// May end a name or a sentence: `Acme Inc.`, `et al.`
    Name,
    /// Ends a sentence before a capital: `etc.`
    Closing,
}

/// How the word before a full stop behaves, when it is an abbreviation.
pub(super) fn find(word: &str) -> Option<Abbreviation> {
    let mut lower = [0; 8];
    let lower = lower.get_mut(..word.len())?;
    lower.copy_from_slice(word.as_bytes());
    lower.make_ascii_lowercase();
    Some(match &*lower {
        b"dr" | b"mr" | b"mrs" | b"ms" | b"prof" | b"st" | b"vs" | b"eg" | b"ie" | b"cf" | b"approx" | b"incl"
        | b"excl" | b"esp" | b"viz" | b"resp" | b"ca" | b"hon" | b"capt" | b"col" | b"sgt" | b"lt" | b"messrs" => {
            Abbreviation::Inside
        }
        b"no" | b"nos" | b"nr" | b"fig" | b"figs" | b"sec" | b"sect" | b"ch" | b"chap" | b"pp" | b"pg" | b"vol"
        | b"ver" | b"art" | b"par" | b"para" | b"eq" | b"app" | b"rev" | b"rs" | b"ext" | b"tel" | b"jan" | b"feb"
        | b"mar" | b"apr" | b"jun" | b"jul" | b"aug" | b"sep" | b"sept" | b"oct" | b"nov" | b"dec" | b"mon"
        | b"tue" | b"tues" | b"wed" | b"thu" | b"thur" | b"thurs" | b"fri" | b"sat" | b"sun" => Abbreviation::Numbered,
        b"est" | b"min" | b"mins" | b"max" | b"avg" | b"med" | b"std" | b"cum" | b"tot" | b"hr" | b"hrs" | b"wk"
        | b"wks" | b"mo" | b"mos" | b"yr" | b"yrs" | b"qty" | b"temp" | b"prob" => Abbreviation::Measure,
        b"inc" | b"ltd" | b"co" | b"corp" | b"llc" | b"plc" | b"al" | b"jr" | b"sr" | b"dept" | b"govt" | b"univ"
        | b"assoc" | b"bros" | b"gov" | b"sen" | b"rep" | b"gen" | b"ed" | b"eds" | b"ph" | b"mgr" | b"exec"
        | b"mktg" | b"intl" | b"natl" | b"ave" | b"blvd" | b"rd" => Abbreviation::Name,
        b"etc" | b"misc" => Abbreviation::Closing,
        _ => return None,
    })
}

/// True for a capitalised word that commonly begins a sentence and seldom goes on with a name.
pub(super) fn is_opener(word: &str) -> bool {
    const OPENERS: &str = "\
        A About After Again All Also Although An And Another Any As At Because Before Both But \
        By Customers Despite During Each Even Every Few Finally First For From Given He Hence \
        Her Here His How However I If In Instead Is It Its Many Meanwhile More Most My Neither \
        Next No Nobody None Not Nothing Now Of On Once One Only Or Other Our Over People Rather \
        She Since So Some Still Such That The Their Then There Therefore These They This Those \
        Though Three Thus To Today Two Under Unless Until Users We What When Where Whether Which \
        While Who Why With Without Yet You Your";
    OPENERS.split(' ').any(|opener| opener == word)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn openers_are_found_and_names_are_not() {
        assert!(is_opener("The") && is_opener("A") && is_opener("Your") && is_opener("However"));
        assert!(!is_opener("Annual") && !is_opener("the"));
    }

    #[test]
    fn case_does_not_matter_and_long_words_are_none() {
        assert_eq!(find("Approx"), Some(Abbreviation::Inside));
        assert_eq!(find("Sept"), Some(Abbreviation::Numbered));
        assert_eq!(find("internationally"), None);
        assert_eq!(find("é"), None);
    }
}
