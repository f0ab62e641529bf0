import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;

/**
 * Writes repositories that look like real ones, the same on every machine (fixed seed), so that the
 * benchmark needs no foreign code. Shapes follow what public repositories hold: a workflow is 60 to
 * 160 lines, one in twenty has to do with an Attic cache, a document is prose with a few fenced
 * commands.
 */
final class SyntheticRepository {
  private static final long SEED = 20261120;
  private static final int ATTIC_EVERY = 20;
  private static final List<String> EVENTS =
      List.of(
          "  push:\n    branches: [main]\n  pull_request:\n",
          "  push:\n    branches: [main, 'release/**']\n    paths-ignore: ['docs/**', '*.md']\n  pull_request:\n    types: [opened, synchronize, reopened]\n",
          "  schedule:\n    - cron: '23 4 * * 1'\n  workflow_dispatch:\n    inputs:\n      level:\n        description: How much to say\n        type: choice\n        options: [info, debug]\n        default: info\n",
          "  workflow_call:\n    inputs:\n      target:\n        type: string\n        required: true\n      fast:\n        type: boolean\n        default: false\n    secrets:\n      DEPLOY_TOKEN:\n        required: false\n",
          "  release:\n    types: [published]\n  workflow_dispatch:\n",
          "  merge_group:\n  pull_request:\n    branches: [main]\n");
  private static final List<String> STEPS =
      List.of(
          "      - name: Set up Node\n        uses: actions/setup-node@2028fbc5c25fe9cf00d9f06a71cc4710d4507903 # v6.0.0\n        with:\n          node-version: ${{ matrix.version }}\n          cache: npm\n",
          "      - name: Restore what was built before\n        uses: actions/cache@0057852bfaa89a56745cba8c7296529d2fc39830 # v4.3.0\n        with:\n          path: |\n            ~/.cache/build\n            ~/.local/share/build\n          key: ${{ runner.os }}-build-${{ hashFiles('**/lock.json') }}\n          restore-keys: ${{ runner.os }}-build-\n",
          "      - name: Test\n        run: |\n          set -euo pipefail\n          mkdir -p reports\n          for suite in unit wire; do\n            ./scripts/test.sh --suite \"$suite\" --report \"reports/$suite.xml\"\n          done\n        env:\n          CI_LEVEL: ${{ github.event_name == 'push' && 'full' || 'quick' }}\n",
          "      - name: Summary\n        if: ${{ always() && hashFiles('reports/*.xml') != '' }}\n        run: |\n          {\n            echo '## Tests'\n            echo\n            ./scripts/summary.sh reports/*.xml\n          } >> \"$GITHUB_STEP_SUMMARY\"\n",
          "      - uses: actions/upload-artifact@ea165f8d65b6e75b540449e92b4886f43607fa02 # v4.6.2\n        if: failure()\n        with:\n          name: reports-${{ matrix.version }}\n          path: reports/\n          retention-days: 7\n",
          "      - name: Build the image\n        run: >-\n          docker build\n          --build-arg REVISION=${{ github.sha }}\n          --tag registry.example.org/service:${{ github.run_number }}\n          .\n",
          "      - name: Check formatting\n        run: nix develop --command treefmt --fail-on-change\n",
          "      - name: Comment on the pull request\n        if: github.event_name == 'pull_request' && github.event.pull_request.head.repo.full_name == github.repository\n        env:\n          GH_TOKEN: ${{ secrets.GITHUB_TOKEN }}\n          BODY: ${{ steps.plan.outputs.text }}\n        run: gh pr comment \"${{ github.event.pull_request.number }}\" --body \"$BODY\"\n",
          "      - uses: ./.github/actions/setup\n        with:\n          fast: ${{ github.event_name == 'pull_request' }}\n");
  private static final List<String> ATTIC_STEPS =
      List.of(
          "      - uses: ryanccn/attic-action@4c4bf5e0ac4fc3bd7a2ed5c8a83a9d4ba6e3a5e2 # v0.4.0\n        with:\n          endpoint: https://attic.example.org\n          cache: main\n          token: ${{ secrets.ATTIC_TOKEN }}\n          skip-push: ${{ github.event_name == 'pull_request' }}\n",
          "      - name: Push the closure\n        if: github.ref == 'refs/heads/main'\n        env:\n          ATTIC_TOKEN: ${{ secrets.ATTIC_TOKEN }}\n        run: |\n          if [ -n \"$ATTIC_TOKEN\" ]; then\n            attic login ci https://attic.example.org \"$ATTIC_TOKEN\"\n            nix path-info --recursive ./result | xargs attic push ci:main\n          fi\n",
          "      - uses: ./.github/actions/nix-job\n        with:\n          command: nix build .#checks.x86_64-linux.all\n          push-cache: ${{ github.event_name == 'push' && 'true' || 'false' }}\n");
  private static final List<String> PROSE =
      List.of(
          "The runner keeps nothing between two jobs, so every job starts from the cache or from nothing.\n",
          "A plan is reviewed before it is applied; what was applied is what was reviewed.\n",
          "When the queue is longer than an hour, look at the dashboard first and at the logs second.\n",
          "Only the default branch publishes. A pull request reads what is there and leaves it alone.\n");
  private static final List<String> COMMANDS =
      List.of(
          "just check",
          "nix build .#checks.x86_64-linux.all --print-build-logs",
          "kubectl get pods --namespace runners --watch",
          "tofu plan -out plan.bin && tofu show plan.bin",
          "attic push main ./result");

