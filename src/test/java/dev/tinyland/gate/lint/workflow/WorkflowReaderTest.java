package dev.tinyland.gate.lint.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tinyland.gate.lint.yaml.YamlNode;
import org.junit.jupiter.api.Test;

class WorkflowReaderTest {
  @Test
  void a_job_that_calls_a_workflow() {
    Job job =
        Parsed.job(
            """
            uses: ./.github/workflows/deploy.yml
            with: {level: 1}
            secrets: {token: "${{ secrets.ATTIC_TOKEN }}"}
            """);
    assertThat(job.body())
        .isInstanceOfSatisfying(
            Job.Body.Call.class,
            call -> {
              assertThat(call.reference().value()).isEqualTo("./.github/workflows/deploy.yml");
              assertThat(call.with().entries()).containsOnlyKeys("level");
              assertThat(call.secrets().entries()).containsOnlyKeys("token");
              assertThat(call.inherit()).isFalse();
              assertThat(call.span().line()).isEqualTo(4);
              assertThat(call.span().endLine()).isEqualTo(6);
            });
  }

  @Test
  void secrets_inherited_in_any_spelling() {
    for (String word : new String[] {"inherit", "'inherit'", "Inherit", "INHERIT"}) {
      assertThat(Parsed.job("uses: o/r/.github/workflows/x.yml@v1\nsecrets: " + word).body())
          .isInstanceOfSatisfying(
              Job.Body.Call.class, call -> assertThat(call.inherit()).as(word).isTrue());
    }
  }

  @Test
  void secrets_from_an_expression_are_not_known() {
    assertThat(Parsed.job("uses: o/r/.github/workflows/x.yml@v1\nsecrets: ${{ x }}").body())
        .isInstanceOfSatisfying(
            Job.Body.Call.class, call -> assertThat(call.secrets().dynamic()).isTrue());
  }

  @Test
  void the_shell_of_the_job_comes_before_that_of_the_workflow() {
    Workflow workflow =
        Parsed.workflow(
            """
            on: push
            defaults: {run: {shell: pwsh}}
            jobs:
              a: {steps: []}
              b:
                defaults: {run: {shell: python}}
                steps: []
            """);
    assertThat(workflow.jobs()).extracting(Job::defaultShell).containsExactly("pwsh", "python");
  }

  @Test
  void the_folder_of_the_job_comes_before_that_of_the_workflow() {
    Workflow workflow =
        Parsed.workflow(
            """
            on: push
            defaults: {run: {working-directory: tofu}}
            jobs:
              a: {steps: []}
              b:
                defaults: {run: {working-directory: tofu/stacks/attic, shell: bash}}
                steps: []
            """);
    assertThat(workflow.jobs())
        .extracting(job ->
            String.valueOf(job.defaultDirectory() == null ? null : job.defaultDirectory().value()))
        .containsExactly("tofu", "tofu/stacks/attic");
  }

  @Test
  void needs_as_one_name_or_a_list() {
    assertThat(Parsed.job("needs: x").needs()).containsExactly("x");
    assertThat(Parsed.job("needs: [x, y]").needs()).containsExactly("x", "y");
    assertThat(Parsed.job("runs-on: z").needs()).isEmpty();
  }

  @Test
  void a_job_is_found_whatever_the_case_of_its_name() {
    Workflow workflow = Parsed.workflow("on: push\njobs:\n  Build: {steps: []}");
    assertThat(workflow.job("build")).isNotNull();
    assertThat(workflow.job("other")).isNull();
  }

  @Test
  void an_env_from_an_expression_holds_more_than_is_written() {
    assertThat(Parsed.job("env: ${{ fromJSON(inputs.env) }}").env().dynamic()).isTrue();
    assertThat(Parsed.job("env:").env().dynamic()).isFalse();
    assertThat(Parsed.job("env: {'${{ x }}': 1}").env().dynamic()).isTrue();
  }

  @Test
  void what_containers_and_services_are_started_with() {
    Job job =
        Parsed.job(
            """
            container: {image: x, options: --cpus 1}
            services:
              cache: {image: y, entrypoint: /bin/sh, command: attic watch-store main}
              other: image
            """);
    assertThat(job.containers())
        .extracting(YamlNode.Scalar::value)
        .containsExactly("--cpus 1", "/bin/sh", "attic watch-store main");
    assertThat(Parsed.job("container: image:latest").containers()).isEmpty();
  }

  @Test
  void what_is_no_workflow_is_a_problem() {
    assertThat(problems("just text"))
        .containsExactly("not a workflow: the top level is not a mapping");
    assertThat(problems("jobs: {}")).containsExactly("not a workflow: there is no `on`");
    assertThat(problems("on: push")).containsExactly("not a workflow: there is no `jobs`");
    assertThat(problems("")).hasSize(1);
    assertThat(problems("on: push\njobs: {}")).isEmpty();
  }

  @Test
  void a_broken_file_keeps_what_stands_before_the_break() {
    Checkout.Read read =
        Parsed.read(
            ".github/workflows/ci.yml",
            "on: push\njobs:\n  a:\n    steps:\n      - run: attic push main x\n      - run: \"open\n");
    assertThat(read.problems()).isNotEmpty();
    assertThat(Parsed.present(read.workflow()).jobs()).hasSize(1);
  }

  private static java.util.List<String> problems(String text) {
    return Parsed.read(".github/workflows/ci.yml", text).problems().stream()
        .map(dev.tinyland.gate.report.Problem::message)
        .toList();
  }
}
