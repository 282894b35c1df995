package org.cleanclaim.app.encoder;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.cleanclaim.app.chart.Charts;
import org.cleanclaim.app.contract.FeeSchedules;
import org.cleanclaim.codesets.change.CodeUse;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Everywhere a practice has written codes down, for the radar of new editions.
@Component
@Transactional(readOnly = true)
public class CodeUses {
  private final Favorites favorites;
  private final SharedSets sets;
  private final FeeSchedules fees;
  private final Charts charts;

  CodeUses(Favorites favorites, SharedSets sets, FeeSchedules fees, Charts charts) {
    this.favorites = favorites;
    this.sets = sets;
    this.fees = fees;
    this.charts = charts;
  }

  /// The uses that matter on a day and after it: favorites, shared sets, prices in force then, and
  /// charts of service from that day on that are not final.
  public List<CodeUse> from(LocalDate day) {
    var uses = new ArrayList<CodeUse>();
    for (var kept : favorites.ofEverybody()) {
      uses.add(new CodeUse(kept.system(), kept.code(), "Favorites of " + kept.userName()));
    }
    for (var set : sets.list()) {
      for (var code : set.codes()) {
        uses.add(new CodeUse(code.system(), code.code(), "Shared set " + set.name()));
      }
    }
    for (var priced : fees.priced(day)) {
      var procedure = priced.procedure();
      uses.add(
          new CodeUse(procedure.system(), procedure.value(), "Fee schedule " + priced.schedule()));
    }
    for (var open : charts.openCodes(day)) {
      uses.add(new CodeUse(open.system(), open.code(), "Open chart " + open.visitNumber()));
    }
    return uses;
  }
}
