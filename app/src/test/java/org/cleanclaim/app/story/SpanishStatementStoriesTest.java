package org.cleanclaim.app.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.LocalDate;
import java.util.UUID;
import java.util.regex.Pattern;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.cleanclaim.app.access.Role;
import org.cleanclaim.app.statement.BillingPractice;
import org.cleanclaim.app.statement.Statements;
import org.cleanclaim.kernel.Money;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// A statement on paper for somebody who reads Spanish.
class SpanishStatementStoriesTest {
  private static final LocalDate SERVED = LocalDate.of(2026, 1, 5);
  private static final LocalDate DAY = LocalDate.of(2026, 2, 2);
  private static final BillingPractice PRACTICE = new BillingPractice("esp", "1553001037");

  /// Words of the English statement that no Spanish one has.
  private static final Pattern ENGLISH =
      Pattern.compile(
          "(?i)\\b(the|your|you|we|paid|plan paid|statement|account|visit"
              + " on|left|due|please|owe|because|check|cash"
              + "|deductible|payment|payments|discount|day|days|questions)\\b");

  @Test
  void everyWordIsSpanishAndEverySumIsProven() throws IOException {
    var patient = PRACTICE.patient();
    PRACTICE.share(patient, "kind", SERVED, "120.35");
    PRACTICE.share(patient, "kind", SERVED.plusDays(2), "40.00");
    String wish = "/billing/accounts/" + patient.publicId() + "/wish";
    assertThat(PRACTICE.put("bill", wish, "{\"language\": \"SPANISH\"}").status()).isEqualTo(200);
    var taken =
        PRACTICE.post(
            "fran",
            "/billing/payments",
            """
            {"patient": "%s", "receipt": "ESP-1", "method": "check", "purpose": "STATEMENT", "amount": "20.35",
             "receivedOn": "%s"}
            """
                .formatted(patient.publicId(), DAY));
    assertThat(taken.status()).as(taken.text()).isEqualTo(200);
    PRACTICE.statementsOf(DAY);
    var account = PRACTICE.get("bill", "/billing/accounts/" + patient.publicId() + "?on=" + DAY);
    var statement = account.json().at("/statements/0");
    assertThat(statement.at("/dueNow").asString()).isEqualTo("140.00");

    String text = text(statement.at("/id").asString());

    assertThat(text)
        .contains(
            "Estado de cuenta",
            "Marlow, OH 43215-0001",
            "a pagar a más tardar el",
            "5 de enero de 2026",
            "Deducible",
            "Su plan pagó",
            "Pago (cheque)",
            "Pague ahora",
            "$140.00",
            "¿Preguntas");
    assertThat(ENGLISH.matcher(text).results().map(r -> r.group()).toList()).isEmpty();
    Money sum = Money.ZERO;
    for (var visit : statement.at("/content/visits")) {
      Money left =
          money(visit.at("/charged"))
              .minus(money(visit.at("/planDiscount")))
              .minus(money(visit.at("/planPaid")));
      Money reasons = Money.ZERO;
      for (var item : visit.at("/items")) reasons = reasons.plus(money(item.at("/amount")));
      assertThat(reasons).isEqualTo(left);
      sum = sum.plus(left);
    }
    for (var item : statement.at("/content/payments")) sum = sum.plus(money(item.at("/amount")));
    assertThat(sum).isEqualTo(money(statement.at("/balance")));
  }

  @Test
  void aPlanThatHasPaidNothingIsSaidWithoutAMinus() throws IOException {
    var patient = PRACTICE.patient();
    var visit = PRACTICE.encounter(patient, SERVED);
    String claim = PRACTICE.billed(visit, "kind", "AT_PAYER", "120");
    PRACTICE.decided(visit, claim, "kind", "0", "30", "90");
    PRACTICE.statementsOf(DAY);
    var account = PRACTICE.get("bill", "/billing/accounts/" + patient.publicId() + "?on=" + DAY);

    assertThat(text(account.at("/statements/0/id")))
        .contains("Your plan paid $0.00")
        .doesNotContain("−$0.00");
  }

  private static Money money(JsonNode node) {
    return Money.of(node.asString());
  }

  private static String text(String statement) throws IOException {
    byte[] pdf =
        PRACTICE.as(
            Role.BILLER,
            () -> {
              var statements = PRACTICE.server.bean(Statements.class);
              return statements.pdf(statements.find(UUID.fromString(statement)).orElseThrow());
            });
    try (var document = Loader.loadPDF(pdf)) {
      return new PDFTextStripper().getText(document);
    }
  }
}
