package org.cleanclaim.app.statement;

import java.util.ArrayList;
import java.util.List;

/// A step of the sliding scale: up to this income, in percent of the poverty guideline, this
/// percent of what is owed is given up.
public record AssistanceTier(int throughPovertyPercent, int percent) {
  /// Reads `200=100 300=50`, steps in rising order.
  ///
  /// @throws BillingRefusal when the text is no scale
  public static List<AssistanceTier> read(String text) {
    var tiers = new ArrayList<AssistanceTier>();
    int before = 0;
    for (String part : text.strip().split("[\\s,]+")) {
      if (!part.matches("\\d{1,4}=\\d{1,3}")) {
        throw new BillingRefusal(
            "A scale of assistance is written like 200=100 300=50; \"%s\" is not.".formatted(part));
      }
      int equals = part.indexOf('=');
      var tier =
          new AssistanceTier(
              Integer.parseInt(part.substring(0, equals)),
              Integer.parseInt(part.substring(equals + 1)));
      if (tier.throughPovertyPercent() <= before || tier.percent() > 100) {
        throw new BillingRefusal(
            "The steps of a scale rise, and none gives up more than 100 percent.");
      }
      before = tier.throughPovertyPercent();
      tiers.add(tier);
    }
    return List.copyOf(tiers);
  }

  /// The percent that an income has by a scale; zero beyond its last step.
  static int percentOf(List<AssistanceTier> tiers, int povertyPercent) {
    return tiers.stream()
        .filter(t -> povertyPercent <= t.throughPovertyPercent())
        .findFirst()
        .map(AssistanceTier::percent)
        .orElse(0);
  }
}
