package dev.tinyland.gate.runtime.cluster;

import dev.tinyland.gate.runtime.cluster.ClusterFinder.Found;
import dev.tinyland.gate.runtime.evidence.ClusterEvidence.Access;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.ConfigBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;

/**
 * Reads a kubeconfig: a token, a file with one, a client certificate, or a name and a password.
 * What would start a program, act as somebody else, or cannot be done as it is asked for is refused
 * in words, since what is left out quietly would be another identity or another server. The file's
 * text never stands in a message. The YAML is read here, because fabric8's own reader loads the
 * classes of all its objects, which takes longer than all that is asked of the cluster.
 */
final class Kubeconfig {
  private Kubeconfig() {}

  /**
   * @param name of a context; null for the current one
   */
  static Found read(Path file, @Nullable String name) {
    Tree model;
    try {
      LoaderOptions options = new LoaderOptions();
      options.setAllowDuplicateKeys(false);
      model = Tree.of(new Yaml(new SafeConstructor(options)).load(Files.readString(file)));
    } catch (IOException e) {
      return none("the kubeconfig " + file + " cannot be read");
    } catch (YAMLException e) {
      return none("the kubeconfig " + file + " is no YAML");
    }
    String wanted = name == null ? model.raw("current-context") : name;
    Tree context = named(model, "contexts", wanted, "context");
    Tree cluster = named(model, "clusters", context.raw("cluster"), "cluster");
    String server = cluster.raw("server");
    if (server == null) {
      return none("the kubeconfig " + file + " has no server for the context `" + wanted + "`");
    }
    Tree user = named(model, "users", context.raw("user"), "user");
    String refusal = refusal(cluster, user);
    return refusal == null
        ? way(file, server, cluster, user)
        : none("the kubeconfig " + file + " " + refusal);
  }

  private static @Nullable String refusal(Tree cluster, Tree user) {
    if (cluster.has("tls-server-name")) {
      return "asks for another server name (tls-server-name), which gate cannot check";
    }
    String proxy = cluster.raw("proxy-url");
    if (proxy != null && !proxy.startsWith("http://")) {
      return "asks for a proxy that is none of HTTP";
    }
    if (user.has("exec")) {
      return "asks for a program to get the credentials (exec), and gate starts none: use a token";
    }
    if (user.has("auth-provider")) {
      return "asks for an auth-provider, which gate does not renew: use a token";
    }
    return user.has("as") || user.has("as-uid") || user.has("as-groups")
        ? "asks to act as somebody else (as), which gate does not do"
        : null;
  }

  private static Found way(Path file, String server, Tree cluster, Tree user) {
    boolean unchecked = Boolean.TRUE.equals(cluster.flag("insecure-skip-tls-verify"));
    String authorityData = cluster.raw("certificate-authority-data");
    String authority = resolved(file, cluster.raw("certificate-authority"));
    if (!KubeCertificates.usable(authorityData, authority)) {
      return none("the kubeconfig " + file + " has an authority that cannot be used");
    }
    String certificateData = user.raw("client-certificate-data");
    String certificate = resolved(file, user.raw("client-certificate"));
    if (!KubeCertificates.usable(certificateData, certificate)) {
      return none("the kubeconfig " + file + " has a client certificate that cannot be used");
    }
    String tokenFile = resolved(file, user.raw("tokenFile"));
    // As for kubectl, a file comes before a token that stands in the kubeconfig.
    String token =
        tokenFile == null ? user.raw("token") : ClusterFinder.content(Path.of(tokenFile));
    if (tokenFile != null && token == null) {
      return none("the kubeconfig " + file + " names a file with a token that cannot be read");
    }
    Config config =
        new ConfigBuilder(Config.empty())
            .withMasterUrl(server)
            .withCaCertData(authorityData)
            .withCaCertFile(authority)
            .withTrustCerts(unchecked)
            .withDisableHostnameVerification(unchecked)
            .withHttpProxy(cluster.raw("proxy-url"))
            .withHttpsProxy(cluster.raw("proxy-url"))
            .withOauthToken(token)
            .withUsername(user.raw("username"))
            .withPassword(user.raw("password"))
            .withClientCertData(certificateData)
            .withClientCertFile(certificate)
            .withClientKeyData(user.raw("client-key-data"))
            .withClientKeyFile(resolved(file, user.raw("client-key")))
            .withClientKeyAlgo(KubeCertificates.algorithm(certificateData, certificate))
            .build();
    List<String> secrets = new ArrayList<>();
    addPresent(secrets, token);
    addPresent(secrets, user.raw("password"));
    addPresent(secrets, user.raw("client-key-data"));
    String how = unchecked ? "kubeconfig, its server's certificate is not checked" : "kubeconfig";
    return new Found.Way(how, config, List.copyOf(secrets));
  }

  /** Relative to the folder of the kubeconfig. */
  private static @Nullable String resolved(Path file, @Nullable String path) {
    return path == null ? null : file.toAbsolutePath().resolveSibling(path).toString();
  }

  private static Tree named(Tree model, String list, @Nullable String name, String what) {
    for (Tree item : model.items(list)) {
      if (name != null && name.equals(item.raw("name"))) {
        return item.at(what);
      }
    }
    return Tree.of(null);
  }

  private static void addPresent(List<String> secrets, @Nullable String secret) {
    if (secret != null) {
      secrets.add(secret);
    }
  }

  private static Found none(String reason) {
    return new Found.None(Access.NO_CLUSTER, reason);
  }
}
