package org.cleanclaim.app.remittance;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.cleanclaim.app.claim.ClaimsAtPayer;
import org.cleanclaim.app.claim.PayableClaim;
import org.cleanclaim.app.contract.Payer;
import org.cleanclaim.app.remittance.ClaimMatch.How;
import org.cleanclaim.kernel.Money;
import org.cleanclaim.kernel.party.PartyName.PersonName;
import org.cleanclaim.kernel.remittance.ClaimPayment;
import org.cleanclaim.kernel.remittance.ServicePayment;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Finds our claims for payments: by our number, else by the payer's, else by patient, day and
/// charge, else by patient, day and codes. What speaks against a claim (another payer, a charge
/// that is not its own, another patient) is never passed over in silence.
@Component
class ClaimMatcher {
  private final ClaimsAtPayer claims;

  ClaimMatcher(ClaimsAtPayer claims) {
    this.claims = claims;
  }

  /// One match for each payment, in their order.
  List<ClaimMatch> match(List<ClaimPayment> payments, @Nullable Payer payer) {
    var numbers = new LinkedHashSet<String>();
    for (ClaimPayment payment : payments) numbers.add(payment.claimControlNumber().strip());
    Map<String, PayableClaim> ours = new HashMap<>();
    claims.numbered(numbers).forEach(c -> ours.putIfAbsent(c.controlNumber(), c));
    if (payer != null) atPayer(ours, payer);
    var theirs = byPayerNumber(payments, ours, payer);
    var matches = new ArrayList<ClaimMatch>(payments.size());
    for (ClaimPayment payment : payments) matches.add(match(payment, ours, theirs, payer));
    return matches;
  }

  /// A claim that an earlier payer forwarded comes back with the number it had there: the claim to
  /// this payer is meant.
  private void atPayer(Map<String, PayableClaim> ours, Payer payer) {
    var elsewhere =
        ours.values().stream()
            .filter(c -> c.payerId() != payer.id())
            .map(PayableClaim::controlNumber)
            .toList();
    for (PayableClaim claim : claims.following(elsewhere)) {
      if (claim.payerId() == payer.id() && claim.follows() != null) {
        ours.put(claim.follows(), claim);
      }
    }
  }

  /// Only for payments whose number is not ours.
  private Map<String, List<PayableClaim>> byPayerNumber(
      List<ClaimPayment> payments, Map<String, PayableClaim> ours, @Nullable Payer payer) {
    Map<String, List<PayableClaim>> theirs = new HashMap<>();
    if (payer == null) return theirs;
    var payerNumbers = new LinkedHashSet<String>();
    for (ClaimPayment payment : payments) {
      String number = payment.payerClaimControlNumber();
      if (number != null && !ours.containsKey(payment.claimControlNumber().strip())) {
        payerNumbers.add(number.strip());
      }
    }
    for (PayableClaim claim : claims.numberedByPayer(payer.id(), payerNumbers)) {
      String number = claim.payerClaimControlNumber();
      if (number != null) theirs.computeIfAbsent(number, n -> new ArrayList<>()).add(claim);
    }
    return theirs;
  }

  private ClaimMatch match(
      ClaimPayment payment,
      Map<String, PayableClaim> ours,
      Map<String, List<PayableClaim>> theirs,
      @Nullable Payer payer) {
    var claim = ours.get(payment.claimControlNumber().strip());
    if (claim != null) {
      return judged(payment, claim, payer, How.CONTROL_NUMBER, "Our claim number came back");
    }
    String payerNumber = payment.payerClaimControlNumber();
    var named = payerNumber == null ? null : theirs.get(payerNumber.strip());
    if (named != null && payer != null) return ofPayerNumber(payment, named, payer);
    return payer == null
        ? ClaimMatch.unmatched("No claim has this number, and the payer is not in the directory.")
        : byPatient(payment, payer);
  }

  /// Payers give a number again, for a correction or years later: of several claims with it the one
  /// is meant that the payment contradicts in nothing.
  private static ClaimMatch ofPayerNumber(
      ClaimPayment payment, List<PayableClaim> named, Payer payer) {
    if (named.size() == 1) {
      return judged(
          payment,
          named.getFirst(),
          payer,
          How.PAYER_CONTROL_NUMBER,
          "The payer's number of the claim is known");
    }
    var fitting =
        named.stream()
            .filter(claim -> Contradictions.of(payment, claim).isNone())
            .map(claim ->
                judged(
                    payment,
                    claim,
                    payer,
                    How.PAYER_CONTROL_NUMBER,
                    "Of the claims with this number of the payer the only one that fits"))
            .filter(match -> match.claim() != null)
            .toList();
    return fitting.size() == 1
        ? fitting.getFirst()
        : ClaimMatch.unmatched(
            "%d claims have this number of the payer (%s), and %s by patient, day and charge."
                .formatted(
                    named.size(),
                    numbers(named),
                    fitting.isEmpty() ? "none of them fits" : "more than one fits"));
  }

