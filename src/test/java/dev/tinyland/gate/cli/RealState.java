package dev.tinyland.gate.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.tinyland.gate.runtime.check.LastEvidence;
import dev.tinyland.gate.runtime.evidence.Sha256;
import dev.tinyland.gate.runtime.evidence.StateObjectEvidence;
import dev.tinyland.gate.testing.CommandRun;
import dev.tinyland.gate.testing.RealTool;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A state that the real tool wrote, with its lockfile, as the deep check sees it. What it is
 * written to is up to the class below.
 */
abstract class RealState {
  private static final String KEY = "disposable/terraform.tfstate";
  private static final String LOCK = KEY + ".tflock";
  private static final String SECRET = "canary-of-a-real-output";
  private static final Pattern SERIAL = Pattern.compile("\"serial\": (\\d+)");
  private static final Pattern LINEAGE = Pattern.compile("\"lineage\": \"([^\"]+)\"");

  @TempDir Path folder;

  /** For gate, {@code TOFU_BACKEND_S3_*} and the cluster. */
  abstract Map<String, String> environment();

  /** Of an object in the bucket of the environment; null where there is none. */
  abstract byte @Nullable [] read(String key) throws IOException;

  abstract void write(String key, byte[] body) throws IOException;

  private RealTool tool() throws IOException {
    Path program = RealTool.find();
    if (program == null) {
      System.err.println(
          getClass().getSimpleName() + ": SKIPPED, neither tofu nor terraform is on the PATH");
    }
    assumeTrue(program != null, "neither tofu nor terraform is on the PATH");
    Path configuration = Files.createDirectory(folder.resolve("tool"));
    Files.writeString(
        configuration.resolve("main.tf"),
        """
        terraform {
          backend "s3" {
            bucket                      = "BUCKET"
            key                         = "KEY"
            region                      = "us-east-1"
            endpoints                   = { s3 = "ENDPOINT" }
            use_path_style              = true
            use_lockfile                = true
            skip_credentials_validation = true
            skip_region_validation      = true
            skip_requesting_account_id  = true
            skip_metadata_api_check     = true
            skip_s3_checksum            = true
          }
        }
        variable "word" {}
        resource "terraform_data" "one" { input = var.word }
        output "secret" {
          value     = "SECRET"
          sensitive = true
        }
        """
            .replace("BUCKET", value("BUCKET"))
            .replace("KEY", KEY)
            .replace("ENDPOINT", value("ENDPOINT"))
            .replace("SECRET", SECRET));
    Files.writeString(
        folder.resolve("gate.yml"), "state:\n  stacks: { disposable: " + KEY + " }\n");
    return new RealTool(
        requireNonNull(program),
        configuration,
        Map.of(
            "AWS_ACCESS_KEY_ID", value("ACCESS_KEY_ID"),
            "AWS_SECRET_ACCESS_KEY", value("SECRET_ACCESS_KEY")));
  }

  private String value(String name) {
    return requireNonNull(environment().get("TOFU_BACKEND_S3_" + name));
  }

  private CommandRun check(String... more) {
    List<String> typed = new ArrayList<>(List.of("tofu-state-authority-deep-check", "disposable"));
    typed.addAll(List.of("--pause=0s", "--config", folder.resolve("gate.yml").toString()));
    typed.addAll(List.of(more));
    CommandRun run =
        CommandRun.in(environment(), InputStream.nullInputStream(), typed.toArray(new String[0]));
    assertThat(run.out() + run.err()).doesNotContain(SECRET);
    return run;
  }

  private static String first(Pattern pattern, String text) {
    Matcher matcher = pattern.matcher(text);
    assertThat(matcher.find()).as(text).isTrue();
    return matcher.group(1);
  }

  private static StateObjectEvidence.Body seen(Path bundle) throws IOException {
    return requireNonNull(LastEvidence.of(bundle).getFirst().body());
  }

  @Test
  void a_state_is_followed_through_its_life() throws Exception {
    RealTool tool = tool();
    tool.run("init", "-no-color", "-input=false");
    tool.run("apply", "-no-color", "-input=false", "-auto-approve", "-var=word=one");
    byte[] old = requireNonNull(read(KEY));
    String oldText = new String(old, UTF_8);
    assertThat(oldText).contains(SECRET);
    Path first = folder.resolve("first");
    CommandRun run = check("--evidence", first.toString());
    assertThat(run.code()).as(run.out() + run.err()).isZero();
    assertThat(run.out()).contains("proven  state-readable  state " + value("BUCKET") + "/" + KEY);
    assertThat(seen(first).serial()).isEqualTo(Long.parseLong(first(SERIAL, oldText)));
    assertThat(seen(first).lineageSha256())
        .isEqualTo(Sha256.of(first(LINEAGE, oldText).getBytes(UTF_8)));
    assertThat(seen(first).resources()).isEqualTo(1);

    tool.run("apply", "-no-color", "-input=false", "-auto-approve", "-var=word=two");
    byte[] fresh = requireNonNull(read(KEY));
    Path second = folder.resolve("second");
    CommandRun later = check("--last", first.toString(), "--evidence", second.toString());
    assertThat(later.code()).as(later.out() + later.err()).isZero();
    assertThat(requireNonNull(seen(second).serial()))
        .isGreaterThan(requireNonNull(seen(first).serial()));
    assertThat(seen(second).lineageSha256()).isEqualTo(seen(first).lineageSha256());

    write(KEY, old);
    CommandRun back = check("--last", second.toString());
    assertThat(back.code()).as(back.out()).isEqualTo(1);
    assertThat(back.out()).contains("refuted  serial-lower  state " + value("BUCKET") + "/" + KEY);
    write(KEY, fresh);

    held(tool, second);
    assertThat(read(LOCK)).isNull();
    assertThat(read(KEY)).isEqualTo(fresh);
  }

  /** While an apply asks for its approval it holds the lock, which is nothing for gate to touch. */
  private void held(RealTool tool, Path last) throws Exception {
    Process apply = tool.until("Enter a value:", "apply", "-no-color", "-var=word=three");
    try {
      byte[] lock = requireNonNull(read(LOCK));
      assertThat(new String(lock, UTF_8)).contains("OperationTypeApply");
      CommandRun run = check("--last", last.toString());
      assertThat(run.code()).as(run.out() + run.err()).isZero();
      assertThat(read(LOCK)).isEqualTo(lock);
      apply.getOutputStream().write("no\n".getBytes(UTF_8));
      apply.getOutputStream().close();
      apply.getInputStream().readAllBytes();
      assertThat(RealTool.end(apply)).isEqualTo(1);
    } finally {
      apply.destroyForcibly();
    }
  }
}
