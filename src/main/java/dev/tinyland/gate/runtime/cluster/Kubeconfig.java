package dev.tinyland.gate.runtime.cluster;

import dev.tinyland.gate.runtime.cluster.ClusterFinder.Found;
import dev.tinyland.gate.runtime.evidence.ClusterEvidence.Access;
import io.fabric8.kubernetes.api.model.AuthInfo;
import io.fabric8.kubernetes.api.model.Cluster;
import io.fabric8.kubernetes.api.model.Context;
import io.fabric8.kubernetes.api.model.NamedAuthInfo;
import io.fabric8.kubernetes.api.model.NamedCluster;
import io.fabric8.kubernetes.api.model.NamedContext;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.ConfigBuilder;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads a kubeconfig: a token, a file with one, a client certificate, or a name and a password.
 * What would start a program, act as somebody else, or cannot be done as it is asked for is refused
 * in words, since what is left out quietly would be another identity or another server. The file's
 * text never stands in a message.
 */
final class Kubeconfig {
  private Kubeconfig() {}

  /**
   * @param name of a context; null for the current one
   */
  static Found read(Path file, @Nullable String name) {
    io.fabric8.kubernetes.api.model.Config model;
    try {
      model =
          Serialization.unmarshal(
              Files.readString(file), io.fabric8.kubernetes.api.model.Config.class);
    } catch (IOException e) {
      return none("the kubeconfig " + file + " cannot be read");
    } catch (RuntimeException e) {
      return none("the kubeconfig " + file + " is no YAML of a kubeconfig");
    }
    if (model == null) {
      return none("the kubeconfig " + file + " is empty");
    }
    String wanted = name == null ? model.getCurrentContext() : name;
    Context context = context(model, wanted);
    if (context == null) {
      return none("the kubeconfig " + file + " has no context `" + wanted + "`");
    }
    Cluster cluster = cluster(model, context.getCluster());
    if (cluster == null || cluster.getServer() == null || cluster.getServer().isBlank()) {
      return none("the kubeconfig " + file + " has no server for the context `" + wanted + "`");
    }
    AuthInfo user = user(model, context.getUser());
    String refusal = refusal(cluster, user);
    if (refusal != null) {
      return none("the kubeconfig " + file + " " + refusal);
    }
    return way(file, cluster, user);
  }

  private static @Nullable String refusal(Cluster cluster, @Nullable AuthInfo user) {
    if (present(cluster.getTlsServerName())) {
      return "asks for another server name (tls-server-name), which gate cannot check";
    }
    String proxy = cluster.getProxyUrl();
    if (present(proxy) && !proxy.startsWith("http://")) {
      return "asks for a proxy that is none of HTTP";
    }
    if (user == null) {
      return null;
    }
    if (user.getExec() != null) {
      return "asks for a program to get the credentials (exec), and gate starts none: use a token";
    }
    if (user.getAuthProvider() != null) {
      return "asks for an auth-provider, which gate does not renew: use a token";
    }
    if (present(user.getAs())) {
      return "asks to act as somebody else (as), which gate does not do";
    }
    return null;
  }

  private static Found way(Path file, Cluster cluster, @Nullable AuthInfo user) {
    boolean unchecked = Boolean.TRUE.equals(cluster.getInsecureSkipTlsVerify());
    String authority = resolved(file, cluster.getCertificateAuthority());
    if (!KubeCertificates.usable(cluster.getCertificateAuthorityData(), authority)) {
      return none("the kubeconfig " + file + " has an authority that cannot be used");
    }
    ConfigBuilder config =
        new ConfigBuilder(Config.empty())
            .withMasterUrl(cluster.getServer())
            .withCaCertData(cluster.getCertificateAuthorityData())
            .withCaCertFile(authority)
            .withTrustCerts(unchecked)
            .withDisableHostnameVerification(unchecked)
            .withHttpProxy(cluster.getProxyUrl())
            .withHttpsProxy(cluster.getProxyUrl());
    List<String> secrets = new ArrayList<>();
    if (user != null) {
      String token = token(file, user);
      if (token == null && present(user.getTokenFile())) {
        return none("the kubeconfig " + file + " names a file with a token that cannot be read");
      }
      addPresent(secrets, token);
      addPresent(secrets, user.getPassword());
      addPresent(secrets, user.getClientKeyData());
      String key = resolved(file, user.getClientKey());
      String certificateData = user.getClientCertificateData();
      String certificateFile = resolved(file, user.getClientCertificate());
      if (!KubeCertificates.usable(certificateData, certificateFile)) {
        return none("the kubeconfig " + file + " has a client certificate that cannot be used");
      }
      config
          .withOauthToken(token)
          .withUsername(user.getUsername())
          .withPassword(user.getPassword())
          .withClientCertData(certificateData)
          .withClientCertFile(certificateFile)
          .withClientKeyData(user.getClientKeyData())
          .withClientKeyFile(key)
          .withClientKeyAlgo(KubeCertificates.algorithm(certificateData, certificateFile));
    }
    String how = unchecked ? "kubeconfig, its server's certificate is not checked" : "kubeconfig";
    return new Found.Way(how, config.build(), List.copyOf(secrets));
  }

  /** As for kubectl, a file comes before a token that stands in the kubeconfig. */
  private static @Nullable String token(Path file, AuthInfo user) {
    String path = resolved(file, user.getTokenFile());
    return path == null ? user.getToken() : ClusterFinder.content(Path.of(path));
  }

  /** Relative to the folder of the kubeconfig. */
  private static @Nullable String resolved(Path file, @Nullable String path) {
    return path == null || path.isBlank()
        ? null
        : file.toAbsolutePath().resolveSibling(path).toString();
  }

  private static @Nullable Context context(
      io.fabric8.kubernetes.api.model.Config model, @Nullable String name) {
    for (NamedContext named : orEmpty(model.getContexts())) {
      if (named.getName() != null && named.getName().equals(name)) {
        return named.getContext();
      }
    }
    return null;
  }

  private static @Nullable Cluster cluster(
      io.fabric8.kubernetes.api.model.Config model, @Nullable String name) {
    for (NamedCluster named : orEmpty(model.getClusters())) {
      if (named.getName() != null && named.getName().equals(name)) {
        return named.getCluster();
      }
    }
    return null;
  }

  private static @Nullable AuthInfo user(
      io.fabric8.kubernetes.api.model.Config model, @Nullable String name) {
    for (NamedAuthInfo named : orEmpty(model.getUsers())) {
      if (named.getName() != null && named.getName().equals(name)) {
        return named.getUser();
      }
    }
    return null;
  }

  private static <T> List<T> orEmpty(@Nullable List<T> list) {
    return list == null ? List.of() : list;
  }

  private static void addPresent(List<String> secrets, @Nullable String secret) {
    if (secret != null && !secret.isBlank()) {
      secrets.add(secret);
    }
  }

  private static boolean present(@Nullable String text) {
    return text != null && !text.isBlank();
  }

  private static Found none(String reason) {
    return new Found.None(Access.NO_CLUSTER, reason);
  }
}
