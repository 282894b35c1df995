package org.cleanclaim.kernel.remittance;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.cleanclaim.kernel.Money;
import org.cleanclaim.kernel.particular.Particulars;
import org.cleanclaim.kernel.party.Contact;
import org.cleanclaim.kernel.party.Participant;
import org.cleanclaim.kernel.party.PartyName;
import org.cleanclaim.kernel.party.PartyName.OrganizationName;
import org.cleanclaim.kernel.party.PartyName.PersonName;
import org.jspecify.annotations.Nullable;

/// What the payer decided on one claim (loop 2100).
///
/// @param claimControlNumber CLP01 as sent: our number if the payer returned it
/// @param statusCode CLP02 as sent; [#status] knows the ordinary ones
/// @param filingCode CLP06 as sent
/// @param payerClaimControlNumber CLP07
/// @param drg CLP11
/// @param drgWeight CLP12
/// @param dischargeFraction CLP13
/// @param parties patient (QC), insured (IL), corrected patient (74), rendering provider (82),
///   crossover payer (TT), corrected priority payer (PR), other insured (GB), in the order sent
/// @param contacts whom to ask about the claim (PER)
/// @param remarks claim-level remark codes (MIA, MOA)
public record ClaimPayment(
    String claimControlNumber,
    String statusCode,
    Money charged,
    Money paid,
    Money patientResponsibility,
    @Nullable String filingCode,
    @Nullable String payerClaimControlNumber,
    @Nullable String facilityCode,
    @Nullable String frequencyCode,
    @Nullable String drg,
    @Nullable BigDecimal drgWeight,
    @Nullable BigDecimal dischargeFraction,
    List<Participant> parties,
    List<Contact> contacts,
    @Nullable LocalDate servedFrom,
    @Nullable LocalDate servedThrough,
    @Nullable LocalDate receivedOn,
    List<Adjustment> adjustments,
    List<String> remarks,
    List<ServicePayment> services,
    Particulars particulars) {
  private static final String PATIENT = "QC";
  private static final String INSURED = "IL";
  private static final String RENDERING = "82";
  private static final String CROSSOVER = "TT";

  public ClaimPayment {
    parties = List.copyOf(parties);
    contacts = List.copyOf(contacts);
    adjustments = List.copyOf(adjustments);
    remarks = List.copyOf(remarks);
    services = List.copyOf(services);
  }

  /// A payment of which only the usual parties are known.
  ///
  /// @param memberId the member id as sent, with the patient
  /// @param crossoverPayer name of the payer that the claim was forwarded to
  public ClaimPayment(
      String claimControlNumber,
      String statusCode,
      Money charged,
      Money paid,
      Money patientResponsibility,
      @Nullable String filingCode,
      @Nullable String payerClaimControlNumber,
      @Nullable String facilityCode,
      @Nullable String frequencyCode,
      @Nullable PartyName patient,
      @Nullable String memberId,
      @Nullable String renderingProviderId,
      @Nullable String crossoverPayer,
      @Nullable LocalDate servedFrom,
      @Nullable LocalDate servedThrough,
      @Nullable LocalDate receivedOn,
      List<Adjustment> adjustments,
      List<String> remarks,
      List<ServicePayment> services,
      Particulars particulars) {
    this(
        claimControlNumber,
        statusCode,
        charged,
        paid,
        patientResponsibility,
        filingCode,
        payerClaimControlNumber,
        facilityCode,
        frequencyCode,
        null,
        null,
        null,
        parties(patient, memberId, renderingProviderId, crossoverPayer),
        List.of(),
        servedFrom,
        servedThrough,
        receivedOn,
        adjustments,
        remarks,
        services,
        particulars);
  }

  private static List<Participant> parties(
      @Nullable PartyName patient,
      @Nullable String memberId,
      @Nullable String rendering,
      @Nullable String crossover) {
    var parties = new ArrayList<Participant>();
    if (patient != null) {
      parties.add(Participant.of(PATIENT, patient, memberId == null ? null : "MI", memberId));
    }
    if (rendering != null) {
      var name = new PersonName("", null, null, null);
      parties.add(Participant.of(RENDERING, name, "XX", rendering));
    }
    if (crossover != null) {
      parties.add(Participant.of(CROSSOVER, new OrganizationName(crossover), null, null));
    }
    return parties;
  }

  /// Those of the claim and those of its services.
  public List<Adjustment> allAdjustments() {
    return Stream.concat(
            adjustments.stream(), services.stream().flatMap(s -> s.adjustments().stream()))
        .toList();
  }

  public @Nullable PartyName patient() {
    Participant patient = party(PATIENT);
    return patient == null ? null : patient.name();
  }

  /// The member id as sent with the insured, else with the patient.
  public @Nullable String memberId() {
    Participant insured = party(INSURED);
    if (insured != null && insured.id() != null) return insured.id();
    Participant patient = party(PATIENT);
    return patient == null ? null : patient.id();
  }

  public @Nullable String renderingProviderId() {
    Participant rendering = party(RENDERING);
    return rendering == null ? null : rendering.id();
  }

  /// Name of the payer that the claim was forwarded to.
  public @Nullable String crossoverPayer() {
    Participant crossover = party(CROSSOVER);
    return crossover == null ? null : crossover.name().display();
  }

  /// The first party in the role.
  private @Nullable Participant party(String entity) {
    for (Participant party : parties) {
      if (party.entity().equals(entity)) return party;
    }
    return null;
  }

  /// The status when it is one of the published codes.
  public @Nullable ClaimPaymentStatus status() {
    return ClaimPaymentStatus.ofCode(statusCode).orElse(null);
  }

  public boolean isReversal() {
    return status() == ClaimPaymentStatus.REVERSAL;
  }

  @Override
  public String toString() {
    return "ClaimPayment[" + claimControlNumber + "]";
  }
}
