package org.cleanclaim.edits.payerrule;

import static org.cleanclaim.edits.payerrule.ClaimField.Access.CHANGEABLE;
import static org.cleanclaim.edits.payerrule.ClaimField.Access.READABLE;
import static org.cleanclaim.edits.payerrule.FieldType.CODE_LIST;
import static org.cleanclaim.edits.payerrule.FieldType.DATE;
import static org.cleanclaim.edits.payerrule.FieldType.MONEY;
import static org.cleanclaim.edits.payerrule.FieldType.NUMBER;
import static org.cleanclaim.edits.payerrule.FieldType.TEXT;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.cleanclaim.edits.payerrule.FieldAccess.ClaimReader;
import org.cleanclaim.edits.payerrule.FieldAccess.LineReader;
import org.cleanclaim.kernel.Place;
import org.cleanclaim.kernel.claim.Claim;
import org.cleanclaim.kernel.claim.InformationCode.Kind;
import org.cleanclaim.kernel.claim.ServiceLine;
import org.cleanclaim.kernel.party.ProviderRole;
import org.jspecify.annotations.Nullable;

/// The fields of a claim that rules may ask for, by the names in which people write them. A field
/// gives all its values as text: none when the claim does not say, several for lists of codes.
public enum ClaimField {
  CLAIM_NUMBER("claim.number", TEXT, READABLE, (c, d) -> FieldAccess.one(c.controlNumber())),
  CLAIM_TYPE("claim.type", TEXT, READABLE, (c, d) -> FieldAccess.one(c.type())),
  CLAIM_FREQUENCY(
      "claim.frequency", TEXT, CHANGEABLE, (c, d) -> FieldAccess.one(c.frequency().code())),
  CLAIM_PAYER_NUMBER(
      "claim.payerClaimNumber",
      TEXT,
      CHANGEABLE,
      (c, d) -> FieldAccess.one(c.payerClaimControlNumber())),
  CLAIM_TOTAL("claim.totalCharge", MONEY, READABLE, (c, d) -> FieldAccess.one(c.totalCharge())),
  CLAIM_PLACE(
      "claim.placeOfService", TEXT, CHANGEABLE, (c, d) -> FieldAccess.one(c.placeOfService())),
  CLAIM_BILL_TYPE("claim.billType", TEXT, READABLE, (c, d) -> FieldAccess.one(c.billType())),
  CLAIM_ASSIGNMENT(
      "claim.acceptsAssignment",
      TEXT,
      READABLE,
      (c, d) -> FieldAccess.yesNo(c.acceptsAssignment())),
  CLAIM_SERVED_FROM(
      "claim.servedFrom", DATE, READABLE, (c, d) -> FieldAccess.one(c.servedFrom().orElse(null))),
  CLAIM_SERVED_THROUGH(
      "claim.servedThrough",
      DATE,
      READABLE,
      (c, d) -> FieldAccess.one(c.servedThrough().orElse(null))),
  CLAIM_DAYS_SINCE_SERVICE(
      "claim.daysSinceService", NUMBER, READABLE, FieldAccess::daysSinceService),
  CLAIM_ONSET("claim.onsetOn", DATE, CHANGEABLE, (c, d) -> FieldAccess.one(c.onsetOn())),
  CLAIM_ADMITTED("claim.admittedOn", DATE, CHANGEABLE, (c, d) -> FieldAccess.one(c.admittedOn())),
  CLAIM_DISCHARGED(
      "claim.dischargedOn", DATE, CHANGEABLE, (c, d) -> FieldAccess.one(c.dischargedOn())),
  CLAIM_AUTHORIZATION(
      "claim.authorizationNumber",
      TEXT,
      CHANGEABLE,
      (c, d) -> FieldAccess.one(c.authorizationNumber())),
  CLAIM_REFERRAL(
      "claim.referralNumber", TEXT, CHANGEABLE, (c, d) -> FieldAccess.one(c.referralNumber())),
  CLAIM_CASUALTY(
      "claim.casualtyClaimNumber",
      TEXT,
      CHANGEABLE,
      (c, d) -> FieldAccess.one(c.propertyCasualtyClaimNumber())),
  CLAIM_CLIA("claim.cliaNumber", TEXT, CHANGEABLE, (c, d) -> FieldAccess.one(c.cliaNumber())),
  CLAIM_NOTE("claim.note", TEXT, CHANGEABLE, (c, d) -> FieldAccess.one(c.note())),
  CLAIM_DELAY_REASON(
      "claim.delayReason",
      TEXT,
      CHANGEABLE,
      (c, d) -> FieldAccess.one(c.formalities().delayReason())),
  CLAIM_PROGRAM(
      "claim.specialProgram",
      TEXT,
      CHANGEABLE,
      (c, d) -> FieldAccess.one(c.formalities().program())),
  CLAIM_ACCIDENT(
      "claim.accidentCauses",
      CODE_LIST,
      READABLE,
      (c, d) -> c.accident() == null ? List.of() : c.accident().causes()),
  CLAIM_ACCIDENT_DAY(
      "claim.accidentOn",
      DATE,
      READABLE,
      (c, d) -> c.accident() == null ? List.of() : FieldAccess.one(c.accident().happenedOn())),
  CLAIM_ACCIDENT_STATE(
      "claim.accidentState",
      TEXT,
      READABLE,
      (c, d) -> c.accident() == null ? List.of() : FieldAccess.one(c.accident().state())),
  CLAIM_ADMISSION_TYPE(
      "claim.admissionType",
      TEXT,
      READABLE,
      (c, d) -> c.admission() == null ? List.of() : FieldAccess.one(c.admission().typeCode())),
  CLAIM_ADMISSION_SOURCE(
      "claim.admissionSource",
      TEXT,
      READABLE,
      (c, d) -> c.admission() == null ? List.of() : FieldAccess.one(c.admission().sourceCode())),
  CLAIM_PATIENT_STATUS(
      "claim.patientStatus",
      TEXT,
      READABLE,
      (c, d) -> c.admission() == null ? List.of() : FieldAccess.one(c.admission().patientStatus())),
  CLAIM_CONDITIONS(
      "claim.conditionCodes", CODE_LIST, READABLE, (c, d) -> FieldAccess.codes(c, Kind.CONDITION)),
  CLAIM_OCCURRENCES(
      "claim.occurrenceCodes",
      CODE_LIST,
      READABLE,
      (c, d) -> FieldAccess.codes(c, Kind.OCCURRENCE)),
  CLAIM_VALUES("claim.valueCodes", CODE_LIST, READABLE, (c, d) -> FieldAccess.codes(c, Kind.VALUE)),
  CLAIM_DRG("claim.drg", TEXT, READABLE, (c, d) -> FieldAccess.codes(c, Kind.DRG)),
  CLAIM_LINES("claim.lineCount", NUMBER, READABLE, (c, d) -> FieldAccess.one(c.lines().size())),
  CLAIM_PROCEDURES("claim.procedures", CODE_LIST, READABLE, (c, d) -> FieldAccess.procedures(c)),
  CLAIM_MODIFIERS("claim.modifiers", CODE_LIST, READABLE, (c, d) -> FieldAccess.modifiers(c)),
  CLAIM_REVENUE_CODES(
      "claim.revenueCodes", CODE_LIST, READABLE, (c, d) -> FieldAccess.revenueCodes(c)),
  PAYER_ID("payer.id", TEXT, CHANGEABLE, (c, d) -> FieldAccess.one(c.payer().id())),
  PAYER_NAME("payer.name", TEXT, READABLE, (c, d) -> FieldAccess.one(c.payer().name())),
  PAYER_CLASS("payer.class", TEXT, READABLE, (c, d) -> FieldAccess.one(PayerClass.of(c))),
  PAYER_FILING(
      "payer.filingIndicator",
      TEXT,
      CHANGEABLE,
      (c, d) ->
          c.subscriber().filing() == null
              ? List.of()
              : FieldAccess.one(c.subscriber().filing().code())),
  PAYER_SEQUENCE(
      "payer.sequence",
      TEXT,
      READABLE,
      (c, d) -> FieldAccess.one(c.subscriber().sequence().code())),
  OTHER_PAYERS(
      "claim.otherPayers",
      CODE_LIST,
      READABLE,
      (c, d) -> c.otherCoverages().stream().map(o -> o.payer().id().value()).toList()),
  PATIENT_AGE("patient.age", NUMBER, READABLE, FieldAccess::age),
  PATIENT_AGE_DAYS("patient.ageInDays", NUMBER, READABLE, FieldAccess::ageInDays),
  PATIENT_BORN("patient.bornOn", DATE, READABLE, (c, d) -> FieldAccess.one(c.patient().bornOn())),
  PATIENT_SEX("patient.sex", TEXT, READABLE, (c, d) -> FieldAccess.one(c.patient().sex().code())),
  PATIENT_STATE(
      "patient.state", TEXT, READABLE, (c, d) -> FieldAccess.state(c.patient().address())),
  PATIENT_ZIP("patient.zip", TEXT, READABLE, (c, d) -> FieldAccess.zip(c.patient().address())),
  PATIENT_RELATIONSHIP(
      "patient.relationship",
      TEXT,
      READABLE,
      (c, d) -> FieldAccess.one(c.patient().relationship().code())),
  SUBSCRIBER_MEMBER(
      "subscriber.memberId",
      TEXT,
      READABLE,
      (c, d) ->
          c.subscriber().memberId() == null
              ? List.of()
              : FieldAccess.one(c.subscriber().memberId().value())),
  SUBSCRIBER_GROUP(
      "subscriber.groupNumber",
      TEXT,
      CHANGEABLE,
      (c, d) -> FieldAccess.one(c.subscriber().groupNumber())),
  SUBSCRIBER_INSURANCE(
      "subscriber.insuranceType",
      TEXT,
      CHANGEABLE,
      (c, d) -> FieldAccess.one(c.subscriber().insuranceType())),
  BILLING_NPI("billing.npi", TEXT, READABLE, (c, d) -> FieldAccess.one(c.billingProvider().npi())),
  BILLING_TAXONOMY(
      "billing.taxonomy",
      TEXT,
      CHANGEABLE,
      (c, d) -> FieldAccess.one(c.billingProvider().taxonomy())),
  BILLING_STREET(
      "billing.street",
      TEXT,
      READABLE,
      (c, d) -> FieldAccess.street(c.billingProvider().address())),
  BILLING_STATE(
      "billing.state", TEXT, READABLE, (c, d) -> FieldAccess.state(c.billingProvider().address())),
  BILLING_ZIP(
      "billing.zip", TEXT, READABLE, (c, d) -> FieldAccess.zip(c.billingProvider().address())),
  RENDERING_NPI(
      "rendering.npi", TEXT, READABLE, (c, d) -> FieldAccess.npi(c, ProviderRole.RENDERING)),
  RENDERING_TAXONOMY(
      "rendering.taxonomy",
      TEXT,
      CHANGEABLE,
      (c, d) -> FieldAccess.taxonomy(c, ProviderRole.RENDERING)),
  REFERRING_NPI(
      "referring.npi", TEXT, READABLE, (c, d) -> FieldAccess.npi(c, ProviderRole.REFERRING)),
  ORDERING_NPI("ordering.npi", TEXT, READABLE, (c, d) -> FieldAccess.npi(c, ProviderRole.ORDERING)),
  SUPERVISING_NPI(
      "supervising.npi", TEXT, READABLE, (c, d) -> FieldAccess.npi(c, ProviderRole.SUPERVISING)),
  ATTENDING_NPI(
      "attending.npi", TEXT, READABLE, (c, d) -> FieldAccess.npi(c, ProviderRole.ATTENDING)),
  OPERATING_NPI(
      "operating.npi", TEXT, READABLE, (c, d) -> FieldAccess.npi(c, ProviderRole.OPERATING)),
  FACILITY_NPI(
      "facility.npi", TEXT, READABLE, (c, d) -> FieldAccess.npi(c, ProviderRole.SERVICE_FACILITY)),
  FACILITY_STATE(
      "facility.state",
      TEXT,
      READABLE,
      (c, d) ->
          c.provider(ProviderRole.SERVICE_FACILITY)
              .map(p -> FieldAccess.state(p.address()))
              .orElse(List.of())),
  FACILITY_ZIP(
      "facility.zip",
      TEXT,
      READABLE,
      (c, d) ->
          c.provider(ProviderRole.SERVICE_FACILITY)
              .map(p -> FieldAccess.zip(p.address()))
              .orElse(List.of())),
  DIAGNOSES(
      "diagnosis.codes",
      CODE_LIST,
      CHANGEABLE,
      (c, d) -> c.diagnoses().stream().map(x -> x.code().value()).toList()),
  DIAGNOSIS_PRINCIPAL(
      "diagnosis.principal",
      TEXT,
      READABLE,
      (c, d) ->
          c.diagnoses().isEmpty() ? List.of() : List.of(c.diagnoses().getFirst().code().value())),
  DIAGNOSIS_COUNT(
      "diagnosis.count", NUMBER, READABLE, (c, d) -> FieldAccess.one(c.diagnoses().size())),
  DIAGNOSIS_ADMITTING(
      "diagnosis.admitting",
      TEXT,
      READABLE,
      (c, d) -> FieldAccess.codes(c, Kind.ADMITTING_DIAGNOSIS)),
  DIAGNOSIS_EXTERNAL(
      "diagnosis.externalCauses",
      CODE_LIST,
      READABLE,
      (c, d) -> FieldAccess.codes(c, Kind.EXTERNAL_CAUSE)),
  PROCEDURE_PRINCIPAL(
      "inpatient.principalProcedure",
      TEXT,
      READABLE,
      (c, d) -> FieldAccess.codes(c, Kind.PRINCIPAL_PROCEDURE)),
  PROCEDURES_OTHER(
      "inpatient.otherProcedures",
      CODE_LIST,
      READABLE,
      (c, d) -> FieldAccess.codes(c, Kind.OTHER_PROCEDURE)),
  LINE_NUMBER("line.number", NUMBER, (c, l) -> FieldAccess.one(l.number()), READABLE),
  LINE_PROCEDURE("line.procedure", TEXT, (c, l) -> FieldAccess.one(l.procedure()), CHANGEABLE),
  LINE_MODIFIERS("line.modifiers", CODE_LIST, (c, l) -> FieldAccess.modifiers(l), CHANGEABLE),
  LINE_FIRST_MODIFIER(
      "line.firstModifier",
      TEXT,
      (c, l) -> l.modifiers().isEmpty() ? List.of() : FieldAccess.one(l.modifiers().getFirst()),
      READABLE),
  LINE_REVENUE("line.revenueCode", TEXT, (c, l) -> FieldAccess.one(l.revenueCode()), CHANGEABLE),
  LINE_CHARGE("line.charge", MONEY, (c, l) -> FieldAccess.one(l.charge()), READABLE),
  LINE_UNITS(
      "line.units",
      NUMBER,
      (c, l) -> FieldAccess.one(l.unitsBilled().stripTrailingZeros().toPlainString()),
      CHANGEABLE),
  LINE_UNIT("line.unit", TEXT, (c, l) -> FieldAccess.one(l.unit()), CHANGEABLE),
  LINE_PLACE(
      "line.placeOfService",
      TEXT,
      (c, l) ->
          FieldAccess.one(l.placeOfService() == null ? c.placeOfService() : l.placeOfService()),
      CHANGEABLE),
  LINE_SERVED_FROM("line.servedFrom", DATE, (c, l) -> FieldAccess.one(l.servedFrom()), READABLE),
  LINE_SERVED_THROUGH(
      "line.servedThrough", DATE, (c, l) -> FieldAccess.one(l.servedThrough()), READABLE),
  LINE_DIAGNOSES("line.diagnoses", CODE_LIST, FieldAccess::pointed, READABLE),
  LINE_NDC(
      "line.ndc",
      TEXT,
      (c, l) -> l.drug() == null ? List.of() : FieldAccess.one(l.drug().ndc()),
      CHANGEABLE),
  LINE_NDC_QUANTITY(
      "line.ndcQuantity",
      NUMBER,
      (c, l) -> l.drug() == null ? List.of() : FieldAccess.one(l.drug().quantity()),
      READABLE),
  LINE_NDC_UNIT(
      "line.ndcUnit",
      TEXT,
      (c, l) -> l.drug() == null ? List.of() : FieldAccess.one(l.drug().unit()),
      READABLE),
  LINE_AUTHORIZATION(
      "line.authorizationNumber",
      TEXT,
      (c, l) -> FieldAccess.one(l.authorizationNumber()),
      CHANGEABLE),
  LINE_NOTE("line.note", TEXT, (c, l) -> FieldAccess.one(l.note()), CHANGEABLE),
  LINE_DESCRIPTION(
      "line.description", TEXT, (c, l) -> FieldAccess.one(l.marks().description()), CHANGEABLE),
  LINE_EMERGENCY(
      "line.emergency", TEXT, (c, l) -> FieldAccess.one(l.marks().emergency()), CHANGEABLE),
  LINE_SCREENING(
      "line.screening", TEXT, (c, l) -> FieldAccess.one(l.marks().screening()), CHANGEABLE),
  LINE_FAMILY(
      "line.familyPlanning",
      TEXT,
      (c, l) -> FieldAccess.one(l.marks().familyPlanning()),
      CHANGEABLE),
  LINE_RENDERING(
      "line.renderingNpi", TEXT, (c, l) -> FieldAccess.npi(c, l, ProviderRole.RENDERING), READABLE),
  LINE_REFERRING(
      "line.referringNpi", TEXT, (c, l) -> FieldAccess.npi(c, l, ProviderRole.REFERRING), READABLE),
  LINE_ORDERING(
      "line.orderingNpi", TEXT, (c, l) -> FieldAccess.npi(c, l, ProviderRole.ORDERING), READABLE);

