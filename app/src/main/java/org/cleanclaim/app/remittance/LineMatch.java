package org.cleanclaim.app.remittance;

import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cleanclaim.app.claim.PayableClaim;
import org.cleanclaim.kernel.Money;
import org.cleanclaim.kernel.code.Modifier;
import org.cleanclaim.kernel.remittance.ServicePayment;
import org.jspecify.annotations.Nullable;

/// Which billed line a paid service belongs to, and how that was seen.
///
/// @param line null when no line fits
public record LineMatch(@Nullable Integer line, How how) {

  /// From the surest sign to the weakest.
  public enum How {
    LINE_NUMBER("our line number came back"),
    CODE_AND_CHARGE("same code, modifiers and charge"),
    OTHER_MODIFIERS("same code and charge, other modifiers"),
    OTHER_AMOUNT("same code, another charge or other units"),
    OTHER_CODE("another code, same charge and day: the payer changed or bundled it"),
    NONE("no line of the claim fits");

    private final String reason;

    How(String reason) {
      this.reason = reason;
    }

    /// Why the line was taken, in words.
    public String reason() {
      return reason;
    }
  }

  private static final LineMatch NONE = new LineMatch(null, How.NONE);

  /// The lines of all services of one claim payment. Surer signs go first for all services, so that
  /// a weak one never takes a line from a sure one; a line is taken once, except by its number: a
  /// payer may split a line.
  static List<LineMatch> of(List<ServicePayment> services, PayableClaim claim) {
    var found = new LineMatch[services.size()];
    Set<Integer> taken = new HashSet<>();
    for (int i = 0; i < found.length; i++) {
      var service = services.get(i);
      assign(found, i, How.LINE_NUMBER, claim, Set.of(), taken, l -> isNumbered(l, service));
    }
    for (How how :
        List.of(How.CODE_AND_CHARGE, How.OTHER_MODIFIERS, How.OTHER_AMOUNT, How.OTHER_CODE)) {
      for (int i = 0; i < found.length; i++) {
        var service = services.get(i);
        assign(found, i, how, claim, taken, taken, l -> fits(how, l, service));
      }
    }
    for (int i = 0; i < found.length; i++) {
      if (found[i] == null) found[i] = NONE;
    }
    return List.of(found);
  }

  private static void assign(
      @Nullable LineMatch[] found,
      int at,
      How how,
      PayableClaim claim,
      Set<Integer> excluded,
      Set<Integer> taken,
      Predicate<PayableClaim.Line> fits) {
    if (found[at] != null) return;
    for (var line : claim.lines()) {
      if (excluded.contains(line.number()) || !fits.test(line)) continue;
      found[at] = new LineMatch(line.number(), how);
      taken.add(line.number());
      return;
    }
  }

  /// How the line was found and what the payer restates of it; null where a sure sign led to it and
  /// it was decided as it was billed.
  ///
  /// @param units that the payer decided on; null where it names none
  @Nullable String remark(ServicePayment service, @Nullable BigDecimal units, PayableClaim claim) {
    if (line == null) return how.reason();
    var restated =
        claim.lines().stream()
            .filter(l -> l.number() == line)
            .flatMap(l -> restated(l, service, units))
            .toList();
    if (!restated.isEmpty()) return how.reason() + "; " + String.join(", ", restated);
    return how == How.LINE_NUMBER || how == How.CODE_AND_CHARGE ? null : how.reason();
  }

  private static Stream<String> restated(
      PayableClaim.Line line, ServicePayment service, @Nullable BigDecimal units) {
    var restated = Stream.<String>builder();
    var procedure = line.procedure();
    boolean isSameCode =
        procedure == null
            ? isSameCode(line, service)
            : procedure.value().equals(service.procedure());
    if (!isSameCode) {
      restated.add(
          "billed %s, decided %s"
              .formatted(
                  procedure == null ? line.revenueCode() : procedure.value(), service.procedure()));
    } else if (!new HashSet<>(line.modifiers()).equals(new HashSet<>(service.modifiers()))) {
      restated.add(
          "billed %s, decided %s"
              .formatted(inWords(line.modifiers()), inWords(service.modifiers())));
    }
    if (units != null && units.signum() > 0 && units.compareTo(line.unitsBilled()) != 0) {
      restated.add(
          "units billed %s, decided %s"
              .formatted(
                  line.unitsBilled().stripTrailingZeros().toPlainString(),
                  units.stripTrailingZeros().toPlainString()));
    }
    Money charged = service.charged().abs();
    if (!charged.equals(line.charge())) {
      restated.add("billed at %s, decided on %s".formatted(line.charge(), charged));
    }
    return restated.build();
  }

  private static String inWords(List<Modifier> modifiers) {
    if (modifiers.isEmpty()) return "without modifier";
    return "with "
        + modifiers.stream().map(Modifier::value).sorted().collect(Collectors.joining(" "));
  }

  private static boolean isNumbered(PayableClaim.Line line, ServicePayment service) {
    return service.controlNumber() != null && service.controlNumber().equals(line.controlNumber());
  }

  private static boolean fits(How how, PayableClaim.Line line, ServicePayment service) {
    boolean isSameCharge = line.charge().equals(service.charged().abs());
    return switch (how) {
      case CODE_AND_CHARGE ->
          isSameCode(line, service)
              && isSameCharge
              && new HashSet<>(line.modifiers()).equals(new HashSet<>(service.modifiers()));
      case OTHER_MODIFIERS -> isSameCode(line, service) && isSameCharge;
      case OTHER_AMOUNT -> isSameCode(line, service);
      case OTHER_CODE ->
          isSameCharge
              && (service.servedFrom() == null || service.servedFrom().equals(line.servedFrom()));
      case LINE_NUMBER, NONE -> false;
    };
  }

  /// The code as billed, as paid, or the revenue code of a line without one.
  private static boolean isSameCode(PayableClaim.Line line, ServicePayment service) {
    if (line.procedure() == null) {
      return line.revenueCode() != null
          && (line.revenueCode().equals(service.revenueCode())
              || line.revenueCode().equals(service.procedure()));
    }
    String code = line.procedure().value();
    return code.equals(service.submittedProcedure()) || code.equals(service.procedure());
  }
}
