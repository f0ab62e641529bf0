package dev.tinyland.gate.lint.shell;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The conditions that dominate a command. */
class GuardsTest {
  /** A script, with {@code \n} for line breaks, and the guards of its one push. */
  @ParameterizedTest
  @CsvSource(
      delimiterString = "=>",
      quoteCharacter = '~',
      value = {
        // Tests.
        "if [ -n \"$T\" ]; then P; fi => !empty($T)",
        "if [ \"$T\" ]; then P; fi => !empty($T)",
        "if [ -z \"$T\" ]; then P; fi => empty($T)",
        "if [ ! -n \"$T\" ]; then P; fi => empty($T)",
        "if ! [ -n \"$T\" ]; then P; fi => empty($T)",
        "if test -n \"$T\"; then P; fi => !empty($T)",
        "if [[ $T ]]; then P; fi => !empty($T)",
        "if [[ -n $T ]]; then P; fi => !empty($T)",
        "if [ \"$A\" = b ]; then P; fi => $A=b",
        "if [ \"$A\" == \"b c\" ]; then P; fi => $A=b c",
        "if [ b = \"$A\" ]; then P; fi => $A=b",
        "if [ \"$A\" != b ]; then P; fi => !$A=b",
        "if [ \"x$A\" = xb ]; then P; fi => $A=b",
        "if [ \"x$A\" = x ]; then P; fi => empty($A)",
        "if [ \"$A\" = '' ]; then P; fi => empty($A)",
        "if [[ $A == refs/tags/* ]]; then P; fi => $A~refs/tags/*",
        "if [[ $A != refs/tags/* ]]; then P; fi => !$A~refs/tags/*",
        "if [[ $A == \"refs/*\" ]]; then P; fi => $A=refs/*",
        "if [[ $A =~ ^refs/heads/main$ ]]; then P; fi => $A=refs/heads/main",
        "if [[ $A =~ ^refs/tags/ ]]; then P; fi => $A~refs/tags/*",
        "if [[ $A =~ ^v[0-9]+ ]]; then P; fi => <$A =~ ^v[0-9]+>",
        "if [ -f x ]; then P; fi => <-f x>",
        "if [ 1 -eq \"$A\" ]; then P; fi => <1 -eq $A>",
        "if [ \"$A\" = b -a -n \"$C\" ]; then P; fi => ($A=b & !empty($C))",
        "if [ \"$A\" = b -o -n \"$C\" ]; then P; fi => ($A=b | !empty($C))",
        "if [[ $A == b && -n $C ]]; then P; fi => ($A=b & !empty($C))",
        "if [[ $A == b || ( $C == d && ! $E == f ) ]]; then P; fi => ($A=b | ($C=d & !$E=f))",
        "if [ \"${{ github.ref }}\" = b ]; then P; fi => ${{ github.ref }}=b",
        "if [ \"${T:-}\" = b ]; then P; fi => ${T:-}=b",
        "if [ \"${R#refs/heads/}\" = main ]; then P; fi => ${R#refs/heads/}=main",
        // Fixed conditions.
        "if true; then P; fi => ~~",
        "if false; then P; fi => never",
        "if [ a = b ]; then P; fi => never",
        "if [ a = a ]; then P; fi => ~~",
        "if [[ main == m* ]]; then P; fi => ~~",
        "if [ ]; then P; fi => never",
        "exit 0\\nP => never",
        "return\\nP => never",
        "exec foo\\nP => never",
        // Unquoted operands can vanish, and then the test says something else.
        "if [ -n $T ]; then P; fi => ~~",
        "if [ -n ${{ secrets.T }} ]; then P; fi => ~~",
        "if [ -z $T ]; then P; fi => empty($T)",
        "if [ $A = b ]; then P; fi => $A=b",
        "if [ $A != b ]; then exit; fi\\nP => ~~",
        "if [ $A = b -a $C = d ]; then P; fi => <$A = b -a $C = d>",
        // Branches.
        "if [ -n \"$T\" ]; then :; else P; fi => empty($T)",
        "if [ \"$A\" = b ]; then :; elif [ \"$C\" = d ]; then P; fi => !$A=b, $C=d",
        "if [ \"$A\" = b ]; then :; elif [ \"$C\" = d ]; then :; else P; fi => !$A=b, !$C=d",
        "if [ -n \"$A\" ] && [ -n \"$B\" ]; then P; fi => (!empty($A) & !empty($B))",
        "if [ -n \"$A\" ] || [ -n \"$B\" ]; then P; fi => (!empty($A) | !empty($B))",
        "if a; then P; fi => <a>",
        "if a | grep -q b; then P; fi => <grep -q b>",
        "x | if [ -n \"$A\" ]; then xargs attic push c; fi => !empty($A)",
        "case $A in b) P;; esac => $A=b",
        "case $A in b|c) P;; esac => ($A=b | $A=c)",
        "case $A in b) ;; c*) P;; esac => !$A=b, $A~c*",
        "case $A in b) ;; *) P;; esac => !$A=b",
        "case $A in [a-z]*) P;; esac => <$A matches [a-z]*>",
        "case $A in b) x;& c) P;; esac => ($A=c | $A=b)",
        "while [ -n \"$A\" ]; do P; done => !empty($A)",
        "until [ -n \"$A\" ]; do P; done => empty($A)",
        // Lists.
        "[ -n \"$T\" ] && P => !empty($T)",
        "[ -z \"$T\" ] || P => !empty($T)",
        "[ -n \"$A\" ] && [ -n \"$B\" ] && P => (!empty($A) & !empty($B))",
        "a && P => <a>",
        "a || P => !<a>",
        "a || true; P => ~~",
        "[ -n \"$A\" ] && { P; } => !empty($A)",
        "$PUSH && P => !$PUSH=false",
        "$PUSH || P => !$PUSH=true",
        "if ${{ inputs.push }}; then P; fi => !${{ inputs.push }}=false",
        // Early ends.
        "[ -z \"$T\" ] && exit 0\\nP => !empty($T)",
        "[ -n \"$T\" ] || exit 0\\nP => !empty($T)",
        "if [ -z \"$T\" ]; then echo; exit 0; fi\\nP => !empty($T)",
        "if [ -z \"$T\" ]; then exit; else :; fi\\nP => !empty($T)",
        "if [ -n \"$T\" ]; then :; else exit; fi\\nP => !empty($T)",
        "if a; then exit; fi\\nP => !<a>",
        "case $A in main) ;; *) exit 1;; esac\\nP => $A=main",
        "{ [ -n \"$T\" ] || exit; }\\nP => !empty($T)",
        "( [ -n \"$T\" ] || exit )\\nP => ~~",
        "[ -z \"$T\" ] && exit | cat\\nP => ~~",
        "for x in $L; do [ -z \"$x\" ] && exit; done\\nP => ~~",
        ": \"${T:?no token}\"\\nP => !empty($T)",
        ": ${T:?}\\nP => !empty($T)",
        // Under errexit a test on its own must hold.
        "[ -n \"$T\" ]\\nP => !empty($T)",
        "test \"$A\" = b\\nP => $A=b",
        "[[ $A == b ]]\\nP => $A=b",
        "! [ -n \"$T\" ]\\nP => ~~",
        "a\\nP => ~~",
        "set +e\\n[ -n \"$T\" ]\\nP => ~~",
        "set +e\\nset -e\\n[ -n \"$T\" ]\\nP => !empty($T)",
        "set +o errexit\\n[ -n \"$T\" ]\\nP => ~~",
        "a && [ -n \"$T\" ]\\nP => (!<a> | !empty($T))",
        "if [ -n \"$T\" ]; x; then P; fi => <x>",
        "[ -n \"$T\" ] | cat\\nP => ~~",
        // Functions.
        "f() { [ -z \"$T\" ] && return; P; }\\nf => !empty($T)",
        "f() { [ -z \"$T\" ] && return; :; }\\nf; P => ~~",
        "f() { [ -z \"$T\" ] && exit; :; }\\nf; P => !empty($T)",
        "ok() { [ \"$A\" = b ]; }\\nif ok; then P; fi => $A=b",
        "ok() { if [ \"$A\" = b ]; then return 0; fi; return 1; }\\nif ok; then P; fi => $A=b",
        "ok() { [ \"$A\" = \"$1\" ]; }\\nok b && P => $A=b",
        "f() { P; }\\n[ -n \"$T\" ] && f => !empty($T)",
        // Values and what they depend on.
        "X=no\\nif [ \"$E\" = push ]; then X=yes; fi\\nif [ $X = yes ]; then P; fi => $E=push",
        "[ \"$E\" = push ] && X=yes || X=no\\n[ $X = yes ] && P => $E=push",
        "X=$E\\nif [ \"$X\" = push ]; then P; fi => $E=push",
        "X=b\\nif [ \"$X\" = push ]; then P; fi => never",
        "X=$(a)\\nif [ \"$X\" = push ]; then P; fi => <$(…) = push>",
        "read X\\nif [ \"$X\" = push ]; then P; fi => <$X = push>",
        ". ./env\\nif [ \"$X\" = push ]; then P; fi => <$X = push>",
        "eval \"$Y\"\\nif [ \"$X\" = push ]; then P; fi => <$X = push>",
        ": \"${C:=attic-ci}\"\\nif [ -n \"$C\" ]; then P; fi => !empty(${C:-attic-ci})",
        "unset A; if [ -n \"$A\" ]; then P; fi => never",
        "unset A; if [ \"${A-b}\" = b ]; then P; fi => ~~",
        "X=main; if [ \"$R\" = \"refs/heads/$X\" ]; then P; fi => $R=refs/heads/main",
        "case $E in push) M=w;; *) exit 0;; esac\\n[ \"$M\" = w ] && P => $E=push",
        // Substitutions do not see errexit; a subshell does.
        "( [ -n \"$T\" ]; P ) => !empty($T)",
        "x=$( [ -n \"$T\" ]; P ) => ~~",
      })
  void dominatesThePush(String script, String guards) {
    String text = script.replace("\\n", "\n").replaceAll("\\bP\\b", "attic push m");
    ShellAnalysis analysis = Shown.analysis(text);
    assertThat(analysis.troubles()).as(text).isEmpty();
    assertThat(Shown.guards(analysis)).as(text).isEqualTo(guards);
  }

