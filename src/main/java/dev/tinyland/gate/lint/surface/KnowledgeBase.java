package dev.tinyland.gate.lint.surface;

import dev.tinyland.gate.lint.workflow.Checkout;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What is known of writers: the contents of {@code surfaces.txt}. */
public record KnowledgeBase(
    List<KnownAction> actions,
    List<Quiet> quietActions,
    List<Credential> credentialInputs,
    List<Credential> credentialSecrets,
    List<String> scriptInputs,
    KnownOperations operations,
    Clients clients,
    List<Flag> flags,
    List<String> hooks,
    List<String> endpoints,
    List<String> buckets,
    String uploadPath,
    String uploadHeader) {
  public KnowledgeBase {
    actions = List.copyOf(actions);
    quietActions = List.copyOf(quietActions);
    credentialInputs = List.copyOf(credentialInputs);
    credentialSecrets = List.copyOf(credentialSecrets);
    scriptInputs = List.copyOf(scriptInputs);
    flags = List.copyOf(flags);
    hooks = List.copyOf(hooks);
    endpoints = List.copyOf(endpoints);
    buckets = List.copyOf(buckets);
  }

  /** Actions of which it is known which variables they set for later steps. */
  record Quiet(List<String> uses, List<String> sets) {
    Quiet {
      uses = List.copyOf(uses);
      sets = List.copyOf(sets);
    }
  }

  /** A program that writes where it is given one of the options. */
  record Flag(String command, List<String> options) {
    Flag {
      options = List.copyOf(options);
    }
  }

  /** Programs that a command nobody here knows may start. */
  Set<String> programs() {
    Set<String> programs = new LinkedHashSet<>(clients.names());
    programs.addAll(operations.programs());
    return programs;
  }

  /** The programs that talk to a cache. */
  record Clients(
      Set<String> names, Set<String> packages, Set<String> writing, Set<String> optionsWithValue) {
    Clients {
      names = Set.copyOf(names);
      packages = Set.copyOf(packages);
      writing = Set.copyOf(writing);
      optionsWithValue = Set.copyOf(optionsWithValue);
    }
  }

  /** The action that a reference without its {@code @ref} names, or null. */
  @Nullable KnownAction action(String reference) {
    for (KnownAction action : actions) {
      if (Wildcard.matchesAny(action.uses(), reference)) {
        return action;
      }
    }
    return null;
  }

  /** The variables that an action may set for later steps; null where that can be any. */
  @Nullable List<String> variablesSetBy(String reference) {
    for (Quiet quiet : quietActions) {
      if (Wildcard.matchesAny(quiet.uses(), reference)) {
        return quiet.sets();
      }
    }
    return null;
  }

  /** Whether a reference names an action of this knowledge base. */
  public boolean knows(String reference) {
    return action(References.name(reference)) != null;
  }

  /**
   * The reference as one into this checkout: itself, or the path behind {@code owner/repository},
   * which may be this one; null where there is no path.
   */
  public @Nullable String localForm(String reference) {
    if (Checkout.localPath(reference) != null) {
      return reference;
    }
    String path = References.pathInRepository(References.name(reference));
    return path == null ? null : "./" + path;
  }

  @Nullable KnownAction actionById(String id) {
    for (KnownAction action : actions) {
      if (action.id().equals(id)) {
        return action;
      }
    }
    return null;
  }

  /** The credential that the inputs of an unknown action carry, or null. */
  @Nullable String credential(Set<String> inputs) {
    for (Credential credential : credentialInputs) {
      String found = credential.match(inputs);
      if (found != null) {
        return found;
      }
    }
    return null;
  }

  /** Whether a secret or a variable of that name carries a credential of the cache. */
  boolean isCredentialSecret(String name) {
    for (Credential credential : credentialSecrets) {
      if (credential.match(Set.of(name)) != null) {
        return true;
      }
    }
    return false;
  }

  /** Whether an input of that name takes commands, as far as its name tells. */
  boolean isScriptInput(String name) {
    return Wildcard.matchesAny(scriptInputs, name);
  }

  /** Whether a text holds the name of a client, also within another word. */
  boolean mentionsClient(String text) {
    return holdsClient(text.toLowerCase(Locale.ROOT));
  }

  private boolean holdsClient(String lower) {
    for (String client : clients.names()) {
      if (lower.contains(client)) {
        return true;
      }
    }
    return false;
  }

  /** Whether a text holds a word without which no command of it can write. */
  boolean mentions(String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    if (holdsClient(lower)) {
      return true;
    }
    for (String endpoint : endpoints) {
      if (lower.contains(endpoint)) {
        return true;
      }
    }
    for (String bucket : buckets) {
      if (lower.contains("s3://" + bucket)) {
        return true;
      }
    }
    for (String hook : hooks) {
      if (lower.contains(hook)) {
        return true;
      }
    }
    return lower.contains(uploadPath) || lower.contains(uploadHeader.toLowerCase(Locale.ROOT));
  }

  /** Whether a text holds a word of a writer or of an operation. */
  public boolean mentionsAnything(String text) {
    return mentions(text) || operations.mentioned(text);
  }

  /** Whether a text that is not analysed names a command or an action that writes. */
  public boolean mentionsWriter(String text) {
    for (KnownAction action : actions) {
      for (String pattern : action.writes() ? action.uses() : List.<String>of()) {
        if (text.contains(Wildcard.longestPart(pattern))) {
          return true;
        }
      }
    }
    return OpaqueText.mentionsWrite(text, this);
  }

  /** The names of the clients. */
  public List<String> clientNames() {
    return List.copyOf(clients.names());
  }

  /** Their subcommands that write. */
  public List<String> clientSubcommands() {
    return List.copyOf(clients.writing());
  }

  /** Whether a line begins with a client's name and a subcommand of it that writes. */
  public boolean beginsWithWrite(String line) {
    String[] words = line.split(" +", 3);
    return words.length > 1
        && clients.names().contains(words[0])
        && clients.writing().contains(words[1]);
  }

  /** A reference to the action that has an input of that name as its switch, or null. */
  public @Nullable String actionSwitchedBy(String input) {
    for (KnownAction action : actions) {
      if (input.equalsIgnoreCase(action.switchInput())) {
        return action.uses().getFirst().replace("*", "…");
      }
    }
    return null;
  }

  /** Whether a script holds a client's subcommand that writes, also with quotes within it. */
  public boolean mentionsSubcommand(String script) {
    String text = script.replace("'", "").replace("\"", "").replace("\\", "");
    for (String subcommand : clients.writing()) {
      if (text.contains(subcommand)) {
        return true;
      }
    }
    return false;
  }

  /** Words of files that can matter, see {@link SearchWords}. */
  public List<String> words() {
    return SearchWords.all(this);
  }

  /** Words of texts that can write, see {@link SearchWords}. */
  public List<String> writerWords() {
    return SearchWords.writers(this);
  }
}
