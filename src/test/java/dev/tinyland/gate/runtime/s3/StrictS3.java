package dev.tinyland.gate.runtime.s3;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import org.gaul.s3proxy.S3Proxy;
import org.gaul.s3proxy.auth.AuthenticationType;
import org.gaul.s3proxy.nio2blob.FilesystemNio2BlobStore;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.sync.RequestBody;

/** A real S3 server over a folder that checks every signature: S3Proxy, within this JVM. */
public final class StrictS3 implements AutoCloseable {
  public static final String ACCESS_KEY = "canary-access-key-5f1c";
  public static final String SECRET_KEY = "canary-secret-key-9d2e";

  private final S3Proxy proxy;
  private final Path folder;

  private StrictS3(S3Proxy proxy, Path folder) {
    this.proxy = proxy;
    this.folder = folder;
  }

  public static StrictS3 over(Path folder) throws Exception {
    S3Proxy proxy =
        S3Proxy.builder()
            .endpoint(URI.create("http://127.0.0.1:0"))
            .awsAuthentication(AuthenticationType.AWS_V4, ACCESS_KEY, SECRET_KEY)
            .blobStore(new FilesystemNio2BlobStore(folder.toString()))
            .build();
    proxy.start();
    return new StrictS3(proxy, folder);
  }

  public URI uri() {
    return URI.create("http://127.0.0.1:" + proxy.getPort());
  }

  public void bucket(String name) throws IOException {
    Files.createDirectories(folder.resolve(name));
  }

  public void object(String bucket, String key, byte[] body) {
    try (S3Access access = new S3Access(settings(uri()), InstantSource.system())) {
      Answer<?> put =
          access.ask(
              "put-object",
              bucket,
              Expected.OBJECT,
              client ->
                  client.putObject(
                      request -> request.bucket(bucket).key(key), RequestBody.fromBytes(body)));
      if (!put.ok()) {
        throw new IllegalStateException(put.attempt().toString());
      }
    }
  }

  static S3Settings settings(URI endpoint) {
    return settings(endpoint, ACCESS_KEY, SECRET_KEY, null);
  }

  static S3Settings settings(URI endpoint, String access, String secret, @Nullable Path bundle) {
    return new S3Settings(
        endpoint,
        "us-east-1",
        true,
        new S3Credentials(access, secret, null, "TEST_*"),
        bundle,
        new S3Timeouts(Duration.ofSeconds(5), Duration.ofSeconds(5), Duration.ofSeconds(10)));
  }

  @Override
  public void close() throws IOException {
    try {
      proxy.stop();
    } catch (Exception e) {
      throw new IOException(e);
    }
  }
}
