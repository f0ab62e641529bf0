package dev.tinyland.gate.lint.policy;

import java.util.List;

/** Configurations with one mistake each. */
public final class Mistakes {
  private Mistakes() {}

  /**
   * @param problem as {@code line:column message}
   * @param schemaSees false for what a JSON Schema cannot say
   */
  public record Mistake(String text, String problem, boolean schemaSees) {}

  public static final List<Mistake> ALL =
      List.of(
          seen("profil: quarantine", "1:1 unknown key `profil`; did you mean `profile`?"),
          seen("Profile: quarantine", "1:1 unknown key `Profile`; did you mean `profile`?"),
          seen("nonsense: 1", "1:1 unknown key `nonsense`"),
          seen("- profile", "1:1 a configuration is a mapping of keys to values"),
          seen("quarantine", "1:1 a configuration is a mapping of keys to values"),
          seen(
              "profile: quarantined",
              "1:10 `profile` takes quarantine or downstream, not `quarantined`; did you mean `quarantine`?"),
          seen("profile: [quarantine]", "1:10 `profile` takes a text, not a list"),
          seen("profile:", "1:9 `profile` takes a text, not nothing"),
          seen(
              "default-branch: 1.0",
              "1:17 `default-branch` takes a text, not `1.0`, which YAML reads as a number; put it in quotes"),
          seen(
              "default-branch: refs/heads/main",
              "1:17 `default-branch` takes the short name of a branch, such as main, not `refs/heads/main`"),
          seen(
              "operator-lane: true",
              "1:16 `operator-lane` takes a text, not `true`, which YAML reads as true or false; put it in quotes"),
          seen("operator-lane: a b", "1:16 `operator-lane` takes one runner label, not `a b`"),
          seen(
              "first-party-owners: example",
              "1:21 `first-party-owners` takes a list, not the text `example`"),
          seen(
              "first-party-owners:\n  - example/name",
              "2:5 `first-party-owners` takes the name of a user or organization, not `example/name`"),
          seen("confirm-tokens: []", "1:17 `confirm-tokens` takes a mapping, not a list"),
          seen("state: tofu-state", "1:8 `state` takes a mapping, not the text `tofu-state`"),
          seen("state:\n  buckt: x", "2:3 unknown key `buckt` in `state`; did you mean `bucket`?"),
          seen(
              "state:\n  bucket: Tofu_State",
              "2:11 `bucket` takes the name of a bucket, not `Tofu_State`"),
          seen(
              "state:\n  buckets: tofu-state",
              "2:12 `buckets` takes a list, not the text `tofu-state`"),
          seen("state:\n  stacks: [attic]", "2:11 `stacks` takes a mapping, not a list"),
          seen(
              "state:\n  stacks:\n    attic: /attic",
              "3:12 `attic` takes the key of an object, such as attic/terraform.tfstate, not"
                  + " `/attic`"),
          seen(
              "state:\n  endpoint: rustfs:9000",
              "2:13 `endpoint` takes http:// or https://, a host and perhaps a port, without a"
                  + " path, not `rustfs:9000`"),
          seen(
              "state:\n  endpoint: http://rustfs:9000/tofu-state",
              "2:13 `endpoint` takes http:// or https://, a host and perhaps a port, without a"
                  + " path, not `http://rustfs:9000/tofu-state`"),
          seen(
              "state:\n  stacks:\n    a b: a/terraform.tfstate",
              "3:5 `a stack` takes one word, not `a b`"),
          seen(
              "state:\n  data-root: /data/../etc",
              "2:14 `data-root` takes an absolute path without .., such as /data, not"
                  + " `/data/../etc`"),
          seen(
              "confirm-tokens:\n  smal-check: x",
              "2:3 unknown key `smal-check` in `confirm-tokens`; did you mean `small-check`?"),
          seen(
              "confirm-tokens:\n  synthetic: please do",
              "2:14 `synthetic` takes one word, not `please do`"),
          unseen(
              "confirm-tokens:\n  synthetic: probe-attic-publication-small-check",
              "2:14 `small-check` and `synthetic` have the same token: each needs its own"),
          seen("surfaces: {}", "1:11 `surfaces` takes a list, not a mapping"),
          seen("surfaces: [x/abc]", "1:12 `surfaces` takes a mapping, not the text `x/abc`"),
          seen("surfaces:\n  - uses: x/abc", "2:5 a surface needs `writes-when`"),
          seen("surfaces:\n  - writes-when: true", "2:5 a surface needs `uses`"),
          seen(
              surface("x/abc@v1", "true"),
              "2:11 `uses` takes owner/name[/path] without its @ref, in which * is any text, not `x/abc@v1`"),
          seen(
              surface("\"*/*\"", "true"),
              "2:11 `uses` takes owner/name[/path] without its @ref, in which * is any text, not `*/*`"),
          unseen(
              surface("ryanccn/attic-action", "true"),
              "2:11 `ryanccn/attic-action` is known to gate and cannot be described anew"),
          unseen(
              surface("x/abc", "true") + "\n" + surface("X/abc", "true").replace("surfaces:\n", ""),
              "4:11 `X/abc` is described on line 2 already"),
          unseen(
              surface("x/abc", "inputs.push == 'true' &&"),
              "3:40 `writes-when` is no expression over `inputs`: Unexpected end of expression: '&&'."
                  + " Located at position 23 within expression: inputs.push == 'true' &&"),
          unseen(
              surface("x/abc", "${{ github.ref == 'x' }}"),
              "3:22 `writes-when` is no expression over `inputs`: Unrecognized named-value: 'github'."
                  + " Located at position 2 within expression:  github.ref == 'x' "),
          unseen(
              surface("x/abc", "a ${{ inputs.push }}"),
              "3:18 `writes-when` takes one expression, with or without its fence"),
          unseen(
              surface("x/abc", "inputs.push == 'true' && false"),
              "3:18 `writes-when` is never true: what does not write is vouched for in `allowed-writers`"),
          unseen(
              surface("x/abc", "fromJSON('{')"),
              "3:18 `writes-when` cannot be evaluated: Error parsing JSON when evaluating fromJson: Unexpected end-of-input:"
                  + " expected close marker for Object"),
          seen(
              surface("x/abc", "1"),
              "3:18 `writes-when` takes a text, not `1`, which YAML reads as a number; put it in quotes"),
          seen(
              surface("x/abc", "true") + "\n    swich: push",
              "4:5 unknown key `swich` in a surface; did you mean `switch`?"),
          seen(
              surface("x/abc", "true") + "\n    switch: a b",
              "4:13 `switch` takes the name of an input, not `a b`"),
          seen(
              surface("x/abc", "true") + "\n    post-step: yes",
              "4:16 `post-step` takes true or false, not the text `yes`"),
          seen(
              "allowed-writers:\n  - example/name@v1",
              "2:5 `allowed-writers` takes owner/name[/path]@sha with the full sha of a commit, 40 hexadecimal"
                  + " digits, not `example/name@v1`"),
          seen(
              "allowed-writers:\n  - example/name@0123456",
              "2:5 `allowed-writers` takes owner/name[/path]@sha with the full sha of a commit, 40 hexadecimal"
                  + " digits, not `example/name@0123456`"),
          seen("docs: README.md", "1:7 `docs` takes a mapping, not the text `README.md`"),
          seen(
              "docs:\n  path: [docs/**]",
              "2:3 unknown key `path` in `docs`; did you mean `paths`?"),
          seen(
              "docs:\n  paths: [/docs]",
              "2:11 `paths` takes a pattern on paths below the root, such as docs/**, not `/docs`"),
          seen(
              "endpoints: ['https://cache.example.org']",
              "1:13 `endpoints` takes a host or a namespace, without https:// and without a path, not"
                  + " `https://cache.example.org`"),
          unseen(
              "endpoints: [attic.tinyland.dev]",
              "1:13 `attic.tinyland.dev` is out of contract and an endpoint"),
          unseen(
              "out-of-contract-hosts: [nix-cache.tinyland.dev]",
              "1:25 `nix-cache.tinyland.dev` is out of contract and an endpoint"),
          seen(
              "rules:\n  push-cache-fail-opn: off",
              "2:3 there is no rule `push-cache-fail-opn`; did you mean `push-cache-fail-open`?"),
          seen(
              "rules:\n  push-cache-fail-open: warn",
              "2:25 `push-cache-fail-open` takes error, warning, note or off, not `warn`"),
          seen(
              "rules:\n  unreadable-file: off",
              "2:20 `unreadable-file` cannot be suppressed, so its level stays error"),
          seen(
              "rules:\n  suppression-expired: warning",
              "2:24 `suppression-expired` cannot be suppressed, so its level stays error"),
          unseen(
              "profile: quarantine\nprofile: downstream",
              "2:1 'profile' is already defined on line 1"),
          unseen(
              "endpoints: [example.org",
              "2:1 not valid YAML: a ',' or ']' is missing; it starts on line 1"));

  private static Mistake seen(String text, String problem) {
    return new Mistake(text + "\n", problem, true);
  }

  private static Mistake unseen(String text, String problem) {
    return new Mistake(text + "\n", problem, false);
  }

  private static String surface(String uses, String writesWhen) {
    return "surfaces:\n  - uses: " + uses + "\n    writes-when: " + writesWhen;
  }
}
