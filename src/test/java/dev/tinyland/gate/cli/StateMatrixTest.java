package dev.tinyland.gate.cli;

import static dev.tinyland.gate.cli.S3Says.CONFIRM;
import static dev.tinyland.gate.cli.S3Says.HEAD;
import static dev.tinyland.gate.cli.S3Says.LIST;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tinyland.gate.lab.Lab;
import dev.tinyland.gate.runtime.s3.FaultServer;
import dev.tinyland.gate.runtime.s3.FaultServer.Fault;
import dev.tinyland.gate.testing.CommandRun;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every row of the evidence matrix of the page, made over sockets and asked by the command. */
class StateMatrixTest {
  private static final Path PAGE = Path.of("docs/checks/verdicts.md");
  private static final String ROOT = "/data";
  private static final String DATA = "/data/tofu-state";
  private static final String METADATA = "/data/.rustfs.sys/buckets/tofu-state";

  private static final Fault NOTHING = (request, out) -> false;
  private static final Fault NOT_LISTED = S3Says.noBuckets("rustfs", "");
  private static final Fault NO_HEAD = S3Says.error(HEAD, 404, "");
  private static final Fault CONFIRMED = S3Says.error(CONFIRM, 404, "NoSuchBucket");
  private static final Fault ABSENT = S3Says.all(NO_HEAD, CONFIRMED);
  private static final Fault LOST = S3Says.all(NOT_LISTED, ABSENT);

  @TempDir static Path place;
  private static Lab lab;

  /**
   * A row.
   *
   * @param row its first four cells
   * @param missing what {@code test -d} does not find
   */
  record Row(String row, Fault fault, List<String> missing, boolean strict, String line, int code) {
    @Override
    public String toString() {
      return row + (strict ? ", markers asked for" : "");
    }
  }

  @BeforeAll
  static void start() throws Exception {
    lab = Lab.start(place.resolve("lab"));
  }

  @AfterAll
  static void stop() throws IOException {
    lab.close();
  }

  private static Row row(String row, Fault fault, List<String> missing, String line, int code) {
    return new Row(row, fault, missing, true, line, code);
  }

  private static Fault onTheSecondLook() {
    AtomicInteger lists = new AtomicInteger();
    return (request, out) ->
        LIST.test(request) && lists.incrementAndGet() == 2 && NOT_LISTED.answers(request, out);
  }

  private static Fault page() {
    return (request, out) -> {
      if (!LIST.test(request)) {
        return false;
      }
      out.write(FaultServer.page(200));
      return true;
    };
  }

