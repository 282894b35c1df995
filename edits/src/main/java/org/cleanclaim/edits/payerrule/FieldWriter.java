package org.cleanclaim.edits.payerrule;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.cleanclaim.kernel.Money;
import org.cleanclaim.kernel.claim.Accident;
import org.cleanclaim.kernel.claim.Admission;
import org.cleanclaim.kernel.claim.ClaimFrequency;
import org.cleanclaim.kernel.claim.ClaimPatient;
import org.cleanclaim.kernel.claim.ClaimPayer;
import org.cleanclaim.kernel.claim.ClaimType;
import org.cleanclaim.kernel.claim.Diagnosis;
import org.cleanclaim.kernel.claim.FilingIndicator;
import org.cleanclaim.kernel.claim.Formalities;
import org.cleanclaim.kernel.claim.InformationCode;
import org.cleanclaim.kernel.claim.PayerSequence;
import org.cleanclaim.kernel.claim.Relationship;
import org.cleanclaim.kernel.claim.Subscriber;
import org.cleanclaim.kernel.code.Icd10Cm;
import org.cleanclaim.kernel.code.PlaceOfService;
import org.cleanclaim.kernel.identifier.MemberId;
import org.cleanclaim.kernel.identifier.Npi;
import org.cleanclaim.kernel.identifier.PayerId;
import org.cleanclaim.kernel.identifier.Taxonomy;
import org.cleanclaim.kernel.party.Address;
import org.cleanclaim.kernel.party.Provider;
import org.cleanclaim.kernel.party.ProviderRole;
import org.cleanclaim.kernel.party.Sex;
import org.jspecify.annotations.Nullable;

/// Writes values into fields of a claim's draft; no value leaves the field empty. Says in words why
/// a value does not fit.
final class FieldWriter {
  /// A value that the field cannot hold.
  static final class Misfit extends Exception {
    private static final long serialVersionUID = 1L;

    Misfit(String message) {
      super(message);
    }
  }

  private FieldWriter() {}

