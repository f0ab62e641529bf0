package dev.tinyland.gate.cli;

import dev.tinyland.gate.cli.Command.Option;
import dev.tinyland.gate.cli.Command.Positional;
import java.util.ArrayList;
import java.util.List;

/** The commands that look at live systems, and the one that judges again what they saw. */
final class CheckCommands {
  static final Command NAR =
      new Command(
          "attic-nar-integrity-check",
          "Read store paths from a binary cache to the last byte, and judge what came.",
          null,
          List.of(
              storeHash(),
              cache(),
              publicKey(),
              tokenVariable(),
              Option.flag("--closure", "Also read what the paths refer to."),
              evidence(),
              verdictFormat()));

  static final Command DEEP_CHECK =
      new Command(
          "tofu-state-authority-deep-check",
          "Prove, right before a mutation, that the state path can hold the state of a stack.",
          new Positional("STACK", "The stack, for example attic.", 1, true),
          looking(
              Option.flag(
                  "--strict-disk-markers",
                  "Insist on both folders of the bucket on the disk, also where no pod can be"
                      + " asked."),
              Option.flag("--skip-state-body", "Do not read the body of the state object."),
              last(),
              backend()));

  static final Command READINESS =
      new Command(
          "tofu-state-ha-readiness",
          "Judge the state path as a highly available state authority, requirement by requirement.",
          null,
          looking(
              Option.flag(
                  "--expect-interim",
                  "Ask for exactly the known interim posture instead; anything else is red."),
              last(),
              backend()));

  static final Command RCA =
      new Command(
          "rustfs-bucket-index-rca",
          "Collect what tells why S3 and the disk disagree about buckets, before a restart wipes it"
              + " away.",
          null,
          looking(
              Option.repeated(
                  "--bucket",
                  "BUCKET",
                  "A bucket to look at, read-only; may be repeated. Default: those configured."),
              Option.flag(
                  "--scratch-probe",
                  "Make a bucket with a new name, watch it appear, and delete it again."),
              Option.flag(
                  "--strict-scratch-disk-markers",
                  "With the probe: a disk that does not show its folders come and go is red."),
              since(),
              backend()));

  static final Command INVENTORY =
      new Command(
          "ha-state-candidate-inventory",
          "List the object stores and storage of the cluster, and what each could be for state.",
          null,
          looking(
              Option.flag(
                  "--fail-without-candidate",
                  "Exit 1 where there is no candidate; else that is 0.")));

  static final Command CANARY =
      new Command(
          "rustfs-state-authority-canary",
          "Run all checks of the state path in the order of the policy, also after a red one.",
          null,
          looking(storeHash(), cache(), publicKey(), tokenVariable(), since(), backend()));

  static final Command VERDICT =
      new Command(
          "verdict",
          "Judge a stored bundle of evidence again.",
          new Positional("BUNDLE", "The folder that has manifest.json.", 1, true),
          List.of(verdictFormat()));

  /** All that collect evidence. */
  static final List<Command> ALL = List.of(DEEP_CHECK, READINESS, RCA, INVENTORY, CANARY, NAR);

  private CheckCommands() {}

  /** The names of all that collect evidence. */
  static List<String> names() {
    List<String> names = new ArrayList<>();
    for (Command command : ALL) {
      names.add(command.name());
    }
    return names;
  }

  /** What all checks of the state path take, after what is their own. */
  private static List<Option> looking(Option... own) {
    List<Option> options = new ArrayList<>(List.of(own));
    options.add(
        Option.text(
            "--kubeconfig",
            "FILE",
            "Default: KUBECONFIG, ~/.kube/config, then the credentials of the pod gate runs in."));
    options.add(
        Option.text(
            "--kube-context", "NAME", "The context of the kubeconfig. Default: its current."));
    options.add(
        Option.text(
            "--timeout",
            "TIME",
            "The longest time for one answer, for example 10s. Default: 30s."));
    options.add(
        Option.text("--pause", "TIME", "Between two looks at the same thing. Default: 3s."));
    options.add(CommonOptions.configFile());
    options.add(evidence());
    options.add(verdictFormat());
    return options;
  }

  private static Option backend() {
    return Option.text(
        "--backend-config",
        "FILE",
        "The file of `tofu init -backend-config`, or a backend \"s3\" block. Variables"
            + " TOFU_BACKEND_S3_* come before it.");
  }

  private static Option last() {
    return Option.text(
        "--last",
        "BUNDLE",
        "Earlier evidence: a lower serial or another lineage than there is red.");
  }

  private static Option since() {
    return Option.text("--since", "TIME", "How far back logs are read. Default: 30m.");
  }

  private static Option storeHash() {
    return Option.repeated(
        "--store-hash",
        "HASH",
        "The 32 characters of a store path, its name, or all of it; may be repeated.");
  }

  private static Option cache() {
    return Option.text("--cache", "URL", "The cache, for example https://attic.example.org/main.");
  }

  private static Option publicKey() {
    return Option.repeated(
        "--public-key",
        "NAME:BASE64",
        "A key whose signature each path has to have; may be repeated.");
  }

  private static Option tokenVariable() {
    return Option.text(
        "--token-env", "NAME", "The variable that holds the token of a private cache.");
  }

  private static Option evidence() {
    return Option.text(
        "--evidence", "DIR", "Keep what is seen in this folder, as it is seen. It must be new.");
  }

  private static Option verdictFormat() {
    return Option.text("--format", "FORMAT", "text, json or markdown. Default: text.")
        .of("text", "json", "markdown");
  }
}
