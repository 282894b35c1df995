package org.cleanclaim.coding.procedure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.cleanclaim.coding.statement.WordPatterns;

/// An operation as surgeons name it, with the tables it leads to. It goes before the Index, whose
/// words it lacks or whose table it makes more exact.
///
/// @param words what names it, in any order
/// @param beginnings of codes; none when it is part of what else is done (Official Guidelines
///   B3.1b)
/// @param isAlternative whether only the beginning is meant whose body part the record names
/// @param bodyPart words of the body part that the name stands for, unless the record is more exact
/// @param values of characters that the name stands for: `Percutaneous`
record NamedOperation(
    List<Pattern> words,
    List<Pattern> unless,
    List<Pattern> context,
    List<String> beginnings,
    boolean isAlternative,
    Set<String> bodyPart,
    List<String> values) {
  private static final List<NamedOperation> ALL = read();

  /// Whether it is no procedure of its own.
  boolean isIntegral() {
    return beginnings.isEmpty();
  }

  /// The first of the table that the words of an operation name.
  static Optional<NamedOperation> of(Act act, OperativeText text) {
    String clause = act.clause().lower();
    return ALL.stream()
        .filter(one -> WordPatterns.allIn(one.words, clause))
        .filter(one -> !WordPatterns.anyIn(one.unless, clause))
        .filter(one ->
            WordPatterns.allIn(one.context, act.line().lower())
                || WordPatterns.allIn(one.context, text.description()))
        .findFirst();
  }

  /// One for each operation that the name stands for.
  List<Meant> meant(List<String> alsoValues) {
    var all = new ArrayList<>(values);
    all.addAll(alsoValues);
    if (isAlternative) return List.of(new Meant(beginnings, bodyPart, all));
    return beginnings.stream().map(b -> new Meant(List.of(b), bodyPart, all)).toList();
  }

  private static List<NamedOperation> read() {
    var table = Objects.requireNonNull(NamedOperation.class.getResourceAsStream("operations.txt"));
    return WordPatterns.rows(table).stream().map(NamedOperation::row).toList();
  }

  private static NamedOperation row(String[] columns) {
    String beginnings = columns[3].strip();
    return new NamedOperation(
        WordPatterns.of(columns[0], "\\+"),
        WordPatterns.of(columns[1], ","),
        WordPatterns.of(columns[2], ","),
        beginnings.equals("-") ? List.of() : parts(beginnings, "\\+|\\bor\\b"),
        beginnings.contains(" or "),
        ProcedureTerms.words(columns[4]),
        parts(columns[5], ";"));
  }

  private static List<String> parts(String column, String separator) {
    Stream<String> parts = Arrays.stream(column.split(separator)).map(String::strip);
    return new ArrayList<>(parts.filter(part -> !part.isEmpty()).toList());
  }
}
