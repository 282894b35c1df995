package org.cleanclaim.app.encoder;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.cleanclaim.app.encoder.CodeStanding.Incomplete;
import org.cleanclaim.app.encoder.CodeStanding.NotYet;
import org.cleanclaim.app.encoder.CodeStanding.Replacement;
import org.cleanclaim.app.encoder.CodeStanding.Retired;
import org.cleanclaim.app.encoder.CodeStanding.Unknown;
import org.cleanclaim.app.encoder.CodeStanding.Valid;
import org.cleanclaim.codesets.CodeEntry;
import org.cleanclaim.codesets.CodeSets;
import org.cleanclaim.codesets.Edition;
import org.cleanclaim.codesets.change.CodeChange;
import org.cleanclaim.kernel.code.CodeSystem;
import org.springframework.stereotype.Component;

/// Tells whether a code is valid on a day of service, and otherwise since when not and what stands
/// for it.
@Component
public class CodeStandings {
  private final CodeSets codeSets;
  private final EditionComparisons comparisons;

  CodeStandings(CodeSets codeSets, EditionComparisons comparisons) {
    this.codeSets = codeSets;
    this.comparisons = comparisons;
  }

  /// @param code without dot
  public CodeStanding of(CodeSystem system, String code, LocalDate day) {
    Optional<CodeEntry> found = codeSets.find(system, code, day);
    if (found.isPresent()) {
      CodeEntry entry = found.get();
      return entry.billable() ? new Valid(entry) : new Incomplete(entry);
    }
    return before(system, code, day).or(() -> after(system, code, day)).orElseGet(Unknown::new);
  }

  /// The publisher's editions: what the starter set lacks or has says nothing of them.
  private List<Edition> published(CodeSystem system) {
    List<Edition> all = List.copyOf(codeSets.editions(system));
    List<Edition> official = all.stream().filter(edition -> !edition.starter()).toList();
    return official.isEmpty() ? all : official;
  }

  private Optional<CodeStanding> before(CodeSystem system, String code, LocalDate day) {
    Edition lastWith = null;
    CodeEntry last = null;
    Edition firstWithout = null;
    for (Edition edition : published(system)) {
      if (edition.period().from().isAfter(day)) break;
      Optional<CodeEntry> entry = edition.find(code);
      if (entry.isPresent() && !entry.get().period().from().isAfter(day)) {
        lastWith = edition;
        last = entry.get();
        firstWithout = null;
      } else if (lastWith != null && firstWithout == null) {
        firstWithout = edition;
      }
    }
    if (lastWith == null || last == null) return Optional.empty();
    if (firstWithout == null) {
      LocalDate until = last.period().until();
      if (until == null) return Optional.empty();
      return Optional.of(new Retired(until, lastWith.name(), last.title(), List.of()));
    }
    return Optional.of(
        new Retired(
            firstWithout.listPeriod().from(),
            firstWithout.name(),
            last.title(),
            replacements(lastWith, firstWithout, code)));
  }

  private Optional<CodeStanding> after(CodeSystem system, String code, LocalDate day) {
    for (Edition edition : published(system)) {
      Optional<CodeEntry> entry = edition.find(code);
      if (entry.isPresent() && entry.get().period().from().isAfter(day)) {
        CodeEntry there = entry.get();
        return Optional.of(new NotYet(there.period().from(), edition.name(), there.title()));
      }
    }
    return Optional.empty();
  }

  private List<Replacement> replacements(Edition older, Edition newer, String code) {
    var replacements = new ArrayList<Replacement>();
    for (CodeChange change : comparisons.between(older, newer).changes()) {
      if (!change.code().equals(code)) continue;
      for (String other : change.replacements()) {
        replacements.add(
            new Replacement(other, newer.find(other).map(CodeEntry::title).orElse(null)));
      }
    }
    return replacements;
  }
}
