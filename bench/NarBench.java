import com.sun.net.httpserver.HttpServer;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Executors;

/**
 * Compares the NAR check with what a shell would do with the same bytes from the same server:
 * {@code curl | zstd -d | sha256sum}, and the same with {@code xz}.
 *
 * <p>{@code NarBench GATE WORK [--rounds N]}. The archive holds the modules of the JDK, real code
 * of which every JDK has as much, packed by the programs that are compared with.
 */
public final class NarBench {
  private static final int MIB = 20;
  private static final String HASH = "33333333333333333333333333333333";
  private static final String DIGITS = "0123456789abcdfghijklmnpqrsvwxyz";

  private NarBench() {}

  public static void main(String[] args) throws Exception {
    int rounds = option(args, "--rounds", 5);
    long bytes = (long) option(args, "--mib", 128) << MIB;
    Path gate = Path.of(args[0]);
    Path work = Files.createDirectories(Path.of(args[1]));
    Path nar = work.resolve("nar");
    String narHash = write(nar, bytes);
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext(
        "/",
        exchange -> {
          try (exchange) {
            Path file = work.resolve(exchange.getRequestURI().getPath().substring(1));
            exchange.sendResponseHeaders(200, Files.size(file));
            try (InputStream in = Files.newInputStream(file)) {
              in.transferTo(exchange.getResponseBody());
            }
          }
        });
    server.start();
    String origin = "http://127.0.0.1:" + server.getAddress().getPort() + "/";
    Files.writeString(work.resolve("nix-cache-info"), "StoreDir: /nix/store\n");
    for (String[] packer : List.of(new String[] {"zstd", "-8"}, new String[] {"xz", "-1"})) {
      String body = pack(nar, packer);
      Path folder = Files.createDirectories(work.resolve(packer[0]));
      Files.writeString(folder.resolve("nix-cache-info"), "StoreDir: /nix/store\n");
      Files.writeString(
          folder.resolve(HASH + ".narinfo"),
          "StorePath: /nix/store/%s-bench\nURL: ../%s\nCompression: %s\nNarHash: sha256:%s\nNarSize: %d\nReferences: \n"
              .formatted(HASH, body, packer[0], narHash, Files.size(nar))
              .replace("../", ""));
      Files.deleteIfExists(folder.resolve(body));
      Files.createLink(folder.resolve(body), work.resolve(body));
      String url = origin + packer[0];
      List<Measurement> all = new ArrayList<>();
      all.add(
          new Measurement(
              "curl | " + packer[0] + " -d | sha256sum",
              List.of(
                  "sh",
                  "-c",
                  "curl -s " + url + "/" + body + " | " + packer[0] + " -d | sha256sum")));
      all.add(new Measurement("gate", gate(gate, url)));
      run(all, rounds);
      print(packer[0], bytes, Files.size(work.resolve(body)), all);
    }
    server.stop(0);
    System.exit(0);
  }

  private static List<String> gate(Path gate, String url) {
    return List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "@" + gate.resolve("checks.options"),
        "-XX:AOTCache=" + gate.resolve("checks.aot"),
        "-cp",
        gate.resolve("lib/checks.jar").toString(),
        "dev.tinyland.gate.Main",
        "attic-nar-integrity-check",
        "--cache",
        url,
        "--store-hash",
        HASH);
  }

  /** Writes an archive of one file and returns its hash in base 32. */
  private static String write(Path nar, long length) throws IOException, NoSuchAlgorithmException {
    MessageDigest digest = MessageDigest.getInstance("SHA-256");
    Path modules = Path.of(System.getProperty("java.home"), "lib", "modules");
    try (OutputStream file = new BufferedOutputStream(Files.newOutputStream(nar));
        DigestOutputStream out = new DigestOutputStream(file, digest);
        Again in = new Again(modules)) {
      for (String word : List.of("nix-archive-1", "(", "type", "regular", "contents")) {
        text(out, word);
      }
      number(out, length);
      for (long left = length; left > 0; ) {
        byte[] part = in.read((int) Math.min(left, 1 << MIB));
        out.write(part);
        left -= part.length;
      }
      text(out, ")");
    }
    return base32(digest.digest());
  }

  private static int option(String[] args, String name, int otherwise) {
    for (int i = 0; i + 1 < args.length; i++) {
      if (args[i].equals(name)) {
        return Integer.parseInt(args[i + 1]);
      }
    }
    return otherwise;
  }

  /** A file from its beginning to its end, and again. */
  private static final class Again implements AutoCloseable {
    private final Path file;
    private InputStream in;

    Again(Path file) throws IOException {
      this.file = file;
      this.in = Files.newInputStream(file);
    }

    byte[] read(int most) throws IOException {
      byte[] part = in.readNBytes(most);
      if (part.length == 0) {
        in.close();
        in = Files.newInputStream(file);
        part = in.readNBytes(most);
      }
      return part;
    }

    @Override
    public void close() throws IOException {
      in.close();
    }
  }

  private static void text(OutputStream out, String text) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
    number(out, bytes.length);
    out.write(bytes);
    out.write(new byte[(8 - bytes.length % 8) % 8]);
  }

  private static void number(OutputStream out, long number) throws IOException {
    out.write(
        ByteBuffer.allocate(Long.BYTES).order(ByteOrder.LITTLE_ENDIAN).putLong(number).array());
  }

  /** Nix writes the last five bits first, of a number whose first byte is the lowest. */
  private static String base32(byte[] digest) {
    byte[] reversed = new byte[digest.length];
    for (int i = 0; i < digest.length; i++) {
      reversed[i] = digest[digest.length - 1 - i];
    }
    BigInteger number = new BigInteger(1, reversed);
    StringBuilder text = new StringBuilder();
    for (int at = (digest.length * 8 - 1) / 5; at >= 0; at--) {
      text.append(DIGITS.charAt(number.shiftRight(at * 5).intValue() & 31));
    }
    return text.toString();
  }

  private static String pack(Path nar, String... packer) throws IOException, InterruptedException {
    Path packed = nar.resolveSibling("nar." + packer[0]);
    Process process =
        new ProcessBuilder(packer[0], packer[1], "-c", nar.toString())
            .redirectOutput(packed.toFile())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    if (process.waitFor() != 0) {
      throw new UncheckedIOException(new IOException(packer[0] + " failed"));
    }
    return packed.getFileName().toString();
  }

  private static void run(List<Measurement> all, int rounds)
      throws IOException, InterruptedException {
    for (int round = 0; round <= rounds; round++) {
      for (Measurement measurement : all) {
        measurement.run();
        if (round == 0) {
          measurement.forget();
        }
      }
    }
  }

  private static void print(String name, long bytes, long packed, List<Measurement> all)
      throws IOException, InterruptedException {
    System.out.printf(
        Locale.ROOT, "%s, %d MiB packed as %d MiB%n", name, bytes >> MIB, packed >> MIB);
    Measurement shell = all.getFirst();
    for (Measurement row : all) {
      System.out.printf(
          Locale.ROOT,
          "%-28s median %7.0f ms, min %7.0f ms, throughput to the pipe's %.2f (median) %.2f (min), exit %d%n",
          row.name,
          row.median(),
          row.minimum(),
          shell.median() / row.median(),
          shell.minimum() / row.minimum(),
          row.exitCode());
    }
  }
}
