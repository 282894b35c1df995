package org.cleanclaim.edits;

import static org.cleanclaim.edits.HospitalBill.FROM;
import static org.cleanclaim.edits.HospitalBill.THROUGH;
import static org.cleanclaim.edits.HospitalBill.aBill;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.cleanclaim.codesets.CodeSets;
import org.cleanclaim.codesets.InstalledPublication;
import org.cleanclaim.codesets.publication.Publication;
import org.cleanclaim.codesets.publication.PublicationKind;
import org.cleanclaim.codesets.publication.RuleTables;
import org.cleanclaim.codesets.publication.RuleTables.Table;
import org.cleanclaim.edits.RuleExample.Case;
import org.cleanclaim.edits.ncci.NcciTables;
import org.cleanclaim.kernel.claim.ClaimFrequency;
import org.cleanclaim.kernel.claim.InformationCode.Kind;
import org.cleanclaim.kernel.party.Sex;

/// Examples of the rules for hospital bills and inpatient stays. The flags of the editor's table
/// are invented for them.
final class HospitalExamples {
  private static final String FIRST_DAY = "2015-10-01";
  private static final String LAST_DAY = "2026-09-30";
  private static final LocalDate ADULT = LocalDate.of(1970, 5, 5);
  private static final Scrubber EDITOR = Scrubber.of(withEditor(), NcciTables.starter());

  static final List<RuleExample> ALL =
      List.of(
          example(
              Rule.BILL_TYPE,
              "A hospital bill without type of bill",
              aBill().billType(null),
              "A bill of type 11"),
          example(
              Rule.STATEMENT_PERIOD,
              "A period that ends before it begins",
              aBill().from(THROUGH.plusDays(1)),
              "A period of five days"),
          example(
              Rule.REVENUE_CODE,
              "A line without revenue code",
              aBill().line(null, null, FROM),
              "A line with revenue code 0300"),
          example(
              Rule.REVENUE_NEEDS_PROCEDURE,
              "An outpatient laboratory line without procedure",
              aBill().billType("13").line("0300", null, FROM),
              "The same with 80053",
              aBill().billType("13").line("0300", "80053", FROM)),
          example(
              Rule.BILL_CODE,
              "An occurrence code without its day",
              aBill().with(Kind.OCCURRENCE, "11", null, null, null),
              "The same with its day",
              aBill().with(Kind.OCCURRENCE, "11", FROM, null, null)),
          example(
              Rule.OCCURRENCE_SPAN,
              "A span that ends before it begins",
              aBill().with(Kind.OCCURRENCE_SPAN, "74", THROUGH, FROM, null),
              "The same in order",
              aBill().with(Kind.OCCURRENCE_SPAN, "74", FROM, THROUGH, null)),
          example(
              Rule.PRESENT_ON_ADMISSION,
              "A diagnosis with the sign Q",
              aBill().present("Q"),
              "A diagnosis with the sign Y"),
          example(
              Rule.ADMISSION,
              "A stay without day of admission",
              aBill().admittedOn(null),
              "A stay with it"),
          example(
              Rule.PATIENT_STATUS,
              "A last bill of a patient who is still there",
              aBill().status("30"),
              "A first interim bill of the same",
              aBill().status("30").frequency(ClaimFrequency.INTERIM_FIRST, null)),
          example(
              Rule.MCE_INVALID_CODE,
              "A diagnosis that the editor does not know",
              aBill().diagnoses("I10", "Z9999"),
              "A diagnosis that it knows"),
          example(
              Rule.MCE_INVALID_ADMIT_DX,
              "An admitting diagnosis that the editor does not know",
              aBill().admitting("Z9999"),
              "An admitting diagnosis that it knows"),
          example(
              Rule.MCE_INVALID_AGE,
              "A patient of 130 years",
              aBill().patient(LocalDate.of(1896, 1, 1), Sex.FEMALE),
              "A patient of 55 years",
              aBill().patient(ADULT, Sex.FEMALE)),
          example(
              Rule.MCE_INVALID_SEX,
              "A stay of March 2024 of a patient whose sex is not known",
              aBill()
                  .stay(LocalDate.of(2024, 3, 1), LocalDate.of(2024, 3, 5))
                  .patient(ADULT, Sex.UNKNOWN),
              "A stay of March 2026 of the same",
              aBill().patient(ADULT, Sex.UNKNOWN)),
          example(
              Rule.MCE_INVALID_DISCHARGE_STATUS,
              "A patient status that the editor does not know",
              aBill().status("99"),
              "Patient status 01"),
          example(
              Rule.MCE_DUPLICATE_OF_PDX,
              "A secondary diagnosis that is the principal one",
              aBill().diagnoses("I10", "I10"),
              "Another secondary diagnosis",
              aBill().diagnoses("I10", "E119")),
          example(
              Rule.MCE_AGE_CONFLICT,
              "A diagnosis of adults in a child",
              aBill().diagnoses("N400").patient(LocalDate.of(2020, 1, 1), Sex.MALE),
              "The same in an adult",
              aBill().diagnoses("N400").patient(ADULT, Sex.MALE)),
          example(
              Rule.MCE_SEX_CONFLICT,
              "A diagnosis of women in a man",
              aBill().diagnoses("N801").patient(ADULT, Sex.MALE),
              "The same in a woman",
              aBill().diagnoses("N801").patient(ADULT, Sex.FEMALE)),
          example(
              Rule.MCE_E_CODE_AS_PDX,
              "An external cause as principal diagnosis",
              aBill().diagnoses("W11XXXA", "I10"),
              "The same as secondary diagnosis",
              aBill().diagnoses("I10", "W11XXXA")),
          example(
              Rule.MCE_MANIFESTATION_AS_PDX,
              "A manifestation as principal diagnosis",
              aBill().diagnoses("F0280", "I10"),
              "The same as secondary diagnosis",
              aBill().diagnoses("I10", "F0280")),
          example(
              Rule.MCE_QUESTIONABLE_ADMISSION,
              "A stay for what rarely needs one",
              aBill().diagnoses("J00"),
              "The same as secondary diagnosis",
              aBill().diagnoses("I10", "J00")),
          example(
              Rule.MCE_UNACCEPTABLE_PDX,
              "A circumstance as principal diagnosis",
              aBill().diagnoses("Z880"),
              "The same as secondary diagnosis",
              aBill().diagnoses("I10", "Z880")),
          example(
              Rule.MCE_REQUIRES_SDX,
              "A principal diagnosis that needs another one, alone",
              aBill().diagnoses("Z5189"),
              "The same with another one",
              aBill().diagnoses("Z5189", "I10")),
          example(
              Rule.MCE_UNSPECIFIED,
              "A diagnosis that leaves the side open",
              aBill().diagnoses("I10", "S42309A"),
              "A diagnosis that names it",
              aBill().diagnoses("I10", "S42301A")),
          example(
              Rule.MCE_WRONG_PROCEDURE_PERFORMED,
              "A diagnosis that tells of a wrong operation",
              aBill().diagnoses("I10", "Y6551"),
              "A stay without it"),
          example(
              Rule.MCE_NON_COVERED,
              "A procedure that is not covered",
              aBill().with(Kind.PRINCIPAL_PROCEDURE, "0DF5XZZ", FROM, null, null),
              "A stay without it"),
          example(
              Rule.MCE_LIMITED_COVERAGE,
              "A procedure with limited coverage",
              aBill().with(Kind.PRINCIPAL_PROCEDURE, "02YA0Z0", FROM, null, null),
              "A stay without it"),
          example(
              Rule.MCE_INCONSISTENT_WITH_LENGTH_OF_STAY,
              "Ventilation of more than 96 hours in a stay of one day",
              aBill()
                  .admittedOn(THROUGH.minusDays(1))
                  .with(Kind.PRINCIPAL_PROCEDURE, "5A1955Z", THROUGH, null, null),
              "The same in a stay of six days",
              aBill()
                  .stay(FROM, FROM.plusDays(6))
                  .with(Kind.PRINCIPAL_PROCEDURE, "5A1955Z", FROM, null, null)),
          example(
              Rule.MCE_QUESTIONABLE_OBSTETRIC_ADMISSION,
              "A delivery without its outcome",
              aBill()
                  .diagnoses("O80", "I10")
                  .patient(LocalDate.of(1996, 1, 1), Sex.FEMALE)
                  .with(Kind.PRINCIPAL_PROCEDURE, "10E0XZZ", FROM, null, null),
              "The same with its outcome",
              aBill()
                  .diagnoses("O80", "Z370")
                  .patient(LocalDate.of(1996, 1, 1), Sex.FEMALE)
                  .with(Kind.PRINCIPAL_PROCEDURE, "10E0XZZ", FROM, null, null)));

