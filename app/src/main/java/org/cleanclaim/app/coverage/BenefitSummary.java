package org.cleanclaim.app.coverage;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.cleanclaim.kernel.Money;
import org.cleanclaim.kernel.eligibility.Benefit;
import org.cleanclaim.kernel.eligibility.EligibilityAnswer;
import org.cleanclaim.kernel.eligibility.PlanDays;
import org.jspecify.annotations.Nullable;

/// A payer's answer as one reads it: covered or not, what the year's limits are and what is left of
/// them, what the patient pays for which service, in and out of network. What stands in the answer
/// twice in other words stands here twice; nothing is left out or added up.
///
/// @param limits deductibles and limits out of pocket
/// @param shares what the patient pays, by service and network
/// @param others what was said besides, in words
/// @param messages of the payer as it wrote them
/// @param refusals why something was not answered
public record BenefitSummary(
    EligibilityAnswer.Status status,
    String payer,
    @Nullable String plan,
    @Nullable String memberId,
    PlanDays coverage,
    List<Limit> limits,
    List<Share> shares,
    List<String> others,
    List<String> messages,
    List<PayerRefusal> refusals) {

  /// A limit of a period.
  ///
  /// @param kind deductible or out of pocket
  /// @param place of service that it holds for, in words; empty for all
  /// @param total null when only what is left was told
  /// @param left null when only the whole was told
  public record Limit(
      String kind,
      String who,
      String network,
      String service,
      String place,
      String period,
      @Nullable Money total,
      @Nullable Money left) {}

  /// What the patient pays for a service.
  ///
  /// @param place of service that it holds for, in words; empty for all
  /// @param coinsurance a fraction, `0.2` is 20 percent
  /// @param authorization whether the payer wants to be asked before: yes, no or empty
  public record Share(
      String service,
      String network,
      String place,
      @Nullable Money copay,
      @Nullable BigDecimal coinsurance,
      String authorization) {
    /// The coinsurance as one says it, `20%`.
    public String percent() {
      return coinsurance == null
          ? ""
          : coinsurance.movePointRight(2).stripTrailingZeros().toPlainString() + "%";
    }
  }

  public BenefitSummary {
    limits = List.copyOf(limits);
    shares = List.copyOf(shares);
    others = List.copyOf(others);
    messages = List.copyOf(messages);
    refusals = List.copyOf(refusals);
  }

  /// Reads an answer.
  public static BenefitSummary of(EligibilityAnswer answer) {
    var reading = new Reading(answer.planName());
    answer.benefits().forEach(reading::read);
    var refusals = new ArrayList<PayerRefusal>();
    answer
        .rejections()
        .forEach(r -> refusals.add(PayerRefusal.of(r.reasonCode(), r.followUpCode())));
    for (Benefit benefit : answer.benefits()) {
      benefit
          .rejections()
          .forEach(r -> refusals.add(PayerRefusal.of(r.reasonCode(), r.followUpCode())));
    }
    return new BenefitSummary(
        answer.status(),
        answer.payerName(),
        answer.planName(),
        answer.memberId(),
        answer.planDays(),
        List.copyOf(reading.limits.values()),
        List.copyOf(reading.shares.values()),
        List.copyOf(reading.others),
        List.copyOf(reading.messages),
        refusals);
  }

  /// Whether the payer wants to be asked before some service.
  public boolean namesAuthorization() {
    return shares.stream().anyMatch(share -> share.authorization().equals("yes"));
  }

  private static final class Reading {
    private final Map<List<String>, Limit> limits = new LinkedHashMap<>();
    private final Map<List<String>, Share> shares = new LinkedHashMap<>();
    private final LinkedHashSet<String> others = new LinkedHashSet<>();
    private final LinkedHashSet<String> messages = new LinkedHashSet<>();
    private final @Nullable String plan;

    Reading(@Nullable String plan) {
      this.plan = plan;
    }

    void read(Benefit benefit) {
      messages.addAll(benefit.messages());
      var services =
          benefit.serviceTypes().isEmpty()
              ? List.of(BenefitWords.procedure(benefit))
              : benefit.serviceTypes().stream().map(BenefitWords::service).toList();
      for (String service : services) read(benefit, service);
    }

    private void read(Benefit benefit, String service) {
      String network = BenefitWords.network(benefit.inNetwork());
      switch (benefit.kindCode()) {
        case "C", "G" -> limit(benefit, service, network);
        case "A", "B" -> share(benefit, service, network);
        case "1", "2", "3", "4", "5" -> {
          authorization(benefit, service, network);
          if (!isOfPlan(benefit)) others.add(BenefitWords.sentence(benefit, service, network));
        }
        default -> others.add(BenefitWords.sentence(benefit, service, network));
      }
    }

    private void limit(Benefit benefit, String service, String network) {
      boolean isLeft = "29".equals(benefit.timePeriod());
      if (benefit.amount() == null) {
        others.add(BenefitWords.sentence(benefit, service, network));
        return;
      }
      String kind = benefit.kindCode().equals("C") ? "Deductible" : "Out of pocket";
      String who = BenefitWords.who(benefit.coverageLevel());
      String period = isLeft ? "" : BenefitWords.period(benefit.timePeriod());
      String place = BenefitWords.place(benefit);
      var key = List.of(kind, who, network, service, place);
      var before = limits.get(key);
      boolean isSecond =
          before != null && (isLeft ? before.left() != null : before.total() != null);
      if (isSecond) {
        others.add(BenefitWords.sentence(benefit, service, network));
        return;
      }
      limits.put(
          key,
          new Limit(
              kind,
              who,
              network,
              service,
              place,
              before == null || !period.isEmpty() ? period : before.period(),
              isLeft ? (before == null ? null : before.total()) : benefit.amount(),
              isLeft ? benefit.amount() : (before == null ? null : before.left())));
    }

    private void share(Benefit benefit, String service, String network) {
      String place = BenefitWords.place(benefit);
      var before = at(service, network, place);
      boolean isCopay = benefit.kindCode().equals("B") && benefit.amount() != null;
      boolean isPercent = benefit.kindCode().equals("A") && benefit.percent() != null;
      boolean isSecond = isCopay ? before.copay() != null : before.coinsurance() != null;
      if ((!isCopay && !isPercent) || isSecond) {
        others.add(BenefitWords.sentence(benefit, service, network));
        return;
      }
      put(
          new Share(
              service,
              network,
              place,
              isCopay ? benefit.amount() : before.copay(),
              isPercent ? benefit.percent() : before.coinsurance(),
              BenefitWords.authorization(benefit, before.authorization())));
    }

    /// That the plan as a whole is active is said above the benefits; another plan, another
    /// service, a coverage that is looked into, days and parties of its own are not.
    private boolean isOfPlan(Benefit benefit) {
      boolean isWhole =
          benefit.serviceTypes().contains("30")
              && (benefit.planName() == null || benefit.planName().equals(plan));
      return isWhole && benefit.kindCode().equals("1") && benefit.providers().isEmpty();
    }

    private void authorization(Benefit benefit, String service, String network) {
      if (benefit.authorizationRequired() == null) return;
      String place = BenefitWords.place(benefit);
      var before = at(service, network, place);
      put(
          new Share(
              service,
              network,
              place,
              before.copay(),
              before.coinsurance(),
              BenefitWords.authorization(benefit, before.authorization())));
    }

    private Share at(String service, String network, String place) {
      return shares.getOrDefault(
          List.of(service, network, place), new Share(service, network, place, null, null, ""));
    }

    private void put(Share share) {
      shares.put(List.of(share.service(), share.network(), share.place()), share);
    }
  }
}
