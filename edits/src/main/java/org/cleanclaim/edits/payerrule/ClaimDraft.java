package org.cleanclaim.edits.payerrule;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.cleanclaim.kernel.Money;
import org.cleanclaim.kernel.claim.Accident;
import org.cleanclaim.kernel.claim.Admission;
import org.cleanclaim.kernel.claim.Claim;
import org.cleanclaim.kernel.claim.ClaimFrequency;
import org.cleanclaim.kernel.claim.ClaimPatient;
import org.cleanclaim.kernel.claim.ClaimPayer;
import org.cleanclaim.kernel.claim.ClaimType;
import org.cleanclaim.kernel.claim.Diagnosis;
import org.cleanclaim.kernel.claim.Formalities;
import org.cleanclaim.kernel.claim.InformationCode;
import org.cleanclaim.kernel.claim.OtherCoverage;
import org.cleanclaim.kernel.claim.Subscriber;
import org.cleanclaim.kernel.code.PlaceOfService;
import org.cleanclaim.kernel.party.PartyName.PersonName;
import org.cleanclaim.kernel.party.Provider;
import org.cleanclaim.kernel.party.ProviderRole;
import org.jspecify.annotations.Nullable;

/// A claim while a rule or an example writes to it; the claim itself never changes.
final class ClaimDraft {
  private final Claim claim;
  ClaimType type;
  ClaimFrequency frequency;
  @Nullable String payerClaimNumber;
  Provider billing;
  Subscriber subscriber;
  ClaimPatient patient;
  ClaimPayer payer;
  @Nullable Money total;
  @Nullable PlaceOfService place;
  @Nullable String billType;
  @Nullable Accident accident;
  @Nullable LocalDate onsetOn;
  @Nullable LocalDate admittedOn;
  @Nullable LocalDate dischargedOn;
  @Nullable String authorization;
  @Nullable String referral;
  @Nullable String casualty;
  @Nullable String clia;
  @Nullable String note;
  List<Diagnosis> diagnoses;
  List<Provider> providers;
  List<OtherCoverage> coverages;
  List<LineDraft> lines = new ArrayList<>();
  @Nullable Admission admission;
  List<InformationCode> codes;
  Formalities formalities;

  ClaimDraft(Claim claim) {
    this.claim = claim;
    type = claim.type();
    frequency = claim.frequency();
    payerClaimNumber = claim.payerClaimControlNumber();
    billing = claim.billingProvider();
    subscriber = claim.subscriber();
    patient = claim.patient();
    payer = claim.payer();
    total = claim.totalCharge();
    place = claim.placeOfService();
    billType = claim.billType();
    accident = claim.accident();
    onsetOn = claim.onsetOn();
    admittedOn = claim.admittedOn();
    dischargedOn = claim.dischargedOn();
    authorization = claim.authorizationNumber();
    referral = claim.referralNumber();
    casualty = claim.propertyCasualtyClaimNumber();
    clia = claim.cliaNumber();
    note = claim.note();
    diagnoses = new ArrayList<>(claim.diagnoses());
    providers = new ArrayList<>(claim.providers());
    coverages = claim.otherCoverages();
    claim.lines().forEach(line -> lines.add(new LineDraft(line)));
    admission = claim.admission();
    codes = new ArrayList<>(claim.informationCodes());
    formalities = claim.formalities();
  }

  /// Changes the provider in a role, who is added when the claim has none.
  void provider(ProviderRole role, UnaryOperator<Provider> change) {
    if (role == ProviderRole.BILLING) billing = change.apply(billing);
    else change(providers, role, change);
  }

  static void change(List<Provider> providers, ProviderRole role, UnaryOperator<Provider> change) {
    for (int i = 0; i < providers.size(); i++) {
      if (providers.get(i).role() == role) {
        providers.set(i, change.apply(providers.get(i)));
        return;
      }
    }
    var name = new PersonName("Provider", null, null, null);
    providers.add(change.apply(new Provider(role, name, null, null, null, null, null, List.of())));
  }

  /// The claim as it stands now; without a total of its own, that of its lines.
  Claim toClaim() {
    var read = lines.stream().map(LineDraft::toLine).toList();
    Money sum = total == null ? Money.sum(read.stream().map(l -> l.charge()).toList()) : total;
    return new Claim(
        type,
        claim.controlNumber(),
        frequency,
        payerClaimNumber,
        billing,
        subscriber,
        patient,
        payer,
        sum,
        place,
        billType,
        claim.acceptsAssignment(),
        claim.assignsBenefits(),
        claim.releaseOfInformation(),
        claim.hasSignatureOnFile(),
        accident,
        onsetOn,
        admittedOn,
        dischargedOn,
        claim.patientPaid(),
        authorization,
        referral,
        casualty,
        clia,
        note,
        diagnoses,
        providers,
        coverages,
        claim.otherReferences(),
        read,
        admission,
        codes,
        claim.particulars(),
        formalities);
  }
}
