package org.cleanclaim.edits.coverage;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.cleanclaim.codesets.publication.RuleTables;

/// Medicare's contractors, their numbers and states, as the coverage database lists them.
final class Contractors {
  private static final String[] KEY = {"contractor_id", "contractor_type_id", "contractor_version"};

  /// Parts of a state, and states under an older abbreviation, in the database's list of states.
  private static final Map<String, String> STATE_OF =
      Map.of("DN", "NY", "QN", "NY", "UN", "NY", "CNMI", "MP");

  private final Map<String, String> numbers = new HashMap<>();
  private final Map<String, String> names = new HashMap<>();
  private final Map<String, Set<String>> states = new HashMap<>();
  private final Map<String, Set<String>> ofArticles = new HashMap<>();

  Contractors(RuleTables tables) {
    Rows.of(tables, "contractors")
        .each(row -> {
          numbers.put(row.key(KEY), row.get("contractor_number"));
          names.put(row.key(KEY), row.get("contractor_bus_name"));
        });
    var abbreviations = new HashMap<String, String>();
    Rows.of(tables, "states")
        .each(row -> abbreviations.put(row.get("state_id"), row.get("state_abbrev")));
    Rows.of(tables, "jurisdictions")
        .each(row -> {
          String state = abbreviations.get(row.get("state_id"));
          if (state == null || row.day("term_date") != null) return;
          states
              .computeIfAbsent(row.key(KEY), key -> new HashSet<>())
              .add(STATE_OF.getOrDefault(state, state));
        });
    Rows.of(tables, "article_contractors")
        .each(row ->
            ofArticles
                .computeIfAbsent(row.key("article_id", "article_version"), key -> new HashSet<>())
                .add(row.key(KEY)));
  }

  /// Where an article holds. One that names no contractor holds nowhere, as nothing says where.
  Scope scope(String article) {
    var scopeNumbers = new HashSet<String>();
    var scopeStates = new HashSet<String>();
    scopeNumbers.add("");
    for (String key : ofArticles.getOrDefault(article, Set.of())) {
      String number = numbers.get(key);
      if (number != null) scopeNumbers.add(number);
      scopeStates.addAll(states.getOrDefault(key, Set.of()));
    }
    return new Scope(scopeNumbers, scopeStates);
  }

  /// Who published an article, for people.
  String names(String article) {
    var all = new TreeSet<String>();
    for (String key : ofArticles.getOrDefault(article, Set.of())) {
      String name = names.get(key);
      if (name != null) all.add(name);
    }
    return all.isEmpty() ? "Medicare contractor" : String.join("; ", all);
  }
}
