package org.cleanclaim.app.claim;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cleanclaim.kernel.claim.Admission;
import org.cleanclaim.kernel.claim.Claim;
import org.cleanclaim.kernel.claim.Drug;
import org.cleanclaim.kernel.claim.InformationCode.Kind;
import org.cleanclaim.kernel.claim.ServiceLine;
import org.cleanclaim.kernel.code.Modifier;
import org.jspecify.annotations.Nullable;

/// What a claim says otherwise than the charges of its lines and the stay that it bills. A charge
/// that is on no line of it is none of them.
final class ChargeDifferences {
  private record Field(String name, Function<Line, String> said) {}

  private record Line(Claim claim, ServiceLine line) {}

  private static final List<Field> FIELDS =
      List.of(
          new Field("code", l -> code(l.line)),
          new Field("modifiers", l -> modifiers(l.line.modifiers())),
          new Field("units", l -> l.line.unitsBilled().stripTrailingZeros().toPlainString()),
          new Field("charge", l -> "$" + l.line.charge().grouped()),
          new Field("diagnoses", ChargeDifferences::diagnoses),
          new Field("day", l -> day(l.line.servedFrom(), l.line.servedThrough())),
          new Field("drug", l -> drug(l.line.drug())));

  /// A fact of the whole bill.
  private record Fact(String name, Function<Claim, String> said) {}

  private static final List<Fact> FACTS =
      List.of(
          new Fact("type of bill", c -> said(c.billType())),
          new Fact("admission", c -> said(c.admittedOn())),
          new Fact("discharge", c -> said(c.dischargedOn())),
          new Fact("days and hours", ChargeDifferences::days),
          new Fact("type, source and status of the stay", ChargeDifferences::admission),
          new Fact("codes of the bill", ChargeDifferences::codes));

  /// The stay's; others of a bill are the chart's or follow from it.
  private static final Set<Kind> OF_STAY =
      Set.of(
          Kind.ADMITTING_DIAGNOSIS,
          Kind.REASON_FOR_VISIT,
          Kind.CONDITION,
          Kind.OCCURRENCE,
          Kind.OCCURRENCE_SPAN,
          Kind.VALUE);

  private ChargeDifferences() {}

  /// A sentence for each line and each fact of the bill that differs.
  ///
  /// @param charged the same claim made from its charges
  static List<String> between(Claim claim, Claim charged) {
    var differences = new ArrayList<String>();
    for (Fact fact : FACTS) {
      String was = fact.said.apply(claim);
      String is = fact.said.apply(charged);
      if (!was.equals(is)) differences.add("%s %s → %s".formatted(fact.name, was, is));
    }
    for (ServiceLine line : claim.lines()) {
      var now = charged.lines().stream().filter(l -> l.number() == line.number()).findFirst();
      if (now.isEmpty()) {
        differences.add("line %d is not charged any more".formatted(line.number()));
        continue;
      }
      String changed = changed(new Line(claim, line), new Line(charged, now.get()));
      if (!changed.isEmpty()) differences.add("line %d: %s".formatted(line.number(), changed));
    }
    return differences;
  }

  private static String changed(Line was, Line is) {
    return FIELDS.stream()
        .filter(f -> !f.said.apply(was).equals(f.said.apply(is)))
        .map(f -> "%s %s → %s".formatted(f.name, f.said.apply(was), f.said.apply(is)))
        .collect(Collectors.joining(", "));
  }

  private static String said(@Nullable Object value) {
    return value == null ? "none" : value.toString();
  }

  private static String admission(Claim claim) {
    Admission admission = claim.admission();
    if (admission == null) return "none";
    return Stream.of(admission.typeCode(), admission.sourceCode(), admission.patientStatus())
        .map(ChargeDifferences::said)
        .collect(Collectors.joining(" "));
  }

  private static String days(Claim claim) {
    return claim.particulars().dates().stream()
        .map(day -> words(day.from(), day.through(), day.time()))
        .collect(Collectors.joining(", "));
  }

  private static String words(@Nullable Object... facts) {
    return Arrays.stream(facts)
        .filter(Objects::nonNull)
        .map(Object::toString)
        .collect(Collectors.joining(" "));
  }

  private static String codes(Claim claim) {
    String codes =
        claim.informationCodes().stream()
            .filter(c -> OF_STAY.contains(c.kind()))
            .map(c -> words(c.code(), c.from(), c.through(), c.amount()))
            .sorted()
            .collect(Collectors.joining(", "));
    return codes.isEmpty() ? "none" : codes;
  }

  private static String code(ServiceLine line) {
    String procedure = line.procedure() == null ? "" : line.procedure().value();
    return line.revenueCode() == null ? procedure : (line.revenueCode() + " " + procedure).strip();
  }

  private static String modifiers(List<Modifier> modifiers) {
    return modifiers.isEmpty()
        ? "none"
        : modifiers.stream().map(Modifier::value).collect(Collectors.joining(" "));
  }

  private static String diagnoses(Line line) {
    var all = line.claim.diagnoses();
    return line.line.diagnosisPointers().isEmpty()
        ? "none"
        : line.line.diagnosisPointers().stream()
            .map(p -> all.get(p - 1).code().dotted())
            .collect(Collectors.joining(" "));
  }

  private static String day(LocalDate from, LocalDate through) {
    return from.equals(through) ? from.toString() : "%s to %s".formatted(from, through);
  }

  private static String drug(@Nullable Drug drug) {
    if (drug == null) return "none";
    BigDecimal quantity = drug.quantity();
    return quantity == null
        ? "NDC " + drug.ndc()
        : "NDC %s, %s %s"
            .formatted(drug.ndc(), quantity.stripTrailingZeros().toPlainString(), drug.unit());
  }
}
