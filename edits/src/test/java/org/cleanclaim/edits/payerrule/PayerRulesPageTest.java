package org.cleanclaim.edits.payerrule;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.cleanclaim.edits.payerrule.ClaimField.Access;
import org.junit.jupiter.api.Test;

class PayerRulesPageTest {
  private static final Path STARTERS = Path.of("../docs/reference/starter-rules.md");
  private static final Path PAGE = Path.of("../docs/reference/payer-rules.md");
  private static final String FIRST = "## Fields";

  @Test
  void theReferencePageListsEveryField() throws IOException {
    String page = Files.readString(PAGE);
    int at = page.indexOf(FIRST);
    String wanted = (at < 0 ? page : page.substring(0, at)) + lists();
    if (Boolean.getBoolean("cleanclaim.write")) Files.writeString(PAGE, wanted);

    assertThat(PAGE).content().isEqualTo(wanted);
  }

  @Test
  void everyStarterRuleHasItsSourceAndAnExampleOfEachKind() throws IOException {
    var page =
        new StringBuilder(
            """
            # Starter rules

            The rules of payers that come with the product, in the [form of the rule files](payer-rules.md), from which this page is written.
            Each is tried by its examples at every build: a plain office visit, changed by what is said. None repeats a
            [built-in rule](rules.md). A practice copies those that it wants and publishes them after a replay; the command uses all.
            """);
    for (PayerRule rule : PayerRuleFiles.starter().rules()) page.append(section(rule));
    if (Boolean.getBoolean("cleanclaim.write")) Files.writeString(STARTERS, page);

    assertThat(STARTERS).content().isEqualTo(page.toString());
  }

  private static String section(PayerRule rule) {
    var text = new StringBuilder();
    text.append("\n## %s, version %d\n\n".formatted(rule.id(), rule.version()));
    text.append("%s.\n\n".formatted(rule.intent()));
    var period = rule.period();
    text.append(
        "- Source: %s\n- Days of service: %s%s\n- Claims: %s\n"
            .formatted(
                rule.source(),
                period.from(),
                period.until() == null ? " on" : " to the day before " + period.until(),
                scope(rule.scope())));
    for (PayerAction action : rule.actions())
      text.append("- ").append(inWords(action)).append('\n');
    for (RuleExample example : rule.examples()) {
      text.append(
          "- %s: %s\n"
              .formatted(
                  example.expected() == RuleExample.Expected.PASSES ? "Passes" : "Fails",
                  inWords(example)));
    }
    return text.toString();
  }

  private static String scope(RuleScope scope) {
    var parts = new ArrayList<String>();
    if (!scope.payerClasses().isEmpty()) parts.add("to " + words(scope.payerClasses()));
    if (!scope.claimTypes().isEmpty()) parts.add(words(scope.claimTypes()));
    return parts.isEmpty() ? "all" : String.join("; ", parts);
  }

  private static String words(Set<?> values) {
    return values.stream()
        .map(v -> v.toString().toLowerCase(Locale.ROOT).replace('_', ' '))
        .sorted()
        .collect(Collectors.joining(", "));
  }

  private static String inWords(PayerAction action) {
    return switch (action) {
      case PayerAction.Say say ->
          "%s: %s %s%s"
              .formatted(
                  say.weight() == PayerAction.Weight.HOLD ? "Holds" : "Warns",
                  say.message(),
                  say.remedy(),
                  say.expectedDenial() == null
                      ? ""
                      : " Expected denial: " + say.expectedDenial().value() + ".");
      case PayerAction.Write write ->
          "%s %s: %s"
              .formatted(write.manner(), write.field().title(), String.join(", ", write.values()));
      case PayerAction.Tag tag -> "Tags: " + tag.name();
    };
  }

  private static String inWords(RuleExample example) {
    var parts = new ArrayList<String>();
    if (!example.claimFields().isEmpty()) parts.add(inWords(example.claimFields()));
    example.lines().forEach(line -> parts.add("line with " + inWords(line)));
    return parts.isEmpty() ? "the plain visit" : String.join("; ", parts);
  }

  private static String inWords(Map<ClaimField, List<String>> fields) {
    return fields.entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .map(e -> "`%s` %s".formatted(e.getKey().title(), String.join(" ", e.getValue())))
        .collect(Collectors.joining(", "));
  }

  private static String lists() {
    var lists = new StringBuilder(FIRST).append("\n\n| field | holds | rules may change it |\n");
    lists.append("|---|---|---|\n");
    for (ClaimField field : ClaimField.values()) {
      lists.append(
          "| `%s` | %s | %s |\n"
              .formatted(
                  field.title(),
                  field.type().name().toLowerCase(Locale.ROOT).replace('_', ' '),
                  field.access() == Access.CHANGEABLE ? "yes" : ""));
    }
    return lists.toString();
  }
}
