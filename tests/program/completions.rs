//! What shells and manuals are told of the command line.

use crate::strongcase::Desk;

const COMMANDS: [&str; 9] = ["new", "review", "facts", "explain", "kinds", "calibrate", "rubric", "completions", "man"];

#[test]
fn every_shell_is_told_every_command_and_option() {
    let desk = Desk::new();
    for (shell, opens) in [
        ("bash", "_strongcase()"),
        ("zsh", "#compdef strongcase"),
        ("fish", "complete -c strongcase"),
        ("powershell", "Register-ArgumentCompleter"),
        ("elvish", "edit:completion:arg-completer[strongcase]"),
    ] {
        let run = desk.run(&["completions", shell]);
        assert_eq!((run.status, run.err.as_str()), (0, ""), "{shell}");
        assert!(run.out.contains(opens), "{shell}");
        for word in COMMANDS.into_iter().chain(["background", "min-score", "guided"]) {
            // Some shells are told of values by the program, not by name.
            let told = run.out.contains(word) || (word == "guided" && matches!(shell, "powershell" | "elvish"));
            assert!(told, "{shell}: {word}");
        }
    }
    let wrong = desk.run(&["completions", "bsh"]);
    assert_eq!((wrong.status, wrong.out.as_str()), (2, ""));
    assert!(wrong.err.contains("bash"), "{}", wrong.err);
}

#[cfg(unix)]
#[test]
fn bash_can_read_its_completions() {
    let desk = Desk::new();
    let script = desk.run(&["completions", "bash"]).out;
    // The words that are offered after `strongcase new --var`.
    let script = format!(
        "{script}\nCOMP_WORDS=(strongcase new --var); COMP_CWORD=2; _strongcase strongcase --var new\necho \"${{COMPREPLY[*]}}\"\n"
    );
    let Ok(output) = std::process::Command::new("bash").args(["-c", &script]).output() else { return };
    assert_eq!(String::from_utf8_lossy(&output.stdout), "--variant\n", "{output:?}");
}

#[test]
fn the_manual_tells_what_help_tells() {
    let run = Desk::new().run(&["man"]);
    assert_eq!((run.status, run.err.as_str()), (0, ""));
    assert!(run.out.contains(".TH strongcase 1"), "{}", run.out);
    // Roff writes a hyphen with a backslash before it.
    let plain = run.out.replace('\\', "");
    for command in COMMANDS {
        assert!(plain.contains(&format!(".SH \"STRONGCASE {}\"", command.to_uppercase())), "{command}: {plain}");
    }
    for words in ["STRONGCASE RUBRIC CHECK", "--answers", "Write the skeleton of an artifact", "--min-score"] {
        assert!(plain.contains(words), "{words}");
    }
    assert_eq!(plain.matches("--color").count(), plain.matches("When text is coloured").count() * 2, "{plain}");
}
