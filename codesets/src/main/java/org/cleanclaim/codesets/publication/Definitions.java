package org.cleanclaim.codesets.publication;

import java.util.List;

/// What the values of ICD-10-PCS mean: definitions, explanations and what is included.
public record Definitions(List<Definition> definitions) implements Content {
  public Definitions {
    definitions = List.copyOf(definitions);
  }

  @Override
  public int size() {
    return definitions.size();
  }

  /// A value's meaning.
  ///
  /// @param section the first character of the codes it is for
  /// @param axis the name of the character: `Operation`, `Approach`
  /// @param term the value's label: `Bypass`
  /// @param explanation further words, or empty
  /// @param includes other names for the value, such as body part keys
  public record Definition(
      char section,
      String axis,
      String term,
      String definition,
      String explanation,
      List<String> includes) {
    public Definition {
      includes = List.copyOf(includes);
    }
  }
}
