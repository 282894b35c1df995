package org.cleanclaim.app.submission;

import org.cleanclaim.kernel.claim.Claim;
import org.cleanclaim.kernel.claim.ClaimPayer;
import org.cleanclaim.kernel.identifier.PayerId;

/// How a file names the payer of its claims: a clearinghouse may know it by another number than the
/// frozen claim has.
final class NamedPayer {
  private NamedPayer() {}

  /// The claim as it goes into the file.
  static Claim of(Claim claim, PayerId number) {
    var payer = claim.payer();
    if (payer.id().equals(number)) return claim;
    return new Claim(
        claim.type(),
        claim.controlNumber(),
        claim.frequency(),
        claim.payerClaimControlNumber(),
        claim.billingProvider(),
        claim.subscriber(),
        claim.patient(),
        new ClaimPayer(
            payer.name(), number, payer.address(), payer.idQualifier(), payer.references()),
        claim.totalCharge(),
        claim.placeOfService(),
        claim.billType(),
        claim.acceptsAssignment(),
        claim.assignsBenefits(),
        claim.releaseOfInformation(),
        claim.hasSignatureOnFile(),
        claim.accident(),
        claim.onsetOn(),
        claim.admittedOn(),
        claim.dischargedOn(),
        claim.patientPaid(),
        claim.authorizationNumber(),
        claim.referralNumber(),
        claim.propertyCasualtyClaimNumber(),
        claim.cliaNumber(),
        claim.note(),
        claim.diagnoses(),
        claim.providers(),
        claim.otherCoverages(),
        claim.otherReferences(),
        claim.lines(),
        claim.admission(),
        claim.informationCodes(),
        claim.particulars(),
        claim.formalities());
  }
}
