package org.cleanclaim.edits;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.cleanclaim.kernel.code.ProcedureCode;
import org.jspecify.annotations.Nullable;

/// The facts of the National Correct Coding Initiative: pairs of codes and units of a day. Code
/// numbers only.
public final class NcciTables {

  /// @param part the code that is part of `whole` on one day by one provider
  public record Pair(ProcedureCode whole, ProcedureCode part) {}

  /// @param perDay false counts each line alone (MAI 1), true all lines of the day (MAI 2 and 3)
  public record UnitLimit(BigDecimal units, boolean perDay) {}

  private final Map<Pair, Boolean> pairs;
  private final Map<ProcedureCode, UnitLimit> limits;

  /// @param pairs for each pair whether a modifier may set it aside
  public NcciTables(Map<Pair, Boolean> pairs, Map<ProcedureCode, UnitLimit> limits) {
    this.pairs = Map.copyOf(pairs);
    this.limits = Map.copyOf(limits);
  }

  /// A selection for everyday practice, until the official tables are installed.
  public static NcciTables starter() {
    var pairs = new HashMap<Pair, Boolean>();
    each(
        "ptp.tsv",
        c ->
            pairs.put(
                new Pair(new ProcedureCode(c[0]), new ProcedureCode(c[1])), c[2].equals("1")));
    var limits = new HashMap<ProcedureCode, UnitLimit>();
    each(
        "mue.tsv",
        c ->
            limits.put(
                new ProcedureCode(c[0]), new UnitLimit(new BigDecimal(c[1]), !c[2].equals("1"))));
    return new NcciTables(pairs, limits);
  }

  /// Whether a modifier may set the pair aside; null when the codes are no pair.
  @Nullable Boolean pair(ProcedureCode whole, ProcedureCode part) {
    return pairs.get(new Pair(whole, part));
  }

  @Nullable UnitLimit limit(ProcedureCode procedure) {
    return limits.get(procedure);
  }

  private static void each(String name, java.util.function.Consumer<String[]> row) {
    try (InputStream stream = NcciTables.class.getResourceAsStream(name)) {
      if (stream == null) throw new IllegalStateException("missing table " + name);
      var lines = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8));
      boolean isHeader = true;
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (line.startsWith("#")) continue;
        if (!isHeader) row.accept(line.split("\t", -1));
        isHeader = false;
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
