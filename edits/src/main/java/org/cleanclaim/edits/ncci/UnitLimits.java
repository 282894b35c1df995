package org.cleanclaim.edits.ncci;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cleanclaim.codesets.publication.RuleTables;

/// The unit limits of one quarter. A code without limit is not limited: some limits are
/// confidential.
public record UnitLimits(Map<String, UnitLimit> byCode) {
  public UnitLimits {
    byCode = Map.copyOf(byCode);
  }

  /// Reads the publisher's table.
  static UnitLimits of(RuleTables tables) {
    var table = tables.table("limits");
    int code = table.column("code");
    int units = table.column("units");
    int indicator = table.column("mai");
    int reason = table.column("rationale");
    var byCode = HashMap.<String, UnitLimit>newHashMap(table.rows().size());
    for (List<String> row : table.rows()) {
      byCode.put(
          row.get(code),
          new UnitLimit(
              new BigDecimal(row.get(units)),
              UnitLimit.Indicator.of(Integer.parseInt(row.get(indicator))),
              row.get(reason)));
    }
    return new UnitLimits(byCode);
  }

  /// The limit of a code.
  public Optional<UnitLimit> limit(String code) {
    return Optional.ofNullable(byCode.get(code));
  }
}
