package org.cleanclaim.payer;

import java.util.ArrayList;
import java.util.List;
import org.cleanclaim.kernel.Money;
import org.cleanclaim.kernel.eligibility.Benefit;
import org.cleanclaim.kernel.eligibility.EligibilityAnswer;
import org.cleanclaim.kernel.eligibility.EligibilityAnswer.Rejection;
import org.cleanclaim.kernel.eligibility.EligibilityAnswer.Status;
import org.cleanclaim.kernel.eligibility.EligibilityInquiry;
import org.cleanclaim.pricing.Accumulators;
import org.cleanclaim.pricing.BenefitPlan;
import org.jspecify.annotations.Nullable;

/// Answers whether a member is covered and what the plan leaves to them.
final class EligibilityDecision {
  private EligibilityDecision() {}

  static EligibilityAnswer answer(
      PayerBook book,
      EligibilityInquiry inquiry,
      java.util.function.Function<Member, Accumulators> used) {
    var memberId = inquiry.memberId();
    var member = memberId == null ? null : book.member(memberId).orElse(null);
    if (member == null) {
      return of(
          book,
          inquiry,
          null,
          Status.REJECTED,
          List.of(),
          List.of(new Rejection("subscriber", "75", "C")));
    }
    if (!member.coverage().contains(inquiry.asOf())) {
      var inactive =
          new Benefit(
              "6",
              null,
              List.of("30"),
              null,
              member.plan().name(),
              null,
              null,
              null,
              null,
              List.of());
      return of(book, inquiry, member, Status.INACTIVE, List.of(inactive), List.of());
    }
    return of(
        book,
        inquiry,
        member,
        Status.ACTIVE,
        benefits(member.plan(), used.apply(member)),
        List.of());
  }

  private static EligibilityAnswer of(
      PayerBook book,
      EligibilityInquiry inquiry,
      @Nullable Member member,
      Status status,
      List<Benefit> benefits,
      List<Rejection> rejections) {
    return new EligibilityAnswer(
        inquiry.trace(),
        book.name(),
        book.id().value(),
        inquiry.memberId() == null ? null : inquiry.memberId().value(),
        status,
        member == null ? null : member.plan().name(),
        member == null ? null : member.coverage(),
        inquiry.asOf(),
        benefits,
        rejections);
  }

  private static List<Benefit> benefits(BenefitPlan plan, Accumulators used) {
    var benefits = new ArrayList<Benefit>();
    benefits.add(
        new Benefit(
            "1", "IND", List.of("30"), null, plan.name(), null, null, null, null, List.of()));
    benefits.add(amount("C", "23", plan.deductible()));
    benefits.add(amount("C", "29", plan.deductible().minus(used.deductibleMet()).max(Money.ZERO)));
    if (plan.outOfPocketMaximum() != null) {
      benefits.add(amount("G", "23", plan.outOfPocketMaximum()));
      benefits.add(
          amount(
              "G", "29", plan.outOfPocketMaximum().minus(used.outOfPocketMet()).max(Money.ZERO)));
    }
    benefits.add(
        new Benefit(
            "A", "IND", List.of("30"), null, null, null, null, plan.coinsurance(), "Y", List.of()));
    plan.copays().entrySet().stream()
        .filter(e -> e.getKey().slug().equals("office"))
        .forEach(e ->
            benefits.add(
                new Benefit(
                    "B",
                    "IND",
                    List.of("98"),
                    null,
                    null,
                    "27",
                    e.getValue(),
                    null,
                    "Y",
                    List.of())));
    return benefits;
  }

  private static Benefit amount(String kind, String period, Money amount) {
    return new Benefit(
        kind, "IND", List.of("30"), null, null, period, amount, null, "Y", List.of());
  }
}
