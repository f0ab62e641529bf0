package dev.tinyland.gate.runtime.cluster;

import dev.tinyland.gate.runtime.evidence.ClusterEvidence.Access;
import dev.tinyland.gate.runtime.evidence.DiskEvidence.Presence;
import dev.tinyland.gate.runtime.evidence.DiskEvidence.Probe;
import dev.tinyland.gate.runtime.evidence.ProgramsEvidence;
import dev.tinyland.gate.runtime.evidence.ProgramsEvidence.Program;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Which programs of administration the image has, by {@code test -x} in the usual folders, and
 * which subcommands {@code rustfs --help} lists. Neither a program nor a subcommand is run.
 */
final class ProgramProbe {
  private static final List<String> NAMES = List.of("rc", "rustfs-admin");
  private static final List<String> FOLDERS =
      List.of("/usr/local/bin", "/usr/bin", "/bin", "/usr/local/sbin", "/usr/sbin", "/sbin");

  /** Longer output of a command is cut, so that its list may not be whole. */
  private static final int LONGEST_HELP = 8000;

  private static final int MOST_SUBCOMMANDS = 50;
  private static final Pattern WORD = Pattern.compile("[A-Za-z][A-Za-z0-9_-]{0,40}");

  private final Cluster cluster;
  private final ClusterSettings settings;
  private final Redaction redaction;
  private final Moments moments;
  private final FileTests tests;
  private final List<String> problems = new ArrayList<>();

  ProgramProbe(Cluster cluster, ClusterSettings settings, Redaction redaction, Moments moments) {
    this.cluster = cluster;
    this.settings = settings;
    this.redaction = redaction;
    this.moments = moments;
    this.tests = new FileTests(cluster, settings, redaction, moments);
  }

  ProgramsEvidence probe() {
    KubernetesReader reader = new KubernetesReader(cluster, redaction, moments);
    ChosenPod chosen = ChosenPod.find(reader, settings);
    String pod = chosen.name();
    String container = chosen.container();
    if (chosen.problem() != null || pod == null || container == null) {
      problems.add("no pod to ask: " + chosen.access() + ", " + chosen.problem());
      return evidence(pod, null, unknown());
    }

    List<String> subcommands = subcommands(pod, container);
    List<Program> programs = programs(pod, container);
    String changed = tests.changed(reader, chosen, pod, container);
    if (changed != null) {
      problems.add(changed);
      return evidence(pod, null, unknown());
    }
    return evidence(pod, subcommands, programs);
  }

  private List<Program> programs(String pod, String container) {
    Probe root = ask(pod, container, settings.dataRoot());
    String nobody = settings.dataRoot() + "/.gate-nonexistent-" + UUID.randomUUID();
    String broken =
        FileTests.brokenControl(
            root, ask(pod, container, nobody), "the data root is no folder that can be entered");
    if (broken != null) {
      problems.add(broken);
      return unknown();
    }
    List<Program> programs = new ArrayList<>();
    for (String name : NAMES) {
      programs.add(new Program(name, presence(pod, container, name)));
    }
    return programs;
  }

  /** Found in one folder it is there; not found counts only where every folder was asked. */
  private Presence presence(String pod, String container, String name) {
    Presence presence = Presence.NO;
    for (String folder : FOLDERS) {
      Probe probe = ask(pod, container, folder + "/" + name);
      if (probe.presence() == Presence.YES) {
        return Presence.YES;
      }
      if (probe.presence() == Presence.UNKNOWN && presence == Presence.NO) {
        problems.add(probe.path() + ": " + probe.detail());
        presence = Presence.UNKNOWN;
      }
    }
    return presence;
  }

  private Probe ask(String pod, String container, String path) {
    return tests.ask(pod, container, path, PodCommand.isProgram(path));
  }

  private @Nullable List<String> subcommands(String pod, String container) {
    ExecReply reply = cluster.exec(settings.namespace(), pod, container, PodCommand.rustfsHelp());
    Integer code = reply.exitCode();
    String help = reply.standardOutput();
    String problem = null;
    if (reply.access() != Access.SEEN) {
      problem = reply.access() + ", " + reply.detail();
    } else if (code == null) {
      problem = String.valueOf(reply.detail());
    } else if (code != 0) {
      problem = "exit code " + code;
    } else if (help.isBlank() || help.length() > LONGEST_HELP) {
      problem = help.isBlank() ? "it said nothing" : "it said more than is read";
    }
    if (problem != null) {
      problems.add("rustfs --help: " + problem);
      return null;
    }
    return listed(help);
  }

  /** The first words below {@code Commands:}, down to the end of the paragraph. */
  static List<String> listed(String help) {
    List<String> names = new ArrayList<>();
    boolean within = false;
    int indentation = -1;
    for (String line : help.lines().toList()) {
      String text = line.strip();
      if (!within) {
        String heading = text.toLowerCase(Locale.ROOT);
        within = heading.equals("commands:") || heading.equals("subcommands:");
        continue;
      }
      int indented = line.length() - line.stripLeading().length();
      if (text.isEmpty() || indented == 0 || names.size() == MOST_SUBCOMMANDS) {
        break;
      }
      indentation = indentation < 0 ? indented : indentation;
      int blank = text.indexOf(' ');
      String word = blank < 0 ? text : text.substring(0, blank);
      if (indented == indentation && WORD.matcher(word).matches()) {
        names.add(word);
      }
    }
    return List.copyOf(names);
  }

  private static List<Program> unknown() {
    List<Program> programs = new ArrayList<>();
    for (String name : NAMES) {
      programs.add(new Program(name, Presence.UNKNOWN));
    }
    return programs;
  }

  private ProgramsEvidence evidence(
      @Nullable String pod, @Nullable List<String> subcommands, List<Program> programs) {
    String unavailable = problems.isEmpty() ? null : String.join("; ", problems);
    return new ProgramsEvidence(
        pod,
        unavailable == null ? null : redaction.line(unavailable, 400),
        subcommands,
        programs,
        moments.now());
  }
}
