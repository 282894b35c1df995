package org.cleanclaim.app.pricing;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.cleanclaim.kernel.Finding;
import org.cleanclaim.kernel.Money;
import org.cleanclaim.pricing.PriceStep;
import org.jspecify.annotations.Nullable;

/// A line of a claim, or a whole stay, with its price or with why it has none.
///
/// @param line on the claim; 0 for a whole stay
/// @param schedule by which it was priced: `physician fees`
/// @param amount null where there is no price
/// @param words what is to be said of it: packaged, notes, the reason and remedy
public record PricedItem(
    String claim,
    int line,
    String code,
    String schedule,
    @Nullable Money amount,
    boolean isPackaged,
    List<PriceStep> steps,
    List<String> words) {
  public PricedItem {
    steps = List.copyOf(steps);
    words = List.copyOf(words);
  }

  static PricedItem priced(
      Bill bill,
      Bill.Item item,
      String schedule,
      Money amount,
      List<PriceStep> steps,
      List<String> notes) {
    return new PricedItem(
        bill.id(), item.number(), item.code(), schedule, amount, false, steps, notes);
  }

  static PricedItem packaged(Bill bill, Bill.Item item, String schedule, String why) {
    return new PricedItem(
        bill.id(), item.number(), item.code(), schedule, null, true, List.of(), List.of(why));
  }

  static PricedItem refused(Bill bill, Bill.Item item, String schedule, Finding finding) {
    return refused(bill, item, schedule, finding.message(), finding.remedy());
  }

  static PricedItem refused(
      Bill bill, Bill.Item item, String schedule, String message, String remedy) {
    return new PricedItem(
        bill.id(),
        item.number(),
        item.code(),
        schedule,
        null,
        false,
        List.of(),
        List.of(message, remedy));
  }

  static PricedItem refused(String claim, String schedule, String message, String remedy) {
    return new PricedItem(claim, 0, "", schedule, null, false, List.of(), List.of(message, remedy));
  }

  /// Neither priced nor packaged.
  public boolean isRefused() {
    return amount == null && !isPackaged;
  }

  /// As commands print it with `--json`.
  public Map<String, Object> json() {
    var map = new LinkedHashMap<String, Object>();
    map.put("claim", claim);
    if (line > 0) map.put("line", line);
    if (!code.isEmpty()) map.put("code", code);
    map.put("schedule", schedule);
    if (amount != null) map.put("amount", amount.toString());
    if (isPackaged) map.put("packaged", true);
    var written = new ArrayList<>();
    for (PriceStep step : steps) {
      written.add(
          Map.of("text", step.text(), "amount", step.amount().toString(), "source", step.source()));
    }
    if (!steps.isEmpty()) map.put("steps", written);
    if (!words.isEmpty()) map.put("notes", words);
    return map;
  }
}