  /// A number alone does not make a match: payer and charge have to agree, or the services have to
  /// be lines of the claim where the payer split it. A charge is shared by many claims and is no
  /// sign that a payment of another patient is meant for this one.
  private static ClaimMatch judged(
      ClaimPayment payment, PayableClaim claim, @Nullable Payer payer, How how, String reason) {
    if (payer == null || payer.id() != claim.payerId()) {
      return ClaimMatch.unmatched("Claim " + claim.controlNumber() + " was sent to another payer.");
    }
    var contradictions = Contradictions.of(payment, claim);
    if (contradictions.areOfAnotherPatient()) {
      return ClaimMatch.unmatched(
          "Claim %s has this number, but the payment differs from it in %s: it may be another patient's."
              .formatted(claim.controlNumber(), contradictions.inWords()));
    }
    Money charged = payment.charged().abs();
    if (charged.equals(claim.totalCharge())) return ClaimMatch.found(claim, how, reason + ".");
    if (charged.compareTo(claim.totalCharge()) < 0 && areItsLines(payment, claim)) {
      return ClaimMatch.found(
          claim,
          how,
          "%s; the payer decides on %s of %s, each service a line of the claim."
              .formatted(reason, charged, claim.totalCharge()));
    }
    return ClaimMatch.unmatched(
        "Claim %s was billed at %s, the payer says %s."
            .formatted(claim.controlNumber(), claim.totalCharge(), payment.charged()));
  }

  private static boolean areItsLines(ClaimPayment payment, PayableClaim claim) {
    if (payment.services().isEmpty()) return false;
    return LineMatch.of(payment.services(), claim).stream()
        .allMatch(m ->
            m.how() == LineMatch.How.LINE_NUMBER
                || m.how() == LineMatch.How.CODE_AND_CHARGE
                || m.how() == LineMatch.How.OTHER_MODIFIERS);
  }

  private ClaimMatch byPatient(ClaimPayment payment, Payer payer) {
    var day = payment.servedFrom() == null ? firstDay(payment) : payment.servedFrom();
    var name = payment.patient() instanceof PersonName person ? person : null;
    if (day == null || (name == null && payment.memberId() == null)) {
      return ClaimMatch.unmatched(
          "No claim has this number, and the payment names no patient and day to look by.");
    }
    var candidates =
        claims
            .ofPatientOnDay(
                payer.id(),
                payment.memberId(),
                name == null ? null : name.last(),
                name == null ? null : name.first(),
                day)
            .stream()
            .filter(claim -> !Contradictions.of(payment, claim).isOtherName())
            .toList();
    if (candidates.isEmpty()) {
      return ClaimMatch.unmatched(
          "No claim has this number, and none of this patient went to %s for %s."
              .formatted(payer.name(), day));
    }
    Money charged = payment.charged().abs();
    var charges = candidates.stream().filter(c -> c.totalCharge().equals(charged)).toList();
    if (charges.size() == 1) {
      return ClaimMatch.found(
          charges.getFirst(),
          How.PATIENT_DATE_CHARGE,
          "The only claim of this patient for %s with a charge of %s.".formatted(day, charged));
    }
    var codes = codes(payment);
    var sameCodes =
        (charges.isEmpty() ? candidates : charges)
            .stream().filter(c -> !codes.isEmpty() && codes(c).equals(codes)).toList();
    if (sameCodes.size() == 1 && sameCodes.getFirst().totalCharge().equals(charged)) {
      return ClaimMatch.found(
          sameCodes.getFirst(),
          How.PATIENT_DATE_CODES,
          "The only claim of this patient for %s with a charge of %s and the codes %s."
              .formatted(day, charged, String.join(" ", codes)));
    }
    return ClaimMatch.unmatched(
        "No claim has this number; %d of this patient for %s could be meant (%s)."
            .formatted(candidates.size(), day, numbers(candidates)));
  }

  private static String numbers(List<PayableClaim> claims) {
    return String.join(", ", claims.stream().map(PayableClaim::controlNumber).toList());
  }

  private static java.time.@Nullable LocalDate firstDay(ClaimPayment payment) {
    for (ServicePayment service : payment.services()) {
      if (service.servedFrom() != null) return service.servedFrom();
    }
    return null;
  }

  private static Set<String> codes(ClaimPayment payment) {
    var codes = new TreeSet<String>();
    for (ServicePayment service : payment.services()) {
      String submitted = service.submittedProcedure();
      codes.add(submitted == null ? service.procedure() : submitted);
    }
    return codes;
  }

  private static Set<String> codes(PayableClaim claim) {
    var codes = new TreeSet<String>();
    for (var line : claim.lines()) {
      if (line.procedure() != null) codes.add(line.procedure().value());
    }
    return codes;
  }
}
