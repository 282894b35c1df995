package org.cleanclaim.edits;

import static org.cleanclaim.edits.ClaimBuilder.SERVED;
import static org.cleanclaim.edits.ClaimBuilder.aClaim;
import static org.cleanclaim.edits.RuleExamples.CONTEXT;
import static org.cleanclaim.edits.RuleExamples.example;

import java.util.List;
import org.cleanclaim.edits.RuleExample.Case;
import org.cleanclaim.edits.ncci.NcciTables;
import org.cleanclaim.kernel.claim.Accident;
import org.cleanclaim.kernel.claim.FilingIndicator;
import org.cleanclaim.kernel.party.Sex;

/// Examples of the rules on what has to stand on a claim: sums, people, providers, accidents.
final class FormExamples {
  private static final Scrubber WHOLE = Scrubber.of(WholeCodeSets.of(), NcciTables.starter());
  private static final String[] THIRTEEN = {
    "I10", "E119", "E785", "J449", "M545", "N184", "R05", "R07", "R51", "K219", "F329", "G43", "L40"
  };

  static final List<RuleExample> ALL =
      List.of(
          example(
              Rule.TOTAL_IS_SUM,
              "A line of 165.00 under a total of 165.01",
              aClaim().line("99213", "165.00").total("165.01").build(),
              "A line of 165.00 under a total of 165.00",
              aClaim().line("99213", "165.00").build()),
          example(
              Rule.HAS_LINES,
              "A claim without lines",
              aClaim().build(),
              "A claim with one visit",
              aClaim().line("99213", "165.00").build()),
          example(
              Rule.UNITS_POSITIVE,
              "A visit with no units",
              aClaim().line("99213", "165.00", "0", SERVED).build(),
              "A visit with one unit",
              aClaim().line("99213", "165.00").build()),
          example(
              Rule.CHARGE_POSITIVE,
              "A visit charged at 0.00",
              aClaim().line("99213", "0.00").build(),
              "A visit charged at 165.00",
              aClaim().line("99213", "165.00").build()),
          example(
              Rule.DATES_IN_ORDER,
              "A visit of next year",
              aClaim().line("99213", "165.00", "1", SERVED.plusYears(1)).build(),
              "A visit of last week",
              aClaim().line("99213", "165.00").build()),
          example(
              Rule.PATIENT_BIRTH,
              "A patient without birth date",
              aClaim().born(null).line("99213", "165.00").build(),
              "A patient born in 1970",
              aClaim().line("99213", "165.00").build()),
          example(
              Rule.PATIENT_SEX,
              "A patient whose sex is unknown",
              aClaim().sex(Sex.UNKNOWN).line("99213", "165.00").build(),
              "A patient whose sex is known",
              aClaim().line("99213", "165.00").build()),
          example(
              Rule.PATIENT_ADDRESS,
              "An address with a ZIP of four digits",
              aClaim().zip("4321").line("99213", "165.00").build(),
              "An address with a ZIP of nine digits",
              aClaim().line("99213", "165.00").build()),
          example(
              Rule.MEMBER_ID,
              "A subscriber without member id",
              aClaim().member(null).line("99213", "165.00").build(),
              "A subscriber with the id of the card",
              aClaim().line("99213", "165.00").build()),
          example(
              Rule.BILLING_PROVIDER,
              "A practice with a ZIP of five digits",
              aClaim().zip("43215").line("99213", "165.00").build(),
              "A practice with NPI, tax id and a ZIP of nine digits",
              aClaim().line("99213", "165.00").build()),
          example(
              Rule.RENDERING_PROVIDER,
              "A rendering provider without NPI",
              aClaim().withoutRenderingNumber().line("99213", "165.00").build(),
              "A rendering provider with an NPI",
              aClaim().line("99213", "165.00").build()),
          example(
              Rule.HAS_DIAGNOSIS,
              "Thirteen diagnoses",
              aClaim().diagnosis(THIRTEEN).line("99213", "165.00").build(),
              "One diagnosis",
              aClaim().line("99213", "165.00").build()),
          example(
              Rule.DIAGNOSIS_ONCE,
              "I10 twice",
              aClaim().diagnosis("I10", "I10").line("99213", "165.00").build(),
              "I10 and E11.9",
              aClaim().diagnosis("I10", "E119").line("99213", "165.00").build()),
          example(
              Rule.POINTERS,
              "A line that points to the second of one diagnosis",
              aClaim().pointingTo(2).line("99213", "165.00").build(),
              "A line that points to the first",
              aClaim().line("99213", "165.00").build()),
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
              aClaim().taxId("999999999").line("99213", "165.00").build(),
              "A number with the form of an issued one",
              aClaim().line("99213", "165.00").build()),
          example(
              Rule.ACCIDENT_DATE,
              "An auto accident without day",
              aClaim()
                  .accident(new Accident(List.of("AA"), null, "OH"))
                  .line("99213", "165.00")
                  .build(),
              "An auto accident on the day of service",
              aClaim()
                  .accident(new Accident(List.of("AA"), SERVED, "OH"))
                  .line("99213", "165.00")
                  .build()),
          example(
              Rule.AUTO_STATE,
              "An auto accident without state",
              aClaim()
                  .accident(new Accident(List.of("AA"), SERVED, null))
                  .line("99213", "165.00")
                  .build(),
              "An auto accident in Ohio",
              aClaim()
                  .accident(new Accident(List.of("AA"), SERVED, "OH"))
                  .line("99213", "165.00")
                  .build()),
          example(
              Rule.AUTO_PAYER,
              "An auto accident billed to a health plan alone",
              aClaim()
                  .accident(new Accident(List.of("AA"), SERVED, "OH"))
                  .line("99213", "165.00")
                  .build(),
              "An auto accident billed to the auto carrier",
              aClaim()
                  .filedWith(FilingIndicator.AUTOMOBILE)
                  .accident(new Accident(List.of("AA"), SERVED, "OH"))
                  .line("99213", "165.00")
                  .build()),
          example(
              Rule.MEDICARE_SECOND,
              "A claim to Medicare after another payer that does not say why",
              aClaim()
                  .filedWith(FilingIndicator.MEDICARE_PART_B)
                  .second(null)
                  .line("99213", "165.00")
                  .build(),
              "One that says that the patient still works",
              aClaim()
                  .filedWith(FilingIndicator.MEDICARE_PART_B)
                  .second("12")
                  .line("99213", "165.00")
                  .build()),
          example(
              Rule.WORK_INJURY,
              "A workers' compensation claim without the carrier's number",
              aClaim()
                  .filedWith(FilingIndicator.WORKERS_COMPENSATION)
                  .employer("Test mill")
                  .accident(new Accident(List.of("EM"), SERVED, "OH"))
                  .line("99213", "165.00")
                  .build(),
              "The same with it",
              aClaim()
                  .filedWith(FilingIndicator.WORKERS_COMPENSATION)
                  .employer("Test mill")
                  .accident(new Accident(List.of("EM"), SERVED, "OH"))
                  .casualty("C1")
                  .line("99213", "165.00")
                  .build()),
          example(
              Rule.WORK_TO_HEALTH_PLAN,
              "A work injury billed to a health plan",
              aClaim()
                  .accident(new Accident(List.of("EM"), SERVED, "OH"))
                  .line("99213", "165.00")
                  .build(),
              "A work injury billed to the carrier",
              aClaim()
                  .filedWith(FilingIndicator.WORKERS_COMPENSATION)
                  .employer("Test mill")
                  .accident(new Accident(List.of("EM"), SERVED, "OH"))
                  .casualty("C1")
                  .line("99213", "165.00")
                  .build()),
          example(
              Rule.WORK_EMPLOYER,
              "The injured person as the insured",
              aClaim()
                  .filedWith(FilingIndicator.WORKERS_COMPENSATION)
                  .accident(new Accident(List.of("EM"), SERVED, "OH"))
                  .casualty("C1")
                  .line("99213", "165.00")
                  .build(),
              "The employer as the insured",
              aClaim()
                  .filedWith(FilingIndicator.WORKERS_COMPENSATION)
                  .employer("Test mill")
                  .accident(new Accident(List.of("EM"), SERVED, "OH"))
                  .casualty("C1")
                  .line("99213", "165.00")
                  .build()));

  private FormExamples() {}
}
