package dev.tinyland.gate.lab;

import dev.tinyland.gate.runtime.cluster.ApiServer;
import dev.tinyland.gate.runtime.nar.CacheServer;
import dev.tinyland.gate.runtime.s3.FaultServer;
import dev.tinyland.gate.runtime.s3.StrictS3;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A state path on loopback: S3 over folders with the states of the protected stacks, the cluster of
 * the policy documents whose pod shows these very folders, and a binary cache with one path. It can
 * be broken by an {@link Incident}, and in other ways by the hooks.
 */
public final class Lab implements AutoCloseable {
  private static final String INCIDENT = "incident";

  private final Path incident;
  private final Path buckets;
  private final StrictS3 s3;
  private final FaultServer proxy;
  private final S3Incidents incidents;
  private final ApiServer api;
  private final LabPod pod = new LabPod();
  private final PodCommands commands;
  private final LabCache cache;
  private final Path kubeconfig;

  private Lab(Path folder) throws Exception {
    incident = folder.resolve(INCIDENT);
    buckets = folder.resolve("data");
    InstantSource clock = InstantSource.system();
    KubeApi objects =
        new KubeApi(KubeObjects.load(clock.instant()), pod, new LabLog(incident, clock));
    commands = new PodCommands(buckets, pod);
    incidents = new S3Incidents(incident, buckets);
    s3 = StrictS3.over(buckets);
    proxy = FaultServer.before(s3.uri());
    api = ApiServer.plain().otherwise(objects::answer).commands(commands::run);
    cache = new LabCache(incident);
    kubeconfig = folder.resolve("kubeconfig");
  }

  /**
   * Starts it, without an incident.
   *
   * @param folder for the buckets, which are made anew, the incident and the kubeconfig
   */
  public static Lab start(Path folder) throws Exception {
    Path root = Files.createDirectories(folder).toRealPath();
    empty(root.resolve("data"));
    Files.deleteIfExists(root.resolve(INCIDENT));
    Lab lab = new Lab(root);
    try {
      lab.fill();
    } catch (IOException | RuntimeException e) {
      lab.close();
      throw e;
    }
    return lab;
  }

  private void fill() throws IOException {
    s3.bucket(LabStates.BUCKET);
    s3.bucket("attic");
    for (Map.Entry<String, String> state : LabStates.all().entrySet()) {
      s3.object(LabStates.BUCKET, state.getValue(), LabStates.body(state.getKey()));
    }
    proxy.fault(incidents.before(proxy::pass));
    Files.writeString(
        kubeconfig,
        """
        apiVersion: v1
        kind: Config
        current-context: lab
        contexts:
        - name: lab
          context: {cluster: lab, user: lab, namespace: nix-cache}
        clusters:
        - name: lab
          cluster: {server: "SERVER"}
        users:
        - name: lab
          user: {token: TOKEN}
        """
            .replace("SERVER", api.url())
            .replace("TOKEN", KubeApi.TOKEN));
  }

  /** What the commands need to look at the lab, by the name of the variable. */
  public Map<String, String> environment() {
    Map<String, String> environment = new LinkedHashMap<>();
    environment.put("TOFU_BACKEND_S3_ENDPOINT", proxy.uri().toString());
    environment.put("TOFU_BACKEND_S3_REGION", "us-east-1");
    environment.put("TOFU_BACKEND_S3_ACCESS_KEY_ID", StrictS3.ACCESS_KEY);
    environment.put("TOFU_BACKEND_S3_SECRET_ACCESS_KEY", StrictS3.SECRET_KEY);
    environment.put("TOFU_BACKEND_S3_BUCKET", LabStates.BUCKET);
    environment.put("KUBECONFIG", kubeconfig.toString());
    environment.put("LAB_CACHE", cache.url());
    environment.put("LAB_STORE_HASH", cache.hash());
    environment.put("LAB_PUBLIC_KEY", cache.publicKey());
    return environment;
  }

  /** Whatever must never come out: keys, tokens and what stands in states and logs. */
  public static List<String> secrets() {
    return List.of(StrictS3.ACCESS_KEY, StrictS3.SECRET_KEY, KubeApi.TOKEN, LabStates.CANARY);
  }

  /** Turns an incident on; {@link Incident#NONE} turns it off. */
  public void incident(Incident other) throws IOException {
    other.writeTo(incident);
  }

  /** A fault of S3 that is asked before the incident; what it leaves, the incident gets. */
  public void s3Fault(FaultServer.Fault fault) {
    FaultServer.Fault usual = incidents.before(proxy::pass);
    proxy.fault((request, out) -> fault.answers(request, out) || usual.answers(request, out));
  }

  /** Has a request answered by the healthy server, for a fault that withholds what it says. */
  public byte[] carryOut(FaultServer.Request request) {
    try {
      return proxy.pass(request);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Method and path of each request to S3, in their order. */
  public List<String> s3Requests() {
    return proxy.requests();
  }

  /** What becomes of the pod. */
  public LabPod pod() {
    return pod;
  }

  /**
   * From now on {@code test} in the pod says this of a path, whatever is true.
   *
   * @param path in the pod, for example {@code /data/.rustfs.sys/buckets/attic}
   */
  public void claim(String path, boolean there) {
    commands.claim(path, there);
  }

  /** The API of the cluster: what a test puts on a path comes before the objects. */
  public ApiServer api() {
    return api;
  }

  /** The binary cache. */
  public CacheServer cache() {
    return cache.server();
  }

  /** The folder with a folder for each bucket, which the pod has as {@code /data}. */
  public Path buckets() {
    return buckets;
  }

  @Override
  public void close() throws IOException {
    incidents.close();
    cache.close();
    api.close();
    proxy.close();
    s3.close();
  }

  /** Makes the folder anew. */
  private static void empty(Path folder) throws IOException {
    if (Files.exists(folder)) {
      try (Stream<Path> files = Files.walk(folder)) {
        for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(file);
        }
      }
    }
    Files.createDirectories(folder);
  }
}
