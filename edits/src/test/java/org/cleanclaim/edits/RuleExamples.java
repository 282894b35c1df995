package org.cleanclaim.edits;

import static org.cleanclaim.edits.ClaimBuilder.SERVED;
import static org.cleanclaim.edits.ClaimBuilder.aClaim;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.cleanclaim.codesets.CodeSets;
import org.cleanclaim.codesets.publication.CodePairs;
import org.cleanclaim.edits.CoveragePolicy.DiagnosisRange;
import org.cleanclaim.edits.CoveragePolicy.Frequency;
import org.cleanclaim.edits.RuleExample.Case;
import org.cleanclaim.edits.ncci.AddOn;
import org.cleanclaim.edits.ncci.AddOns;
import org.cleanclaim.edits.ncci.NcciTables;
import org.cleanclaim.edits.ncci.ServiceKind;
import org.cleanclaim.edits.ncci.UnitLimits;
import org.cleanclaim.kernel.EffectivePeriod;
import org.cleanclaim.kernel.claim.Accident;
import org.cleanclaim.kernel.claim.Claim;
import org.cleanclaim.kernel.claim.FilingIndicator;
import org.cleanclaim.kernel.code.ProcedureCode;
import org.cleanclaim.kernel.eligibility.EligibilityAnswer;
import org.cleanclaim.kernel.eligibility.EligibilityAnswer.Status;
import org.cleanclaim.kernel.party.Sex;

/// Examples of the rules of all layers; tests and the reference page are made from them.
final class RuleExamples {
  static final Scrubber SCRUBBER = Scrubber.of(CodeSets.starter(), NcciTables.starter());
  static final ScrubContext CONTEXT = ScrubContext.asOf(LocalDate.of(2026, 3, 10));

  private static final Scrubber WHOLE = Scrubber.of(WholeCodeSets.of(), NcciTables.starter());
  private static final Scrubber ADD_ONS =
      Scrubber.of(
          CodeSets.starter(),
          NcciTables.of(
              ServiceKind.PRACTITIONER,
              new CodePairs.Builder().build(),
              new UnitLimits(Map.of()),
              new AddOns(
                  Map.of(
                      "99417",
                      new AddOn(
                          AddOn.Type.LISTED,
                          List.of(new AddOn.Primary("99215", Long.MIN_VALUE, Long.MAX_VALUE)))))));
  private static final Scrubber BROKEN =
      Scrubber.of(
          List.of((claim, context) -> {
            throw new IllegalStateException("broken on purpose");
          }));
  private static final String[] THIRTEEN = {
    "I10", "E119", "E785", "J449", "M545", "N184", "R05", "R07", "R51", "K219", "F329", "G43", "L40"
  };
  private static final CoveragePolicy POLICY =
      new CoveragePolicy(
          "L00001",
          "",
          "A test's policy on long-term sugar",
          "Test contractor",
          "",
          EffectivePeriod.from(LocalDate.of(2020, 1, 1)),
          Set.of(new ProcedureCode("83036")),
          DiagnosisList.of(List.of(new DiagnosisRange("E08", "E13"))),
          DiagnosisList.NONE,
          new Frequency(1, 3, ChronoUnit.MONTHS));
  private static final KnownAuthorization KNOWN = authorization("73721");
  private static final KnownAuthorization OTHER_CODE = authorization("73221");

  private static Claim operated(int daysBefore) {
    var day = SERVED.minusDays(daysBefore);
    return aClaim().numbered("T2").line("27447", "1.00", "1", day).build();
  }

