package dev.tinyland.gate.lint.surface;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tinyland.gate.lint.Lints;
import dev.tinyland.gate.report.Report;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which commands of a script write, and which only look like it. */
class CommandsTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        // The client itself, with its own options, by path and through a variable.
        "attic push main ./result",
        "attic --config x push main ./result",
        "attic watch-store main &",
        "nohup attic watch-store main > /dev/null 2>&1 &",
        "celler push main result",
        "/nix/store/abc-attic-client/bin/attic push main x",
        "result-client/bin/attic push main x",
        "\"$HOME/.nix-profile/bin/attic\" push main x",
        "attic='nix run .#attic --'\n$attic push main x",
        "ssh host attic push main x",
        "limactl shell nixos attic push main x",
        "attic=(nix run .#attic-client --)\n\"${attic[@]}\" watch-store main",
        // Run by nix.
        "nix run nixpkgs#attic-client -- push main x",
        "nix run .#attic -- push main x",
        "nix run \"github:nixos/nixpkgs/nixos-unstable#attic-client\" -- push main x",
        "nix run --inputs-from . attic -- push main x",
        "nix run github:zhaofengli/attic -- push main x",
        "nix shell nixpkgs#attic-client -c attic push main x",
        "nix shell nixpkgs#attic-client --command attic push main x",
        "nix develop .#ci -c attic push main x",
        "nix develop -c \\\n  attic push main x",
        "nix-shell -p attic-client --run 'attic push main x'",
        // Behind other commands.
        "nix path-info -r ./result | xargs attic push main",
        "nix path-info | xargs -n 10 -r attic push main",
        "ls | xargs -I{} attic push main {}",
        "find . -name 'r*' -exec attic push main {} \\;",
        "parallel attic push main ::: a b",
        "sudo -E attic push main x",
        "env A=b attic push main x",
        "A=b attic push main x",
        "timeout 600 attic push main x",
        "nice -n 5 ionice attic push main x",
        "time attic push main x",
        "exec attic push main x",
        "command attic push main x",
        "! attic push main x",
        "if attic push main x; then echo; fi",
        "until attic push main x; do sleep 1; done",
        "for p in a b; do attic push main $p; done",
        "(cd x && attic push main x)",
        "{ attic push main x; }",
        "attic push main x || true",
        "attic push main x 2>&1 | tee log",
        "bash -c 'attic push main x'",
        "sh -ec \"attic push main x\"",
        "bash <<'EOF'\nattic push main x\nEOF",
        "echo \"$(attic push main x)\"",
        "eval 'attic push main x'",
        "push() { attic push main \"$@\"; }\npush x",
        "withattic() { \"$@\"; }\nwithattic attic push main x",
        "c='attic push main'\n$c x",
        "bash -c \"$C\"\n",
        // Past the client.
        "curl -X PUT -T nar https://cache.example/_api/v1/upload-path",
        "curl -T nar -H 'X-Attic-Nar-Info: {}' https://cache.example/x",
        "nix copy --to 's3://attic?endpoint=rustfs' ./result",
        "nix copy ./result --to=s3://attic",
        "aws s3 cp nar s3://attic/nar",
        "aws --endpoint-url http://rustfs s3 sync ./cache s3://attic",
        "aws s3api put-object --bucket attic --key a --body b",
        "mc cp nar rustfs/attic/",
        "rclone copy ./cache rustfs:attic/nar",
        "s5cmd cp nar s3://attic/",
      })
  void it_writes(String script) {
    Report report = report(script);
    assertThat(report.surfaces()).as(script).isNotEmpty();
    assertThat(Lints.rules(report)).as(script).contains("attic-write-on-pull-request");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "nix copy --to https://nix-cache.tinyland.dev/main ./result",
        "nix copy --to http://attic.nix-cache.svc.cluster.local/main ./result",
        "nix copy --to https://nix-cache.tinyland.dev/main ./result",
        "ATTIC=$(which attic)\n$ATTIC push main x",
        "nix run nixpkgs#hello -- attic push",
        "attic \"$VERB\" main x",
        "$ATTIC push main x",
        "python3 -c 'import os; os.system(\"attic push main x\")'",
        "python3 - <<'EOF'\nsubprocess.run(['attic', 'push', 'main'])\nEOF",
        "docker run --rm nixos/nix nix run nixpkgs#attic-client -- push main x",
        "some-retry-tool 5 attic push main x",
      })
  void it_may_write(String script) {
    assertThat(Lints.rules(report(script))).as(script).contains("unknown-attic-writer");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "# attic push main result",
        "nix build # then attic push main",
        "echo \"Skipping attic push\"",
        "echo '::warning::ATTIC_TOKEN not set, skipping Attic push'",
        "printf '%s\\n' 'attic push main'",
        "cat <<EOF\nattic push main result\nEOF",
        "cat > README.md <<'EOF'\nRun attic push main result.\nEOF",
        "command -v attic",
        "which attic && attic --version",
        "attic cache info main",
        "attic login ci https://cache.example \"$TOKEN\"",
        "attic use main",
        "grep 'attic push' file",
        "grep -r attic . | grep push",
        "git commit -m 'attic push'",
        "cachix push main result",
        "cachix watch-store main",
        "git push origin attic",
        "nix copy --to s3://other-bucket x",
        "nix copy --to s3://attic-staging x",
        "nix copy --from s3://attic x",
        "nix copy --to ssh://builder x",
        "aws s3 cp s3://attic/nar ./nar",
        "aws s3 ls s3://attic",
        "aws s3api get-object --bucket attic --key a",
        "mc cp rustfs/attic/nar ./attic/nar",
        "cp x ./attic/",
        "rclone copy a rustfs:other/attic",
        "docker build -t attic .",
        "docker push ghcr.io/x/attic",
        "python3 -c 'print(1)' # attic push",
        "curl https://cache.example/_api/v1/cache-config/main",
        "nix build .#attic-client",
        "nix run nixpkgs#attic-client -- cache info main",
        "docker push attic",
        "alias attic=x; lattice push",
        "message='attic push main'\necho \"$message\"",
        "exit 0\nattic push main x",
        "if false; then attic push main x; fi",
      })
  void it_does_not_write(String script) {
    Report report = report(script);
    assertThat(report.findings()).as(script).isEmpty();
  }

  @Test
  void a_folded_scalar_joins_its_lines() {
    assertThat(Lints.writes(Lints.steps("- run: >\n    attic\n    push main x")))
        .containsExactly("attic push main x: push, pull_request");
  }

  @Test
  void the_place_is_that_of_the_command() {
    Report report = Lints.steps("- run: |\n    nix build\n    attic push main x");
    assertThat(report.findings()).hasSize(1);
    assertThat(report.findings().getFirst().span()).hasToString(".github/workflows/ci.yml:7:11");
  }

  private static Report report(String script) {
    return Lints.steps(
        "- run: |\n" + script.indent(4) + "  env:\n    C: attic push main x\n    TOKEN: x\n");
  }
}