  private HospitalExamples() {}

  private static RuleExample example(Rule rule, String fails, HospitalBill bad, String passes) {
    return example(rule, fails, bad, passes, aBill());
  }

  private static RuleExample example(
      Rule rule, String fails, HospitalBill bad, String passes, HospitalBill good) {
    return new RuleExample(rule, fails, judged(bad), passes, judged(good));
  }

  private static Case judged(HospitalBill bill) {
    return new Case(bill.build(), RuleExamples.CONTEXT, EDITOR);
  }

  private static CodeSets withEditor() {
    var tables =
        new RuleTables(
            List.of(
                flagged(
                    "diagnoses",
                    "I10=",
                    "E119=",
                    "N400=ADULT",
                    "N801=FEMALE",
                    "W11XXXA=ECODEPDX",
                    "F0280=MANIF",
                    "J00=QADM",
                    "Z880=UNACCEPTABLE",
                    "Z5189=UNACCEPTABLE,REQSDX",
                    "S42309A=UNSPECIFIED",
                    "S42301A=",
                    "Y6551=WRNGPROC",
                    "O80=",
                    "Z370=DELOUT"),
                flagged(
                    "procedures",
                    "0DF5XZZ=NCOV_A",
                    "02YA0Z0=LCOV",
                    "5A1955Z=LOS",
                    "10E0XZZ=VAGDEL"),
                new Table(
                    "ages",
                    List.of("type", "from", "to", "start_age", "end_age"),
                    List.of(List.of("Adult", FIRST_DAY, LAST_DAY, "15", "124"))),
                new Table(
                    "discharge statuses",
                    List.of("code", "from", "to"),
                    List.of(
                        List.of("1", FIRST_DAY, LAST_DAY), List.of("30", FIRST_DAY, LAST_DAY)))));
    var all = new ArrayList<>(CodeSets.starter().publications());
    all.add(
        InstalledPublication.of(
            new Publication(
                PublicationKind.MCE, "test", LocalDate.parse(FIRST_DAY), "test", false, tables)));
    return CodeSets.of(all);
  }

  private static Table flagged(String name, String... codes) {
    var rows = new ArrayList<List<String>>();
    for (String code : codes) {
      int equals = code.indexOf('=');
      rows.add(List.of(code.substring(0, equals), FIRST_DAY, LAST_DAY, code.substring(equals + 1)));
    }
    return new Table(name, List.of("code", "from", "to", "flags"), rows);
  }
}
