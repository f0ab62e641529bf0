package dev.tinyland.gate.lint.program;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tinyland.gate.lint.shell.Program;
import dev.tinyland.gate.lint.shell.Word;
import dev.tinyland.gate.lint.workflow.Checkout;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the shell gets of a recipe. */
class RecipesTest {
  private static final String WORKFLOW = ".github/workflows/ci.yml";

  private static @Nullable Program find(Map<String, String> files, String command) {
    Checkout checkout =
        new Checkout(path -> {
          String text = files.get(path);
          return text == null ? null : text.getBytes(StandardCharsets.UTF_8);
        });
    CodeReferences all = new CodeReferences(checkout, text -> true);
    List<Word> argv = new ArrayList<>();
    for (String word : command.split(" ")) {
      argv.add(Word.of(word, 0, 0));
    }
    return new RepositoryPrograms(checkout, all, WORKFLOW).find(argv, "", null);
  }

  private static String text(Map<String, String> files, String command) {
    Program program = find(files, command);
    return program == null ? "none" : program.text().text().strip();
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = " => ",
      value = {
        "just a => echo a",
        "just => echo first",
        "just -f justfile a => echo a",
        "just --justfile=justfile a => echo a",
        "just -d . a => echo a",
        "just quiet => echo quiet",
        "just careful => echo careful || true",
        "just both => echo a;echo both",
        "just short => echo a",
        "just set => echo main",
        "just computed => echo ${now}",
        "just given x => echo x",
        "just given => echo one",
        "just many 1 2 3 => echo 1 2 3",
        "just cache=other set => echo other",
        "just quoted => echo 'a:b'",
        "just later => echo later;echo a",
        "just none => none",
        "just --list => echo first",
      })
  void just(String command, String expected) {
    String justfile =
        """
        set shell := ["bash", "-uc"]
        cache := "main"
        now := `date`
        alias short := a

        # A comment: with a colon
        first:
            echo first

        a:
            echo a
        @quiet:
            @echo quiet
        careful:
            -echo careful
        both: a
            echo both
        [private]
        set:
            echo {{cache}}
        computed:
            echo {{ now }}
        given path="one":
            echo {{path}}
        many +all:
            echo {{all}}
        quoted:
            echo 'a:b'
        later: && a
            echo later
        """;
    assertThat(text(Map.of("justfile", justfile), command).replaceAll("\n+", ";"))
        .satisfiesAnyOf(
            text -> assertThat(text).isEqualTo(expected),
            // What runs after a recipe is put before it: the order makes no difference to a write.
            text -> assertThat(text).isEqualTo(reversed(expected)));
  }

  private static String reversed(String lines) {
    List<String> all = new ArrayList<>(List.of(lines.split(";")));
    java.util.Collections.reverse(all);
    return String.join(";", all);
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = " => ",
      value = {
        "just apply attic => just check \"attic\";just init \"a b\" \"attic\";tofu apply attic",
        "just late attic => tofu apply attic;just check \"attic\"",
        "just fixed => just check \"main\";tofu apply",
      })
  void what_a_recipe_calls_with_arguments_is_called(String command, String expected) {
    String justfile =
        """
        stack := "main"
        check stack:
            check {{stack}}
        apply stack: (check stack) (init "a b" stack) # (check "x")
            tofu apply {{stack}}
        late stack: && (check stack)
            tofu apply {{stack}}
        fixed: (check stack)
            tofu apply
        """;
    assertThat(text(Map.of("justfile", justfile), command).replaceAll("\n+", ";"))
        .isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = " => ",
      value = {
        "make => nix build",
        "make push => nix build;attic push main $(readlink result)",
        "make -C . push => nix build;attic push main $(readlink result)",
        "make CACHE=x push => nix build;attic push x $(readlink result)",
        "make env => echo ${HOME}",
        "make quiet => echo 'a' || true",
        "make both1 => echo both",
        "make none => none",
      })
  void make(String command, String expected) {
    String makefile =
        """
        CLIENT := attic
        CACHE ?= main
        .PHONY: build push
        build:
        \tnix build

        push: build
        \t@$(CLIENT) push $(CACHE) $$(readlink result)
        env:
        \techo $(HOME)
        quiet:
        \t-@echo 'a'
        both1 both2:
        \techo both
        """;
    assertThat(text(Map.of("Makefile", makefile), command).replaceAll("\n+", ";"))
        .isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = " => ",
      value = {
        "npm run build => prepare;vite build;done",
        "npm run-script publish:cache => sh -c \"attic push main\"",
        "npm test => jest",
        "npm ci => setup",
        "yarn build => prepare;vite build;done",
        "pnpm run build => prepare;vite build;done",
        "npm run none => none",
        "npm publish => none",
      })
  void package_scripts(String command, String expected) {
    String json =
        """
        {"name": "x", "scripts": {
          "prebuild": "prepare", "build": "vite build", "postbuild": "done",
          "publish:cache": "sh -c \\"attic push main\\"", "publish": "no",
          "test": "jest", "postinstall": "setup"
        }, "other": {"build": "wrong"}}
        """;
    assertThat(text(Map.of("package.json", json), command).replaceAll("\n+", ";"))
        .isEqualTo(expected);
  }

  @Test
  void the_nearest_justfile_counts() {
    Map<String, String> files =
        Map.of("justfile", "a:\n    echo root\n", "sub/justfile", "a:\n    echo sub\n");
    assertThat(text(files, "just -d sub a")).isEqualTo("echo sub");
    assertThat(text(files, "just -d other a")).isEqualTo("echo root");
  }

  @Test
  void a_recipe_in_another_language_is_not_read_as_shell() {
    Program program =
        find(Map.of("justfile", "a:\n    #!/usr/bin/env python3\n    print(1)\n"), "just a");
    assertThat(program).isNotNull().extracting(Program::shell).isEqualTo(false);
  }

  @ParameterizedTest
  @CsvSource({
    "#!/bin/sh, true",
    "#!/usr/bin/env bash, true",
    "#!/usr/bin/env -S bash -e, true",
    "#!/nix/store/abc/bin/bash, true",
    "#!/usr/bin/env python3, false",
    "#!/usr/bin/node, false",
  })
  void the_first_line_tells_the_language(String line, boolean shell) {
    assertThat(Shebang.isShell("script", line + "\ntrue\n")).isEqualTo(shell);
  }

  @Test
  void nix_shell_names_the_language_on_its_second_line() {
    String start = "#!/usr/bin/env nix-shell\n#! nix-shell -i ";
    assertThat(Shebang.isShell("x", start + "bash -p attic-client\n")).isTrue();
    assertThat(Shebang.isShell("x", start + "python3 -p attic-client\n")).isFalse();
  }
}
