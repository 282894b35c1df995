package org.cleanclaim.edits.ncci;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.cleanclaim.codesets.publication.CodePairs;

/// Answers single questions from the tables: what is known of some codes on a day.
public final class NcciLookup {
  private final NcciTables tables;

  public NcciLookup(NcciTables tables) {
    this.tables = tables;
  }

  /// A pair with the table that holds it.
  ///
  /// @param isInForce whether it applies on the day that was asked for
  public record PairFact(CodePairs.Pair pair, boolean isInForce, String table) {}

  /// A unit limit with the table that holds it.
  public record LimitFact(String code, UnitLimit limit, String table) {}

  /// An add-on code with the table that holds it.
  public record AddOnFact(String code, AddOn addOn, String table) {}

  /// All pairs that the codes make with one another, whenever they hold.
  public List<PairFact> pairs(ServiceKind kind, List<String> codes, LocalDate day) {
    var edition = tables.pairs(kind);
    if (edition.isEmpty()) return List.of();
    PairTable table = edition.get().table().get();
    var facts = new ArrayList<PairFact>();
    for (String first : codes) {
      for (String second : codes) {
        if (first.equals(second)) continue;
        for (CodePairs.Pair pair : table.history(first, second)) {
          facts.add(new PairFact(pair, isInForce(pair, day), edition.get().name()));
        }
      }
    }
    return facts;
  }

  /// A row whose first day is its last was withdrawn; one with indicator 9 never applies.
  private static boolean isInForce(CodePairs.Pair pair, LocalDate day) {
    LocalDate from = pair.from();
    LocalDate until = pair.until();
    return pair.indicator() != 9
        && (from == null || !from.isAfter(day))
        && (until == null || !until.isBefore(day))
        && (from == null || !from.equals(until));
  }

  /// The unit limit of a code on a day.
  public Optional<LimitFact> limit(ServiceKind kind, String code, LocalDate day) {
    return tables
        .limits(kind, day)
        .flatMap(edition ->
            edition
                .table()
                .get()
                .limit(code)
                .map(limit -> new LimitFact(code, limit, edition.name())));
  }

  /// What is known of a code as an add-on on a day.
  public Optional<AddOnFact> addOn(String code, LocalDate day) {
    return tables
        .addOns(day)
        .flatMap(edition ->
            edition
                .table()
                .get()
                .addOn(code)
                .map(addOn -> new AddOnFact(code, addOn, edition.name())));
  }
}
