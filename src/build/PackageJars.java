import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassFileVersion;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.ClassModel;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeTransform;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.jar.Attributes;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/**
 * Lays out the runnable program: a folder of jars that the JVM's start-up caches accept.
 *
 * <p>Maven runs it as a single source file: {@code java PackageJars.java TARGET LAYOUT GATE_JAR
 * CLASS_PATH CONTENT_TIME BUILD_TIME}. {@code TARGET} gets a copy of {@code LAYOUT} (JVM options,
 * training samples); {@code TARGET/lib} gets each jar of {@code CLASS_PATH} under its own name, as
 * published unless a lint loads it, and two jars to start from: {@code gate.jar} with the program,
 * whose manifest names what a lint may load, and {@code checks.jar}, which is a manifest and no
 * more and names {@code gate.jar} and all the others (docs/adr/0016). {@code TARGET/built} carries
 * the time at which the build began. The same input gives the same bytes and the same file times: a
 * cache made from these jars has to survive a copy into an image, and has to go when a byte
 * changes.
 *
 * <p>Class files are rewritten where the JVM could not cache them (docs/adr/0006): those older than
 * Java 6, and those that leave code to run time ({@link Desugaring}). Multi-release folders are
 * folded into their base. Entries are stored, not deflated, which is quicker to read and does not
 * depend on the zlib at hand.
 */
final class PackageJars {
  private static final int OLDEST_CACHEABLE = ClassFile.JAVA_6_VERSION;
  private static final int OUR_VERSION = ClassFile.JAVA_25_VERSION;
  private static final int OUR_RELEASE = 25;
  private static final String VERSIONS = "META-INF/versions/";
  private static final String SAMPLE = ".sample";
  private static final String GATE_JAR = "gate.jar";
  private static final String CHECKS_JAR = "checks.jar";
  private static final String CACHE = ".aot";

  /** No cache holds them: only a run that publishes loads them. */
  private static final List<String> OF_SERVICES =
      List.of("dev/tinyland/gate/artifact/", "dev/tinyland/gate/github/");

  /** The libraries that a lint loads. */
  private static final List<String> CACHED =
      List.of("picocli-", "snakeyaml-engine-", "jackson-core-", "commonmark-", "jspecify-");

  /**
   * Other libraries that the JVM could not cache, or not use from a cache that was moved, as it is
   * into the image: a package that its manifest seals is tied to where the jar was. What is not
   * rewritten stays as published.
   */
  private static final List<String> UNCACHEABLE = List.of("dec-", "xz-");

  /** What a lint needs besides to publish its report; what is left is for checks alone. */
  private static final List<String> OF_PUBLISHING =
      List.of("github-api-", "jackson-annotations-", "jackson-databind-", "commons-");

  private static final String MANIFEST = "META-INF/MANIFEST.MF";
  private static final List<String> KEPT_ATTRIBUTES =
      List.of(
          "Implementation-Title", "Implementation-Version", "Implementation-Vendor", "Main-Class");

  private PackageJars() {}

  public static void main(String[] args) throws IOException {
    if (args.length != 6) {
      throw new IllegalArgumentException(
          "expected TARGET LAYOUT GATE_JAR CLASS_PATH CONTENT_TIME BUILD_TIME");
    }
    Path target = Path.of(args[0]);
    FileTime contentTime = FileTime.from(Instant.parse(args[4]));
    FileTime buildTime = FileTime.from(Instant.parse(args[5]));

    Map<String, Map<String, byte[]>> jars = new LinkedHashMap<>();
    Map<Path, byte[]> files = new TreeMap<>();
    List<String> ofLint = new ArrayList<>();
    List<String> ofChecks = new ArrayList<>(List.of(GATE_JAR));
    for (Path jar : jarsOf(args[3])) {
      String name = jar.getFileName().toString();
      boolean cached = startsWithAny(name, CACHED);
      (cached || startsWithAny(name, OF_PUBLISHING) ? ofLint : ofChecks).add(name);
      if (cached || startsWithAny(name, UNCACHEABLE)) {
        jars.put(name, read(jar));
      } else {
        files.put(Path.of("lib", name), Files.readAllBytes(jar));
      }
    }
    jars.put(GATE_JAR, read(Path.of(args[2])));

    List<Path> known = new ArrayList<>(jarsOf(args[3]));
    known.add(Path.of(args[2]));
    ClassFile rewriter = rewriter(known);
    filesBelow(Path.of(args[1])).forEach((file, bytes) -> files.put(withoutSuffix(file), bytes));
    for (Map.Entry<String, Map<String, byte[]>> jar : jars.entrySet()) {
      List<String> classPath = jar.getKey().equals(GATE_JAR) ? ofLint : List.of();
      files.put(Path.of("lib", jar.getKey()), repack(jar.getValue(), classPath, rewriter));
    }
    files.put(Path.of("lib", CHECKS_JAR), repack(Map.of(), ofChecks, rewriter));

    if (replaceAll(target, files, contentTime)) {
      // The JVM compares only size and time of a jar, and both can be those of the build before.
      deleteCaches(target);
    }
    Path stamp = target.resolve("built");
    Files.write(stamp, new byte[0]);
    Files.setLastModifiedTime(stamp, buildTime);
  }

