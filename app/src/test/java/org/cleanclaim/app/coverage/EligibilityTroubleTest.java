package org.cleanclaim.app.coverage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.cleanclaim.app.coverage.BenefitSummary.Limit;
import org.cleanclaim.app.coverage.BenefitSummary.Share;
import org.cleanclaim.app.coverage.EligibilityCheck.Trouble;
import org.cleanclaim.kernel.Money;
import org.cleanclaim.kernel.eligibility.AnswerParties;
import org.cleanclaim.kernel.eligibility.Benefit;
import org.cleanclaim.kernel.eligibility.EligibilityAnswer;
import org.cleanclaim.kernel.particular.Particulars;
import org.cleanclaim.kernel.particular.QualifiedDate;
import org.cleanclaim.kernel.party.Contact;
import org.cleanclaim.kernel.party.Participant;
import org.cleanclaim.kernel.party.PartyName.OrganizationName;
import org.junit.jupiter.api.Test;

/// What an answer leaves to do, and how it reads.
class EligibilityTroubleTest {
  private static final LocalDate VISIT = LocalDate.of(2026, 11, 29);

  @Test
  void aPlanThatEndedOrBeginsLaterIsNotInOrder() {
    assertThat(trouble(plan("1", "30", "347", "2026-10-31"))).isEqualTo(Trouble.ENDS_BEFORE);
    assertThat(trouble(plan("1", "30", "346", "2026-12-01"))).isEqualTo(Trouble.NOT_ACTIVE);
    assertThat(trouble(plan("1", "30", "347", "2026-11-29"))).isEqualTo(Trouble.OK);
  }

  @Test
  void whatThePayerStillLooksIntoIsNotInOrder() {
    assertThat(trouble(plan("5", "30", "346", "2026-01-01"))).isEqualTo(Trouble.PENDING);
  }

  @Test
  void furtherPlansAreListedWithTheirDaysAndWhomToCall() {
    var summary =
        BenefitSummary.of(
            answer(
                benefit("1", "30", "Gold", List.of()),
                plan("1", "35", "346", "2026-03-01"),
                benefit(
                    "1",
                    "UC",
                    null,
                    List.of(
                        new Participant(
                            "X3",
                            new OrganizationName("MindCare"),
                            null,
                            null,
                            null,
                            List.of(new Contact(null, "8005550100", null)),
                            List.of(),
                            null,
                            null,
                            null,
                            null)))));

    assertThat(summary.plan()).isEqualTo("Gold");
    assertThat(summary.others())
        .containsExactly(
            "Active, Dental care, from 2026-03-01 on", "Active, Urgent care, MindCare, 8005550100");
  }

  @Test
  void whatHoldsForAPlaceOfServiceStandsWithIt() {
    var summary =
        BenefitSummary.of(
            answer(copay("20", "11"), copay("75", "22"), copay("40"), deductible("500", "22")));

    assertThat(summary.shares())
        .extracting(Share::place, share -> String.valueOf(share.copay()))
        .containsExactly(
            tuple("place of service 11", "20.00"),
            tuple("place of service 22", "75.00"),
            tuple("", "40.00"));
    assertThat(summary.limits()).extracting(Limit::place).containsExactly("place of service 22");
    assertThat(summary.others()).isEmpty();
  }

  private static Benefit copay(String dollars, String... places) {
    return placed("B", "27", dollars, places);
  }

  private static Benefit deductible(String dollars, String... places) {
    return placed("C", "23", dollars, places);
  }

  private static Benefit placed(String kind, String period, String dollars, String... places) {
    return new Benefit(
        kind,
        "IND",
        List.of("98"),
        null,
        null,
        period,
        Money.of(dollars),
        null,
        null,
        null,
        null,
        null,
        List.of(),
        List.of(),
        Particulars.NONE,
        List.of(),
        List.of(),
        Stream.of(places).map(p -> new Benefit.Setting("ZZ", p, null, null)).toList(),
        List.of());
  }

  private static Trouble trouble(Benefit benefit) {
    return Trouble.of(answer(benefit), VISIT);
  }

  private static EligibilityAnswer answer(Benefit... benefits) {
    var said = List.of(benefits);
    return new EligibilityAnswer(
        List.of(),
        AnswerParties.of("Lakeland", null, null),
        EligibilityAnswer.status(said, List.of()),
        List.of(),
        said,
        List.of());
  }

  private static Benefit plan(String kind, String service, String qualifier, String day) {
    var on = LocalDate.parse(day);
    return with(
        benefit(kind, service, null, List.of()),
        new Particulars(
            List.of(new QualifiedDate(qualifier, on, on, null)),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of()));
  }

  private static Benefit benefit(
      String kind, String service, String plan, List<Participant> parties) {
    return new Benefit(
        kind,
        null,
        List.of(service),
        null,
        plan,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        List.of(),
        List.of(),
        Particulars.NONE,
        List.of(),
        List.of(),
        List.of(),
        parties);
  }

  private static Benefit with(Benefit b, Particulars particulars) {
    return new Benefit(
        b.kindCode(),
        b.coverageLevel(),
        b.serviceTypes(),
        b.insuranceType(),
        b.planName(),
        b.timePeriod(),
        b.amount(),
        b.percent(),
        b.countKind(),
        b.count(),
        b.authorizationRequired(),
        b.inNetwork(),
        b.procedure(),
        b.deliveries(),
        particulars,
        b.rejections(),
        b.messages(),
        b.settings(),
        b.providers());
  }
}
