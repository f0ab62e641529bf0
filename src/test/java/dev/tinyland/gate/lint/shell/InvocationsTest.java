package dev.tinyland.gate.lint.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The forms that fool a search for text, in both directions. */
class InvocationsTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "# attic push main result",
        "true # attic push main",
        "echo \"Skipping attic push\"",
        "echo Skipping attic push",
        "echo '::warning::ATTIC_TOKEN not set, skipping Attic push'",
        "cat <<EOF\nattic push main\nEOF",
        "cat <<'EOF'\n$(attic push main)\nEOF",
        "command -v attic push",
        "command -V attic",
        "type attic && which attic",
        "attic cache info main",
        "attic login a b c",
        "attic use main",
        "grep 'attic push' file",
        "grep -r attic push .",
        "git commit -m 'attic push main'",
        "X='attic push main'",
        "export PUSH_CMD='attic push main'",
        "printf '%s\\n' 'attic push main'",
        "f() { attic push main; }",
        "nix profile install nixpkgs#attic-client",
        "sed -i 's/attic push main/x/' f",
        "curl -d 'attic push main' https://x",
        "echo \"\\$(attic push main)\"",
        "case $x in attic) push main;; esac",
        "for attic in push main; do echo $attic; done",
        "attic() { echo no; }\nattic push main",
      })
  void findsNoWrite(String text) {
    assertThat(Shown.writes(text)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "attic push main",
        "attic   push\tmain",
        "  attic push main;",
        "attic \\\n  push \\\n  main",
        "att\\\nic push main",
        "\"attic\" 'push' main",
        "\\attic push main",
        "at\"ti\"c push main",
        "$'attic' push main",
        "./result/bin/attic push main",
        "${ATTIC_CLIENT}/bin/attic push main",
        "a; attic push main",
        "a && attic push main || true",
        "attic push main || echo '::warning::failed'",
        "x=$(attic push main)",
        "echo `attic push main`",
        "echo \"a $(b \"$(attic push main)\")\"",
        "(attic push main)",
        "{ attic push main; }",
        "if attic push main; then :; fi",
        "if ! attic push main; then :; fi",
        "until attic push main; do sleep 1; done",
        "while ! attic push main; do :; done",
        "for x in a; do attic push main; done",
        "for ((i=0;i<3;i++)); do attic push main; done",
        "case $x in a) attic push main;; esac",
        "attic push main &",
        "a | attic push main",
        "! attic push main",
        "time attic push main",
        "time -p attic push main",
        "coproc attic push main",
        "coproc up { attic push main; }",
        "A=b attic push main",
        "2>/dev/null attic push main",
        "f() { attic push main; }\nf",
        "function f { attic push main; }\nf",
        "g() { f; }\nf() { attic push main; }\ng",
        "f() { attic \"$@\"; }\nf push main",
        "f() { local x=$1; shift; \"$x\" \"$@\"; }\nf attic push main",
        "f() { $1 push $2; }\nf attic main",
        "retry() { \"$@\" || \"$@\"; }\nretry attic push main",
        "cat <<EOF\n$(attic push main)\nEOF",
        "bash <<'EOF'\nattic push main\nEOF",
        "bash -s <<EOF\nattic push main\nEOF",
        "cat <<EOF | bash\nattic push main\nEOF",
        "echo attic push main | sh",
        "echo 'attic push main' | sudo bash -e",
        "bash <<< 'attic push main'",
        "sh <<EOF\nattic push main\nEOF",
        "ssh host <<EOF\nattic push main\nEOF",
        "source /dev/stdin <<< 'attic push main'",
        "diff <(attic push main) x",
        "tee >(attic push main) < x",
        "echo ${A:-$(attic push main)}",
        "echo $(( $(attic push main) ))",
        "a[$(attic push main)]=1",
        "declare -a l=(\"$(attic push main)\")",
        "[[ -n $(attic push main) ]]",
        "for x in $(attic push main); do :; done",
        "case $(attic push main) in a) ;; esac",
        "trap 'attic push main' EXIT",
        "trap up EXIT\nup() { attic push main; }",
        "exec attic push main",
        "eval attic push main",
        "eval \"attic push main\"",
        "eval 'attic push main'",
        "bash -c 'attic push main'",
        "bash -ec 'attic push main'",
        "bash -euo pipefail -c 'attic push main'",
        "sh -c \"attic push main\" x y",
        "bash -lc \"cd x && attic push main\"",
        "bash -c 'attic push \"$1\"' _ main",
        "bash -c \"bash -c 'attic push main'\"",
        "bash -c \"$(echo attic) push main\" || attic push main",
        "sudo attic push main",
        "sudo -u nix -E attic push main",
        "sudo env A=b attic push main",
        "env -u X A=b attic push main",
        "env -S 'attic push main'",
        "/usr/bin/env attic push main",
        "nice attic push main",
        "nice -n 5 attic push main",
        "timeout 30 attic push main",
        "timeout -k 5 30m attic push main",
        "nohup attic push main &",
        "command attic push main",
        "builtin command attic push main",
        "stdbuf -oL attic push main",
        "setsid attic push main",
        "chronic attic push main",
        "retry -t 3 -- attic push main",
        "a | xargs attic push main",
        "a | xargs -n 50 -r attic push main",
        "a | xargs -n1 -P4 attic push main",
        "a | xargs -I{} attic push main {}",
        "a | xargs -I % sh -c 'attic push main %'",
        "echo push main | xargs attic",
        "find . -exec attic push main {} \\;",
        "find . -execdir attic push main {} +",
        "find . -name x -exec sh -c 'attic push main \"$1\"' _ {} \\;",
        "parallel attic push main ::: a b",
        "parallel -j 4 'attic push main {}' ::: a b",
        "parallel ::: 'attic push main' b",
        "su -c 'attic push main' nix",
        "su - nix -c 'attic push main'",
        "ssh host attic push main",
        "ssh -p 22 -i key user@host 'cd x; attic push main'",
        "ssh host bash <<EOF || true\nx\nEOF\nattic push main",
        "ssh host bash <<EOF\nattic push main\nEOF",
        "docker run -i image bash <<EOF\nattic push main\nEOF",
        "limactl shell nixos attic push main",
        "docker run --rm -v a:b image attic push main",
        "docker exec x sh -c 'attic push main'",
        "kubectl run x --image y -- attic push main",
        "nix shell nixpkgs#attic-client -c attic push main",
        "nix shell nixpkgs#attic-client --command attic push main",
        "nix shell nixpkgs#attic-client -c \\\n  attic push main",
        "nix develop .#attic -c attic push main",
        "nix develop -c bash -c 'attic push main'",
        "nix-shell -p attic-client --run 'attic push main'",
        "nix-shell -p attic-client --command \"attic push main\"",
        "nix run nixpkgs#bash -- -c 'attic push main'",
        "nix shell x --command xargs attic push main <<< a",
        "X='attic push main'\n$X",
        "X=attic\n$X push main",
        "X=attic; Y=push; $X $Y main",
        "X=push\nattic \"$X\" main",
        "X=${UNSET_HERE:-x}; Y=attic; ${Y:-z} push main",
        "cmd=(attic push main)\n\"${cmd[@]}\"",
        "cmd=(attic)\ncmd+=(push main)\n\"${cmd[@]}\"",
        "cmd=(attic push)\n${cmd[*]} main",
        "cmd=(x attic)\n${cmd[1]} push main",
        "set -- attic push main\n\"$@\"",
        "PUSH='attic push main'\nbash -c \"$PUSH\"",
        "PUSH='attic push main'\neval \"$PUSH\"",
        "A=attic\nB=A\n${!B} push main",
        "A=ATTIC; ${A,,} push main",
        "for x in attic; do $x push main; done",
        "for v in use push; do attic $v main; done",
        "if a; then X=attic; else X=echo; fi\n$X push main",
        "X=echo; a && X=attic; $X push main",
        "case $y in a) X=attic;; esac; X=${X:-echo}\nif b; then X=attic; fi; $X push main",
        "{attic,push,main}",
        "attic {push,main}",
        "a{ttic,} push main || attic push main",
        "IFS=,; X=attic,push,main; $X",
        "(exit 0); attic push main",
        "exit() { :; }\nexit\nattic push main",
        "alias x=y; attic push main",
        "if true; then attic push main; fi",
        "echo 'a\nb'; attic push main",
        "attic push main \"unterminated",
        "echo \"unterminated\nattic push main",
        "echo 'unterminated\nattic push main",
        "echo `unterminated\nattic push main",
        "echo $(unterminated\nattic push main",
        "echo ${unterminated\nattic push main",
        "cat <<EOF\nattic push main",
        "fi\nattic push main",
        ") attic push main",
        "if a; then\nattic push main",
        "foo (attic push main)",
        "while :; do\nattic push main",
        "case x in\nattic push main",
        "a=(\nattic push main",
        "[[ a\nattic push main",
        "./ci/run attic push main",
        "\"$WRAPPER\" attic push main",
        "strange-wrapper --flag attic push main",
      })
  void findsTheWrite(String text) {
    assertThat(Shown.writes(text))
        .as(text)
        .isNotEmpty()
        .allMatch(one -> one.contains("attic push"));
  }

  @Test
  void takesACommandFromTheEnvironment() {
    Options options = Options.DEFAULT.withEnvironment(Map.of("PUSH_CMD", "attic push main"));
    for (String text : List.of("$PUSH_CMD", "bash -c \"$PUSH_CMD\"", "eval \"$PUSH_CMD\"")) {
      assertThat(Shown.writes(ShellAnalysis.of(Script.parse(text), options)))
          .containsExactly("attic push main");
    }
  }

  @Test
  void readsFencesInTheEnvironment() {
    Options options =
        Options.DEFAULT
            .withEnvironment(Map.of("CMD", "${{ inputs.tool }} push main"))
            .withExpressions(text -> text.strip().equals("inputs.tool") ? "attic" : null);
    assertThat(Shown.writes(ShellAnalysis.of(Script.parse("$CMD"), options)))
        .containsExactly("attic push main");
  }

  @Test
  void splicesKnownExpressionsIntoTheScript() {
    String text = "echo a\n${{ inputs.command }}\necho b";
    Script script =
        Script.parse(
            text,
            expression -> expression.equals(" inputs.command ") ? "cd x\nattic push main" : null);
    List<Invocation> found = Invocations.of(script, Options.DEFAULT);
    assertThat(found)
        .extracting(Invocation::display)
        .containsExactly("echo a", "cd x", "attic push main", "echo b");
    assertThat(text.substring(found.get(2).start(), found.get(2).end()))
        .isEqualTo("${{ inputs.command }}");
    assertThat(text.substring(found.get(3).start(), found.get(3).end())).isEqualTo("echo b");
  }

  @Test
  void keepsUnknownExpressionsAsParts() {
    List<Invocation> found = Shown.analysis("${{ matrix.tool }} push main").invocations();
    assertThat(found).hasSize(1);
    assertThat(found.get(0).argv().get(0).parts())
        .containsExactly(new WordPart.Expression(" matrix.tool ", false, 0, 18));
    assertThat(found.get(0).command()).isNull();
  }

  @Test
  void mapsInnerScriptsToTheirPlace() {
    String text = "bash -c 'cd x\n  attic push main' && nix-shell --run \"attic push \\\"two\\\"\"";
    List<String> places =
        Shown.analysis(text).invocations().stream()
            .filter(one -> "attic".equals(one.command()))
            .map(one -> text.substring(one.start(), one.end()))
            .toList();
    assertThat(places).containsExactly("attic push main", "attic push \\\"two\\\"");
  }

  @Test
  void tellsWhatNixIsAskedFor() {
    String text =
        """
        nix run .#attic -- push main
        nix run --inputs-from X attic -- login a
        nix run "github:nixos/nixpkgs/$REV#attic-client" -- push main
        nix shell nixpkgs#attic-client nixpkgs#jq -c attic push main
        nix --extra-experimental-features 'nix-command flakes' run nixpkgs#attic-client push main
        """;
    List<Invocation.NixTarget> targets =
        Shown.analysis(text).invocations().stream()
            .filter(one -> one.nix() != null)
            .map(Invocation::nix)
            .toList();
    assertThat(targets)
        .extracting(one ->
            one.command() + " " + display(one.installables()) + " : " + display(one.arguments()))
        .containsExactly(
            "run .#attic : push main",
            "run attic : login a",
            "run github:nixos/nixpkgs/$REV#attic-client : push main",
            "shell nixpkgs#attic-client nixpkgs#jq : ",
            "run nixpkgs#attic-client : push main");
  }

  private static String display(List<Word> words) {
    return String.join(" ", words.stream().map(Word::display).toList());
  }

  @Test
  void marksBackgroundPipelinesAndWrappers() {
    Invocation push =
        Shown.analysis("(a | sudo nice xargs attic push main) &").invocations().stream()
            .filter(one -> "attic".equals(one.command()))
            .findFirst()
            .orElseThrow();
    assertThat(push.background()).isTrue();
    assertThat(push.stage()).isEqualTo(1);
    assertThat(push.stages()).isEqualTo(2);
    assertThat(push.wrappers()).containsExactly("sudo", "nice", "xargs");
    assertThat(push.certain()).isTrue();
  }

  @Test
  void isNotCertainBehindAnUnknownCommand() {
    List<Invocation> found = Shown.analysis("./ci/run attic push main").invocations();
    assertThat(found).extracting(Invocation::certain).containsExactly(true, false);
  }

  @Test
  void entersUncalledFunctionsOfALibraryOnly() {
    String text = "up() { [ -n \"$1\" ] && attic push \"$1\"; }";
    assertThat(Shown.writes(text)).isEmpty();
    ShellAnalysis library = ShellAnalysis.of(Script.parse(text), Options.DEFAULT.withLibrary(true));
    assertThat(Shown.writes(library)).containsExactly("attic push $1");
    Invocation push = library.invocations().get(library.invocations().size() - 1);
    assertThat(push.uncalled()).isTrue();
    assertThat(push.function()).isEqualTo("up");
  }

  @ParameterizedTest
  @ValueSource(strings = {"eval \"$@\"", "\"$@\"", "\"$1\" x", "$COMMAND", "${{ inputs.f }} a"})
  void entersUncalledFunctionsWhereAnyCommandCanRun(String call) {
    assertThat(Shown.writes("up() { attic push main; }\n" + call))
        .containsExactly("attic push main");
  }

  @Test
  void givesAllValuesOfAVariable() {
    assertThat(Shown.writes("for c in a b; do attic push \"$c\"; done"))
        .containsExactly("attic push a", "attic push b");
    assertThat(Shown.writes("case $x in a) C=one;; b) C=two;; esac\nattic push $C"))
        .containsExactly("attic push one", "attic push two", "attic push $C");
  }

  @Test
  void forgetsWhatALoopMayHaveChanged() {
    String text = "X=true\nfor i in 1 2; do $X push main; X=attic; done";
    List<Invocation> found = Shown.analysis(text).invocations();
    assertThat(found).hasSize(1);
    assertThat(found.get(0).argv().get(0).parts().get(0)).isInstanceOf(WordPart.Unknown.class);
  }

  @Test
  void isolatesSubshells() {
    String text = "X=echo\n(X=attic)\n$X push main\nX=attic | true\n$X push main";
    assertThat(Shown.writes(text)).isEmpty();
  }

  @Test
  void restoresLocals() {
    String text = "X=echo\nf() { local X=attic; g; }\ng() { $X push inside; }\nf\n$X push outside";
    assertThat(Shown.writes(text)).containsExactly("attic push inside");
  }

  @Test
  void givesChildrenWhatIsExported() {
    assertThat(Shown.writes("export X=attic; bash -c '$X push main'"))
        .containsExactly("attic push main");
    assertThat(Shown.writes("X=attic bash -c '$X push main'")).containsExactly("attic push main");
  }

  @Test
  void takesWindowsLines() {
    assertThat(Shown.writes("if [ -n \"$A\" ]; then\r\n  attic push main\r\nfi\r\n"))
        .containsExactly("attic push main");
    assertThat(Shown.analysis("cat <<EOF\r\nattic push\r\nEOF\r\na\r\n").troubles()).isEmpty();
  }

  @Test
  void readsTheStandardInputOfACommand() {
    Invocation tool = Shown.analysis("python3 - <<EOF\nimport x\nEOF").invocations().get(0);
    Word input = tool.input();
    assertThat(input == null ? null : input.literal()).isEqualTo("import x\n");
  }
}
