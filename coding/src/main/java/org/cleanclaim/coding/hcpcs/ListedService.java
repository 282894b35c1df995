package org.cleanclaim.coding.hcpcs;

import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.cleanclaim.coding.statement.WordPatterns;

/// A service or supply with the words that name it; its code counts only where the installed table
/// has it.
///
/// @param named what a statement has to say, in any order
/// @param unless what a statement must not say
/// @param needs what the note has to say somewhere, as present; null for nothing
/// @param against what the note must not say; null for nothing
/// @param source of the rule, or what else has to be looked at
record ListedService(
    String code,
    List<Pattern> named,
    List<Pattern> unless,
    List<Pattern> needs,
    List<Pattern> against,
    String source) {
  private static final List<ListedService> ALL = read();

  static List<ListedService> all() {
    return ALL;
  }

  private static List<ListedService> read() {
    var table = Objects.requireNonNull(ListedService.class.getResourceAsStream("services.txt"));
    return WordPatterns.rows(table).stream()
        .map(columns ->
            new ListedService(
                columns[0].strip(),
                WordPatterns.of(columns[1], "\\+"),
                WordPatterns.of(columns[2], ","),
                WordPatterns.of(columns[3], ","),
                WordPatterns.of(columns[4], ","),
                columns[5].strip()))
        .toList();
  }
}
