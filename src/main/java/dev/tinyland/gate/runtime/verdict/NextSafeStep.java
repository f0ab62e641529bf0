package dev.tinyland.gate.runtime.verdict;

/** What to do next, and what not to. Nothing here changes a backend. */
public enum NextSafeStep {
  GO_ON(
      "None is needed. Run the guard again right before every protected mutation: what was seen is"
          + " true of the moment in which it was seen."),
  DIVERGENCE(
      "Start no mutation. Preserve the failed workflow and apply logs, and errored.tfstate if an"
          + " apply has left one. Run `just rustfs-bucket-index-rca --scratch-probe` before RustFS is"
          + " restarted: a restart clears the memory in which the cause is, and it is a recovery"
          + " action of an operator, never a repair. Never call admin heal: before 1.0.0-beta.9 a"
          + " bucket heal during a divergence can remove the folder of the bucket. If an apply could"
          + " not persist its state, use a controlled `tofu state push` of errored.tfstate later; do"
          + " not run apply again first."),
  LOSS(
      "Start no mutation, and create no bucket under this name: OpenTofu would take an empty one for"
          + " no state and plan to create everything anew. Preserve logs, the volume and"
          + " errored.tfstate. Run `just rustfs-bucket-index-rca` before RustFS is restarted, never"
          + " call admin heal, and restore from a backup only after its result was read."),
  STATE_OBJECT(
      "Start no plan or apply of this stack: OpenTofu would take the object for another state or for"
          + " none. Preserve the object and its versions as they are, and errored.tfstate if there is"
          + " one. Compare with the last good copy; put it back only with a controlled `tofu state"
          + " push`, and never with a second apply."),
  BACKEND(
      "Start no mutation. Preserve the logs and run `just rustfs-bucket-index-rca` before RustFS is"
          + " restarted: a restart is never a repair. Never call admin heal: before 1.0.0-beta.9 it"
          + " can remove a bucket while a disk is marked as faulty."),
  DISK(
      "Start no mutation. Check that the pod, the container and the data root are those that serve"
          + " the endpoint, and run `just rustfs-bucket-index-rca` before anything is restarted. Touch"
          + " nothing on the disk."),
  WAIT_AND_RCA(
      "Start no mutation. The workload changed while it was looked at: run `just"
          + " rustfs-bucket-index-rca` for the cause. A green that follows a restart is no proof of a"
          + " repair; do not restart to get one."),
  CREDENTIALS(
      "Correct the credentials or their scope, and run the check again. Nothing is known of the"
          + " buckets: this is neither a loss nor a divergence, so restart and restore nothing."),
  CONNECTION(
      "Correct the endpoint, the name, the certificate or the way to it, and run the check again."
          + " Nothing is known of the buckets: restart and restore nothing for this."),
  LOCKING(
      "Start no concurrent run against this bucket. Use no lockfile where the server does not hold"
          + " it; prove locking again in the state of versioning that is meant to last."),
  CLEAN_UP(
      "Look for the probe object under the key that is named, and delete this one object only, after"
          + " the bucket is coherent again."),
  CLEAN_UP_BUCKET(
      "Look for the scratch bucket that is named, after the other buckets are coherent, and delete"
          + " this one bucket only, with its probe object if there is one. Another bucket with this"
          + " prefix may belong to another run; touch nothing on the disk."),
  WORKLOAD(
      "Start no mutation. Read the events and logs of the workload first; do not restart it before"
          + " `just rustfs-bucket-index-rca` has kept what it shows."),
  SEE_MORE(
      "Give the check what it lacked (a role, a kubeconfig, time) and run it again. Until then start"
          + " no mutation: undecided is not green."),
  HIGH_AVAILABILITY(
      "Start no mutation that needs high availability. Prove each requirement that is not met, on a"
          + " candidate and never on a protected stack, and run the check again without"
          + " --expect-interim."),
  POSTURE(
      "Start no protected mutation through this path. Find out why the posture is not the known one"
          + " before anything is expected of it; do not change it back to get a green."),
  INVENTORY(
      "Give the inventory what it lacked (the role of docs/rbac/gate-inventory.yaml, the kubeconfig of"
          + " the right cluster, time) and run it again. Until then it proves neither a candidate nor"
          + " that there is none."),
  CANDIDATE(
      "Keep the protected state where it is. Nothing that runs here can take it over: a candidate"
          + " has to be made first, and its contract written before any state is migrated."),
  CONTRACT(
      "Keep the protected state where it is. Write the contract of the candidate, check it with"
          + " `just ha-state-candidate-static-gate`, and prove it with objects of its own: being live"
          + " proves neither durability nor locking."),
  CACHE(
      "Keep `nix build --fallback` enabled, and treat it as debt of the cache. It decides nothing"
          + " about the state authority."),
  CANARY("Follow the next safe step of the first step that is not green; the evidence is kept.");

  private final String sentence;

  NextSafeStep(String sentence) {
    this.sentence = sentence;
  }

  public String sentence() {
    return sentence;
  }
}
