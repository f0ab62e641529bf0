package dev.tinyland.gate.lint.surface;

import dev.tinyland.gate.lint.workflow.Checkout;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What is known of writers: the contents of {@code surfaces.txt}. */
public record KnowledgeBase(
    List<KnownAction> actions,
    List<Quiet> quietActions,
    List<Credential> credentialInputs,
    List<Credential> credentialSecrets,
    List<String> scriptInputs,
    Operations operations,
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

  /** Names that together, in one place, give away a credential of the cache. */
  record Credential(List<String> all, List<String> butNot) {
    Credential {
      all = List.copyOf(all);
      butNot = List.copyOf(butNot);
    }

    /** The name that gave it away, the first where it takes several; null for no match. */
    @Nullable String match(Set<String> names) {
      String found = null;
      for (String pattern : all) {
        String match = null;
        for (String name : names) {
          if (Wildcard.matches(pattern, name) && !Wildcard.matchesAny(butNot, name)) {
            match = name;
          }
        }
        if (match == null) {
          return null;
        }
        found = found == null ? match : found;
      }
      return found;
    }
  }

  /** What rules ask for beside writes: by name what it goes by, and what starts it. */
  record Operations(
      Map<String, String> byCommand,
      Map<String, String> byArgument,
      List<Named> byUses,
      List<String> gate,
      Set<String> taskRunners,
      Set<String> programs,
      List<String> spellings) {
    Operations(
        Map<String, String> byCommand,
        Map<String, String> byArgument,
        List<Named> byUses,
        List<String> gate,
        Set<String> taskRunners,
        Set<String> programs) {
      this(
          byCommand,
          byArgument,
          byUses,
          gate,
          taskRunners,
          programs,
          spellings(byCommand, byArgument));
    }

    Operations {
      byCommand = Map.copyOf(byCommand);
      byArgument = Map.copyOf(byArgument);
      byUses = List.copyOf(byUses);
      gate = List.copyOf(gate);
      taskRunners = Set.copyOf(taskRunners);
      programs = Set.copyOf(programs);
    }

    /** A pattern on references, and the operation that they are. */
    record Named(String uses, String operation) {}

    /** The operation that an action is, or null. */
    @Nullable String ofAction(String reference) {
      for (Named named : byUses) {
        if (Wildcard.matches(named.uses(), reference)) {
          return named.operation();
        }
      }
      return null;
    }

    /** Every way in which a name can stand in a text: as a recipe, as a script. */
    private static List<String> spellings(
        Map<String, String> byCommand, Map<String, String> byArgument) {
      Set<String> spellings = new LinkedHashSet<>(byCommand.keySet());
      for (String command : byCommand.keySet()) {
        spellings.add(command.replace('-', '_'));
      }
      spellings.addAll(byArgument.keySet());
      return List.copyOf(spellings);
    }

    /** Whether a text could hold the name of one. */
    boolean mentioned(String text) {
      for (String spelling : spellings) {
        if (text.contains(spelling)) {
          return true;
        }
      }
      return false;
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
        if (text.contains(longestPart(pattern))) {
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

  /**
   * Lower-case words of which at least one stands in every file that can matter by itself: those of
   * what writes, and of what rules ask for beside writes.
   */
  public List<String> words() {
    List<String> words = new ArrayList<>(operations.spellings());
    words.addAll(operations.gate());
    words.addAll(clients.names());
    words.addAll(endpoints);
    for (Credential credential : credentialInputs) {
      words.add(longestPart(credential.all().getFirst()));
    }
    words.addAll(writerWords());
    return distinct(words);
  }

  /**
   * Lower-case words of which at least one stands in every text that can write by itself, but for
   * those that do it by a client or to an endpoint: the longest fixed part of each reference, its
   * switch, the paths of uploads.
   */
  public List<String> writerWords() {
    List<String> words = new ArrayList<>(hooks);
    words.add(uploadPath);
    words.add(uploadHeader);
    for (String bucket : buckets) {
      words.add("s3://" + bucket);
    }
    for (KnownAction action : actions) {
      for (String pattern : action.uses()) {
        words.add(longestPart(pattern));
      }
      if (action.switchInput() != null) {
        words.add(action.switchInput());
      }
    }
    return distinct(words);
  }

  private static List<String> distinct(List<String> words) {
    List<String> distinct = new ArrayList<>();
    for (String word : words) {
      String lower = word.toLowerCase(Locale.ROOT);
      boolean covered = distinct.stream().anyMatch(lower::contains);
      if (!covered) {
        distinct.removeIf(other -> other.contains(lower));
        distinct.add(lower);
      }
    }
    return List.copyOf(distinct);
  }

  private static String longestPart(String pattern) {
    String longest = "";
    int start = 0;
    while (start <= pattern.length()) {
      int star = pattern.indexOf('*', start);
      int end = star < 0 ? pattern.length() : star;
      if (end - start > longest.length()) {
        longest = pattern.substring(start, end);
      }
      start = end + 1;
    }
    return longest;
  }
}