  private final Random random = new Random(SEED);

  private SyntheticRepository() {}

  /** A checkout like the one gate was made for: 6 workflows, 3 actions, 60 documents. */
  static void writeCheckout(Path root) throws IOException {
    SyntheticRepository repository = new SyntheticRepository();
    repository.writeWorkflows(root, 6, 2);
    repository.writeActions(root);
    for (int i = 0; i < 60; i++) {
      write(root.resolve("docs/topic-" + i + ".md"), repository.document(i));
    }
    write(root.resolve("flake.nix"), "{ outputs = _: { }; }\n");
  }

  /** Many workflows in one folder, and the actions they call. */
  static void writeCorpus(Path root, int workflows) throws IOException {
    SyntheticRepository repository = new SyntheticRepository();
    repository.writeWorkflows(root, workflows, ATTIC_EVERY);
    repository.writeActions(root);
  }

  private void writeWorkflows(Path root, int count, int atticEvery) throws IOException {
    for (int i = 0; i < count; i++) {
      Path file = root.resolve(".github/workflows/job-" + i + ".yml");
      write(file, workflow("job " + i, i % atticEvery == 0));
    }
  }

  private String workflow(String name, boolean attic) {
    StringBuilder text = new StringBuilder();
    text.append("# ")
        .append(name)
        .append(": see docs/topic-0.md\nname: ")
        .append(name)
        .append("\non:\n");
    text.append(pick(EVENTS));
    text.append("permissions:\n  contents: read\nconcurrency:\n");
    text.append("  group: ${{ github.workflow }}-${{ github.ref }}\n  cancel-in-progress: true\n");
    text.append("env:\n  FORCE_COLOR: '1'\n  SERVICE: service\njobs:\n");
    int jobs = 1 + random.nextInt(3);
    for (int job = 0; job < jobs; job++) {
      text.append("  job-").append(job).append(":\n");
      if (job > 0) {
        text.append("    needs: [job-").append(job - 1).append("]\n");
        text.append("    if: ${{ !cancelled() && needs.job-")
            .append(job - 1)
            .append(".result == 'success' }}\n");
      }
      text.append(
          "    runs-on: ${{ matrix.os }}\n    timeout-minutes: 20\n    strategy:\n      fail-fast: false\n");
      text.append(
          "      matrix:\n        os: [ubuntu-latest, ubuntu-24.04-arm]\n        version: ['20', '22']\n");
      text.append(
          "    steps:\n      - uses: actions/checkout@08c6903cd8c0fde910a37f88322edcfb5dd907a8 # v5.0.0\n");
      text.append("        with:\n          persist-credentials: false\n");
      int steps = 3 + random.nextInt(5);
      for (int step = 0; step < steps; step++) {
        text.append(pick(STEPS));
      }
      if (attic) {
        text.append(pick(ATTIC_STEPS));
      }
    }
    return text.toString();
  }

  private void writeActions(Path root) throws IOException {
    Path actions = root.resolve(".github/actions");
    write(
        actions.resolve("setup/action.yml"),
        "name: setup\ndescription: Prepares the machine\ninputs:\n  fast:\n    description: Leave out what is not needed\n    default: 'false'\nruns:\n  using: composite\n  steps:\n"
            + "    - if: inputs.fast != 'true'\n      run: ./scripts/setup.sh --all\n      shell: bash\n    - run: ./scripts/setup.sh\n      shell: bash\n");
    write(
        actions.resolve("nix-job/action.yml"),
        "name: nix job\ndescription: Runs one command\ninputs:\n  command:\n    description: What to run\n    required: true\n  push-cache:\n    description: Whether results go to the cache\n    default: 'true'\nruns:\n  using: composite\n  steps:\n"
            + "    - uses: ryanccn/attic-action@v0.4.0\n      with:\n        cache: main\n        skip-push: ${{ inputs.push-cache != 'true' }}\n    - run: ${{ inputs.command }}\n      shell: bash\n");
    write(
        actions.resolve("notify/action.yml"),
        "name: notify\ndescription: Tells the channel\ninputs:\n  text:\n    description: What to say\n    required: true\nruns:\n  using: node24\n  main: dist/main.js\n");
  }

  private String document(int number) {
    StringBuilder text = new StringBuilder("# Topic " + number + "\n\n");
    int sections = 3 + random.nextInt(5);
    for (int section = 0; section < sections; section++) {
      text.append("## Part ").append(section).append("\n\n");
      int paragraphs = 2 + random.nextInt(5);
      for (int paragraph = 0; paragraph < paragraphs; paragraph++) {
        text.append(pick(PROSE)).append(pick(PROSE)).append('\n');
      }
      text.append("```sh\n")
          .append(pick(COMMANDS))
          .append('\n')
          .append(pick(COMMANDS))
          .append("\n```\n\n");
    }
    return text.toString();
  }

  private String pick(List<String> choices) {
    return choices.get(random.nextInt(choices.size()));
  }

  private static void write(Path file, String text) throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }
}
