package org.cleanclaim.pricing.physician;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import org.cleanclaim.kernel.Money;
import org.cleanclaim.pricing.PriceStep;
import org.jspecify.annotations.Nullable;

/// A line on the way to its price: the amount so far, always the sum of the steps.
final class Draft {
  private static final String MANUAL = "CMS Claims Processing Manual, chapter 12, section ";

  private final ServiceLine line;
  private final RelativeValues values;
  private final CostIndices indices;
  private final Setting setting;
  private final BigDecimal sides;
  private final BigDecimal laterFactor;
  private final List<PriceStep> steps = new ArrayList<>();
  private final List<String> notes = new ArrayList<>();
  private long cents;
  private LinePrice.@Nullable Refused refusal;

  /// What came of the first look at a line.
  sealed interface Start {}

  record Made(Draft draft) implements Start {}

  record Not(LinePrice.Refused refusal) implements Start {}

  private Draft(
      ServiceLine line,
      RelativeValues values,
      CostIndices indices,
      Setting setting,
      BigDecimal sides,
      BigDecimal laterFactor) {
    this.line = line;
    this.values = values;
    this.indices = indices;
    this.setting = setting;
    this.sides = sides;
    this.laterFactor = laterFactor;
  }

  /// Looks a line up and takes it to the fee of its units; both sides count before services are
  /// ranked, all other modifiers after it.
  static Start of(PhysicianTables tables, CostIndices indices, ServiceLine line) {
    if (line.units() <= 0) {
      return not(
          line,
          "Units",
          "%d units cannot be priced.".formatted(line.units()),
          "Bill one unit or more.");
    }
    Money charge = line.charge();
    if (charge != null && charge.isNegative()) {
      return not(line, "Charge", "The charge is negative.", "State what was charged.");
    }
    var setting = Setting.of(line.placeOfService());
    if (setting.isEmpty()) {
      return not(
          line,
          "Place of service",
          "\"%s\" is no place of service.".formatted(line.placeOfService()),
          "State two digits.");
    }
    var found = tables.values(line.code(), line.modifiers());
    if (found.isEmpty()) {
      return not(
          line,
          "Code",
          "The relative value file has no code %s.".formatted(line.code()),
          "Check the code, or price it by the schedule it belongs to.");
    }
    RelativeValues values = found.get();
    for (String part : List.of("26", "TC")) {
      if (line.modifiers().contains(part) && !values.modifier().equals(part)) {
        return not(
            line,
            "Modifier",
            "%s has no part %s.".formatted(line.code(), part),
            "Take the modifier off.");
      }
    }
    String unpaid = PaymentStatus.reasonNotPaid(values.status());
    if (unpaid != null) {
      return not(
          line,
          "Code",
          "%s has status %s: %s.".formatted(line.code(), values.status(), unpaid),
          "Do not expect a fee of this schedule.");
    }
    if (values.cents(indices, setting.get()) == 0) {
      return not(
          line,
          "Code",
          "%s has no relative values in this setting.".formatted(line.code()),
          "Ask the contractor for its price.");
    }
    var modifiers = line.modifiers().stream().filter(m -> !m.equals(values.modifier())).toList();
    var both = modifiers.stream().filter("50"::equals).toList();
    var others = modifiers.stream().filter(m -> !m.equals("50")).toList();
    ModifierFactor before = ModifierFactor.of(values.policy(), both, null);
    ModifierFactor after = ModifierFactor.of(values.policy(), others, line.daysAfter());
    if (before.factor() == null || after.factor() == null || after.factor().signum() == 0) {
      return not(
          line,
          "Modifier",
          "%s with %s has no price: %s.".formatted(line.code(), others, after.review()),
          "Send the documents or correct the modifier.");
    }
    var draft = new Draft(line, values, indices, setting.get(), before.factor(), after.factor());
    draft.start();
    if (after.review() != null) draft.notes.add(after.review());
    return new Made(draft);
  }

