package org.cleanclaim.pricing.physician;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.cleanclaim.kernel.Money;

/// Prices the professional services that one patient had of one practice on one day.
public final class PhysicianPricer {
  private final PhysicianTables tables;

  public PhysicianPricer(PhysicianTables tables) {
    this.tables = tables;
  }

  /// Prices all lines of the day together; a line's place in the result is its place in the list.
  public List<LinePrice> price(
      List<ServiceLine> lines,
      Locality locality,
      Practitioner practitioner,
      Participation participation) {
    var indices = tables.indices(locality);
    var results = new HashMap<ServiceLine, LinePrice>();
    var drafts = new ArrayList<Draft>();
    for (ServiceLine line : lines) {
      if (indices.isEmpty()) {
        results.put(
            line,
            Refusal.of(
                line,
                "Locality",
                "There are no cost indices of the locality %s.".formatted(locality),
                "State a locality of the installed table, or install the table of the year."));
        continue;
      }
      switch (Draft.of(tables, indices.get(), line)) {
        case Draft.Made made -> drafts.add(made.draft());
        case Draft.Not not -> results.put(line, not.refusal());
      }
    }
    new DayReductions(tables).apply(drafts);
    for (Draft draft : drafts) {
      results.put(draft.line(), draft.finished(practitioner, participation));
    }
    return inOrder(lines, results);
  }

  private static List<LinePrice> inOrder(
      List<ServiceLine> lines, Map<ServiceLine, LinePrice> results) {
    var ordered = new ArrayList<LinePrice>(lines.size());
    for (ServiceLine line : lines) {
      LinePrice price = results.get(line);
      if (price != null) ordered.add(price);
    }
    return List.copyOf(ordered);
  }

  /// The amounts that are known, added up.
  public static Money total(List<LinePrice> prices) {
    Money total = Money.ZERO;
    for (LinePrice price : prices) {
      if (price instanceof LinePrice.Priced priced) total = total.plus(priced.allowed());
    }
    return total;
  }
}
