package org.cleanclaim.x12.v005010;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.cleanclaim.kernel.authorization.ReviewItem.Delivery;
import org.cleanclaim.kernel.eligibility.Benefit;
import org.cleanclaim.x12.lexer.Segment;
import org.jspecify.annotations.Nullable;

/// Collects one benefit of a 271 (loops 2110, 2115 and 2120).
final class BenefitAssembly {
  private final Segment eb;
  private final Values values;
  private final ParticularsCollector particulars;
  private final List<Delivery> deliveries = new ArrayList<>(0);
  private final List<Benefit.Rejection> rejections = new ArrayList<>(0);
  private final List<String> messages = new ArrayList<>(0);
  private final List<Benefit.Setting> settings = new ArrayList<>(0);
  private final List<ParticipantBuilder> providers = new ArrayList<>(0);

  BenefitAssembly(Segment eb, Values values) {
    this.eb = eb;
    this.values = values;
    this.particulars = new ParticularsCollector(values);
  }

  void take(Segment segment) {
    switch (segment.id()) {
      case "HSD" -> deliveries.add(delivery(segment));
      case "AAA" ->
          rejections.add(
              new Benefit.Rejection(
                  segment.element(1), segment.element(3), Values.orNull(segment.element(4))));
      case "MSG" -> messages.add(segment.element(1));
      case "III" ->
          settings.add(
              new Benefit.Setting(
                  Values.orNull(segment.element(1)),
                  Values.orNull(segment.element(2)),
                  Values.orNull(segment.element(3)),
                  Values.orNull(segment.element(4))));
      case "NM1" -> providers.add(new ParticipantBuilder(segment, values));
      default -> {
        if (!providers.isEmpty()) {
          providers.getLast().take(segment);
        } else {
          particulars.take(segment);
        }
      }
    }
  }

  private static Delivery delivery(Segment hsd) {
    return new Delivery(
        Values.orNull(hsd.element(1)),
        Values.orNull(hsd.element(2)),
        Values.orNull(hsd.element(3)),
        Values.orNull(hsd.element(4)),
        Values.orNull(hsd.element(5)),
        Values.orNull(hsd.element(6)));
  }

  Benefit build() {
    return new Benefit(
        eb.element(1),
        Values.orNull(eb.element(2)),
        eb.repetitions(3),
        Values.orNull(eb.element(4)),
        Values.orNull(eb.element(5)),
        Values.orNull(eb.element(6)),
        values.optionalMoney(eb, 7),
        quantity(8),
        Values.orNull(eb.element(9)),
        quantity(10),
        Values.orNull(eb.element(11)),
        Values.orNull(eb.element(12)),
        eb.isEmpty(13) ? List.of() : eb.components(13),
        deliveries,
        particulars.build(),
        rejections,
        messages,
        settings,
        providers.stream().map(ParticipantBuilder::build).toList());
  }

  private @Nullable BigDecimal quantity(int element) {
    return eb.isEmpty(element) ? null : values.quantity(eb, element, BigDecimal.ZERO);
  }
}
