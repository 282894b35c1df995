package org.cleanclaim.app.remittance;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.cleanclaim.kernel.Money;
import org.cleanclaim.kernel.code.AdjustmentGroup;
import org.cleanclaim.kernel.code.Carc;
import org.cleanclaim.kernel.code.Modifier;
import org.cleanclaim.kernel.particular.Particulars;
import org.cleanclaim.kernel.remittance.Adjustment;
import org.cleanclaim.kernel.remittance.ClaimPayment;
import org.cleanclaim.kernel.remittance.PaymentMethod;
import org.cleanclaim.kernel.remittance.ProviderAdjustment;
import org.cleanclaim.kernel.remittance.Remittance;
import org.cleanclaim.kernel.remittance.ServicePayment;
import org.jspecify.annotations.Nullable;

/// An explanation of benefits as somebody types it from paper. It is proven and posted as an 835
/// is; the amount of the check is its control total.
///
/// @param payerId electronic id of the payer in the directory
/// @param trace number of the check or transfer
/// @param paid amount of the check, in dollars
public record TypedEob(
    String payerId,
    String trace,
    @Nullable String method,
    LocalDate paidOn,
    String paid,
    List<TypedClaim> claims,
    @Nullable List<TypedProviderAdjustment> providerAdjustments) {
  private static final Pattern REVENUE_CODE = Pattern.compile("\\d{4}");
  private static final Pattern UNITS = Pattern.compile("\\d{1,8}(\\.\\d{1,3})?");

  public TypedEob {
    claims = claims == null ? List.of() : List.copyOf(claims);
    providerAdjustments =
        providerAdjustments == null ? List.of() : List.copyOf(providerAdjustments);
  }

  /// @param claim our number
  /// @param status CLP02; 1 when left out
  public record TypedClaim(
      String claim,
      @Nullable String payerClaimNumber,
      @Nullable String status,
      String charged,
      String paid,
      @Nullable List<TypedAdjustment> adjustments,
      @Nullable List<String> remarks,
      @Nullable List<TypedService> services) {}

  /// @param line number of the line of our claim, when it is known
  /// @param procedure the code, or the revenue code of a line that has no other
  /// @param units that the payer decided on, when the paper says so; else those that were billed
  /// @param allowed what the payer takes as the price, when the paper says so
  public record TypedService(
      @Nullable Integer line,
      String procedure,
      @Nullable List<String> modifiers,
      @Nullable LocalDate servedOn,
      String charged,
      @Nullable String units,
      @Nullable String allowed,
      String paid,
      @Nullable List<TypedAdjustment> adjustments,
      @Nullable List<String> remarks) {}

  /// @param group CO, PR, OA, PI
  /// @param reason adjustment reason code
  public record TypedAdjustment(String group, String reason, String amount) {}

  /// @param reason PLB reason such as WO or L6
  /// @param amount positive is kept back by the payer
  public record TypedProviderAdjustment(String reason, @Nullable String reference, String amount) {}

  boolean isEmpty() {
    return claims.isEmpty() && orEmpty(providerAdjustments).isEmpty();
  }

  /// The remittance that it is.
  ///
  /// @throws RemittanceRefusal naming the field that cannot be read
  Remittance remittance(String payerName, String payeeName, String payeeNpi, BilledUnits billed) {
    var payments = new ArrayList<ClaimPayment>();
    for (TypedClaim claim : claims) payments.add(payment(claim, billed));
    var adjustments = new ArrayList<ProviderAdjustment>();
    for (var adjustment : orEmpty(providerAdjustments)) {
      adjustments.add(
          new ProviderAdjustment(
              payeeNpi,
              null,
              adjustment.reason(),
              adjustment.reference(),
              money(adjustment.amount(), "the amount of " + adjustment.reason())));
    }
    return new Remittance(
        payerName,
        payerId,
        null,
        null,
        payeeName,
        payeeNpi,
        null,
        text(trace, "the number of the check"),
        null,
        method == null ? PaymentMethod.CHECK : PaymentMethod.ofCode(method),
        "C",
        money(paid, "the amount of the check"),
        day(paidOn),
        null,
        payments,
        adjustments,
        Particulars.NONE);
  }

  private static ClaimPayment payment(TypedClaim claim, BilledUnits billed) {
    String number = text(claim.claim(), "the claim number");
    var adjustments = adjustments(claim.adjustments(), "claim " + number);
    var services = new ArrayList<ServicePayment>();
    for (TypedService service : orEmpty(claim.services())) {
      services.add(service(number, service, billed.of(number, service).orElse(null)));
    }
    Money patient = share(adjustments);
    for (ServicePayment service : services) patient = patient.plus(share(service.adjustments()));
    return new ClaimPayment(
        number,
        claim.status() == null || claim.status().isBlank() ? "1" : claim.status(),
        money(claim.charged(), "the charge of claim " + number),
        money(claim.paid(), "what is paid for claim " + number),
        patient,
        null,
        claim.payerClaimNumber() == null || claim.payerClaimNumber().isBlank()
            ? null
            : claim.payerClaimNumber().strip(),
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        adjustments,
        orEmpty(claim.remarks()),
        services,
        Particulars.NONE);
  }

  /// @param billed the units of the line; null where it is not one of ours
  private static ServicePayment service(
      String number, TypedService service, @Nullable BigDecimal billed) {
    String what = "%s of claim %s".formatted(service.procedure(), number);
    var modifiers = new ArrayList<Modifier>();
    for (String text : orEmpty(service.modifiers())) {
      modifiers.add(
          Modifier.parse(text)
              .orElseThrow(() ->
                  new RemittanceRefusal("\"%s\" at %s is no modifier.".formatted(text, what))));
    }
    String procedure = text(service.procedure(), "a code of claim " + number);
    return new ServicePayment(
        REVENUE_CODE.matcher(procedure).matches() ? "NU" : "HC",
        procedure,
        modifiers,
        null,
        null,
        money(service.charged(), "the charge of " + what),
        money(service.paid(), "what is paid for " + what),
        units(service, what).orElse(billed == null ? BigDecimal.ONE : billed),
        billed,
        service.servedOn(),
        null,
        service.line() == null ? null : number + "L" + service.line(),
        service.allowed() == null || service.allowed().isBlank()
            ? null
            : money(service.allowed(), "what is allowed for " + what),
        adjustments(service.adjustments(), what),
        orEmpty(service.remarks()),
        Particulars.NONE);
  }

  private static Optional<BigDecimal> units(TypedService service, String what) {
    String typed = service.units() == null ? "" : service.units().strip();
    if (typed.isEmpty()) return Optional.empty();
    if (!UNITS.matcher(typed).matches()) {
      throw new RemittanceRefusal(
          "\"%s\" are no units: how many are paid of %s, such as 2 or 0.5.".formatted(typed, what));
    }
    return Optional.of(new BigDecimal(typed));
  }

  private static List<Adjustment> adjustments(@Nullable List<TypedAdjustment> typed, String what) {
    var adjustments = new ArrayList<Adjustment>();
    for (TypedAdjustment one : orEmpty(typed)) {
      AdjustmentGroup group;
      try {
        group = AdjustmentGroup.valueOf(one.group());
      } catch (IllegalArgumentException e) {
        throw new RemittanceRefusal(
            "\"%s\" at %s is no adjustment group: CO, PR, OA or PI.".formatted(one.group(), what));
      }
      Carc reason =
          Carc.parse(one.reason())
              .orElseThrow(() ->
                  new RemittanceRefusal(
                      "\"%s\" at %s is no adjustment reason code.".formatted(one.reason(), what)));
      Money amount =
          money(one.amount(), "the adjustment %s-%s of %s".formatted(group, reason, what));
      if (!amount.isZero()) adjustments.add(new Adjustment(group, reason, amount, null));
    }
    return adjustments;
  }

  private static Money share(List<Adjustment> adjustments) {
    Money sum = Money.ZERO;
    for (Adjustment adjustment : adjustments) {
      if (adjustment.group() == AdjustmentGroup.PR) sum = sum.plus(adjustment.amount());
    }
    return sum;
  }

  private static <T> List<T> orEmpty(@Nullable List<T> list) {
    return list == null ? List.of() : list;
  }

  private static LocalDate day(@Nullable LocalDate day) {
    if (day == null) throw new RemittanceRefusal("The day of the payment is missing.");
    return day;
  }

  private static String text(@Nullable String text, String what) {
    if (text == null || text.isBlank()) throw new RemittanceRefusal("Missing: " + what + ".");
    return text.strip();
  }

  private static Money money(@Nullable String text, String what) {
    if (text == null || text.isBlank()) throw new RemittanceRefusal("Missing: " + what + ".");
    return Money.parse(text.replace("$", "").replace(",", ""))
        .orElseThrow(
            () -> new RemittanceRefusal("\"%s\" is no amount: %s.".formatted(text.strip(), what)));
  }
}