  static List<Row> rows() {
    List<String> both = List.of(DATA, METADATA);
    List<String> disk = List.of(ROOT);
    Fault denied = S3Says.error(LIST, 403, "AccessDenied");
    Fault broken = S3Says.error(HEAD, 500, "");
    return List.of(
        row("yes | 200 | yes | yes", NOTHING, List.of(), "proven  coherent ", 0),
        row("yes | 200 | one or both not seen |", NOTHING, disk, "undecided  coherent-api-only", 3),
        new Row(
            "yes | 200 | one or both not seen |",
            NOTHING,
            disk,
            false,
            "proven  coherent-api-only",
            0),
        row(
            "yes | 200 | not missing | missing",
            NOTHING,
            List.of(METADATA),
            "refuted  metadata-marker-missing",
            1),
        row("yes | 200 | missing | -", NOTHING, List.of(DATA), "refuted  disk-view-mismatch", 1),
        row("no | 404 | yes | -", LOST, List.of(), "refuted  bucket-index-divergence", 1),
        row("no | 404 | missing | yes", LOST, List.of(DATA), "refuted  data-lost-metadata-left", 1),
        row("no | 404 | missing | missing", LOST, both, "refuted  lost ", 1),
        row("no | 404 | one that matters not seen |", LOST, disk, "refuted  absent-unconfirmed", 1),
        row(
            "not had | 404 | - | -",
            S3Says.all(
                S3Says.noBuckets("rustfs", "<ContinuationToken>t</ContinuationToken>"), ABSENT),
            List.of(),
            "refuted  absent-unconfirmed",
            1),
        row(
            "no | 404, no GET confirms it | - | -",
            S3Says.all(NOT_LISTED, NO_HEAD, S3Says.error(CONFIRM, 404, "NoSuchKey")),
            List.of(),
            "undecided  absent-unconfirmed",
            3),
        row("no | 200 | - | -", NOT_LISTED, List.of(), "refuted  list-incomplete", 1),
        row(
            "yes | 404, confirmed or not | - | -",
            ABSENT,
            List.of(),
            "refuted  head-divergence",
            1),
        row(
            "- | 404, but a GET finds it | - | -",
            NO_HEAD,
            List.of(),
            "refuted  head-divergence",
            1),
        row("- | 403 | - | -", S3Says.error(HEAD, 403, ""), List.of(), "undecided  credentials", 3),
        row(
            "names no owner | - | - | -",
            S3Says.noBuckets("anonymous", ""),
            List.of(),
            "undecided  credentials/anonymous",
            3),
        row(
            "403 | 200, or 404 unconfirmed | - | -",
            denied,
            List.of(),
            "undecided  credentials-scope",
            3),
        row(
            "403 | 404 | - | -",
            S3Says.all(denied, ABSENT),
            List.of(),
            "refuted  credentials-scope",
            1),
        row(
            "one of them 5xx | | yes | -",
            broken,
            List.of(),
            "refuted  backend-error/divergence-suspected",
            1),
        row("one of them 5xx | | no, or not seen | -", broken, disk, "refuted  backend-error ", 1),
        row(
            "one of them not from an S3 server | | - | -",
            page(),
            List.of(),
            "undecided  unreachable/not-s3",
            3),
        row(
            "one of them without an answer | | - | -",
            (request, out) -> LIST.test(request),
            List.of(),
            "undecided  unreachable",
            3),
        row(
            "two samples contradict each other | | - | -",
            onTheSecondLook(),
            List.of(),
            "refuted  flapping",
            1),
        row(
            "all well, and the workload restarted | | - | -",
            restarting(),
            List.of(),
            "refuted  coherent-after-restart",
            1));
  }

  private static Fault restarting() {
    AtomicInteger lists = new AtomicInteger();
    return (request, out) -> {
      if (LIST.test(request) && lists.incrementAndGet() == 2) {
        lab.pod().restart();
      }
      return false;
    };
  }

  @ParameterizedTest
  @MethodSource("rows")
  void comes_to_its_class(Row row) {
    lab.s3Fault(row.fault());
    row.missing().forEach(path -> lab.claim(path, false));
    List<String> arguments =
        new ArrayList<>(List.of("tofu-state-authority-deep-check", "attic", "--pause=0s"));
    if (row.strict()) {
      arguments.add("--strict-disk-markers");
    }
    try {
      CommandRun run =
          CommandRun.in(
              lab.environment(), InputStream.nullInputStream(), arguments.toArray(new String[0]));
      assertThat(run.out()).contains(row.line());
      assertThat(run.code()).as(run.out()).isEqualTo(row.code());
    } finally {
      lab.s3Fault(NOTHING);
      row.missing().forEach(path -> lab.claim(path, true));
    }
  }

  @Test
  void every_row_of_the_page_is_tried() throws IOException {
    Set<String> onPage = new LinkedHashSet<>();
    try (Stream<String> lines = Files.lines(PAGE)) {
      lines
          .dropWhile(line -> !line.startsWith("| list | head |"))
          .skip(2)
          .takeWhile(line -> line.startsWith("|"))
          .forEach(line -> {
            List<String> cells = cells(line);
            String row = String.join(" | ", cells.subList(0, 4)).replace("  ", " ").strip();
            onPage.add(row);
            assertThat(rows())
                .as(line)
                .anyMatch(tried ->
                    tried.row().equals(row)
                        && line.contains("`" + tried.line().strip().split("  ")[1].strip())
                        && cells.getLast().contains(tried.line().strip().split("  ")[0]));
          });
    }
    assertThat(onPage).hasSizeGreaterThan(20);
    assertThat(rows()).extracting(Row::row).allMatch(onPage::contains);
  }

  private static List<String> cells(String line) {
    List<String> cells = new ArrayList<>();
    for (String cell : line.substring(1, line.lastIndexOf('|')).split("\\|", -1)) {
      cells.add(cell.strip());
    }
    return cells;
  }
}
