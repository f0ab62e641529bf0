package dev.tinyland.gate.runtime.s3;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.util.Collection;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManagerFactory;
import org.jspecify.annotations.Nullable;

/** Which certificates are trusted: those of a bundle alone, or those of the JDK. */
final class Trust {
  private Trust() {}

  /**
   * @param bundle PEM; null for what the JDK trusts
   * @return null for what the JDK trusts
   * @throws S3SettingsException where the bundle cannot be read or holds no certificate
   */
  static @Nullable SSLSocketFactory of(@Nullable Path bundle) {
    if (bundle == null) {
      return null;
    }
    try {
      // The factory reads byte by byte, which of a file is a call of the system each.
      InputStream in = new ByteArrayInputStream(Files.readAllBytes(bundle));
      Collection<? extends Certificate> certificates =
          CertificateFactory.getInstance("X.509").generateCertificates(in);
      if (certificates.isEmpty()) {
        throw new S3SettingsException("there is no certificate in " + bundle);
      }
      KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
      store.load(null, null);
      int number = 0;
      for (Certificate certificate : certificates) {
        store.setCertificateEntry("ca-" + number++, certificate);
      }
      TrustManagerFactory managers =
          TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
      managers.init(store);
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(null, managers.getTrustManagers(), null);
      return context.getSocketFactory();
    } catch (IOException | GeneralSecurityException e) {
      throw new S3SettingsException("the CA bundle " + bundle + " cannot be read");
    }
  }
}
