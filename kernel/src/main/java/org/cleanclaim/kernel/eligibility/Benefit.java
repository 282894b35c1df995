package org.cleanclaim.kernel.eligibility;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import org.cleanclaim.kernel.Money;
import org.cleanclaim.kernel.authorization.ReviewItem;
import org.cleanclaim.kernel.particular.Particulars;
import org.cleanclaim.kernel.party.Participant;
import org.jspecify.annotations.Nullable;

/// One statement about benefits (EB segment and what follows it).
///
/// @param kindCode EB01 as sent: 1 active, 6 inactive, A coinsurance, B copayment, C deductible, G
///   out of pocket ...
/// @param coverageLevel EB02: IND, FAM ...
/// @param serviceTypes EB03
/// @param timePeriod EB06: 23 calendar year, 29 remaining, 27 visit ...
/// @param percent as a fraction, `0.2` is 20 percent
/// @param countKind EB09: what is counted, VS visits, DY days ...
/// @param count EB10
/// @param authorizationRequired EB11: Y, N or U
/// @param inNetwork EB12: Y, N, W or U
/// @param procedure EB13: list, code and modifiers as sent
/// @param deliveries how often and how long (HSD)
/// @param particulars references and dates of this benefit
/// @param settings where or for what it holds (loop 2115)
/// @param providers who gives or pays it (loop 2120)
public record Benefit(
    String kindCode,
    @Nullable String coverageLevel,
    List<String> serviceTypes,
    @Nullable String insuranceType,
    @Nullable String planName,
    @Nullable String timePeriod,
    @Nullable Money amount,
    @Nullable BigDecimal percent,
    @Nullable String countKind,
    @Nullable BigDecimal count,
    @Nullable String authorizationRequired,
    @Nullable String inNetwork,
    List<String> procedure,
    List<ReviewItem.Delivery> deliveries,
    Particulars particulars,
    List<Rejection> rejections,
    List<String> messages,
    List<Setting> settings,
    List<Participant> providers) {
  public Benefit {
    serviceTypes = List.copyOf(serviceTypes);
    procedure = List.copyOf(procedure);
    deliveries = List.copyOf(deliveries);
    rejections = List.copyOf(rejections);
    messages = List.copyOf(messages);
    settings = List.copyOf(settings);
    providers = List.copyOf(providers);
  }

  /// A benefit without counts, procedure or providers of its own.
  public Benefit(
      String kindCode,
      @Nullable String coverageLevel,
      List<String> serviceTypes,
      @Nullable String insuranceType,
      @Nullable String planName,
      @Nullable String timePeriod,
      @Nullable Money amount,
      @Nullable BigDecimal percent,
      @Nullable String inNetwork,
      List<String> messages) {
    this(
        kindCode,
        coverageLevel,
        serviceTypes,
        insuranceType,
        planName,
        timePeriod,
        amount,
        percent,
        null,
        null,
        null,
        inNetwork,
        List.of(),
        List.of(),
        Particulars.NONE,
        List.of(),
        messages,
        List.of(),
        List.of());
  }

  /// The places of service that it holds for; empty when it holds for all.
  public List<String> placesOfService() {
    return settings.stream()
        .filter(s -> "ZZ".equals(s.list()))
        .map(Setting::code)
        .filter(Objects::nonNull)
        .toList();
  }

  /// The days of this benefit, where it has days of its own.
  public PlanDays planDays() {
    return PlanDays.of(particulars.dates());
  }

  /// A place of service, or a kind of injury (III).
  ///
  /// @param list III01: ZZ places of service, NI natures of injury
  /// @param code III02
  /// @param category III03
  /// @param words III04
  public record Setting(
      @Nullable String list,
      @Nullable String code,
      @Nullable String category,
      @Nullable String words) {}

  /// Why one benefit could not be told (AAA behind EB).
  ///
  /// @param validity AAA01: Y when the question was valid, else N
  /// @param reasonCode AAA03
  /// @param followUpCode AAA04
  public record Rejection(String validity, String reasonCode, @Nullable String followUpCode) {}
}
