package org.cleanclaim.app.remittance;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.cleanclaim.kernel.Money;
import org.cleanclaim.kernel.remittance.Adjustment;
import org.jspecify.annotations.Nullable;

/// Which of a payer's decisions on one claim stand where it decided more than once without taking
/// anything back: of each line the latest. A line that is decided in pieces, together for no more
/// than was charged, is not decided twice; a refusal, such as that of a duplicate, decides nothing
/// anew.
final class StandingDecisions {
  /// What a decision says of a line, or of the claim as a whole.
  ///
  /// @param postedBy the key of the posting of the decision
  /// @param line null for the claim as a whole, and for a service that is no line of ours
  /// @param procedure tells services that are no lines of ours apart; null for the whole claim
  /// @param billed what was charged for it
  /// @param charged what of that is decided here
  /// @param isCapitated whether the payer pays it by a sum per member and month
  record Part(
      String postedBy,
      @Nullable Integer line,
      @Nullable String procedure,
      Money billed,
      Money charged,
      Money paid,
      List<Adjustment> adjustments,
      boolean isCapitated) {
    Part {
      adjustments = List.copyOf(adjustments);
    }

    /// Whether it says anew what is taken off: amounts that are refused, among them what was paid
    /// before, do not.
    private boolean decides() {
      return adjustments.isEmpty() ? !paid.isZero() : adjustments.stream().anyMatch(this::settles);
    }

    private boolean settles(Adjustment adjustment) {
      return StandingDecisions.settles(adjustment, isCapitated);
    }

    /// Whether it is about the claim rather than one of its services.
    boolean isWhole() {
      return procedure == null;
    }

    private String place() {
      return line == null ? "of " + procedure : "line " + line;
    }
  }

  private StandingDecisions() {}

  /// What later decisions stand in the place of.
  ///
  /// @param decisions the parts of each, the earliest decision first
  static List<Part> superseded(List<List<Part>> decisions) {
    var superseded = new ArrayList<Part>();
    Map<String, Money> decided = new HashMap<>();
    for (List<Part> decision : decisions.reversed()) {
      Map<String, List<Part>> places = new HashMap<>();
      decision.stream()
          .filter(Part::decides)
          .forEach(part -> places.computeIfAbsent(part.place(), k -> new ArrayList<>()).add(part));
      places.forEach((place, parts) -> {
        Money charged = Money.sum(parts.stream().map(Part::charged).toList());
        Money later = decided.getOrDefault(place, Money.ZERO);
        if (later.isPositive() && later.plus(charged).compareTo(parts.getFirst().billed()) > 0) {
          superseded.addAll(parts);
        } else {
          decided.put(place, later.plus(charged));
        }
      });
    }
    return superseded;
  }

  /// What an adjustment of a superseded decision had settled.
  static Stream<Adjustment> settled(Part part) {
    return part.adjustments().stream().filter(part::settles);
  }

  /// Whether an adjustment says for good who does not owe an amount; a refusal does not.
  ///
  /// @param isCapitated whether the payer pays what it is about by a sum per member and month
  static boolean settles(Adjustment adjustment, boolean isCapitated) {
    return RemittancePoster.settles(adjustment, isCapitated)
        && !AdjustmentKind.isInterest(adjustment);
  }
}
