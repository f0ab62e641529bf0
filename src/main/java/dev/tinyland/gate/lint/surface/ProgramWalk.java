package dev.tinyland.gate.lint.surface;

import dev.tinyland.gate.lint.reach.Site;
import dev.tinyland.gate.lint.workflow.Action;
import dev.tinyland.gate.lint.workflow.Checkout;
import dev.tinyland.gate.lint.workflow.Env;
import dev.tinyland.gate.lint.workflow.Step;
import dev.tinyland.gate.lint.yaml.YamlNode;
import dev.tinyland.gate.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Looks at what runs without being a shell script of a step: containers, programs of actions, and
 * commands handed to actions that nobody here knows. All it finds is a doubt.
 */
final class ProgramWalk {
  private final Walk walk;
  private final Found found;
  private final boolean credentialed;

  ProgramWalk(Walk walk, Found found, boolean credentialed) {
    this.walk = walk;
    this.found = found;
    this.credentialed = credentialed;
  }

  /** A program in which a write is mentioned. */
  private record Program(String what, Span place, boolean postStep) {}

  /** An action with a container or a program of its own, whoever calls it. */
  void definition(Action action, Site site, Trail trail) {
    for (Program program : programs(action)) {
      found.write(
          program.what(),
          program.place(),
          trail,
          List.of(),
          doubt(program.what()),
          program.postStep(),
          program.place(),
          credentialed);
    }
  }

  /** The same, called by a step. */
  void action(Step step, YamlNode.Scalar reference, Action action, Trail trail) {
    String inside = action.file().path();
    for (Program program : programs(action)) {
      Trail into =
          trail.into(step.span(), inside, program.place(), "through `" + reference.value() + "`");
      found.write(
          program.what(),
          program.place(),
          into,
          List.of(),
          doubt(program.what()),
          program.postStep(),
          step.span(),
          credentialed);
    }
  }

  /** A {@code uses: docker://image}. */
  void container(Step step, YamlNode.Scalar reference, Env with, Trail trail) {
    YamlNode.Scalar entry = with.get("entrypoint");
    YamlNode.Scalar arguments = with.get("args");
    String program = entry == null ? imageName(reference.value()) : entry.value();
    String text = arguments == null ? program : program + " " + arguments.value();
    if (OpaqueText.mentionsWrite(text, walk.knowledge())) {
      found.write(
          text.strip(),
          step.span(),
          trail,
          List.of(),
          "the container is started with it, and what its image makes of it is not known",
          false,
          step.span(),
          credentialed);
    }
  }

  /** Commands handed to an action or a workflow of which nothing is known. */
  void inputs(Span place, YamlNode.Scalar reference, Env with, Site at, Trail trail) {
    for (Map.Entry<String, YamlNode.Scalar> input : with.entries().entrySet()) {
      YamlNode.Scalar script = input.getValue();
      if (!walk.knowledge().isScriptInput(input.getKey()) || !couldWrite(script.value())) {
        continue;
      }
      String doubt =
          "`"
              + reference.value()
              + "` is handed it as `"
              + input.getKey()
              + "`, and what it does with it is not known";
      ScriptReader.Reading reading =
          walk.scripts().read(script, ScriptReader.Where.in(trail.file()), at, found.candidates());
      boolean retries = reference.value().contains("retry");
      for (ScriptReader.Ran ran : reading.ran()) {
        found.operation(retries ? ran.asRepeated() : ran, trail, place, at, null);
      }
      for (ScriptWrites.Write write : reading.writes()) {
        found.write(write.doubted(doubt), trail, place, credentialed);
      }
    }
  }

  /** What the containers of a job are started with. */
  void containers(List<YamlNode.Scalar> texts, Trail trail) {
    for (YamlNode.Scalar text : texts) {
      if (OpaqueText.mentionsWrite(text.value(), walk.knowledge())) {
        found.write(
            text.value().strip(),
            text.span(),
            trail,
            List.of(),
            "a container of the job is started with it",
            false,
            text.span(),
            credentialed);
      }
    }
  }

  /** A {@code shell:} that does more than start the script. */
  void shell(Step step, @Nullable String shell, Trail trail) {
    if (shell != null && OpaqueText.mentionsWrite(shell, walk.knowledge())) {
      found.write(
          shell.strip(),
          step.span(),
          trail,
          List.of(),
          "the step's shell is started with it",
          false,
          step.span(),
          credentialed);
    }
  }

  private boolean couldWrite(String text) {
    return OpaqueText.mentionsWrite(text, walk.knowledge())
        || walk.knowledge().operations().mentioned(text)
        || (text.contains("$") && !found.candidates().isEmpty())
        || text.contains("s3://")
        || text.contains(" copy ");
  }

  private static String doubt(String what) {
    return "`" + what + "` mentions a write, and is not analysed";
  }

  private List<Program> programs(Action action) {
    List<Program> programs = new ArrayList<>();
    Span top = Span.at(action.file().path(), 1, 1);
    switch (action.runs()) {
      case Action.Runs.JavaScript(String main, String pre, String post) -> {
        addProgram(action, pre, false, programs);
        addProgram(action, main, false, programs);
        addProgram(action, post, true, programs);
      }
      case Action.Runs.Docker(String image, List<YamlNode.Scalar> commands) -> {
        StringBuilder started = new StringBuilder(image == null ? "" : imageName(image));
        for (YamlNode.Scalar command : commands) {
          started.append(' ').append(command.value());
        }
        if (OpaqueText.mentionsWrite(started.toString(), walk.knowledge())) {
          Span place = commands.isEmpty() ? top : commands.getFirst().span();
          programs.add(new Program(started.toString().strip(), place, false));
        }
        addProgram(action, image, false, programs);
        addProgram(action, "entrypoint.sh", false, programs);
      }
      case Action.Runs.Composite _, Action.Runs.Unknown _ -> {}
    }
    return programs;
  }

  private void addProgram(
      Action action, @Nullable String name, boolean postStep, List<Program> to) {
    if (name == null || name.isBlank() || name.startsWith("docker://")) {
      return;
    }
    String path = action.file().path();
    String text = walk.checkout().text(Checkout.beside(path, name));
    if (text != null && OpaqueText.mentionsWrite(text, walk.knowledge())) {
      to.add(new Program(name, Span.at(path, 1, 1), postStep));
    }
  }

  /** The name of an image without registry, tag and digest. */
  private static String imageName(String reference) {
    String name = reference.substring(reference.lastIndexOf('/') + 1);
    int end = name.length();
    for (int i = 0; i < name.length(); i++) {
      if (name.charAt(i) == ':' || name.charAt(i) == '@') {
        end = i;
        break;
      }
    }
    return name.substring(0, end).toLowerCase(Locale.ROOT);
  }
}
