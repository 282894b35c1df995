package org.cleanclaim.codesets.store;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Where the publishers offer their files.
public final class OfficialFiles {
  private static final List<Offer> OFFERS = read();

  private record Offer(String set, String page, String address) {}

  private OfficialFiles() {}

  /// The sets that can be fetched: `icd10cm`.
  public static List<String> sets() {
    return OFFERS.stream().map(Offer::set).distinct().toList();
  }

  /// The ICD-10 fiscal year that a day lies in; it begins on October 1 of the year before.
  public static int fiscalYear(LocalDate day) {
    return day.getYear() + (day.getMonthValue() >= 10 ? 1 : 0);
  }

  /// The addresses of a set's files for the day's edition.
  ///
  /// @param mirror takes the place of the publisher's host and folder; null for the publisher's own
  /// @return empty when there is no such set
  public static Optional<List<String>> addresses(
      String set, LocalDate day, @Nullable String mirror) {
    List<String> addresses =
        OFFERS.stream()
            .filter(offer -> offer.set().equalsIgnoreCase(set))
            .map(offer -> address(offer.address(), day, mirror))
            .toList();
    return addresses.isEmpty() ? Optional.empty() : Optional.of(addresses);
  }

  /// The page where a person finds what an address no longer gives.
  public static Optional<String> page(String address) {
    String file = address.substring(address.lastIndexOf('/') + 1);
    return OFFERS.stream()
        .filter(offer -> file.matches(pattern(offer.address())))
        .map(Offer::page)
        .findFirst();
  }

  private static String address(String pattern, LocalDate day, @Nullable String mirror) {
    boolean isQuarterly = pattern.contains("{month}");
    String month =
        day.withMonth((day.getMonthValue() - 1) / 3 * 3 + 1)
            .getMonth()
            .getDisplayName(TextStyle.FULL, Locale.US)
            .toLowerCase(Locale.US);
    String address =
        pattern
            .replace("{year}", Integer.toString(isQuarterly ? day.getYear() : fiscalYear(day)))
            .replace("{month}", month);
    return mirror == null
        ? address
        : mirror.replaceFirst("/+$", "") + address.substring(address.lastIndexOf('/'));
  }

  private static String pattern(String address) {
    return address
        .substring(address.lastIndexOf('/') + 1)
        .replace(".", "\\.")
        .replace("{year}", "\\d{4}")
        .replace("{month}", "[a-z]+");
  }

  private static List<Offer> read() {
    var stream = Objects.requireNonNull(OfficialFiles.class.getResourceAsStream("official.tsv"));
    try (var lines = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
      var offers = new ArrayList<Offer>();
      lines
          .lines()
          .filter(line -> !line.startsWith("#"))
          .skip(1)
          .map(line -> line.split("\t", -1))
          .forEach(cells -> offers.add(new Offer(cells[0], cells[1], cells[2])));
      return List.copyOf(offers);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
