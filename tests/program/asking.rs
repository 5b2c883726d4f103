//! Questions on a real pseudo-terminal: typed keys, arrows and Ctrl-C.

use std::time::Duration;

use expectrl::process::unix::WaitStatus;
use expectrl::session::OsSession;
use expectrl::{Eof, Expect, Session};

use crate::strongcase::Desk;

const DOWN: &str = "\x1b[B";
const CTRL_C: &str = "\x03";
const SHOW_CURSOR: &str = "\x1b[?25h";

fn spawn(desk: &Desk, arguments: &[&str]) -> OsSession {
    let mut command = desk.command(arguments);
    command.env("TERM", "xterm");
    let mut session = Session::spawn(command).unwrap();
    session.get_process_mut().set_window_size(100, 40).unwrap();
    session.set_expect_timeout(Some(Duration::from_secs(20)));
    session
}

fn status(session: &mut OsSession) -> i32 {
    match session.get_process().wait().unwrap() {
        WaitStatus::Exited(_, status) => status,
        other => panic!("{other:?}"),
    }
}

#[test]
fn what_is_missing_is_asked_for_and_written() {
    let desk = Desk::new();
    let mut session = spawn(&desk, &["new"]);
    session.expect("Kind of artifact").unwrap();
    session.expect("prd-lite").unwrap();
    // The second kind in the list, and back, and down again.
    for keys in [DOWN, "\x1b[A", DOWN] {
        session.send(keys).unwrap();
    }
    session.send("\r").unwrap();
    session.expect("Title").unwrap();
    // Typed with a slip that is taken back.
    session.send("Held ordres\x7f\x7f\x7fers\r").unwrap();
    session.expect("Product").unwrap();
    session.send("Larder\r").unwrap();
    session.expect("Users").unwrap();
    session.send("\r").unwrap();
    session.expect("Decision to be made").unwrap();
    session.send("Whether to hold orders\r").unwrap();
    session.expect("engineering background").unwrap();
    session.send(DOWN).unwrap();
    session.send("\r").unwrap();
    session.expect("held-orders.md").unwrap();
    session.expect(Eof).unwrap();
    assert_eq!(status(&mut session), 0);
    let text = desk.text("held-orders.md");
    let kinds = desk.run(&["new", "--list"]).out;
    let second = kinds.lines().nth(1).unwrap().split_whitespace().next().unwrap();
    for part in [
        &format!("kind: {second}\n"),
        "# Held orders\n",
        "Product: Larder\n",
        "  decision: \"Whether to hold orders\"\n",
        "  background: \"backend\"\n",
    ] {
        assert!(text.contains(part), "{part:?} in {text}");
    }
    assert!(!text.contains("  segment:"), "{text}");
}

#[test]
fn enter_alone_takes_every_default_and_what_was_given_is_not_asked_for() {
    let desk = Desk::new();
    let mut session = spawn(&desk, &["new", "teardown", "shop/first-visit.md", "--background", "none"]);
    session.expect("Title [First visit]").unwrap();
    for _ in 0..4 {
        session.send("\r").unwrap();
    }
    session.expect("first-visit.md").unwrap();
    session.expect(Eof).unwrap();
    assert_eq!(status(&mut session), 0);
    let asked = desk.text("shop/first-visit.md");
    let other = desk.run(&["new", "teardown", "first-visit.md", "--no-input"]);
    assert_eq!(other.status, 0, "{}", other.err);
    assert_eq!(asked, desk.text("first-visit.md"));
}

#[test]
fn ctrl_c_leaves_nothing_behind_and_the_terminal_as_it_was() {
    for at in ["Kind of artifact", "Title", "engineering background"] {
        let desk = Desk::new();
        let mut session = spawn(&desk, &["new"]);
        let echo = session.get_process().get_echo().unwrap();
        session.expect("Kind of artifact").unwrap();
        if at != "Kind of artifact" {
            session.send("\r").unwrap();
            session.expect("Title").unwrap();
        }
        if at == "engineering background" {
            session.send("T\r\r\r\r").unwrap();
            session.expect(at).unwrap();
        }
        session.send(CTRL_C).unwrap();
        session.expect(SHOW_CURSOR).unwrap();
        session.expect("Nothing was written.").unwrap();
        session.expect(Eof).unwrap();
        assert_eq!(session.get_process().get_echo().unwrap(), echo, "{at}");
        assert_eq!(status(&mut session), 130, "{at}");
        assert_eq!(std::fs::read_dir(desk.path("")).unwrap().count(), 0, "{at}");
    }
}

#[test]
fn a_signal_while_a_key_is_awaited_gives_the_terminal_back_too() {
    let desk = Desk::new();
    let mut session = spawn(&desk, &["new"]);
    let echo = session.get_process().get_echo().unwrap();
    session.expect("Kind of artifact").unwrap();
    session.expect("prd-lite").unwrap();
    // Long enough for the program to wait for a key, where the terminal neither echoes nor makes signals of keys.
    std::thread::sleep(Duration::from_millis(200));
    let pid = session.get_process().pid().to_string();
    assert!(std::process::Command::new("kill").args(["-INT", &pid]).status().unwrap().success());
    session.expect(SHOW_CURSOR).unwrap();
    session.expect("Nothing was written.").unwrap();
    session.expect(Eof).unwrap();
    assert_eq!(session.get_process().get_echo().unwrap(), echo);
    assert_eq!(status(&mut session), 130);
    assert_eq!(std::fs::read_dir(desk.path("")).unwrap().count(), 0);
}

#[test]
fn nothing_is_asked_when_it_could_not_be_used_or_is_not_wanted() {
    let desk = Desk::new().with("here.md", "mine\n");
    for (arguments, says) in [
        (&["new", "prd-light"][..], "did you mean"),
        (&["new", "prd-lite", "here.md"], "exists already"),
        (&["new", "--no-input"], "the kind is missing"),
    ] {
        let mut session = spawn(&desk, arguments);
        session.expect(says).unwrap();
        session.expect(Eof).unwrap();
        assert_eq!(status(&mut session), 2, "{arguments:?}");
    }
    assert_eq!(desk.text("here.md"), "mine\n");
}
