package org.cleanclaim.edits.ncci;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Objects;
import java.util.function.Consumer;
import org.cleanclaim.codesets.publication.CodePairs;

/// The built-in selection: code numbers only. It is read when first asked for.
final class StarterTables {
  private StarterTables() {}

  private static final class Pairs {
    static final PairTable TABLE = readPairs();
  }

  private static final class Limits {
    static final UnitLimits TABLE = readLimits();
  }

  static PairTable pairs() {
    return Pairs.TABLE;
  }

  static UnitLimits limits() {
    return Limits.TABLE;
  }

  private static PairTable readPairs() {
    var pairs = new CodePairs.Builder();
    each(
        "ptp.tsv",
        c ->
            pairs.add(
                c[0], c[1], CodePairs.OPEN, CodePairs.OPEN, Integer.parseInt(c[2]), "starter"));
    return new PairTable(pairs.build());
  }

  private static UnitLimits readLimits() {
    var limits = new HashMap<String, UnitLimit>();
    each(
        "mue.tsv",
        c ->
            limits.put(
                c[0],
                new UnitLimit(
                    new BigDecimal(c[1]),
                    UnitLimit.Indicator.of(Integer.parseInt(c[2])),
                    "starter")));
    return new UnitLimits(limits);
  }

  private static void each(String name, Consumer<String[]> row) {
    try (InputStream stream =
        Objects.requireNonNull(StarterTables.class.getResourceAsStream(name), name)) {
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
