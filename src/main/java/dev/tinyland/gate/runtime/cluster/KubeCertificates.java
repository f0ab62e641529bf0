package dev.tinyland.gate.runtime.cluster;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The certificates of a kubeconfig, as base64 of PEM or as a file of PEM. */
final class KubeCertificates {
  private KubeCertificates() {}

  /** Whether there is one where one is named; the library would go on without it. */
  static boolean usable(@Nullable String data, @Nullable String file) {
    return (data == null && file == null) || !read(data, file).isEmpty();
  }

  /** {@code EC} or {@code RSA}: the key's own file does not say it in each of its formats. */
  static @Nullable String algorithm(@Nullable String data, @Nullable String file) {
    for (Certificate certificate : read(data, file)) {
      return certificate.getPublicKey().getAlgorithm();
    }
    return null;
  }

  private static Collection<? extends Certificate> read(
      @Nullable String data, @Nullable String file) {
    try {
      byte[] pem = data != null ? Base64.getMimeDecoder().decode(data) : bytes(file);
      return CertificateFactory.getInstance("X.509")
          .generateCertificates(new ByteArrayInputStream(pem));
    } catch (CertificateException | IOException | IllegalArgumentException e) {
      return List.of();
    }
  }

  private static byte[] bytes(@Nullable String file) throws IOException {
    return file == null ? new byte[0] : Files.readAllBytes(Path.of(file));
  }
}