  /// Whether rules may write a field. Amounts, people and days of service are never written.
  public enum Access {
    READABLE,
    CHANGEABLE
  }

  private static final Map<String, ClaimField> BY_NAME =
      Arrays.stream(values()).collect(Collectors.toMap(ClaimField::title, Function.identity()));

  private final String title;
  private final FieldType type;
  private final Access access;

  @SuppressWarnings("ImmutableEnumChecker") // a function without state
  private final @Nullable ClaimReader ofClaim;

  @SuppressWarnings("ImmutableEnumChecker") // a function without state
  private final @Nullable LineReader ofLine;

  ClaimField(String title, FieldType type, Access access, ClaimReader reader) {
    this.title = title;
    this.type = type;
    this.access = access;
    this.ofClaim = reader;
    this.ofLine = null;
  }

  ClaimField(String title, FieldType type, LineReader reader, Access access) {
    this.title = title;
    this.type = type;
    this.access = access;
    this.ofClaim = null;
    this.ofLine = reader;
  }

  /// The field by the name in which people write it.
  public static Optional<ClaimField> named(String title) {
    return Optional.ofNullable(BY_NAME.get(title));
  }

  /// The name in rules: `line.placeOfService`.
  public String title() {
    return title;
  }

  public FieldType type() {
    return type;
  }

  public Access access() {
    return access;
  }

  /// Whether each line has a value of its own.
  public boolean isOfLine() {
    return ofLine != null;
  }

  /// All values of the field; none when the claim does not say.
  ///
  /// @param line the line that a field of lines is read from
  /// @param day the day on which the claim is judged
  List<String> read(Claim claim, @Nullable ServiceLine line, LocalDate day) {
    if (ofClaim != null) return ofClaim.read(claim, day);
    return ofLine == null || line == null ? List.of() : ofLine.read(claim, line);
  }

  /// Where findings about the field point: `line 2, Place of service`.
  Place place(@Nullable ServiceLine line) {
    return line == null ? Place.field(words()) : Place.line(line.number(), words());
  }

  /// The name in the words of the screen.
  String words() {
    int point = title.indexOf('.');
    String group = title.substring(0, point);
    boolean isPlain = group.equals("claim") || group.equals("line");
    String name = isPlain ? title.substring(point + 1) : group + " " + title.substring(point + 1);
    String words = name.replaceAll("([A-Z])", " $1").toLowerCase(Locale.ROOT);
    return Character.toUpperCase(words.charAt(0)) + words.substring(1);
  }
}
