package org.cleanclaim.edits;

import static org.cleanclaim.edits.ClaimBuilder.SERVED;
import static org.cleanclaim.edits.ClaimBuilder.aClaim;
import static org.cleanclaim.edits.RuleExamples.CONTEXT;
import static org.cleanclaim.edits.RuleExamples.SCRUBBER;
import static org.cleanclaim.edits.RuleExamples.example;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import org.cleanclaim.edits.CoveragePolicy.DiagnosisRange;
import org.cleanclaim.edits.CoveragePolicy.Frequency;
import org.cleanclaim.edits.RuleExample.Case;
import org.cleanclaim.kernel.EffectivePeriod;
import org.cleanclaim.kernel.claim.FilingIndicator;
import org.cleanclaim.kernel.code.ProcedureCode;
import org.cleanclaim.kernel.eligibility.EligibilityAnswer;
import org.cleanclaim.kernel.eligibility.EligibilityAnswer.Status;

/// Examples of the rules on what the payer wants: its limits, authorizations, coverage, notices.
final class PayerExamples {
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

  static final List<RuleExample> ALL =
      List.of(
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
              aClaim()
                  .filedWith(FilingIndicator.MEDICARE_PART_B)
                  .line("83036", "1.00", "GA", "GZ")
                  .build(),
              "GA alone",
              aClaim()
                  .filedWith(FilingIndicator.MEDICARE_PART_B)
                  .line("83036", "1.00", "GA")
                  .build()),
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
              aClaim().line("83036", "1.00", "GA").build(),
              "GA on a claim to Medicare",
              aClaim()
                  .filedWith(FilingIndicator.MEDICARE_PART_B)
                  .line("83036", "1.00", "GA")
                  .build()));

  private PayerExamples() {}

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
