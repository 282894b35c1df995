package org.cleanclaim.x12.v005010;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.cleanclaim.kernel.particular.QualifiedAmount;
import org.cleanclaim.kernel.remittance.PaymentGroup;
import org.cleanclaim.kernel.remittance.PaymentGroup.Summary;
import org.cleanclaim.x12.lexer.Segment;
import org.jspecify.annotations.Nullable;

/// Collects the groups of claim payments in an 835 (LX, TS3) and counts what stands in each.
final class PaymentGroups {
  private static final int FIRST_AMOUNT = 5;
  private static final int LAST_AMOUNT = 24;
  private static final int VISITS = 23;

  private final Values values;
  private final List<PaymentGroup> groups = new ArrayList<>(1);
  private @Nullable String number;
  private @Nullable Summary summary;
  private int claims;

  PaymentGroups(Values values) {
    this.values = values;
  }

  void take(Segment segment) {
    if (segment.is("LX")) {
      finish();
      number = segment.element(1);
    } else {
      summary = summary(segment);
    }
  }

  void claim() {
    claims++;
  }

  private Summary summary(Segment ts3) {
    var amounts = new ArrayList<QualifiedAmount>();
    for (int element = FIRST_AMOUNT; element <= LAST_AMOUNT; element++) {
      if (element == VISITS || ts3.isEmpty(element)) continue;
      amounts.add(new QualifiedAmount("TS3%02d".formatted(element), values.money(ts3, element)));
    }
    return new Summary(
        ts3.element(1),
        Values.orNull(ts3.element(2)),
        values.date(ts3, 3),
        ts3.isEmpty(4) ? null : values.quantity(ts3, 4, BigDecimal.ZERO),
        amounts);
  }

  private void finish() {
    if (number != null) groups.add(new PaymentGroup(number, claims, summary));
    number = null;
    summary = null;
    claims = 0;
  }

  List<PaymentGroup> build() {
    finish();
    return groups;
  }

  static void write(SegmentWriter out, PaymentGroup group) {
    out.segment("LX", out.text(group.number()));
    Summary summary = group.summary();
    if (summary == null) return;
    var elements = new String[LAST_AMOUNT];
    java.util.Arrays.fill(elements, "");
    elements[0] = out.text(summary.providerId());
    elements[1] = out.text(summary.facilityCode());
    elements[2] = SegmentWriter.day(summary.fiscalPeriodEnd());
    elements[3] = summary.claimCount() == null ? "" : summary.claimCount().toPlainString();
    for (QualifiedAmount amount : summary.amounts()) {
      int element = element(amount.qualifier());
      if (element > 0) elements[element - 1] = amount.amount().toX12();
    }
    out.segment("TS3", elements);
  }

  private static int element(String name) {
    if (!name.matches("TS3\\d\\d")) return 0;
    int element = Integer.parseInt(name.substring(3));
    return element >= FIRST_AMOUNT && element <= LAST_AMOUNT ? element : 0;
  }
}
