package org.cleanclaim.edits.ncci;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.cleanclaim.edits.ncci.NcciLookup.AddOnFact;
import org.cleanclaim.edits.ncci.NcciLookup.LimitFact;
import org.cleanclaim.edits.ncci.NcciLookup.PairFact;

/// All that the tables say to a few codes on one day, with the verdict on each line.
///
/// @param pairs those that the codes make with one another, whenever they hold
/// @param limits unit limits of the codes
/// @param addOns what is known of the codes as add-ons
/// @param verdicts a sentence for each line, in their order
/// @param denials what the verdicts come from
public record NcciAnswer(
    LocalDate day,
    ServiceKind kind,
    List<PairFact> pairs,
    List<LimitFact> limits,
    List<AddOnFact> addOns,
    List<String> verdicts,
    List<NcciDenial> denials) {
  public NcciAnswer {
    pairs = List.copyOf(pairs);
    limits = List.copyOf(limits);
    addOns = List.copyOf(addOns);
    verdicts = List.copyOf(verdicts);
    denials = List.copyOf(denials);
  }

  /// Asks the tables.
  public static NcciAnswer of(
      NcciTables tables, ServiceKind kind, List<NcciLine> lines, LocalDate day) {
    var lookup = new NcciLookup(tables);
    var codes = lines.stream().map(NcciLine::code).distinct().toList();
    var denials = new NcciEditor(tables).judge(kind, lines);
    return new NcciAnswer(
        day,
        kind,
        lookup.pairs(kind, codes, day),
        codes.stream().flatMap(c -> lookup.limit(kind, c, day).stream()).toList(),
        codes.stream().flatMap(c -> lookup.addOn(c, day).stream()).toList(),
        verdicts(lines, denials),
        denials);
  }

  private static List<String> verdicts(List<NcciLine> lines, List<NcciDenial> denials) {
    var verdicts = new ArrayList<String>();
    for (int i = 0; i < lines.size(); i++) {
      String code = lines.get(i).code();
      boolean isPaid = true;
      for (NcciDenial denial : denials) {
        if (denial.line() != i) continue;
        isPaid = false;
        verdicts.add(
            switch (denial) {
              case NcciDenial.Bundled bundled ->
                  "Denied %s: part of %s.".formatted(code, bundled.pair().first());
              case NcciDenial.TooManyUnits many ->
                  "Denied %s: %s units, %s are paid."
                      .formatted(
                          code, many.units().toPlainString(), many.limit().units().toPlainString());
              case NcciDenial.WithoutPrimary _ ->
                  "Denied %s: its primary procedure is missing or not paid.".formatted(code);
            });
      }
      if (isPaid) verdicts.add("Stands %s.".formatted(code));
    }
    return verdicts;
  }
}