  /// Writes a field of the claim.
  static void write(ClaimField field, List<String> values, ClaimDraft claim) throws Misfit {
    @Nullable String text = values.isEmpty() ? null : values.getFirst();
    switch (field) {
      case CLAIM_TYPE -> claim.type = known(text, t -> named(ClaimType.values(), t));
      case CLAIM_FREQUENCY -> claim.frequency = known(text, ClaimFrequency::ofCode);
      case CLAIM_PAYER_NUMBER -> claim.payerClaimNumber = text;
      case CLAIM_TOTAL -> claim.total = maybe(text, Money::parse);
      case CLAIM_PLACE -> claim.place = maybe(text, PlaceOfService::parse);
      case CLAIM_BILL_TYPE -> claim.billType = text;
      case CLAIM_ONSET -> claim.onsetOn = maybe(text, FieldType::day);
      case CLAIM_ADMITTED -> claim.admittedOn = maybe(text, FieldType::day);
      case CLAIM_DISCHARGED -> claim.dischargedOn = maybe(text, FieldType::day);
      case CLAIM_AUTHORIZATION -> claim.authorization = text;
      case CLAIM_REFERRAL -> claim.referral = text;
      case CLAIM_CASUALTY -> claim.casualty = text;
      case CLAIM_CLIA -> claim.clia = text;
      case CLAIM_NOTE -> claim.note = text;
      case CLAIM_DELAY_REASON ->
          claim.formalities = formalities(claim.formalities, text, claim.formalities.program());
      case CLAIM_PROGRAM ->
          claim.formalities = formalities(claim.formalities, claim.formalities.delayReason(), text);
      case CLAIM_ACCIDENT ->
          claim.accident = new Accident(values, day(claim.accident), state(claim.accident));
      case CLAIM_ACCIDENT_DAY ->
          claim.accident =
              new Accident(
                  causes(claim.accident), maybe(text, FieldType::day), state(claim.accident));
      case CLAIM_ACCIDENT_STATE ->
          claim.accident = new Accident(causes(claim.accident), day(claim.accident), text);
      case CLAIM_ADMISSION_TYPE ->
          claim.admission = new Admission(text, source(claim), status(claim));
      case CLAIM_ADMISSION_SOURCE ->
          claim.admission = new Admission(type(claim), text, status(claim));
      case CLAIM_PATIENT_STATUS ->
          claim.admission = new Admission(type(claim), source(claim), text);
      case CLAIM_CONDITIONS -> codes(claim, InformationCode.Kind.CONDITION, values);
      case CLAIM_OCCURRENCES -> codes(claim, InformationCode.Kind.OCCURRENCE, values);
      case CLAIM_VALUES -> codes(claim, InformationCode.Kind.VALUE, values);
      case CLAIM_DRG -> codes(claim, InformationCode.Kind.DRG, values);
      case DIAGNOSIS_ADMITTING -> codes(claim, InformationCode.Kind.ADMITTING_DIAGNOSIS, values);
      case DIAGNOSIS_EXTERNAL -> codes(claim, InformationCode.Kind.EXTERNAL_CAUSE, values);
      case PROCEDURE_PRINCIPAL -> codes(claim, InformationCode.Kind.PRINCIPAL_PROCEDURE, values);
      case PROCEDURES_OTHER -> codes(claim, InformationCode.Kind.OTHER_PROCEDURE, values);
      case PAYER_ID -> {
        var old = claim.payer;
        claim.payer =
            new ClaimPayer(
                old.name(),
                known(text, PayerId::parse),
                old.address(),
                old.idQualifier(),
                old.references());
      }
      case PAYER_CLASS ->
          subscriber(
              claim,
              claim.subscriber.memberId(),
              known(text, t -> named(PayerClass.values(), t)).filing(),
              claim.subscriber.groupNumber(),
              claim.subscriber.insuranceType());
      case PAYER_FILING ->
          subscriber(
              claim,
              claim.subscriber.memberId(),
              maybe(text, FilingIndicator::ofCode),
              claim.subscriber.groupNumber(),
              claim.subscriber.insuranceType());
      case SUBSCRIBER_MEMBER ->
          subscriber(
              claim,
              maybe(text, MemberId::parse),
              claim.subscriber.filing(),
              claim.subscriber.groupNumber(),
              claim.subscriber.insuranceType());
      case SUBSCRIBER_GROUP ->
          subscriber(
              claim,
              claim.subscriber.memberId(),
              claim.subscriber.filing(),
              text,
              claim.subscriber.insuranceType());
      case SUBSCRIBER_INSURANCE ->
          subscriber(
              claim,
              claim.subscriber.memberId(),
              claim.subscriber.filing(),
              claim.subscriber.groupNumber(),
              text);
      case PAYER_SEQUENCE -> {
        var old = claim.subscriber;
        claim.subscriber =
            new Subscriber(
                old.name(),
                old.memberId(),
                old.bornOn(),
                old.sex(),
                old.address(),
                known(text, PayerSequence::ofCode),
                old.filing(),
                old.groupNumber(),
                old.groupName(),
                old.insuranceType(),
                old.references());
      }
      case FACILITY_ZIP ->
          claim.provider(
              ProviderRole.SERVICE_FACILITY,
              p ->
                  new Provider(
                      p.role(),
                      p.name(),
                      p.npi(),
                      p.taxonomy(),
                      p.taxId(),
                      new Address("", null, "", null, text),
                      p.contact(),
                      p.secondaryIds()));
      case PATIENT_BORN ->
          patient(
              claim,
              maybe(text, FieldType::day),
              claim.patient.sex(),
              claim.patient.relationship());
      case PATIENT_SEX ->
          patient(
              claim,
              claim.patient.bornOn(),
              known(text, t -> Optional.of(Sex.ofCode(t))),
              claim.patient.relationship());
      case PATIENT_RELATIONSHIP ->
          patient(
              claim,
              claim.patient.bornOn(),
              claim.patient.sex(),
              known(text, Relationship::ofCode));
      case BILLING_NPI -> npi(claim, ProviderRole.BILLING, text);
      case BILLING_TAXONOMY -> taxonomy(claim, ProviderRole.BILLING, text);
      case BILLING_STREET ->
          address(
              claim,
              a ->
                  new Address(text == null ? "" : text, null, a.city(), a.state(), a.postalCode()));
      case BILLING_STATE ->
          address(claim, a -> new Address(a.line1(), a.line2(), a.city(), text, a.postalCode()));
      case BILLING_ZIP ->
          address(claim, a -> new Address(a.line1(), a.line2(), a.city(), a.state(), text));
      case RENDERING_NPI -> npi(claim, ProviderRole.RENDERING, text);
      case RENDERING_TAXONOMY -> taxonomy(claim, ProviderRole.RENDERING, text);
      case REFERRING_NPI -> npi(claim, ProviderRole.REFERRING, text);
      case ORDERING_NPI -> npi(claim, ProviderRole.ORDERING, text);
      case SUPERVISING_NPI -> npi(claim, ProviderRole.SUPERVISING, text);
      case ATTENDING_NPI -> npi(claim, ProviderRole.ATTENDING, text);
      case OPERATING_NPI -> npi(claim, ProviderRole.OPERATING, text);
      case FACILITY_NPI -> npi(claim, ProviderRole.SERVICE_FACILITY, text);
      case DIAGNOSES -> {
        var codes = new ArrayList<Diagnosis>();
        for (String value : values) codes.add(Diagnosis.of(known(value, Icd10Cm::parse)));
        claim.diagnoses = codes;
      }
      default -> throw new Misfit("%s cannot be written".formatted(field.title()));
    }
  }