  private static final List<RuleExample> OFFICE =
      List.of(
          example(
              Rule.TOTAL_IS_SUM,
              "A line of 165.00 under a total of 165.01",
              new Case(aClaim().line("99213", "165.00").total("165.01").build(), CONTEXT, SCRUBBER),
              "A line of 165.00 under a total of 165.00",
              new Case(aClaim().line("99213", "165.00").build(), CONTEXT, SCRUBBER)),
          example(
              Rule.HAS_LINES,
              "A claim without lines",
              new Case(aClaim().build(), CONTEXT, SCRUBBER),
              "A claim with one visit",
              new Case(aClaim().line("99213", "165.00").build(), CONTEXT, SCRUBBER)),
          example(
              Rule.UNITS_POSITIVE,
              "A visit with no units",
              new Case(aClaim().line("99213", "165.00", "0", SERVED).build(), CONTEXT, SCRUBBER),
              "A visit with one unit",
              new Case(aClaim().line("99213", "165.00").build(), CONTEXT, SCRUBBER)),
          example(
              Rule.CHARGE_POSITIVE,
              "A visit charged at 0.00",
              new Case(aClaim().line("99213", "0.00").build(), CONTEXT, SCRUBBER),
              "A visit charged at 165.00",
              new Case(aClaim().line("99213", "165.00").build(), CONTEXT, SCRUBBER)),
          example(
              Rule.DATES_IN_ORDER,
              "A visit of next year",
              new Case(
                  aClaim().line("99213", "165.00", "1", SERVED.plusYears(1)).build(),
                  CONTEXT,
                  SCRUBBER),
              "A visit of last week",
              new Case(aClaim().line("99213", "165.00").build(), CONTEXT, SCRUBBER)),
          example(
              Rule.PATIENT_BIRTH,
              "A patient without birth date",
              new Case(aClaim().born(null).line("99213", "165.00").build(), CONTEXT, SCRUBBER),
              "A patient born in 1970",
              new Case(aClaim().line("99213", "165.00").build(), CONTEXT, SCRUBBER)),
          example(
              Rule.PATIENT_SEX,
              "A patient whose sex is unknown",
              new Case(
                  aClaim().sex(Sex.UNKNOWN).line("99213", "165.00").build(), CONTEXT, SCRUBBER),
              "A patient whose sex is known",
              new Case(aClaim().line("99213", "165.00").build(), CONTEXT, SCRUBBER)),
          example(
              Rule.PATIENT_ADDRESS,
              "An address with a ZIP of four digits",
              new Case(aClaim().zip("4321").line("99213", "165.00").build(), CONTEXT, SCRUBBER),
              "An address with a ZIP of nine digits",
              new Case(aClaim().line("99213", "165.00").build(), CONTEXT, SCRUBBER)),
          example(
              Rule.MEMBER_ID,
              "A subscriber without member id",
              new Case(aClaim().member(null).line("99213", "165.00").build(), CONTEXT, SCRUBBER),
              "A subscriber with the id of the card",
              new Case(aClaim().line("99213", "165.00").build(), CONTEXT, SCRUBBER)),
          example(
              Rule.BILLING_PROVIDER,
              "A practice with a ZIP of five digits",
              new Case(aClaim().zip("43215").line("99213", "165.00").build(), CONTEXT, SCRUBBER),
              "A practice with NPI, tax id and a ZIP of nine digits",
              new Case(aClaim().line("99213", "165.00").build(), CONTEXT, SCRUBBER)),
          example(
              Rule.RENDERING_PROVIDER,
              "A rendering provider without NPI",
              new Case(
                  aClaim().withoutRenderingNumber().line("99213", "165.00").build(),
                  CONTEXT,
                  SCRUBBER),
              "A rendering provider with an NPI",
              new Case(aClaim().line("99213", "165.00").build(), CONTEXT, SCRUBBER)),
          example(
              Rule.HAS_DIAGNOSIS,
              "Thirteen diagnoses",
              new Case(
                  aClaim().diagnosis(THIRTEEN).line("99213", "165.00").build(), CONTEXT, SCRUBBER),
              "One diagnosis",
              new Case(aClaim().line("99213", "165.00").build(), CONTEXT, SCRUBBER)),
          example(
              Rule.DIAGNOSIS_VALID,
              "J45.998, which the installed list does not hold",
              new Case(
                  aClaim().diagnosis("J45998").line("99213", "165.00").build(), CONTEXT, WHOLE),
              "I10, which it holds",
              new Case(aClaim().line("99213", "165.00").build(), CONTEXT, WHOLE)),
          example(
              Rule.DIAGNOSIS_COMPLETE,
              "E11, a heading",
              new Case(
                  aClaim().diagnosis("E11").line("99213", "165.00").build(), CONTEXT, SCRUBBER),
              "E11.9, a code below it",
              new Case(
                  aClaim().diagnosis("E119").line("99213", "165.00").build(), CONTEXT, SCRUBBER)),
          example(
              Rule.DIAGNOSIS_ONCE,
              "I10 twice",
              new Case(
                  aClaim().diagnosis("I10", "I10").line("99213", "165.00").build(),
                  CONTEXT,
                  SCRUBBER),
              "I10 and E11.9",
              new Case(
                  aClaim().diagnosis("I10", "E119").line("99213", "165.00").build(),
                  CONTEXT,
                  SCRUBBER)),
          example(
              Rule.POINTERS,
              "A line that points to the second of one diagnosis",
              new Case(aClaim().pointingTo(2).line("99213", "165.00").build(), CONTEXT, SCRUBBER),
              "A line that points to the first",
              new Case(aClaim().line("99213", "165.00").build(), CONTEXT, SCRUBBER)),
          example(
              Rule.PROCEDURE_VALID,
              "G9999, which the installed list does not hold",
              new Case(aClaim().line("G9999", "1.00").build(), CONTEXT, WHOLE),
              "G0439, which it holds",
              new Case(aClaim().line("G0439", "1.00").build(), CONTEXT, WHOLE)),
          example(
              Rule.MODIFIER_VALID,
              "Modifier ZZ",
              new Case(aClaim().line("99213", "1.00", "ZZ").build(), CONTEXT, WHOLE),
              "Modifier 25",
              new Case(aClaim().line("99213", "1.00", "25").build(), CONTEXT, WHOLE)),
          example(
              Rule.PLACE_VALID,
              "Place of service 98",
              new Case(aClaim().place("98").line("99213", "165.00").build(), CONTEXT, SCRUBBER),
              "Place of service 11",
              new Case(aClaim().line("99213", "165.00").build(), CONTEXT, SCRUBBER)),
          example(
              Rule.EXCLUDES1,
              "E11.65 with E10.65",
              new Case(
                  aClaim().diagnosis("E1165", "E1065").line("99213", "165.00").build(),
                  CONTEXT,
                  SCRUBBER),
              "E11.65 with I10",
              new Case(
                  aClaim().diagnosis("E1165", "I10").line("99213", "165.00").build(),
                  CONTEXT,
                  SCRUBBER)),
          example(
              Rule.EXTERNAL_CAUSE_FIRST,
              "A fall before the fracture",
              new Case(
                  aClaim().diagnosis("W11XXXA", "S52501A").line("99213", "165.00").build(),
                  CONTEXT,
                  SCRUBBER),
              "The fracture before the fall",
              new Case(
                  aClaim().diagnosis("S52501A", "W11XXXA").line("99213", "165.00").build(),
                  CONTEXT,
                  SCRUBBER)),
          example(
              Rule.SEX_CONFLICT,
              "N40.1 for a woman",
              new Case(
                  aClaim().diagnosis("N401").line("99213", "165.00").build(), CONTEXT, SCRUBBER),
              "N40.1 for a man",
              new Case(
                  aClaim().sex(Sex.MALE).diagnosis("N401").line("99213", "165.00").build(),
                  CONTEXT,
                  SCRUBBER)),
          example(
              Rule.AGE_CONFLICT,
              "A routine child examination at 55 years",
              new Case(
                  aClaim().diagnosis("Z00129").line("99213", "165.00").build(), CONTEXT, SCRUBBER),
              "The same at four years",
              new Case(
                  aClaim()
                      .born(SERVED.minusYears(4))
                      .diagnosis("Z00129")
                      .line("99213", "165.00")
                      .build(),
                  CONTEXT,
                  SCRUBBER)),
          example(
              Rule.PTP,
              "A visit and an injection of one day",
              new Case(
                  aClaim().line("99213", "1.00").line("20610", "1.00").build(), CONTEXT, SCRUBBER),
              "The same with 25 on the visit",
              new Case(
                  aClaim().line("99213", "1.00", "25").line("20610", "1.00").build(),
                  CONTEXT,
                  SCRUBBER)),
          example(
              Rule.ADD_ON,
              "An add-on code without its primary",
              new Case(aClaim().line("99417", "60.00").build(), CONTEXT, ADD_ONS),
              "The same beside its primary",
              new Case(
                  aClaim().line("99215", "200.00").line("99417", "60.00").build(),
                  CONTEXT,
                  ADD_ONS)),
          example(
              Rule.MUE,
              "Three units of 87880",
              new Case(aClaim().line("87880", "1.00", "3", SERVED).build(), CONTEXT, SCRUBBER),
              "Two units of 87880",
              new Case(aClaim().line("87880", "1.00", "2", SERVED).build(), CONTEXT, SCRUBBER)),
          example(
              Rule.SIDE_CONFLICT,
              "LT with a diagnosis of the right knee",
              new Case(
                  aClaim().diagnosis("M1711").line("20610", "1.00", "LT").build(),
                  CONTEXT,
                  SCRUBBER),
              "RT with it",
              new Case(
                  aClaim().diagnosis("M1711").line("20610", "1.00", "RT").build(),
                  CONTEXT,
                  SCRUBBER)),
          example(
              Rule.VISIT_MODIFIER,
              "25 on an injection",
              new Case(aClaim().line("20610", "1.00", "25").build(), CONTEXT, SCRUBBER),
              "25 on a visit",
              new Case(aClaim().line("99213", "1.00", "25").build(), CONTEXT, SCRUBBER)),
          example(
              Rule.MODIFIER_ONCE,
              "59 twice on a line",
              new Case(aClaim().line("20610", "1.00", "59", "59").build(), CONTEXT, SCRUBBER),
              "59 once",
              new Case(aClaim().line("20610", "1.00", "59").build(), CONTEXT, SCRUBBER)),
          example(
              Rule.EXACT_DUPLICATE,
              "The same visit on two lines",
              new Case(
                  aClaim().line("99213", "165.00").line("99213", "165.00").build(),
                  CONTEXT,
                  SCRUBBER),
              "The visit on one line",
              new Case(aClaim().line("99213", "165.00").build(), CONTEXT, SCRUBBER)),
          example(
              Rule.LATE,
              "Eight days after the service, seven allowed",
              new Case(
                  aClaim().line("99213", "165.00").build(),
                  CONTEXT.withTimelyFilingDays(7),
                  SCRUBBER),
              "Eight days after it, ninety allowed",
              new Case(
                  aClaim().line("99213", "165.00").build(),
                  CONTEXT.withTimelyFilingDays(90),
                  SCRUBBER)),
          example(
              Rule.SOON_LATE,
              "The last day of the limit",
              new Case(
                  aClaim().line("99213", "165.00").build(),
                  CONTEXT.withTimelyFilingDays(8),
                  SCRUBBER),
              "Eighty-two days before it",
              new Case(
                  aClaim().line("99213", "165.00").build(),
                  CONTEXT.withTimelyFilingDays(90),
                  SCRUBBER)),
          example(
              Rule.AUTHORIZATION,
              "73721, which needs a number, without one",
              new Case(
                  aClaim().line("73721", "1.00").build(),
                  CONTEXT.withAuthorizationRequired(Set.of(new ProcedureCode("73721"))),
                  SCRUBBER),
              "73721 with the number",
              new Case(
                  aClaim().authorized("A1").line("73721", "1.00").build(),
                  CONTEXT.withAuthorizationRequired(Set.of(new ProcedureCode("73721"))),
                  SCRUBBER)),
          example(
              Rule.INACTIVE,
              "The payer answered that the coverage is not active",
              new Case(
                  aClaim().line("99213", "165.00").build(),
                  CONTEXT.withEligibility(answer(Status.INACTIVE, null)),
                  SCRUBBER),
              "The payer answered that it is active",
              new Case(
                  aClaim().line("99213", "165.00").build(),
                  CONTEXT.withEligibility(answer(Status.ACTIVE, null)),
                  SCRUBBER)),
          example(
              Rule.WORK_INJURY,
              "A workers' compensation claim without the carrier's number",
              new Case(
                  aClaim()
                      .filedWith(FilingIndicator.WORKERS_COMPENSATION)
                      .employer("Test mill")
                      .accident(new Accident(List.of("EM"), SERVED, "OH"))
                      .line("99213", "165.00")
                      .build(),
                  CONTEXT,
                  SCRUBBER),
              "The same with it",
              new Case(
                  aClaim()
                      .filedWith(FilingIndicator.WORKERS_COMPENSATION)
                      .employer("Test mill")
                      .accident(new Accident(List.of("EM"), SERVED, "OH"))
                      .casualty("C1")
                      .line("99213", "165.00")
                      .build(),
                  CONTEXT,
                  SCRUBBER)),
          example(
              Rule.WORK_TO_HEALTH_PLAN,
              "A work injury billed to a health plan",
              new Case(
                  aClaim()
                      .accident(new Accident(List.of("EM"), SERVED, "OH"))
                      .line("99213", "165.00")
                      .build(),
                  CONTEXT,
                  SCRUBBER),
              "A work injury billed to the carrier",
              new Case(
                  aClaim()
                      .filedWith(FilingIndicator.WORKERS_COMPENSATION)
                      .employer("Test mill")
                      .accident(new Accident(List.of("EM"), SERVED, "OH"))
                      .casualty("C1")
                      .line("99213", "165.00")
                      .build(),
                  CONTEXT,
                  SCRUBBER)),
          example(
              Rule.AUTO_STATE,
              "An auto accident without state",
              new Case(
                  aClaim()
                      .accident(new Accident(List.of("AA"), SERVED, null))
                      .line("99213", "165.00")
                      .build(),
                  CONTEXT,
                  SCRUBBER),
              "An auto accident in Ohio",
              new Case(
                  aClaim()
                      .accident(new Accident(List.of("AA"), SERVED, "OH"))
                      .line("99213", "165.00")
                      .build(),
                  CONTEXT,
                  SCRUBBER)),
          example(
              Rule.TAXONOMY_VALID,
              "A taxonomy that the code set does not hold",
              new Case(
                  aClaim().taxonomy("999X00000X").line("99213", "165.00").build(), CONTEXT, WHOLE),
              "One that it holds",
              new Case(aClaim().line("99213", "165.00").build(), CONTEXT, WHOLE)),
          example(
              Rule.TAX_ID_REAL,
              "Tax id 999999999",
              new Case(
                  aClaim().taxId("999999999").line("99213", "165.00").build(), CONTEXT, SCRUBBER),
              "A number with the form of an issued one",
              new Case(aClaim().line("99213", "165.00").build(), CONTEXT, SCRUBBER)),
          example(
              Rule.MANIFESTATION_FIRST,
              "F02.80 listed first",
              new Case(
                  aClaim().diagnosis("F0280", "I10").line("99213", "165.00").build(),
                  CONTEXT,
                  WHOLE),
              "F02.80 after the disease",
              new Case(
                  aClaim().diagnosis("I10", "F0280").line("99213", "165.00").build(),
                  CONTEXT,
                  WHOLE)),
          example(
              Rule.CODE_FIRST,
              "D63.1 before N18.4",
              new Case(
                  aClaim().diagnosis("D631", "N184").line("99213", "165.00").build(),
                  CONTEXT,
                  SCRUBBER),
              "N18.4 before D63.1",
              new Case(
                  aClaim().diagnosis("N184", "D631").line("99213", "165.00").build(),
                  CONTEXT,
                  SCRUBBER)),
          example(
              Rule.SEQUELA_ORDER,
              "S52.501S before M25.531",
              new Case(
                  aClaim().diagnosis("S52501S", "M25531").line("99213", "165.00").build(),
                  CONTEXT,
                  SCRUBBER),
              "M25.531 before S52.501S",
              new Case(
                  aClaim().diagnosis("M25531", "S52501S").line("99213", "165.00").build(),
                  CONTEXT,
                  SCRUBBER)),
          example(
              Rule.COMPONENT_CONFLICT,
              "26 with TC",
              new Case(aClaim().line("73030", "1.00", "26", "TC").build(), CONTEXT, SCRUBBER),
              "26 alone",
              new Case(aClaim().line("73030", "1.00", "26").build(), CONTEXT, SCRUBBER)),
          example(
              Rule.MODIFIER_KIND,
              "57 on an injection",
              new Case(aClaim().line("20610", "1.00", "57").build(), CONTEXT, SCRUBBER),
              "57 on a visit",
              new Case(aClaim().line("99213", "1.00", "57").build(), CONTEXT, SCRUBBER)),
          example(
              Rule.GLOBAL_EARLIER,
              "24 on a visit, no operation on file",
              new Case(aClaim().line("99213", "1.00", "24").build(), CONTEXT, SCRUBBER),
              "24 on a visit thirty days after an operation",
              new Case(
                  aClaim().line("99213", "1.00", "24").build(),
                  CONTEXT.withHistory(
                      List.of(
                          aClaim()
                              .numbered("T2")
                              .line("27447", "1.00", "1", SERVED.minusDays(30))
                              .build())),
                  SCRUBBER)),
          example(
              Rule.GLOBAL_VISIT,
              "A visit thirty days after an operation of ninety days, without modifier",
              new Case(
                  aClaim().line("99213", "1.00").build(),
                  CONTEXT.withHistory(List.of(operated(30))),
                  FeeScheduleSets.SCRUBBER),
              "A visit ninety-one days after it",
              new Case(
                  aClaim().line("99213", "1.00").build(),
                  CONTEXT.withHistory(List.of(operated(91))),
                  FeeScheduleSets.SCRUBBER)),
          example(
              Rule.NOT_COVERED,
              "83036 for I10, the policy covers E08 to E13",
              new Case(
                  aClaim().diagnosis("I10").line("83036", "1.00").build(),
                  CONTEXT.withCoveragePolicies(CoveragePolicies.of(List.of(POLICY))),
                  SCRUBBER),
              "83036 for E11.9",
              new Case(
                  aClaim().diagnosis("E119").line("83036", "1.00").build(),
                  CONTEXT.withCoveragePolicies(CoveragePolicies.of(List.of(POLICY))),
                  SCRUBBER)),
          example(
              Rule.TOO_FREQUENT,
              "Two within three months, the policy covers one",
              new Case(
                  aClaim().diagnosis("E119").line("83036", "1.00", "2", SERVED).build(),
                  CONTEXT.withCoveragePolicies(CoveragePolicies.of(List.of(POLICY))),
                  SCRUBBER),
              "One",
              new Case(
                  aClaim().diagnosis("E119").line("83036", "1.00").build(),
                  CONTEXT.withCoveragePolicies(CoveragePolicies.of(List.of(POLICY))),
                  SCRUBBER)),
          example(
              Rule.NOTICE_CONFLICT,
              "GA with GZ",
              new Case(
                  aClaim()
                      .filedWith(FilingIndicator.MEDICARE_PART_B)
                      .line("83036", "1.00", "GA", "GZ")
                      .build(),
                  CONTEXT,
                  SCRUBBER),
              "GA alone",
              new Case(
                  aClaim()
                      .filedWith(FilingIndicator.MEDICARE_PART_B)
                      .line("83036", "1.00", "GA")
                      .build(),
                  CONTEXT,
                  SCRUBBER)),
          example(
              Rule.NOTICE_NEEDLESS,
              "GA on a service that the policy covers",
              new Case(
                  aClaim()
                      .filedWith(FilingIndicator.MEDICARE_PART_B)
                      .diagnosis("E119")
                      .line("83036", "1.00", "GA")
                      .build(),
                  CONTEXT.withCoveragePolicies(CoveragePolicies.of(List.of(POLICY))),
                  SCRUBBER),
              "GA on one that it does not cover",
              new Case(
                  aClaim()
                      .filedWith(FilingIndicator.MEDICARE_PART_B)
                      .diagnosis("I10")
                      .line("83036", "1.00", "GA")
                      .build(),
                  CONTEXT.withCoveragePolicies(CoveragePolicies.of(List.of(POLICY))),
                  SCRUBBER)),
          example(
              Rule.NOTICE_MISSING,
              "GZ on a service that the policy does not cover",
              new Case(
                  aClaim()
                      .filedWith(FilingIndicator.MEDICARE_PART_B)
                      .diagnosis("I10")
                      .line("83036", "1.00", "GZ")
                      .build(),
                  CONTEXT.withCoveragePolicies(CoveragePolicies.of(List.of(POLICY))),
                  SCRUBBER),
              "GA on it",
              new Case(
                  aClaim()
                      .filedWith(FilingIndicator.MEDICARE_PART_B)
                      .diagnosis("I10")
                      .line("83036", "1.00", "GA")
                      .build(),
                  CONTEXT.withCoveragePolicies(CoveragePolicies.of(List.of(POLICY))),
                  SCRUBBER)),
          example(
              Rule.NOTICE_MEDICARE,
              "GA on a claim to a commercial payer",
              new Case(aClaim().line("83036", "1.00", "GA").build(), CONTEXT, SCRUBBER),
              "GA on a claim to Medicare",
              new Case(
                  aClaim()
                      .filedWith(FilingIndicator.MEDICARE_PART_B)
                      .line("83036", "1.00", "GA")
                      .build(),
                  CONTEXT,
                  SCRUBBER)),
          example(
              Rule.POSSIBLE_DUPLICATE,
              "83036 twice, once with QW",
              new Case(
                  aClaim().line("83036", "1.00").line("83036", "1.00", "QW").build(),
                  CONTEXT,
                  SCRUBBER),
              "83036 twice, once with 91",
              new Case(
                  aClaim().line("83036", "1.00").line("83036", "1.00", "91").build(),
                  CONTEXT,
                  SCRUBBER)),
          example(
              Rule.AUTHORIZATION_CHOICE,
              "No number, two authorizations on file name the code",
              new Case(
                  aClaim().line("73721", "1.00").build(),
                  CONTEXT
                      .withAuthorizationRequired(Set.of(new ProcedureCode("73721")))
                      .withAuthorizations(List.of(KNOWN, KNOWN)),
                  SCRUBBER),
              "Number A1",
              new Case(
                  aClaim().authorized("A1").line("73721", "1.00").build(),
                  CONTEXT
                      .withAuthorizationRequired(Set.of(new ProcedureCode("73721")))
                      .withAuthorizations(List.of(KNOWN, KNOWN)),
                  SCRUBBER)),
          example(
              Rule.AUTHORIZATION_UNKNOWN,
              "Number A2, only A1 is on file",
              new Case(
                  aClaim().authorized("A2").line("73721", "1.00").build(),
                  CONTEXT
                      .withAuthorizationRequired(Set.of(new ProcedureCode("73721")))
                      .withAuthorizations(List.of(KNOWN)),
                  SCRUBBER),
              "Number A1",
              new Case(
                  aClaim().authorized("A1").line("73721", "1.00").build(),
                  CONTEXT
                      .withAuthorizationRequired(Set.of(new ProcedureCode("73721")))
                      .withAuthorizations(List.of(KNOWN)),
                  SCRUBBER)),
          example(
              Rule.AUTHORIZATION_DATES,
              "A service before the authorization begins",
              new Case(
                  aClaim()
                      .authorized("A1")
                      .line("73721", "1.00", "1", SERVED.minusMonths(2))
                      .build(),
                  CONTEXT
                      .withAuthorizationRequired(Set.of(new ProcedureCode("73721")))
                      .withAuthorizations(List.of(KNOWN)),
                  SCRUBBER),
              "A service in its days",
              new Case(
                  aClaim().authorized("A1").line("73721", "1.00").build(),
                  CONTEXT
                      .withAuthorizationRequired(Set.of(new ProcedureCode("73721")))
                      .withAuthorizations(List.of(KNOWN)),
                  SCRUBBER)),
          example(
              Rule.AUTHORIZATION_CODES,
              "73721 under an authorization of 73221",
              new Case(
                  aClaim().authorized("A1").line("73721", "1.00").build(),
                  CONTEXT
                      .withAuthorizationRequired(Set.of(new ProcedureCode("73721")))
                      .withAuthorizations(List.of(OTHER_CODE)),
                  SCRUBBER),
              "73721 under one of 73721",
              new Case(
                  aClaim().authorized("A1").line("73721", "1.00").build(),
                  CONTEXT
                      .withAuthorizationRequired(Set.of(new ProcedureCode("73721")))
                      .withAuthorizations(List.of(KNOWN)),
                  SCRUBBER)),
          example(
              Rule.AUTHORIZATION_UNITS,
              "Three units, two are left",
              new Case(
                  aClaim().authorized("A1").line("73721", "1.00", "3", SERVED).build(),
                  CONTEXT
                      .withAuthorizationRequired(Set.of(new ProcedureCode("73721")))
                      .withAuthorizations(List.of(KNOWN)),
                  SCRUBBER),
              "Two units",
              new Case(
                  aClaim().authorized("A1").line("73721", "1.00", "2", SERVED).build(),
                  CONTEXT
                      .withAuthorizationRequired(Set.of(new ProcedureCode("73721")))
                      .withAuthorizations(List.of(KNOWN)),
                  SCRUBBER)),
          example(
              Rule.NOT_COVERED_THAT_DAY,
              "The coverage begins the day after the service",
              new Case(
                  aClaim().line("99213", "165.00").build(),
                  CONTEXT.withEligibility(
                      answer(Status.ACTIVE, EffectivePeriod.from(SERVED.plusDays(1)))),
                  SCRUBBER),
              "It begins on the day of service",
              new Case(
                  aClaim().line("99213", "165.00").build(),
                  CONTEXT.withEligibility(answer(Status.ACTIVE, EffectivePeriod.from(SERVED))),
                  SCRUBBER)),
          example(
              Rule.WORK_EMPLOYER,
              "The injured person as the insured",
              new Case(
                  aClaim()
                      .filedWith(FilingIndicator.WORKERS_COMPENSATION)
                      .accident(new Accident(List.of("EM"), SERVED, "OH"))
                      .casualty("C1")
                      .line("99213", "165.00")
                      .build(),
                  CONTEXT,
                  SCRUBBER),
              "The employer as the insured",
              new Case(
                  aClaim()
                      .filedWith(FilingIndicator.WORKERS_COMPENSATION)
                      .employer("Test mill")
                      .accident(new Accident(List.of("EM"), SERVED, "OH"))
                      .casualty("C1")
                      .line("99213", "165.00")
                      .build(),
                  CONTEXT,
                  SCRUBBER)),
          example(
              Rule.ACCIDENT_DATE,
              "An auto accident without day",
              new Case(
                  aClaim()
                      .accident(new Accident(List.of("AA"), null, "OH"))
                      .line("99213", "165.00")
                      .build(),
                  CONTEXT,
                  SCRUBBER),
              "An auto accident on the day of service",
              new Case(
                  aClaim()
                      .accident(new Accident(List.of("AA"), SERVED, "OH"))
                      .line("99213", "165.00")
                      .build(),
                  CONTEXT,
                  SCRUBBER)),
          example(
              Rule.AUTO_PAYER,
              "An auto accident billed to a health plan alone",
              new Case(
                  aClaim()
                      .accident(new Accident(List.of("AA"), SERVED, "OH"))
                      .line("99213", "165.00")
                      .build(),
                  CONTEXT,
                  SCRUBBER),
              "An auto accident billed to the auto carrier",
              new Case(
                  aClaim()
                      .filedWith(FilingIndicator.AUTOMOBILE)
                      .accident(new Accident(List.of("AA"), SERVED, "OH"))
                      .line("99213", "165.00")
                      .build(),
                  CONTEXT,
                  SCRUBBER)),
          example(
              Rule.FAMILY_FAILED,
              "A family of rules that breaks off",
              new Case(aClaim().line("99213", "165.00").build(), CONTEXT, BROKEN),
              "All families run to their end",
              new Case(aClaim().line("99213", "165.00").build(), CONTEXT, SCRUBBER)));

  /// Those of all rules.
  static List<RuleExample> all() {
    return Stream.concat(OFFICE.stream(), HospitalExamples.ALL.stream()).toList();
  }

  private RuleExamples() {}

  private static RuleExample example(
      Rule rule, String fails, Case failing, String passes, Case passing) {
    return new RuleExample(rule, fails, failing, passes, passing);
  }

  private static KnownAuthorization authorization(String procedure) {
    return new KnownAuthorization(
        "A1",
        Set.of(new ProcedureCode(procedure)),
        SERVED.minusMonths(1),
        SERVED.plusMonths(1),
        new BigDecimal("2"));
  }

  private static EligibilityAnswer answer(Status status, EffectivePeriod coverage) {
    return new EligibilityAnswer(
        "t", "Payer", null, null, status, null, coverage, null, List.of(), List.of());
  }
}
