package org.cleanclaim.pricing.inpatient;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/// A technology that is paid beside the DRG while it is new. Source: 42 CFR 412.87 and 412.88.
///
/// @param most that is added
/// @param part of the costs beyond the payment that is added
/// @param groups of ICD-10-PCS codes; one of each has to be on the bill
record NewTechnology(String name, BigDecimal most, BigDecimal part, List<List<String>> groups) {

  /// The technologies of a fiscal year, out of the list that comes with the program.
  static List<NewTechnology> ofYear(int fiscalYear) {
    String file = "new-technologies-fy%d.csv".formatted(fiscalYear);
    try (InputStream in = Objects.requireNonNull(NewTechnology.class.getResourceAsStream(file));
        var lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      return lines.lines().filter(line -> !line.startsWith("#")).map(NewTechnology::of).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static NewTechnology of(String line) {
    String[] cells = line.split(",", -1);
    return new NewTechnology(
        cells[0],
        new BigDecimal(cells[1]),
        new BigDecimal(cells[2]),
        Arrays.stream(cells[3].split(" \\+ ", -1))
            .map(group -> List.of(group.split(" ", -1)))
            .toList());
  }

  boolean isOn(Discharge discharge) {
    return groups.stream()
        .allMatch(group -> group.stream().anyMatch(discharge.procedures()::contains));
  }
}
