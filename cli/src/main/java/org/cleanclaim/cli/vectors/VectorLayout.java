package org.cleanclaim.cli.vectors;

import java.util.List;
import tools.jackson.databind.JsonNode;

/// One form in which cases come, with the engine that answers them.
interface VectorLayout {

  /// What the cases are about: `NCCI edits`.
  String title();

  /// Whether a file whose first case this is has the form; judged by its fields, never by a name.
  boolean fits(JsonNode firstCase);

  /// Makes ready what all cases need.
  Engine open(VectorTables tables);

  /// Answers cases. What it throws fails the case, not the run.
  @FunctionalInterface
  interface Engine {
    Verdict run(JsonNode aCase);

    /// What is to be said when all cases have been run, beside how many passed.
    default List<String> notes() {
      return List.of();
    }
  }
}