  @Test
  void staysWithoutErrexit() {
    Options options = Options.DEFAULT.withErrexit(false);
    Script script = Script.parse("[ -n \"$T\" ]\nattic push m");
    assertThat(Shown.guards(ShellAnalysis.of(script, options))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "if [ -n \"$T\" ]; then attic push m",
        "[ -n \"$T\" ] && attic push m\nfi",
        "if [ -n \"$T\" ]; then attic push m; fi; echo \"",
      })
  void saysNothingWhereTheScriptIsBroken(String text) {
    ShellAnalysis analysis = Shown.analysis(text);
    assertThat(analysis.troubles()).isNotEmpty();
    assertThat(Shown.writes(analysis)).isNotEmpty();
    assertThat(Shown.guards(analysis)).isEmpty();
  }

  @Test
  void namesThePlaceOfAnOpaqueCondition() {
    String text = "if command -v attic > /dev/null; then attic push m; fi";
    ShellCondition guard =
        Shown.analysis(text).invocations().stream()
            .filter(one -> "push".equals(one.literal(1)))
            .findFirst()
            .orElseThrow()
            .guards()
            .get(0);
    assertThat(guard).isEqualTo(new ShellCondition.Opaque("command -v attic > /dev/null", 3, 31));
  }

  @Test
  void keepsTheNumberOfGuardsBounded() {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < 1000; i++) {
      text.append("[ -n \"$A").append(i).append("\" ] || exit\n");
    }
    ShellAnalysis analysis = Shown.analysis(text + "attic push m");
    int last = analysis.invocations().size() - 1;
    assertThat(analysis.invocations().get(last).guards()).hasSizeBetween(10, 60);
  }
}
