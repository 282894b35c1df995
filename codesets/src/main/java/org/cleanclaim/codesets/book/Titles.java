package org.cleanclaim.codesets.book;

import java.util.Collection;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.cleanclaim.codesets.publication.CodeList;

/// The codes of a system with their titles, sorted by code.
public interface Titles {
  /// The title of a code or heading, without dot; empty for one that is not there.
  Optional<String> title(String code);

  /// The codes and headings that begin so, sorted.
  Collection<String> beginning(String characters);

  /// The titles of a publisher's list.
  static Titles of(CodeList list) {
    NavigableMap<String, String> titles = new TreeMap<>();
    for (CodeList.Row row : list.rows()) titles.put(row.code(), row.title());
    return new Titles() {
      @Override
      public Optional<String> title(String code) {
        return Optional.ofNullable(titles.get(code));
      }

      @Override
      public Collection<String> beginning(String characters) {
        return titles.subMap(characters, true, characters + Character.MAX_VALUE, true).keySet();
      }
    };
  }
}
