package org.cleanclaim.grouping.msdrg;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// Reads a formula of the tables. `~` binds closest, then `&`, then `|`.
final class FormulaParser {
  private static final Pattern TOKEN = Pattern.compile("[&|~()]|[^\\s&|~()]+");
  private final List<String> tokens;
  private final CodeLists diagnoses;
  private final CodeLists procedures;
  private int at;

  private FormulaParser(List<String> tokens, CodeLists diagnoses, CodeLists procedures) {
    this.tokens = tokens;
    this.diagnoses = diagnoses;
    this.procedures = procedures;
  }

  /// @throws IllegalArgumentException when the text is no formula
  static Formula parse(String text, CodeLists diagnoses, CodeLists procedures) {
    List<String> tokens = TOKEN.matcher(text).results().map(m -> m.group()).toList();
    var parser = new FormulaParser(tokens, diagnoses, procedures);
    Formula formula = parser.any();
    if (parser.at < tokens.size()) throw parser.wrong();
    return formula;
  }

  private Formula any() {
    var parts = new ArrayList<Formula>();
    parts.add(all());
    while (isNext("|")) parts.add(all());
    return parts.size() == 1 ? parts.getFirst() : new Formula.Any(List.copyOf(parts));
  }

  private Formula all() {
    var parts = new ArrayList<Formula>();
    parts.add(single());
    while (isNext("&")) parts.add(single());
    return parts.size() == 1 ? parts.getFirst() : new Formula.All(List.copyOf(parts));
  }

  private Formula single() {
    if (isNext("~")) return new Formula.Not(single());
    if (isNext("(")) {
      Formula inner = any();
      if (!isNext(")")) throw wrong();
      return inner;
    }
    if (at >= tokens.size() || "&|)".contains(tokens.get(at))) throw wrong();
    return term(tokens.get(at++));
  }

  private Formula term(String name) {
    int colon = name.indexOf(':');
    if (colon > 0) {
      int list = diagnoses.number(name.substring(colon + 1));
      return switch (name.substring(0, colon)) {
        case "PDX" -> new Formula.Principal(list);
        case "SDX" -> new Formula.Secondary(list);
        case "ANY" -> new Formula.Either(list);
        case "ONLY" -> new Formula.Only(list);
        default -> throw new IllegalArgumentException("unknown term " + name);
      };
    }
    Optional<Term> term = Term.named(name);
    if (term.isPresent()) return new Formula.Computed(term.get());
    return new Formula.Procedure(procedures.number(name));
  }

  private boolean isNext(String token) {
    if (at >= tokens.size() || !tokens.get(at).equals(token)) return false;
    at++;
    return true;
  }

  private IllegalArgumentException wrong() {
    return new IllegalArgumentException("no formula: " + String.join(" ", tokens));
  }
}
