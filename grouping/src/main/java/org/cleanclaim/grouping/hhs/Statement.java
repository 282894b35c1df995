package org.cleanclaim.grouping.hhs;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A definition of the published algorithm: `IF HHS_HCC019 = 1 THEN DO; HHS_HCC019 = 0; G01 = 1;
/// END;`.
///
/// @param assignments what is set, in this order
record Statement(Condition condition, List<Assignment> assignments) {
  private static final Pattern TOKEN = Pattern.compile("[A-Z0-9_]+|<=|>=|[<>=();]");

  Statement {
    assignments = List.copyOf(assignments);
  }

  record Assignment(int variable, int value) {}

  void run(int[] values) {
    if (!condition.holds(values)) return;
    for (Assignment assignment : assignments) values[assignment.variable()] = assignment.value();
  }

  static Statement of(String text, Variables variables) {
    var tokens = new ArrayList<String>();
    Matcher token = TOKEN.matcher(text);
    while (token.find()) tokens.add(token.group());
    return new Reader(tokens, variables).statement();
  }

  /// Reads the words of one statement from the left.
  private static final class Reader {
    private final List<String> tokens;
    private final Variables variables;
    private int at;

    Reader(List<String> tokens, Variables variables) {
      this.tokens = tokens;
      this.variables = variables;
    }

    Statement statement() {
      expect("IF");
      Condition condition = any();
      expect("THEN");
      var assignments = new ArrayList<Assignment>();
      while (at < tokens.size()) {
        String word = tokens.get(at++);
        if (word.equals("DO") || word.equals("END") || word.equals(";")) continue;
        expect("=");
        assignments.add(new Assignment(variables.place(word), number()));
      }
      return new Statement(condition, assignments);
    }

    private Condition any() {
      var parts = new ArrayList<Condition>();
      parts.add(all());
      while (takes("OR")) parts.add(all());
      return parts.size() == 1 ? parts.getFirst() : new Condition.Any(parts);
    }

    private Condition all() {
      var parts = new ArrayList<Condition>();
      parts.add(comparison());
      while (takes("AND")) parts.add(comparison());
      return parts.size() == 1 ? parts.getFirst() : new Condition.All(parts);
    }

    private Condition comparison() {
      if (takes("(")) {
        Condition inner = any();
        expect(")");
        return inner;
      }
      int variable = variables.place(next());
      return new Condition.Comparison(variable, Condition.Relation.of(next()), number());
    }

    private int number() {
      return Integer.parseInt(next());
    }

    private String next() {
      if (at == tokens.size()) throw new IllegalArgumentException("ends early: " + tokens);
      return tokens.get(at++);
    }

    private boolean takes(String word) {
      boolean isNext = at < tokens.size() && tokens.get(at).equals(word);
      if (isNext) at++;
      return isNext;
    }

    private void expect(String word) {
      if (!takes(word)) throw new IllegalArgumentException(word + " expected: " + tokens);
    }
  }
}
