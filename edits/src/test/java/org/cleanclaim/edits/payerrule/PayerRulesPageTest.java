package org.cleanclaim.edits.payerrule;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.cleanclaim.edits.payerrule.ClaimField.Access;
import org.junit.jupiter.api.Test;

class PayerRulesPageTest {
  private static final Path PAGE = Path.of("../docs/reference/payer-rules.md");
  private static final String FIRST = "## Fields";

  @Test
  void theReferencePageListsEveryFieldAndStarterRule() throws IOException {
    String page = Files.readString(PAGE);
    int at = page.indexOf(FIRST);
    String wanted = (at < 0 ? page : page.substring(0, at)) + lists();
    if (Boolean.getBoolean("cleanclaim.write")) Files.writeString(PAGE, wanted);

    assertThat(PAGE).content().isEqualTo(wanted);
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
    lists.append(
        "\n## Starter rules\n\n| rule | what it wants | from | source |\n|---|---|---|---|\n");
    for (PayerRule rule : PayerRuleFiles.starter().rules()) {
      lists.append(
          "| %s %d | %s | %s | %s |\n"
              .formatted(
                  rule.id(), rule.version(), rule.intent(), rule.period().from(), rule.source()));
    }
    return lists.toString();
  }
}
