//! Stand-in until the command line lands.
#![allow(clippy::print_stdout, clippy::unwrap_used)]
fn main() {
    let engine = strongcase::engine::Engine::embedded();
    let mut kind = None;
    let mut args = std::env::args().skip(1);
    let mut paths = Vec::new();
    while let Some(a) = args.next() {
        match a.as_str() {
            "facts" | "review" => {}
            "--format" => { args.next(); }
            "--kind" => kind = args.next(),
            _ => paths.push(a),
        }
    }
    for path in paths {
        let bytes = std::fs::read(&path).unwrap();
        let source = strongcase::source::Source::decode(bytes).unwrap();
        if std::env::var("CUES").is_ok() {
            let doc = strongcase::document::Document::read(&source);
            let lexicon = strongcase::lexicon::Lexicon::embedded();
            let reading = strongcase::mention::Reading::of(&doc, &lexicon);
            let facts = strongcase::facts::Facts::read(&reading, &strongcase::facts::weighed::Weights::embedded()).list(&doc);
            let mut cues = Vec::new();
            let mut rows = Vec::new();
            let all: Vec<u32> = reading.sentences().collect();
            for s in all {
                strongcase::facts::cues::of(&reading, s, &mut cues);
                let t = doc.sentences[s as usize].text;
                let span = doc.span_of(t);
                let words: Vec<&str> = doc.sentences[s as usize].tokens.clone().map(|t| doc.lower_str(doc.tokens[t as usize].text)).collect();
                let roles: Vec<&str> = facts.iter().filter(|f| f.span.overlaps(span)).map(|f| f.role).collect();
                rows.push(serde_json::json!({"start": span.start, "end": span.end, "cues": cues, "words": words, "roles": roles}));
            }
            let names: Vec<String> = (0..strongcase::facts::cues::COUNT).map(strongcase::facts::cues::name).collect();
            println!("{}", serde_json::json!({"path": path, "names": names, "rows": rows}));
            continue;
        }
        let list = engine.facts(&source, kind.as_deref());
        let facts: Vec<_> = list.facts.iter().map(|f| serde_json::json!({"role": f.role, "start": f.span.start, "end": f.span.end, "of": f.of, "words": f.words})).collect();
        println!("{}", serde_json::json!({"version":1,"path":path,"kind":list.kind,"facts":facts}));
    }
}
