package org.cleanclaim.pricing.asc;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Prices the claim of an ambulatory surgical center for one day. Sources: 42 CFR 416.160 to
/// 416.179; CMS Claims Processing Manual, chapter 14.
public final class SurgeryPricer {
  private static final BigDecimal NATIONAL = BigDecimal.ONE;

  private final SurgeryTables tables;

  public SurgeryPricer(SurgeryTables tables) {
    this.tables = tables;
  }

  /// Prices all lines of a day; the answers come in the lines' order.
  ///
  /// @param area CBSA of the center, or the state's two digits where it is rural. An unknown area
  ///   is priced by the index 1 and each line that wages would change says so.
  public List<SurgeryPrice> price(LocalDate day, String area, List<SurgeryLine> lines) {
    var prices = new ArrayList<SurgeryPrice>();
    var drafts = new ArrayList<SurgeryDraft>();
    var devices = new ArrayList<>(lines.stream().map(SurgeryLine::code).toList());
    for (SurgeryLine line : lines) {
      switch (SurgeryChecks.of(line, tables.rate(line.code()))) {
        case SurgeryChecks.Settled settled -> prices.add(settled.price());
        case SurgeryChecks.Payable payable -> drafts.add(draft(line, payable, area, devices, day));
      }
    }
    if (drafts.stream().anyMatch(SurgeryDraft::isProcedure)) {
      rank(drafts);
      drafts.forEach(draft -> prices.add(draft.price()));
    } else {
      drafts.forEach(draft -> prices.add(SurgeryChecks.withoutProcedure(draft.number())));
    }
    prices.sort(Comparator.comparingInt(SurgeryPrice::number));
    return List.copyOf(prices);
  }

  /// @param devices codes of the claim; a device that has lowered one procedure lowers no other
  private SurgeryDraft draft(
      SurgeryLine line,
      SurgeryChecks.Payable payable,
      String area,
      List<String> devices,
      LocalDate day) {
    var draft = new SurgeryDraft(line, payable.rate(), payable.units());
    var index = tables.wageIndex(area);
    if (index.isEmpty() && payable.rate().followsWages()) {
      draft.note(
          SurgeryFindings.warning(
              line.number(),
              "facility",
              "The wage index of the area \"%s\" is not in the tables; 1 was taken."
                  .formatted(area),
              "State the center's CBSA, or install the wage index of the year."));
    }
    if (payable.units() < line.units()) {
      draft.note(SurgeryChecks.excess(line, payable.units()));
    }
    draft.lessDevice().atWages(index.orElse(NATIONAL));
    tables
        .pair(line.code(), devices, day)
        .ifPresent(pair -> {
          devices.remove(pair.device());
          draft.beside(pair);
        });
    return draft.asFarAsDone().upToCharge();
  }

  private static void rank(List<SurgeryDraft> drafts) {
    List<SurgeryDraft> ranked =
        drafts.stream().filter(SurgeryDraft::isRanked).sorted(SurgeryDraft::dearerFirst).toList();
    if (ranked.isEmpty()) return;
    ranked.getFirst().first();
    ranked.stream().skip(1).forEach(SurgeryDraft::behindOthers);
  }
}
