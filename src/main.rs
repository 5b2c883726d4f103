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
        let list = engine.facts(&source, kind.as_deref());
        let facts: Vec<_> = list.facts.iter().map(|f| serde_json::json!({"role": f.role, "start": f.span.start, "end": f.span.end, "of": f.of, "words": f.words})).collect();
        println!("{}", serde_json::json!({"version":1,"path":path,"kind":list.kind,"facts":facts}));
    }
}