  private static Not not(ServiceLine line, String field, String message, String remedy) {
    return new Not(Refusal.of(line, field, message, remedy));
  }

  private void start() {
    long unit = values.cents(indices, setting);
    add(
        "%s%s: (work %s x %s + practice expense %s x %s + malpractice %s x %s) x %s"
            .formatted(
                values.code(),
                values.modifier().isEmpty() ? "" : "-" + values.modifier(),
                BigDecimal.valueOf(values.work(), 2),
                BigDecimal.valueOf(indices.work(), 3),
                BigDecimal.valueOf(values.expense().at(setting), 2),
                BigDecimal.valueOf(indices.practiceExpense(), 3),
                BigDecimal.valueOf(values.malpractice(), 2),
                BigDecimal.valueOf(indices.malpractice(), 3),
                BigDecimal.valueOf(values.conversion(), 4)),
        unit,
        "42 CFR 414.20 to 414.26; half up to the cent");
    if (line.units() > 1) {
      add(line.units() + " units", Math.multiplyExact(cents, line.units() - 1L), MANUAL + "20");
    }
    times(sides, "both sides", MANUAL + "40.7");
  }

  /// Technical parts of imaging are paid no more than a hospital's outpatient department, once the
  /// reduction for several of them is made.
  void capToOutpatient() {
    long cap = values.centsOfCap(indices, setting);
    if (cap == 0) return;
    long most =
        Money.ofCents(Math.multiplyExact(cap, (long) line.units()))
            .times(sides, RoundingMode.HALF_UP)
            .cents();
    if (cents > most) {
      add("no more than the outpatient payment", most - cents, "Social Security Act 1848(b)(4)");
    }
  }

  private void times(BigDecimal factor, String text, String source) {
    if (factor.compareTo(BigDecimal.ONE) == 0) return;
    long now = Money.ofCents(cents).times(factor, RoundingMode.HALF_UP).cents();
    add(
        "%s: x %s".formatted(text, factor.stripTrailingZeros().toPlainString()),
        now - cents,
        source + "; half up to the cent");
  }

  private void add(String text, long amount, String source) {
    cents = Math.addExact(cents, amount);
    steps.add(new PriceStep(text, Money.ofCents(amount), source));
  }

  /// Takes the line down to what other services of the day leave of it.
  void reduceTo(long left, String why, String source) {
    if (left != cents) add(why, left - cents, source);
  }

  /// Leaves the line to be judged by its report.
  void refuse(String message, String remedy) {
    refusal = Refusal.of(line, "Code", message, remedy);
  }

  /// The price after what holds for who gave the service, and for the charge.
  LinePrice finished(Practitioner practitioner, Participation participation) {
    if (refusal != null) return refusal;
    times(laterFactor, "modifiers " + String.join(", ", line.modifiers()), MANUAL + "20.4 and 40");
    // the share of AS already is that of who is no physician
    if (!line.modifiers().contains("AS")) {
      times(
          BigDecimal.valueOf(practitioner.percent(), 2), "practitioner", "42 CFR 414.52 to 414.68");
    }
    if (participation == Participation.NOT_PARTICIPATING) {
      times(new BigDecimal("0.95"), "not participating", "42 CFR 414.20(b)");
    }
    Money charge = line.charge();
    if (charge != null && charge.cents() < cents) {
      add("no more than the charge", charge.cents() - cents, "Social Security Act 1848(a)(1)");
    }
    return new LinePrice.Priced(
        line.number(), Money.ofCents(cents), List.copyOf(steps), List.copyOf(notes));
  }

  ServiceLine line() {
    return line;
  }

  RelativeValues values() {
    return values;
  }

  CostIndices indices() {
    return indices;
  }

  Setting setting() {
    return setting;
  }

  long cents() {
    return cents;
  }

  /// The practice expense within the amount so far.
  long expense() {
    return Math.min(cents, values.centsOfExpense(indices, setting) * line.units());
  }
}
