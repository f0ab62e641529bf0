package dev.tinyland.gate.report;

/**
 * What is said of a rule everywhere; all longer prose lives in {@code docs/rules/<id>.md}.
 *
 * @param id kebab-case; the name of the page, of the SARIF rule and of the suppression
 * @param summary one line without a closing period
 * @param level the level unless the configuration says otherwise
 * @param suppressible false for rules no comment can switch off
 * @param since the version that introduced it
 */
public record RuleInfo(String id, String summary, Level level, boolean suppressible, String since) {
  /** Where the rule's page can be read. */
  public String helpUri() {
    return "https://github.com/gloriousflywheel/gate-action/blob/main/docs/rules/" + id + ".md";
  }
}
