package org.cleanclaim.workforce.career;

import java.util.List;

/// A credential of coders or billers.
///
/// @param code as it stands behind a name: `CCS-P`
/// @param grantor who examines and grants it
/// @param setting where it is mostly asked for
/// @param systems classification systems that it covers
/// @param covers what its holder has shown, in our own words
public record Credential(
    String code,
    String name,
    String grantor,
    Role role,
    String setting,
    List<String> systems,
    String covers,
    String source) {
  public Credential {
    systems = List.copyOf(systems);
  }
}
