package org.cleanclaim.coding.query;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cleanclaim.coding.CodingEngine;
import org.cleanclaim.coding.Documentation;
import org.cleanclaim.coding.Mention;
import org.cleanclaim.coding.Suggestion;
import org.cleanclaim.kernel.Finding;

/// Finds conditions that the subject or the question of a query names though none of its indicators
/// does. The engine reads both as it reads notes and compares the categories of the codes that they
/// lead to; whether it would code them does not matter here.
public final class NamedConditions {
  private static final int CATEGORY = 3;

  private NamedConditions() {}

  /// @param visit a document of the encounter, for its setting, its day and the patient
  public static List<Finding> check(QueryText query, CodingEngine engine, Documentation visit) {
    Set<String> supported =
        query.indicators().stream()
            .flatMap(i -> categories(engine, visit, i.quote()).stream())
            .collect(Collectors.toSet());
    return Stream.of(new Field("Subject", query.subject()), new Field("Question", query.question()))
        .filter(field -> !supported.containsAll(categories(engine, visit, field.text())))
        .map(field -> QueryRule.NAME_UNSUPPORTED.at(field.name()))
        .toList();
  }

  private record Field(String name, String text) {}

  private static Set<String> categories(CodingEngine engine, Documentation visit, String text) {
    var proposal =
        engine.propose(
            new Documentation(
                visit.documentId(),
                text,
                visit.setting(),
                visit.servedOn(),
                visit.ageYears(),
                visit.sex()));
    return Stream.concat(
            proposal.suggestions().stream().map(Suggestion::code),
            proposal.notCoded().stream().map(Mention::code))
        .map(code -> code.substring(0, Math.min(CATEGORY, code.length())))
        .collect(Collectors.toSet());
  }
}
