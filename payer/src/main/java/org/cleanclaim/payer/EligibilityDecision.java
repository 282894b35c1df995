package org.cleanclaim.payer;

import java.util.ArrayList;
import java.util.List;
import org.cleanclaim.kernel.Money;
import org.cleanclaim.kernel.eligibility.Benefit;
import org.cleanclaim.kernel.eligibility.EligibilityAnswer;
import org.cleanclaim.kernel.eligibility.EligibilityAnswer.Rejection;
import org.cleanclaim.kernel.eligibility.EligibilityAnswer.Status;
import org.cleanclaim.kernel.eligibility.EligibilityInquiry;
import org.cleanclaim.pricing.benefit.Accumulators;
import org.cleanclaim.pricing.benefit.BenefitPlan;
import org.cleanclaim.pricing.benefit.CostShare;
import org.cleanclaim.pricing.benefit.FamilyLimit;
import org.cleanclaim.pricing.benefit.NetworkTier;
import org.cleanclaim.pricing.benefit.ServiceCategory;
import org.jspecify.annotations.Nullable;

/// Answers whether a member is covered and what the plan leaves to them.
final class EligibilityDecision {
  private static final ServiceCategory OFFICE = new ServiceCategory("office");

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
    var tier = plan.at(NetworkTier.IN_NETWORK).orElse(null);
    if (tier == null) return benefits;
    var borne = used.borne(NetworkTier.IN_NETWORK);
    limit(benefits, "C", tier.deductible(), borne.deductible());
    limit(benefits, "G", tier.outOfPocket(), borne.outOfPocket());
    benefits.add(
        new Benefit(
            "A",
            "IND",
            List.of("30"),
            null,
            null,
            null,
            null,
            tier.others().coinsurance(),
            "Y",
            List.of()));
    var office = tier.benefit(OFFICE);
    if (office.order().contains(CostShare.COPAY)) {
      benefits.add(
          new Benefit(
              "B", "IND", List.of("98"), null, null, "27", office.copay(), null, "Y", List.of()));
    }
    return benefits;
  }

  /// The individual amount of the year and what is left of it.
  private static void limit(List<Benefit> benefits, String kind, FamilyLimit limit, Money borne) {
    Money amount = limit.individual();
    if (amount == null) return;
    benefits.add(amount(kind, "23", amount));
    benefits.add(amount(kind, "29", amount.minus(borne).max(Money.ZERO)));
  }

  private static Benefit amount(String kind, String period, Money amount) {
    return new Benefit(
        kind, "IND", List.of("30"), null, null, period, amount, null, "Y", List.of());
  }
}
