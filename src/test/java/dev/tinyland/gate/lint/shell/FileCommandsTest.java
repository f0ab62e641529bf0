package dev.tinyland.gate.lint.shell;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a script hands to later steps. */
class FileCommandsTest {
  @ParameterizedTest
  @CsvSource(
      delimiterString = "=>",
      quoteCharacter = '~',
      value = {
        "echo k=v >> $GITHUB_ENV => ENVIRONMENT k=v",
        "echo \"k=v\" >> \"$GITHUB_ENV\" => ENVIRONMENT k=v",
        "echo 'k=a b' >> ${GITHUB_ENV} => ENVIRONMENT k=a b",
        "echo k=v>>$GITHUB_OUTPUT => OUTPUT k=v",
        "echo k=v 1>> $GITHUB_OUTPUT => OUTPUT k=v",
        ">> $GITHUB_ENV echo k=v => ENVIRONMENT k=v",
        "echo k=v > $GITHUB_ENV => ENVIRONMENT k=v",
        "echo k=v >> ${{ github.output }} => OUTPUT k=v",
        "echo \"k=$X\" >> $GITHUB_ENV => ENVIRONMENT k=$X",
        "echo \"k=${{ inputs.x }}\" >> $GITHUB_ENV => ENVIRONMENT k=${{ inputs.x }}",
        "echo \"k=$(date)\" >> $GITHUB_ENV => ENVIRONMENT k=$(…)",
        "X=v; echo \"k=$X\" >> $GITHUB_ENV => ENVIRONMENT k=v",
        "F=$GITHUB_ENV; echo k=v >> \"$F\" => ENVIRONMENT k=v",
        "echo k= >> $GITHUB_ENV => ENVIRONMENT k=",
        "echo -e 'a=b\\\\nc=d' >> $GITHUB_ENV => ENVIRONMENT a=b; ENVIRONMENT c=d",
        "echo 'a=b\\nc=d' >> $GITHUB_ENV => ENVIRONMENT a=b; ENVIRONMENT c=d",
        "printf 'k=v\\\\n' >> $GITHUB_ENV => ENVIRONMENT k=v",
        "printf 'k=%s\\\\n' \"$x\" >> $GITHUB_ENV => ENVIRONMENT k=$x",
        "printf '%s=%s\\\\n' a b c d >> $GITHUB_ENV => ENVIRONMENT a=b; ENVIRONMENT c=d",
        "printf '%s\\\\n' k=v >> $GITHUB_ENV => ENVIRONMENT k=v",
        "printf '%s=1\\\\n' \"$NAME\" >> $GITHUB_ENV => ENVIRONMENT opaque",
        "echo k=v | tee -a $GITHUB_ENV => ENVIRONMENT k=v",
        "echo k=v | sudo tee -a \"$GITHUB_ENV\" > /dev/null => ENVIRONMENT k=v",
        "tee -a \"$GITHUB_ENV\" <<< k=v => ENVIRONMENT k=v",
        "{ echo a=b; echo c=d; } >> $GITHUB_ENV => ENVIRONMENT a=b; ENVIRONMENT c=d",
        "( echo a=b ) >> $GITHUB_ENV => ENVIRONMENT a=b",
        "f() { echo a=b; }\\nf >> $GITHUB_ENV => ENVIRONMENT a=b",
        "f() { echo \"$1=$2\" >> $GITHUB_ENV; }\\nf a b; f c d"
            + " => ENVIRONMENT a=b; ENVIRONMENT c=d",
        "for k in a b; do echo $k=1; done >> $GITHUB_ENV => ENVIRONMENT a=1; ENVIRONMENT b=1",
        "while read k; do echo $k=1; done >> $GITHUB_ENV => ENVIRONMENT opaque if <read k>",
        "cat >> $GITHUB_ENV <<EOF\\na=b\\nc=$X\\nEOF => ENVIRONMENT a=b; ENVIRONMENT c=$X",
        "cat <<'EOF' >> $GITHUB_ENV\\na=$b\\nEOF => ENVIRONMENT a=$b",
        "cat <<EOF | tee -a $GITHUB_ENV\\na=b\\nEOF => ENVIRONMENT a=b",
        "echo \"k<<EOF\" >> $GITHUB_ENV; x >> $GITHUB_ENV; echo EOF >> $GITHUB_ENV"
            + " => ENVIRONMENT k=?",
        "{ echo 'k<<EOF'; cat f; echo EOF; echo a=b; } >> $GITHUB_ENV"
            + " => ENVIRONMENT k=?; ENVIRONMENT a=b",
        "echo 'k<<EOF' >> $GITHUB_ENV; x >> $GITHUB_ENV => ENVIRONMENT k=?; ENVIRONMENT opaque",
        "D=$(uuid); { echo \"k<<$D\"; x; echo \"$D\"; } >> $GITHUB_ENV => ENVIRONMENT k=?",
        "bash -c 'echo k=v >> $GITHUB_ENV' => ENVIRONMENT k=v",
        "bash -c 'echo k=v' >> $GITHUB_ENV => ENVIRONMENT k=v",
        "exec >> $GITHUB_ENV; echo k=v => ENVIRONMENT k=v",
        "echo /opt/bin >> $GITHUB_PATH => PATH null=/opt/bin",
        "echo \"$HOME/bin\" >> $GITHUB_PATH => PATH null=$HOME/bin",
        // What cannot be read.
        "cat file >> $GITHUB_ENV => ENVIRONMENT opaque",
        "jq -r x f >> $GITHUB_OUTPUT => OUTPUT opaque",
        "env | grep A >> $GITHUB_ENV => ENVIRONMENT opaque",
        "echo \"$LINE\" >> $GITHUB_ENV => ENVIRONMENT opaque",
        "cp x $GITHUB_ENV => ENVIRONMENT opaque",
        "x | tee -a $GITHUB_ENV => ENVIRONMENT opaque",
        "./script.sh >> $GITHUB_ENV => ENVIRONMENT opaque",
        "bash script.sh >> $GITHUB_ENV => ENVIRONMENT opaque",
        "python3 -c 'open(os.environ[\"GITHUB_ENV\"])' => ENVIRONMENT opaque",
        "python3 - <<'EOF'\\nos.environ[\"GITHUB_OUTPUT\"]\\nEOF => OUTPUT opaque",
        "exec 3>> $GITHUB_ENV => ENVIRONMENT opaque",
        // What is none of them.
        "echo k=v >> file => ~~",
        "echo k=v => ~~",
        "echo \"k=v >> $GITHUB_ENV\" => ~~",
        "cat $GITHUB_ENV => ~~",
        "echo x >> $GITHUB_STEP_SUMMARY => ~~",
        "{ echo k=v >&2; } >> $GITHUB_ENV => ~~",
        "{ echo k=v > other; } >> $GITHUB_ENV => ~~",
        "[ -f \"$GITHUB_ENV\" ] && true => ~~",
        "# echo k=v >> $GITHUB_ENV => ~~",
        "echo hello >> $GITHUB_ENV => ~~",
        // Guards.
        "[ -n \"$T\" ] && echo k=v >> $GITHUB_ENV => ENVIRONMENT k=v if !empty($T)",
        "if [ -n \"$T\" ]; then echo k=true; else echo k=false; fi >> $GITHUB_ENV"
            + " => ENVIRONMENT k=true if !empty($T); ENVIRONMENT k=false if empty($T)",
      })
  void readsWrites(String script, String expected) {
    String text = script.replace("\\\\n", "\0").replace("\\n", "\n").replace("\0", "\\n");
    assertThat(String.join("; ", Shown.files(text))).as(text).isEqualTo(expected);
  }

  @Test
  void pointsAtTheCommand() {
    String text = "a\necho k=v >> $GITHUB_ENV\n";
    FileCommandWrite write = FileCommands.of(Script.parse(text), Options.DEFAULT).get(0);
    assertThat(text.substring(write.start(), write.end())).isEqualTo("echo k=v >> $GITHUB_ENV");
    assertThat(write.kind()).isEqualTo(FileKind.ENVIRONMENT);
    assertThat(write.key()).isEqualTo("k");
  }
}
