package org.cleanclaim.app.submission;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.cleanclaim.app.claim.BilledClaim;
import org.cleanclaim.app.claim.ClaimId;
import org.cleanclaim.app.claim.Claims;
import org.cleanclaim.kernel.acknowledgment.AcknowledgedParty;
import org.cleanclaim.kernel.acknowledgment.ClaimAcknowledgment;
import org.cleanclaim.kernel.party.Participant;
import org.cleanclaim.kernel.party.PartyName;
import org.cleanclaim.x12.Transaction.ClaimsAcknowledged;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// What payers say of claims before they decide them (277CA): of single claims, and of all that a
/// submitter or a billing provider has in a file, where it is refused above its claims (STC of
/// loops 2200B and 2200C of 005010X214).
@Component
@Transactional
public class ClaimAnswers {
  private static final String PROVIDER = "19";
  private static final String NPI = "XX";

  private final Claims claims;
  private final SentFiles sent;
  private final Receipts receipts;

  ClaimAnswers(Claims claims, SentFiles sent, Receipts receipts) {
    this.claims = claims;
    this.sent = sent;
    this.receipts = receipts;
  }

  /// What is said of one claim. What comes late for a file before the last one is kept and moves
  /// nothing.
  ///
  /// @param batch the file's reference as it comes back, null when it does not
  /// @return false when we have no such claim: none of that number, or one of another charge or
  ///   patient, as in a file of another practice
  public boolean receive(ClaimAcknowledgment said, @Nullable String batch, long fileId) {
    var claim = claims.findByControlNumber(said.claimControlNumber());
    if (claim.isEmpty() || !isThatOne(said, claim.get())) return false;
    boolean isLatest =
        receipts.keepForClaim(
            claim.get().id().value(),
            batch,
            (said.accepted() ? "claim accepted" : "claim refused")
                + (said.payerClaimControlNumber() == null
                    ? ""
                    : ", payer's number " + said.payerClaimControlNumber()),
            fileId);
    if (!isLatest) return true;
    if (said.accepted()) {
      claims.acceptedByPayer(claim.get().id(), said.payerClaimControlNumber(), fileId);
    } else {
      claims.rejected(
          claim.get().id(),
          "The 277CA refuses it: " + RefusalInWords.of(said.statements()),
          fileId);
    }
    return true;
  }

  // The charge comes back as it was sent (STC04), where it does; name and number of the patient may
  // be the payer's own, but not both other ones.
  private static boolean isThatOne(ClaimAcknowledgment said, BilledClaim claim) {
    var charge = said.totalCharge();
    if (charge != null && charge.isPositive() && !charge.equals(claim.totalCharge())) return false;
    var patient = said.patient();
    if (patient == null || patient.id() == null) return true;
    var subscriber = claim.snapshot().subscriber();
    var member = subscriber.memberId();
    boolean isNamed =
        isSame(patient.name(), claim.snapshot().patient().name())
            || isSame(patient.name(), subscriber.name());
    return isNamed || member == null || member.value().equalsIgnoreCase(patient.id());
  }

  private static boolean isSame(PartyName one, PartyName other) {
    return one.display().equalsIgnoreCase(other.display());
  }

  /// The levels above the claims that are refused with everything below them.
  public static List<AcknowledgedParty> refused(ClaimsAcknowledged said) {
    return said.parties().stream()
        .filter(party -> party.statements().stream().anyMatch(s -> !s.accepts()))
        .toList();
  }

  /// Sends back all claims of a refused level that are not named themselves.
  ///
  /// @return false when the file's reference does not come back, or no claim of ours is meant
  public boolean refuse(AcknowledgedParty party, ClaimsAcknowledged said, long fileId) {
    String batch = said.batch();
    var file = batch == null ? null : sent.ofInterchange(batch).orElse(null);
    if (file == null) return false;
    var why =
        "The 277CA refuses %s: %s"
            .formatted(
                party.level().equals(PROVIDER) ? "its billing provider" : "the whole file",
                RefusalInWords.of(party.statements()));
    Set<String> named =
        said.acknowledgments().stream()
            .map(ClaimAcknowledgment::claimControlNumber)
            .collect(Collectors.toSet());
    receipts.keep(file.submissionId(), null, "277CA", "refused above its claims", fileId);
    boolean isOurs = false;
    for (ClaimId id : sent.claims(file)) {
      var claim = claims.get(id);
      if (!isMeant(party, claim)) continue;
      isOurs = true;
      if (named.contains(claim.controlNumber())) continue;
      receipts.keepForClaim(id.value(), batch, "claim refused with its file", fileId);
      claims.rejected(id, why, fileId);
    }
    return isOurs;
  }

  // A provider without an NPI is not told apart from the others of the file.
  private static boolean isMeant(AcknowledgedParty party, BilledClaim claim) {
    Participant provider = party.party();
    var npi = claim.snapshot().billingProvider().npi();
    boolean isOther =
        party.level().equals(PROVIDER)
            && provider != null
            && NPI.equals(provider.idQualifier())
            && npi != null
            && !npi.value().equals(provider.id());
    return !isOther;
  }
}
