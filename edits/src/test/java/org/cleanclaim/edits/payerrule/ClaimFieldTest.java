package org.cleanclaim.edits.payerrule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.cleanclaim.edits.payerrule.ClaimField.Access;
import org.cleanclaim.edits.payerrule.RuleExample.Expected;
import org.cleanclaim.kernel.claim.Claim;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Every field is read as it was written, and writing one leaves the others alone.
class ClaimFieldTest {

  /// Fields that say the same thing as another one, so that they change together.
  private static final List<Set<String>> KIN =
      List.of(
          Set.of("claim.placeOfService", "line.placeOfService"),
          Set.of("payer.class", "payer.filingIndicator"),
          Set.of("patient.bornOn", "patient.age", "patient.ageInDays"),
          Set.of("diagnosis.codes", "diagnosis.principal", "diagnosis.count", "line.diagnoses"),
          Set.of("rendering.npi", "line.renderingNpi"),
          Set.of("referring.npi", "line.referringNpi"),
          Set.of("ordering.npi", "line.orderingNpi"),
          Set.of("line.procedure", "claim.procedures"),
          Set.of("line.modifiers", "line.firstModifier", "claim.modifiers"),
          Set.of("line.revenueCode", "claim.revenueCodes"),
          Set.of("line.charge", "claim.totalCharge"),
          Set.of("line.ndc", "line.ndcQuantity", "line.ndcUnit"),
          Set.of(
              "line.servedFrom",
              "line.servedThrough",
              "claim.servedFrom",
              "claim.servedThrough",
              "claim.daysSinceService",
              "patient.age",
              "patient.ageInDays"));

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          claim.type                  | INSTITUTIONAL
          claim.frequency             | 7
          claim.payerClaimNumber      | 2026-77
          claim.totalCharge           | 250.00
          claim.placeOfService        | 22
          claim.billType              | 13
          claim.onsetOn               | 2026-02-01
          claim.admittedOn            | 2026-02-02
          claim.dischargedOn          | 2026-02-03
          claim.authorizationNumber   | A-1
          claim.referralNumber        | R-1
          claim.casualtyClaimNumber   | C-1
          claim.cliaNumber            | 36D0000001
          claim.note                  | Second opinion
          claim.delayReason           | 7
          claim.specialProgram        | 09
          claim.accidentCauses        | AA,EM
          claim.accidentOn            | 2026-01-31
          claim.accidentState         | KY
          claim.admissionType         | 3
          claim.admissionSource       | 7
          claim.patientStatus         | 30
          claim.conditionCodes        | 07,21
          claim.occurrenceCodes       | 11
          claim.valueCodes            | 80
          claim.drg                   | 470
          payer.id                    | PAYER-2
          payer.class                 | MEDICAID
          payer.filingIndicator       | MB
          payer.sequence              | S
          patient.bornOn              | 2020-02-29
          patient.sex                 | M
          patient.relationship        | 19
          subscriber.memberId         | X99
          subscriber.groupNumber      | G-1
          subscriber.insuranceType    | 12
          billing.npi                 | 1245319599
          billing.taxonomy            | 208000000X
          billing.street              | 9 Other Street
          billing.state               | IN
          billing.zip                 | 462040001
          rendering.npi               | 1245319599
          rendering.taxonomy          | 208000000X
          referring.npi               | 1245319599
          ordering.npi                | 1245319599
          supervising.npi             | 1245319599
          attending.npi               | 1245319599
          operating.npi               | 1245319599
          facility.npi                | 1245319599
          facility.zip                | 462040001
          diagnosis.codes             | E119,I10
          diagnosis.admitting         | R079
          diagnosis.externalCauses    | W11XXXA
          inpatient.principalProcedure| 0DF5XZZ
          inpatient.otherProcedures   | 0DF6XZZ,0DF7XZZ
          line.procedure              | J1100
          line.modifiers              | 25,95
          line.revenueCode            | 0300
          line.charge                 | 80.00
          line.units                  | 2.5
          line.unit                   | MJ
          line.placeOfService         | 10
          line.servedFrom             | 2026-03-03
          line.servedThrough          | 2026-03-04
          line.ndc                    | 00002821501
          line.ndcQuantity            | 1.5
          line.ndcUnit                | ML
          line.authorizationNumber    | A-2
          line.note                   | Left arm
          line.description            | Brace
          line.emergency              | Y
          line.screening              | Y
          line.familyPlanning         | Y
          line.renderingNpi           | 1245319599
          line.referringNpi           | 1245319599
          line.orderingNpi            | 1245319599
          """)
  void whatAnExampleWritesIsReadAndNothingElseChanges(String title, String values)
      throws Exception {
    var field = ClaimField.named(title).orElseThrow();
    var wanted = List.of(values.split(","));
    var before = all(ExampleClaim.plainVisit());
    var after = all(example(Map.of(field, wanted)));

    assertThat(after.get(field)).isEqualTo(wanted);
    assertThat(before.get(field)).as("the plain visit holds another value").isNotEqualTo(wanted);
    var changed = new HashSet<String>();
    before.forEach((each, old) -> {
      if (!old.equals(after.get(each))) changed.add(each.title());
    });
    var kin = new HashSet<>(Set.of(title));
    KIN.stream().filter(group -> group.contains(title)).forEach(kin::addAll);
    assertThat(kin).containsAll(changed);
  }

  @Test
  void theFieldsOfThePlainVisit() {
    var read = all(ExampleClaim.plainVisit());

    assertThat(read)
        .containsEntry(ClaimField.CLAIM_NUMBER, List.of("EXAMPLE"))
        .containsEntry(ClaimField.CLAIM_TYPE, List.of("PROFESSIONAL"))
        .containsEntry(ClaimField.CLAIM_ASSIGNMENT, List.of("Y"))
        .containsEntry(ClaimField.CLAIM_SERVED_FROM, List.of("2026-03-02"))
        .containsEntry(ClaimField.CLAIM_SERVED_THROUGH, List.of("2026-03-02"))
        .containsEntry(ClaimField.CLAIM_DAYS_SINCE_SERVICE, List.of("7"))
        .containsEntry(ClaimField.CLAIM_LINES, List.of("1"))
        .containsEntry(ClaimField.CLAIM_PROCEDURES, List.of("99213"))
        .containsEntry(ClaimField.CLAIM_MODIFIERS, List.of())
        .containsEntry(ClaimField.CLAIM_REVENUE_CODES, List.of())
        .containsEntry(ClaimField.CLAIM_ACCIDENT, List.of())
        .containsEntry(ClaimField.CLAIM_ADMISSION_TYPE, List.of())
        .containsEntry(ClaimField.PAYER_NAME, List.of("Example payer"))
        .containsEntry(ClaimField.PAYER_CLASS, List.of("COMMERCIAL"))
        .containsEntry(ClaimField.PATIENT_AGE, List.of("55"))
        .containsEntry(ClaimField.PATIENT_AGE_DAYS, List.of("20390"))
        .containsEntry(ClaimField.PATIENT_STATE, List.of("OH"))
        .containsEntry(ClaimField.PATIENT_ZIP, List.of("432150001"))
        .containsEntry(ClaimField.BILLING_STREET, List.of("1 Example Street"))
        .containsEntry(ClaimField.FACILITY_STATE, List.of())
        .containsEntry(ClaimField.DIAGNOSIS_PRINCIPAL, List.of("I10"))
        .containsEntry(ClaimField.DIAGNOSIS_COUNT, List.of("1"))
        .containsEntry(ClaimField.LINE_NUMBER, List.of("1"))
        .containsEntry(ClaimField.LINE_DIAGNOSES, List.of("I10"))
        .containsEntry(ClaimField.LINE_PLACE, List.of("11"))
        .containsEntry(ClaimField.LINE_RENDERING, List.of("1234567893"))
        .containsEntry(ClaimField.LINE_FIRST_MODIFIER, List.of());
  }

  @Test
  void fieldsThatFollowFromOthers() throws Exception {
    var claim =
        ExampleClaim.of(
            new RuleExample(
                Expected.FAILS,
                "",
                Map.of(ClaimField.DIAGNOSES, List.of("E119", "I10")),
                List.of(
                    Map.of(
                        ClaimField.LINE_PROCEDURE,
                        List.of("J1100"),
                        ClaimField.LINE_MODIFIERS,
                        List.of("JZ", "RT"),
                        ClaimField.LINE_REVENUE,
                        List.of("0636")),
                    Map.of(ClaimField.LINE_MODIFIERS, List.of("25"))),
                1));
    var read = all(claim);

    assertThat(read)
        .containsEntry(ClaimField.CLAIM_LINES, List.of("2"))
        .containsEntry(ClaimField.CLAIM_TOTAL, List.of("200.00"))
        .containsEntry(ClaimField.CLAIM_PROCEDURES, List.of("J1100", "99213"))
        .containsEntry(ClaimField.CLAIM_MODIFIERS, List.of("JZ", "RT", "25"))
        .containsEntry(ClaimField.CLAIM_REVENUE_CODES, List.of("0636"))
        .containsEntry(ClaimField.LINE_FIRST_MODIFIER, List.of("JZ"))
        .containsEntry(ClaimField.DIAGNOSIS_PRINCIPAL, List.of("E119"))
        .containsEntry(ClaimField.DIAGNOSIS_COUNT, List.of("2"));
  }

  @Test
  void partsOfOneThingAreWrittenOneByOne() throws Exception {
    var wanted =
        Map.of(
            ClaimField.CLAIM_ACCIDENT, List.of("AA"),
            ClaimField.CLAIM_ACCIDENT_DAY, List.of("2026-02-01"),
            ClaimField.CLAIM_ACCIDENT_STATE, List.of("KY"),
            ClaimField.CLAIM_ADMISSION_TYPE, List.of("3"),
            ClaimField.CLAIM_ADMISSION_SOURCE, List.of("7"),
            ClaimField.CLAIM_PATIENT_STATUS, List.of("30"),
            ClaimField.CLAIM_CONDITIONS, List.of("07"),
            ClaimField.CLAIM_OCCURRENCES, List.of("11"),
            ClaimField.BILLING_STATE, List.of("KY"),
            ClaimField.BILLING_ZIP, List.of("400010001"));
    assertThat(all(example(wanted))).containsAllEntriesOf(wanted);

    var drug =
        Map.of(
            ClaimField.LINE_NDC, List.of("00002821501"),
            ClaimField.LINE_NDC_QUANTITY, List.of("1.5"),
            ClaimField.LINE_NDC_UNIT, List.of("ML"));
    assertThat(all(example(drug))).containsAllEntriesOf(drug);
  }

  @Test
  void aPatientWithoutBirthDateHasNoAge() throws Exception {
    var read = all(example(Map.of(ClaimField.PATIENT_BORN, List.of())));
    assertThat(read.get(ClaimField.PATIENT_AGE)).isEmpty();
    assertThat(read.get(ClaimField.PATIENT_AGE_DAYS)).isEmpty();
  }

  @Test
  void aFieldOfLinesIsReadFromALineOnly() {
    var claim = ExampleClaim.plainVisit();
    assertThat(ClaimField.LINE_PROCEDURE.read(claim, null, PayerRulesTest.JUDGED)).isEmpty();
    assertThat(ClaimField.LINE_PROCEDURE.isOfLine()).isTrue();
    assertThat(ClaimField.CLAIM_PROCEDURES.isOfLine()).isFalse();
  }

  @Test
  void rulesMayEmptyWhatAClaimMayLack() throws Exception {
    var needed =
        Set.of(
            ClaimField.CLAIM_FREQUENCY,
            ClaimField.PAYER_ID,
            ClaimField.LINE_UNITS,
            ClaimField.LINE_UNIT);
    for (ClaimField field : ClaimField.values()) {
      if (field.access() != Access.CHANGEABLE) continue;
      if (needed.contains(field)) {
        assertThatThrownBy(() -> example(Map.of(field, List.of())))
            .as(field.title())
            .hasMessageContaining("cannot be empty");
      } else if (field != ClaimField.LINE_PLACE) {
        assertThat(all(example(Map.of(field, List.of()))).get(field)).as(field.title()).isEmpty();
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "claim.type, SPOKEN",
    "claim.totalCharge, much",
    "claim.onsetOn, yesterday",
    "payer.class, FRIENDLY",
    "line.units, many",
    "line.units, 1e999999999",
    "line.ndcQuantity, few",
    "billing.npi, 1234567890",
    "line.renderingNpi, 1234567890",
    "claim.number, 5",
    "line.number, 5"
  })
  void aValueThatIsNoneOfTheFieldIsRefused(String title, String value) {
    var field = ClaimField.named(title).orElseThrow();
    assertThatThrownBy(() -> example(Map.of(field, List.of(value))))
        .isInstanceOf(FieldWriter.Misfit.class);
  }

  @Test
  void placesNameTheFieldInWords() {
    var line = ExampleClaim.plainVisit().lines().getFirst();
    assertThat(ClaimField.LINE_PLACE.place(line).inWords()).isEqualTo("line 1, Place of service");
    assertThat(ClaimField.CLAIM_NOTE.place(null).inWords()).isEqualTo("Note");
    assertThat(ClaimField.PATIENT_BORN.place(null).inWords()).isEqualTo("Patient born on");
  }

  @Test
  void everyFieldIsFoundByItsName() {
    assertThat(Arrays.stream(ClaimField.values()))
        .allMatch(field -> ClaimField.named(field.title()).orElseThrow() == field);
    assertThat(ClaimField.named("claim.colour")).isEmpty();
  }

  private static Claim example(Map<ClaimField, List<String>> fields) throws Exception {
    return ExampleClaim.of(new RuleExample(Expected.FAILS, "", fields, List.of(), 1));
  }

  private static Map<ClaimField, List<String>> all(Claim claim) {
    var read = new EnumMap<ClaimField, List<String>>(ClaimField.class);
    for (ClaimField field : ClaimField.values()) {
      read.put(field, field.read(claim, claim.lines().getFirst(), PayerRulesTest.JUDGED));
    }
    return read;
  }
}
