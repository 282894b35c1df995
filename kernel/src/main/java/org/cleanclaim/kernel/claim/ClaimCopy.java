package org.cleanclaim.kernel.claim;

import java.util.List;
import org.cleanclaim.kernel.Money;
import org.cleanclaim.kernel.code.PlaceOfService;
import org.cleanclaim.kernel.identifier.ClaimControlNumber;
import org.cleanclaim.kernel.particular.Particulars;
import org.jspecify.annotations.Nullable;

/// A copy of a claim with some fields different; the claim itself stays as it is. Nothing is
/// derived from anything: who changes lines says the total.
public final class ClaimCopy {
  private final Claim claim;
  private ClaimControlNumber controlNumber;
  private ClaimFrequency frequency;
  private @Nullable String payerClaimControlNumber;
  private Subscriber subscriber;
  private ClaimPatient patient;
  private ClaimPayer payer;
  private Money totalCharge;
  private @Nullable PlaceOfService placeOfService;
  private @Nullable String authorizationNumber;
  private @Nullable String referralNumber;
  private @Nullable String propertyCasualtyClaimNumber;
  private List<Diagnosis> diagnoses;
  private List<OtherCoverage> otherCoverages;
  private List<ServiceLine> lines;
  private List<InformationCode> informationCodes;
  private Particulars particulars;

  private ClaimCopy(Claim claim) {
    this.claim = claim;
    controlNumber = claim.controlNumber();
    frequency = claim.frequency();
    payerClaimControlNumber = claim.payerClaimControlNumber();
    subscriber = claim.subscriber();
    patient = claim.patient();
    payer = claim.payer();
    totalCharge = claim.totalCharge();
    placeOfService = claim.placeOfService();
    authorizationNumber = claim.authorizationNumber();
    referralNumber = claim.referralNumber();
    propertyCasualtyClaimNumber = claim.propertyCasualtyClaimNumber();
    diagnoses = claim.diagnoses();
    otherCoverages = claim.otherCoverages();
    lines = claim.lines();
    informationCodes = claim.informationCodes();
    particulars = claim.particulars();
  }

  /// A copy to change; without a change it equals the claim.
  public static ClaimCopy of(Claim claim) {
    return new ClaimCopy(claim);
  }

  public ClaimCopy controlNumber(ClaimControlNumber controlNumber) {
    this.controlNumber = controlNumber;
    return this;
  }

  public ClaimCopy frequency(ClaimFrequency frequency) {
    this.frequency = frequency;
    return this;
  }

  public ClaimCopy payerClaimControlNumber(@Nullable String payerClaimControlNumber) {
    this.payerClaimControlNumber = payerClaimControlNumber;
    return this;
  }

  public ClaimCopy subscriber(Subscriber subscriber) {
    this.subscriber = subscriber;
    return this;
  }

  public ClaimCopy patient(ClaimPatient patient) {
    this.patient = patient;
    return this;
  }

  public ClaimCopy payer(ClaimPayer payer) {
    this.payer = payer;
    return this;
  }

  public ClaimCopy totalCharge(Money totalCharge) {
    this.totalCharge = totalCharge;
    return this;
  }

  public ClaimCopy placeOfService(@Nullable PlaceOfService placeOfService) {
    this.placeOfService = placeOfService;
    return this;
  }

  public ClaimCopy authorizationNumber(@Nullable String authorizationNumber) {
    this.authorizationNumber = authorizationNumber;
    return this;
  }

  public ClaimCopy referralNumber(@Nullable String referralNumber) {
    this.referralNumber = referralNumber;
    return this;
  }

  public ClaimCopy propertyCasualtyClaimNumber(@Nullable String propertyCasualtyClaimNumber) {
    this.propertyCasualtyClaimNumber = propertyCasualtyClaimNumber;
    return this;
  }

  public ClaimCopy diagnoses(List<Diagnosis> diagnoses) {
    this.diagnoses = diagnoses;
    return this;
  }

  public ClaimCopy otherCoverages(List<OtherCoverage> otherCoverages) {
    this.otherCoverages = otherCoverages;
    return this;
  }

  public ClaimCopy lines(List<ServiceLine> lines) {
    this.lines = lines;
    return this;
  }

  public ClaimCopy informationCodes(List<InformationCode> informationCodes) {
    this.informationCodes = informationCodes;
    return this;
  }

  public ClaimCopy particulars(Particulars particulars) {
    this.particulars = particulars;
    return this;
  }

  /// The claim as it is now.
  public Claim copy() {
    return new Claim(
        claim.type(),
        controlNumber,
        frequency,
        payerClaimControlNumber,
        claim.billingProvider(),
        subscriber,
        patient,
        payer,
        totalCharge,
        placeOfService,
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
        authorizationNumber,
        referralNumber,
        propertyCasualtyClaimNumber,
        claim.cliaNumber(),
        claim.note(),
        diagnoses,
        claim.providers(),
        otherCoverages,
        claim.otherReferences(),
        lines,
        claim.admission(),
        informationCodes,
        particulars,
        claim.formalities());
  }
}
