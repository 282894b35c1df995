package org.cleanclaim.codesets;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.cleanclaim.kernel.code.CodeSystem;

/// All installed code systems and their versions; every question names the day it is asked for.
public final class CodeSets {
  private final List<CodeSystemVersion> versions;

  private CodeSets(Collection<CodeSystemVersion> versions) {
    this.versions = List.copyOf(versions);
  }

  public static CodeSets of(Collection<CodeSystemVersion> versions) {
    return new CodeSets(versions);
  }

  /// The built-in starter tables alone, until official files are installed.
  public static CodeSets starter() {
    return of(StarterLoader.all());
  }

  public List<CodeSystemVersion> versions() {
    return versions;
  }

  /// The version of a system in force on a day; the latest to begin wins.
  public Optional<CodeSystemVersion> version(CodeSystem system, LocalDate asOf) {
    return versions.stream()
        .filter(v -> v.system() == system && v.period().contains(asOf))
        .max(Comparator.comparing(v -> v.period().from()));
  }

  /// The code as it stands on a day; empty when it is not valid then.
  public Optional<CodeEntry> find(CodeSystem system, String code, LocalDate asOf) {
    return version(system, asOf)
        .map(v -> v.codes().get(code))
        .filter(e -> e.period().contains(asOf));
  }

  /// The broader codes above a code, nearest first.
  public List<CodeEntry> ancestors(CodeSystem system, String code, LocalDate asOf) {
    var ancestors = new ArrayList<CodeEntry>();
    Optional<CodeEntry> entry = find(system, code, asOf);
    while (entry.isPresent() && entry.get().parent() != null) {
      entry = find(system, entry.get().parent(), asOf);
      entry.ifPresent(ancestors::add);
    }
    return ancestors;
  }

  /// The codes directly below a code, in publication order.
  public List<CodeEntry> children(CodeSystem system, String code, LocalDate asOf) {
    return version(system, asOf).stream()
        .flatMap(v -> v.codes().values().stream())
        .filter(e -> code.equals(e.parent()) && e.period().contains(asOf))
        .toList();
  }

  /// The notes that bind a code: its own first, then those inherited from each ancestor.
  public List<Note> notes(CodeSystem system, String code, LocalDate asOf) {
    var notes = new ArrayList<Note>();
    find(system, code, asOf).ifPresent(e -> notes.addAll(e.notes()));
    ancestors(system, code, asOf).forEach(e -> notes.addAll(e.notes()));
    return notes;
  }

  /// Codes found by what a coder types, best first.
  public List<CodeHit> search(CodeSystem system, String query, LocalDate asOf, int limit) {
    return CodeSearch.search(this, system, query, asOf, limit);
  }

  /// The title of a code, or the code itself where no installed table knows it.
  public String label(CodeSystem system, String code, LocalDate asOf) {
    return find(system, code, asOf).map(CodeEntry::title).orElse(code);
  }

  /// The alphabetic index of a system on a day.
  public List<IndexTerm> index(CodeSystem system, LocalDate asOf) {
    return version(system, asOf).map(CodeSystemVersion::index).orElse(List.of());
  }
}