  static <T> T known(@Nullable String text, Function<String, Optional<T>> parse) throws Misfit {
    if (text == null) throw new Misfit("the field cannot be empty");
    return parse
        .apply(text)
        .orElseThrow(() -> new Misfit("\"" + text + "\" is no value of the field"));
  }

  static <T> @Nullable T maybe(@Nullable String text, Function<String, Optional<T>> parse)
      throws Misfit {
    return text == null ? null : known(text, parse);
  }

  private static <E extends Enum<E>> Optional<E> named(E[] values, String name) {
    for (E value : values) {
      if (value.name().equals(name)) return Optional.of(value);
    }
    return Optional.empty();
  }

  private static List<String> causes(@Nullable Accident accident) {
    return accident == null ? List.of() : accident.causes();
  }

  private static @Nullable LocalDate day(@Nullable Accident accident) {
    return accident == null ? null : accident.happenedOn();
  }

  private static @Nullable String state(@Nullable Accident accident) {
    return accident == null ? null : accident.state();
  }

  private static @Nullable String type(ClaimDraft claim) {
    return claim.admission == null ? null : claim.admission.typeCode();
  }

  private static @Nullable String source(ClaimDraft claim) {
    return claim.admission == null ? null : claim.admission.sourceCode();
  }

  private static @Nullable String status(ClaimDraft claim) {
    return claim.admission == null ? null : claim.admission.patientStatus();
  }

  private static Formalities formalities(
      Formalities old, @Nullable String delay, @Nullable String program) {
    return new Formalities(
        old.placeList(),
        old.providerSignature(),
        old.assignment(),
        old.benefitsAssigned(),
        old.signatureSource(),
        program,
        old.submission(),
        delay);
  }

  private static void codes(ClaimDraft claim, InformationCode.Kind kind, List<String> values) {
    claim.codes.removeIf(code -> code.kind() == kind);
    for (String value : values)
      claim.codes.add(new InformationCode(kind, kind.list(), value, null, null, null, null));
  }

  private static void subscriber(
      ClaimDraft claim,
      @Nullable MemberId member,
      @Nullable FilingIndicator filing,
      @Nullable String group,
      @Nullable String insurance) {
    var old = claim.subscriber;
    claim.subscriber =
        new Subscriber(
            old.name(),
            member,
            old.bornOn(),
            old.sex(),
            old.address(),
            old.sequence(),
            filing,
            group,
            old.groupName(),
            insurance,
            old.references());
  }

  private static void patient(
      ClaimDraft claim, @Nullable LocalDate born, Sex sex, Relationship relationship) {
    var old = claim.patient;
    claim.patient = new ClaimPatient(old.name(), born, sex, old.address(), relationship);
  }

  private static void npi(ClaimDraft claim, ProviderRole role, @Nullable String text)
      throws Misfit {
    @Nullable Npi npi = maybe(text, Npi::parse);
    claim.provider(role, p -> withNpi(p, npi));
  }

  static Provider withNpi(Provider p, @Nullable Npi npi) {
    return new Provider(
        p.role(),
        p.name(),
        npi,
        p.taxonomy(),
        p.taxId(),
        p.address(),
        p.contact(),
        p.secondaryIds());
  }

  private static void taxonomy(ClaimDraft claim, ProviderRole role, @Nullable String text)
      throws Misfit {
    @Nullable Taxonomy taxonomy = maybe(text, Taxonomy::parse);
    claim.provider(
        role,
        p ->
            new Provider(
                p.role(),
                p.name(),
                p.npi(),
                taxonomy,
                p.taxId(),
                p.address(),
                p.contact(),
                p.secondaryIds()));
  }

  private static void address(ClaimDraft claim, UnaryOperator<Address> change) {
    claim.provider(
        ProviderRole.BILLING,
        p ->
            new Provider(
                p.role(),
                p.name(),
                p.npi(),
                p.taxonomy(),
                p.taxId(),
                change.apply(
                    p.address() == null ? new Address("", null, "", null, null) : p.address()),
                p.contact(),
                p.secondaryIds()));
  }
}
