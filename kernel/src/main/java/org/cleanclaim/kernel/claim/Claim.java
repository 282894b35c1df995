package org.cleanclaim.kernel.claim;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.cleanclaim.kernel.Money;
import org.cleanclaim.kernel.code.PlaceOfService;
import org.cleanclaim.kernel.identifier.ClaimControlNumber;
import org.cleanclaim.kernel.particular.Particulars;
import org.cleanclaim.kernel.party.Provider;
import org.cleanclaim.kernel.party.ProviderRole;
import org.cleanclaim.kernel.party.Reference;
import org.jspecify.annotations.Nullable;

/// A claim as it goes to one payer: a frozen copy of who treated whom for what, who is insured, and
/// what it costs (837 loop 2300 with its parents).
///
/// @param controlNumber our number, CLM01
/// @param payerClaimControlNumber the payer's number of the claim that this one replaces or voids
///   (REF F8)
/// @param placeOfService professional claims; null on institutional ones
/// @param billType the first two digits of the type of bill on institutional claims, else null
/// @param acceptsAssignment CLM07 is A
/// @param assignsBenefits CLM08 is Y: the payer pays the provider
/// @param releaseOfInformation CLM09, Y or I
/// @param providers rendering, referring, facility and so on, also the one to pay when that is
///   another address (2010AB); not the billing provider
/// @param note free text for the payer (NTE*ADD)
/// @param otherReferences claim-level REF segments without a field of their own
/// @param admission institutional claims
/// @param informationCodes all codes that are not numbered diagnoses: procedures, occurrences,
///   values, conditions, DRG ...
/// @param particulars what has no field of its own; references stand in `otherReferences`
/// @param formalities further codes of the form
public record Claim(
    ClaimType type,
    ClaimControlNumber controlNumber,
    ClaimFrequency frequency,
    @Nullable String payerClaimControlNumber,
    Provider billingProvider,
    Subscriber subscriber,
    ClaimPatient patient,
    ClaimPayer payer,
    Money totalCharge,
    @Nullable PlaceOfService placeOfService,
    @Nullable String billType,
    boolean acceptsAssignment,
    boolean assignsBenefits,
    String releaseOfInformation,
    boolean hasSignatureOnFile,
    @Nullable Accident accident,
    @Nullable LocalDate onsetOn,
    @Nullable LocalDate admittedOn,
    @Nullable LocalDate dischargedOn,
    @Nullable Money patientPaid,
    @Nullable String authorizationNumber,
    @Nullable String referralNumber,
    @Nullable String propertyCasualtyClaimNumber,
    @Nullable String cliaNumber,
    @Nullable String note,
    List<Diagnosis> diagnoses,
    List<Provider> providers,
    List<OtherCoverage> otherCoverages,
    List<Reference> otherReferences,
    List<ServiceLine> lines,
    @Nullable Admission admission,
    List<InformationCode> informationCodes,
    Particulars particulars,
    Formalities formalities) {

  public Claim {
    diagnoses = List.copyOf(diagnoses);
    providers = List.copyOf(providers);
    otherCoverages = List.copyOf(otherCoverages);
    otherReferences = List.copyOf(otherReferences);
    lines = List.copyOf(lines);
    informationCodes = List.copyOf(informationCodes);
  }

  /// The information codes of one kind.
  public List<InformationCode> informationCodes(InformationCode.Kind kind) {
    return informationCodes.stream().filter(c -> c.kind() == kind).toList();
  }

  /// The first provider in the given role.
  public Optional<Provider> provider(ProviderRole role) {
    return providers.stream().filter(p -> p.role() == role).findFirst();
  }

  /// All who are named on the claim or on one of its lines, each once.
  public List<Provider> allProviders() {
    return Stream.concat(
            providers.stream(), lines.stream().flatMap(line -> line.providers().stream()))
        .distinct()
        .toList();
  }

  /// The earliest day of service.
  public Optional<LocalDate> servedFrom() {
    LocalDate first = null;
    for (ServiceLine line : lines) {
      if (first == null || line.servedFrom().isBefore(first)) first = line.servedFrom();
    }
    return Optional.ofNullable(first);
  }

  /// The latest day of service.
  public Optional<LocalDate> servedThrough() {
    LocalDate last = null;
    for (ServiceLine line : lines) {
      if (last == null || line.servedThrough().isAfter(last)) last = line.servedThrough();
    }
    return Optional.ofNullable(last);
  }

  /// Names the claim by its number alone; everything else may identify the patient.
  @Override
  public String toString() {
    return "Claim[" + controlNumber + "]";
  }
}
