package org.cleanclaim.edits;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.cleanclaim.kernel.Citation;
import org.cleanclaim.kernel.EffectivePeriod;
import org.cleanclaim.kernel.Layer;
import org.cleanclaim.kernel.Overriding;
import org.cleanclaim.kernel.RuleId;
import org.cleanclaim.kernel.Severity;
import org.cleanclaim.kernel.code.Carc;
import org.cleanclaim.kernel.code.Rarc;
import org.jspecify.annotations.Nullable;

/// What the catalog `rules.tsv` says of a rule.
record RuleRow(
    RuleId id,
    Layer layer,
    Severity severity,
    Overriding overriding,
    Citation source,
    @Nullable Carc expectedDenial,
    @Nullable Rarc expectedRemark,
    String intent) {
  private static final Map<String, RuleRow> ROWS = read();

  /// The row of a constant of [Rule].
  static RuleRow of(String rule) {
    return Objects.requireNonNull(ROWS.get(rule), rule);
  }

  /// All rows by their rule.
  static Map<String, RuleRow> all() {
    return ROWS;
  }

  private static Map<String, RuleRow> read() {
    InputStream file = Objects.requireNonNull(RuleRow.class.getResourceAsStream("rules.tsv"));
    try (var lines = new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))) {
      return lines
          .lines()
          .dropWhile(line -> line.startsWith("#"))
          .skip(1)
          .map(line -> line.split("\t", -1))
          .collect(Collectors.toUnmodifiableMap(cells -> cells[0], RuleRow::of));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static RuleRow of(String[] cells) {
    return new RuleRow(
        new RuleId(cells[1]),
        Layer.valueOf(cells[2]),
        Severity.valueOf(cells[3]),
        Overriding.valueOf(cells[4]),
        new Citation(cells[9], EffectivePeriod.from(LocalDate.parse(cells[5]))),
        cells[6].equals("-") ? null : new Carc(cells[6]),
        cells[7].equals("-") ? null : new Rarc(cells[7]),
        cells[8]);
  }
}
