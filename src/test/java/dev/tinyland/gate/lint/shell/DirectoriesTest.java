package dev.tinyland.gate.lint.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** In which folders a command may run, and how often. */
class DirectoriesTest {
  private static List<Invocation> commands(String script) {
    List<Invocation> found = new ArrayList<>();
    for (Invocation invocation : Shown.analysis(script.replace("\\n", "\n")).invocations()) {
      if ("tofu".equals(invocation.command())) {
        found.add(invocation);
      }
    }
    assertThat(found).isNotEmpty();
    return found;
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = "=>",
      value = {
        "tofu => ''",
        "cd a && tofu => a",
        "cd a\\ncd b\\ntofu => a/b",
        "(cd a && tofu init)\\ntofu => ''",
        "cd a; cd /b; tofu => /b",
        "cd a; cd -; tofu => ''",
        "pushd a; popd; tofu => ''",
        "cd -P a; tofu => a",
        "cd \"$X/a\"; tofu => $X/a",
        "D=tofu/stacks; cd $D/attic; tofu => tofu/stacks/attic",
        "cd ${{ matrix.stack }}; tofu => ${{ matrix.stack }}",
        "cd; tofu => $PWD",
        "go() { cd a; }\\ngo\\ntofu => a",
        "bash -c 'cd a && tofu' => a",
        "bash -c 'cd a'; tofu => ''",
        "if x; then cd a; fi; tofu => 'a|'",
        "for s in a b; do cd d/$s; tofu; cd -; done => 'd/a|d/b'",
      })
  void where(String script, String folders) {
    List<String> shown = new ArrayList<>();
    for (Word folder : commands(script).getLast().directories()) {
      shown.add(folder.display());
    }
    assertThat(String.join("|", shown)).isEqualTo(folders);
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = "=>",
      value = {
        "tofu => NONE",
        "for s in a b; do tofu $s; done => EACH",
        "for f in *.tf; do tofu; done => EACH",
        "while read -r s; do tofu $s; done < list => EACH",
        "cat list | while IFS= read -r s || [ -n \"$s\" ]; do tofu $s; done => EACH",
        "for i in 1 2 3; do tofu; done => AGAIN",
        "for i in {1..3}; do tofu; done => AGAIN",
        "for i in $(seq 3); do tofu; done => AGAIN",
        "for ((i = 0; i < 3; i++)); do tofu; done => AGAIN",
        "until tofu; do sleep 1; done => AGAIN",
        "while true; do tofu && break; done => AGAIN",
        "for i in 1 2; do for s in a; do tofu; done; done => AGAIN",
        "for s in a; do until tofu; do :; done; done => AGAIN",
        "until ready; do sleep 1; done; tofu => NONE",
        "r() { while x; do \"$@\"; done; }\\nr tofu => AGAIN",
      })
  void how_often(String script, Invocation.Loop loop) {
    assertThat(commands(script)).extracting(Invocation::loop).containsOnly(loop);
  }
}