  private static boolean startsWithAny(String name, List<String> prefixes) {
    for (String prefix : prefixes) {
      if (name.startsWith(prefix)) {
        return true;
      }
    }
    return false;
  }

  /**
   * Samples carry a suffix in the sources, so that a lint of our own repository leaves them out.
   */
  private static Path withoutSuffix(Path file) {
    String name = file.toString();
    return name.endsWith(SAMPLE)
        ? Path.of(name.substring(0, name.length() - SAMPLE.length()))
        : file;
  }

  /** The jars of a class path, in its order; folders (our own classes) are left out. */
  private static List<Path> jarsOf(String classPath) {
    return Arrays.stream(classPath.split(File.pathSeparator))
        .map(Path::of)
        .filter(Files::isRegularFile)
        .toList();
  }

  private static byte[] repack(
      Map<String, byte[]> entries, List<String> classPath, ClassFile rewriter) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      store(zip, MANIFEST, manifest(entries.get(MANIFEST), classPath));
      for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
        String name = entry.getKey();
        byte[] content = entry.getValue();
        if (name.equals(MANIFEST)) {
          continue;
        }
        store(zip, name, isRewritten(name) ? upgrade(rewriter, name, content) : content);
      }
    }
    return bytes.toByteArray();
  }

  private static boolean isRewritten(String name) {
    return name.endsWith(".class") && !startsWithAny(name, OF_SERVICES);
  }

  /** The files of a jar, sorted by name; of a multi-release file the variant our release loads. */
  private static Map<String, byte[]> read(Path jar) throws IOException {
    Map<String, byte[]> entries = new TreeMap<>();
    Map<String, Integer> releases = new HashMap<>();
    try (ZipFile zip = new ZipFile(jar.toFile())) {
      for (ZipEntry entry : zip.stream().toList()) {
        String name = entry.getName();
        int release = 0;
        if (name.startsWith(VERSIONS) && !entry.isDirectory()) {
          int slash = name.indexOf('/', VERSIONS.length());
          release = Integer.parseInt(name.substring(VERSIONS.length(), slash));
          name = name.substring(slash + 1);
        }
        if (isUnused(name, entry)
            || release > OUR_RELEASE
            || release < releases.getOrDefault(name, 0)) {
          continue;
        }
        releases.put(name, release);
        try (InputStream in = zip.getInputStream(entry)) {
          entries.put(name, in.readAllBytes());
        }
      }
    }
    return entries;
  }

  private static boolean isUnused(String name, ZipEntry entry) {
    return entry.isDirectory()
        || name.equals("module-info.class")
        || name.startsWith("META-INF/maven/")
        || name.startsWith("OSGI-INF/");
  }

  private static byte[] manifest(byte[] old, List<String> classPath) throws IOException {
    Attributes before =
        old == null
            ? new Attributes()
            : new Manifest(new ByteArrayInputStream(old)).getMainAttributes();
    Manifest manifest = new Manifest();
    Attributes after = manifest.getMainAttributes();
    after.put(Attributes.Name.MANIFEST_VERSION, "1.0");
    for (String name : KEPT_ATTRIBUTES) {
      String value = before.getValue(name);
      if (value != null) {
        after.putValue(name, value);
      }
    }
    if (!classPath.isEmpty()) {
      after.put(Attributes.Name.CLASS_PATH, String.join(" ", classPath));
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    manifest.write(bytes);
    return bytes.toByteArray();
  }

  /** Knows the type hierarchy of all jars and of the JDK, which stack maps need. */
  private static ClassFile rewriter(List<Path> jars) throws IOException {
    List<URL> urls = new ArrayList<>();
    for (Path jar : jars) {
      urls.add(jar.toUri().toURL());
    }
    ClassLoader loader = new URLClassLoader(urls.toArray(URL[]::new), null);
    return ClassFile.of(
        ClassFile.StackMapsOption.GENERATE_STACK_MAPS,
        ClassFile.ClassHierarchyResolverOption.of(
            ClassHierarchyResolver.ofResourceParsing(loader)
                .orElse(ClassHierarchyResolver.defaultResolver())));
  }

  private static byte[] upgrade(ClassFile rewriter, String name, byte[] old) {
    ClassModel model = rewriter.parse(old);
    if (model.majorVersion() >= OLDEST_CACHEABLE) {
      byte[] desugared = Desugaring.apply(rewriter, old);
      // A class that cannot be rewritten stays as it is: it is slower to start, and right.
      return desugared == old || rewriter.verify(desugared).isEmpty() ? desugared : old;
    }
    ClassTransform version =
        (builder, element) -> {
          if (element instanceof ClassFileVersion) {
            builder.withVersion(OUR_VERSION, 0);
          } else {
            builder.with(element);
          }
        };
    ClassTransform code = ClassTransform.transformingMethodBodies(CodeTransform.ACCEPT_ALL);
    byte[] upgraded = rewriter.transformClass(model, code.andThen(version));
    verify(rewriter, name, upgraded);
    return upgraded;
  }

  private static void verify(ClassFile rewriter, String name, byte[] rewritten) {
    List<VerifyError> errors = rewriter.verify(rewritten);
    if (!errors.isEmpty()) {
      throw new IllegalStateException(name + " does not verify when rewritten", errors.get(0));
    }
  }

  private static void store(ZipOutputStream zip, String name, byte[] content) throws IOException {
    ZipEntry entry = new ZipEntry(name);
    CRC32 checksum = new CRC32();
    checksum.update(content);
    entry.setMethod(ZipEntry.STORED);
    entry.setSize(content.length);
    entry.setCompressedSize(content.length);
    entry.setCrc(checksum.getValue());
    // A local time: an instant would be written in the time zone of the machine.
    entry.setTimeLocal(LocalDateTime.of(1980, 1, 1, 0, 0));
    zip.putNextEntry(entry);
    zip.write(content);
    zip.closeEntry();
  }

  /** Writes what differs, removes what is not named, and says whether anything did. */
  private static boolean replaceAll(Path target, Map<Path, byte[]> files, FileTime time)
      throws IOException {
    boolean changed = false;
    for (Path old : filesBelow(target).keySet()) {
      if (old.getNameCount() > 1 && !files.containsKey(old)) {
        Files.delete(target.resolve(old));
        changed = true;
      }
    }
    for (Map.Entry<Path, byte[]> entry : files.entrySet()) {
      Path file = target.resolve(entry.getKey());
      if (!Files.exists(file) || !Arrays.equals(Files.readAllBytes(file), entry.getValue())) {
        Files.createDirectories(file.getParent());
        Files.write(file, entry.getValue());
        changed = true;
      }
      Files.setLastModifiedTime(file, time);
    }
    return changed;
  }

  private static void deleteCaches(Path target) throws IOException {
    for (Path file : filesBelow(target).keySet()) {
      if (file.toString().contains(CACHE)) {
        Files.delete(target.resolve(file));
      }
    }
  }

  /** Contents by relative path, sorted; nothing for a folder that is not there. */
  private static Map<Path, byte[]> filesBelow(Path folder) throws IOException {
    Map<Path, byte[]> files = new TreeMap<>();
    if (!Files.isDirectory(folder)) {
      return files;
    }
    try (Stream<Path> paths = Files.walk(folder)) {
      for (Path file : paths.filter(Files::isRegularFile).toList()) {
        files.put(folder.relativize(file), Files.readAllBytes(file));
      }
    }
    return files;
  }
}
