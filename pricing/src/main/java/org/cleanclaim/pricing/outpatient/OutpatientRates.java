package org.cleanclaim.pricing.outpatient;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cleanclaim.codesets.CodeSets;
import org.cleanclaim.codesets.publication.PublicationKind;
import org.cleanclaim.codesets.publication.RuleTables;
import org.cleanclaim.kernel.Citation;
import org.cleanclaim.kernel.EffectivePeriod;
import org.cleanclaim.kernel.Finding;
import org.cleanclaim.kernel.Layer;
import org.cleanclaim.kernel.Money;
import org.cleanclaim.kernel.Place;
import org.cleanclaim.kernel.RuleId;
import org.cleanclaim.kernel.Severity;

/// The rates of Addendum B that are in force on a day. Source: 42 CFR 419.31, 419.32.
public final class OutpatientRates {
  private static final RuleId RULE = new RuleId("PRICE-OUTPATIENT");
  private static final Citation SOURCE =
      new Citation(
          "42 CFR part 419; OPPS Addenda B and D1", EffectivePeriod.from(LocalDate.of(2000, 8, 1)));

  private final Map<String, Row> rows;

  private record Row(String indicator, String rate) {}

  private OutpatientRates(Map<String, Row> rows) {
    this.rows = rows;
  }

  /// Takes the table `rates` as it is installed.
  public static OutpatientRates of(RuleTables tables) {
    RuleTables.Table table = tables.table("rates");
    int code = table.column("hcpcs");
    int indicator = table.column("indicator");
    int rate = table.column("rate");
    var rows = new HashMap<String, Row>(table.rows().size() * 2);
    for (List<String> row : table.rows()) {
      rows.put(row.get(code), new Row(row.get(indicator), row.get(rate)));
    }
    return new OutpatientRates(rows);
  }

  /// The rates of a day; empty where the addendum of its year is not installed. A later quarter is
  /// priced by the latest addendum before it in the same year.
  public static Optional<OutpatientRates> on(CodeSets codeSets, LocalDate day) {
    return codeSets
        .rules(PublicationKind.OPPS_RATES, day)
        .filter(table -> table.effectiveFrom().getYear() == day.getYear())
        .map(table -> table.view(RuleTables.class, OutpatientRates.class, OutpatientRates::of));
  }

  /// What is paid for one unit of a code.
  public OutpatientRate rate(String code) {
    Row row = rows.get(code);
    if (row == null) {
      return new OutpatientRate.Unknown(
          code,
          finding(
              "%s is not in Addendum B.".formatted(code),
              "Correct the code, or install the addendum of its quarter."));
    }
    StatusIndicator status = StatusIndicator.parse(row.indicator()).orElse(null);
    if (status == null) {
      return new OutpatientRate.Unknown(
          code,
          finding(
              "%s has the status indicator %s, which is not known here."
                  .formatted(code, row.indicator()),
              "Look it up in Addendum D1 of the year."));
    }
    return switch (status.payment()) {
      case PACKAGED -> new OutpatientRate.Packaged(code, status);
      case NOT_PAID ->
          new OutpatientRate.NotPaid(
              code,
              status,
              finding(text(code, status), "Bill another code, or expect no payment for it."));
      case OTHERWISE -> unknown(code, status, "Price it by the schedule that holds for it.");
      case APART, WHOLE_BILL, CONDITIONAL ->
          row.rate().isEmpty()
              ? unknown(code, status, "The addendum has no rate for it; ask the contractor.")
              : new OutpatientRate.Rate(code, status, money(row.rate()));
    };
  }

  private static OutpatientRate unknown(String code, StatusIndicator status, String remedy) {
    return new OutpatientRate.Unknown(code, finding(text(code, status), remedy));
  }

  private static String text(String code, StatusIndicator status) {
    return "%s has status %s. %s".formatted(code, status, status.meaning());
  }

  private static Money money(String rate) {
    return Money.ofCents(
        new BigDecimal(rate).movePointRight(2).setScale(0, RoundingMode.HALF_UP).longValueExact());
  }

  private static Finding finding(String message, String remedy) {
    return new Finding(
        RULE, Layer.PAYER_RULE, Severity.ERROR, Place.WHOLE, message, remedy, null, SOURCE);
  }
}
