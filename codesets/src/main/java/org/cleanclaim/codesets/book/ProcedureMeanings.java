package org.cleanclaim.codesets.book;

import java.util.HashMap;
import java.util.Map;
import org.cleanclaim.codesets.publication.Definitions;
import org.cleanclaim.codesets.publication.Definitions.Definition;
import org.cleanclaim.codesets.publication.ProcedureTables.Choice;

/// The definitions by section, axis and value.
final class ProcedureMeanings {
  private record Key(char section, String axis, String term) {}

  private final Map<Key, String> texts = new HashMap<>();

  ProcedureMeanings(Definitions definitions) {
    for (Definition definition : definitions.definitions()) {
      String text = definition.definition();
      if (text.isEmpty()) text = String.join("; ", definition.includes());
      texts.put(key(definition.section(), definition.axis(), definition.term()), text);
    }
  }

  private static Key key(char section, String axis, String term) {
    return new Key(section, Words.plain(axis), Words.plain(term));
  }

  /// What the choice means in the section, or empty.
  String of(char section, Choice choice) {
    return texts.getOrDefault(key(section, choice.axis(), choice.meaning()), "");
  }
}
