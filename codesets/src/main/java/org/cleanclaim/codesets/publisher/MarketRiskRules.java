package org.cleanclaim.codesets.publisher;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The definitions of the HHS-HCC workbook (tables 5 to 8): what makes each variable of a model 1.
/// They stand there as statements of the published algorithm; an engine reads them.
final class MarketRiskRules {
  private static final Pattern STATEMENT =
      Pattern.compile("IF [A-Z0-9_ =<>()]+ THEN (DO ?; ?)?([A-Z0-9_]+ ?= ?\\d+ ?; ?)+(END ?; ?)?");
  private static final Pattern COST_SHARING =
      Pattern.compile(
          "(?:ELSE )?IF CSR_INDICATOR = (\\d+) THEN CSR_ADJUSTED_SCORE_([A-Z]+)_([A-Z]+) ="
              + " SCORE_[A-Z_]+ X (\\d\\.\\d+) ?; ?");
  private static final Pattern TARGET = Pattern.compile("(?:THEN|DO ?;|;) ?([A-Z0-9_]+) ?= ?\\d");
  private static final Pattern AGE_AND_SEX = Pattern.compile("(Male|Female), (.*)");

  private MarketRiskRules() {}

  /// Statements in their order, which counts, each with its model and the variable that it defines.
  /// What drugs make is left out, since the tables of drugs say it; sums of scores too.
  static List<List<String>> definitions(List<Row> rows) throws DamagedFile {
    MarketRiskFacts.Heading heading = MarketRiskFacts.heading(rows, "model");
    int column = heading.last(name -> name.equals("definition"));
    var definitions = new ArrayList<List<String>>();
    String model = "";
    String variable = "";
    for (Row row : heading.below()) {
      if (row.cell(0).matches("Adult|Child|Infant")) model = row.cell(0);
      if (!row.cell(1).isEmpty()) variable = row.cell(1).toUpperCase(Locale.ROOT);
      String statement = Xml.collapse(row.cell(column)).toUpperCase(Locale.ROOT);
      if (!statement.startsWith("IF ") || statement.startsWith("IF ANY OF THE ")) continue;
      if (COST_SHARING.matcher(statement).matches()) continue;
      if (!STATEMENT.matcher(statement).matches()) {
        throw row.damage("The definition of %s cannot be read.".formatted(variable));
      }
      definitions.add(List.of(model, variable, statement));
    }
    return definitions;
  }

  /// Refuses definitions that speak of a variable which neither a table nor an earlier definition
  /// makes: it would stay 0 and nobody would see it.
  static void check(List<List<String>> definitions, Set<String> categories, List<List<String>> ages)
      throws DamagedFile {
    var known = new HashSet<>(categories);
    known.addAll(List.of("AGE_LAST", "ENROLDURATION"));
    for (List<String> age : ages) known.add(age.get(1));
    for (List<String> definition : definitions) {
      Matcher target = TARGET.matcher(definition.get(2));
      while (target.find()) known.add(target.group(1));
    }
    for (List<String> definition : definitions) {
      String condition = definition.get(2).split(" THEN ", -1)[0].substring("IF ".length());
      for (String word : condition.split("[^A-Z0-9_]+", -1)) {
        if (word.isEmpty() || word.matches("\\d+|AND|OR") || known.contains(word)) continue;
        throw new DamagedFile(
            1,
            "The definition of %s speaks of %s, which no table makes."
                .formatted(definition.get(1), word));
      }
    }
  }

  /// By what the score of a member with reduced cost sharing is multiplied.
  static List<List<String>> costSharing(List<Row> rows) throws DamagedFile {
    int column = MarketRiskFacts.heading(rows, "model").last(name -> name.equals("definition"));
    var factors = new ArrayList<List<String>>();
    for (Row row : rows) {
      Matcher line = COST_SHARING.matcher(Xml.collapse(row.cell(column)).toUpperCase(Locale.ROOT));
      if (!line.matches()) continue;
      factors.add(List.of(line.group(2), line.group(1), line.group(3), line.group(4)));
    }
    return factors;
  }

  /// The variables of age and sex that the score counts.
  static List<List<String>> ages(List<Row> rows) throws DamagedFile {
    MarketRiskFacts.Heading heading = MarketRiskFacts.heading(rows, "model");
    int used = heading.last(name -> name.startsWith("variable used"));
    int column = heading.last(name -> name.equals("definition"));
    var ages = new ArrayList<List<String>>();
    for (Row row : heading.below()) {
      if (!row.cell(used).equalsIgnoreCase("yes")) continue;
      Matcher definition = AGE_AND_SEX.matcher(Xml.collapse(row.cell(column)));
      if (!definition.matches()) {
        throw row.damage("\"%s\" is no age and sex.".formatted(row.cell(column)));
      }
      var cells = new ArrayList<String>();
      cells.add(row.cell(0));
      cells.add(row.cell(1).toUpperCase(Locale.ROOT));
      cells.add(definition.group(1).substring(0, 1));
      cells.addAll(MarketRiskFacts.ages(row, definition.group(2)));
      ages.add(cells);
    }
    return ages;
  }
}
