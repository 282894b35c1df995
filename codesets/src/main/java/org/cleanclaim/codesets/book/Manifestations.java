package org.cleanclaim.codesets.book;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.cleanclaim.codesets.Note;
import org.cleanclaim.codesets.publication.AlphabeticIndex.Term;
import org.cleanclaim.codesets.publication.TabularList.Entry;
import org.jspecify.annotations.Nullable;

/// Which underlying disease goes with which manifestation: the disease is reported first.
///
/// Source: ICD-10-CM Official Guidelines, section I.A.13 and I.A.7.
public final class Manifestations {
  private static final String ELSEWHERE = "in diseases classified elsewhere";

  /// Two codes that are reported together, in this order.
  ///
  /// @param etiology a code, a beginning of codes or a range, without dot
  /// @param manifestation the same
  public record Pair(String etiology, String manifestation, Source source) {}

  /// Where a pair is printed.
  public sealed interface Source {
    /// A note of the Tabular List.
    record Printed(Inherited inherited) implements Source {}

    /// A term of the Alphabetic Index with a code in brackets.
    record Indexed(Place place) implements Source {}
  }

  private final TabularBook book;
  private final Notes notes;
  private final @Nullable IndexBook index;
  private final List<Inherited> codeFirst = new ArrayList<>();
  private final List<Inherited> useAdditional = new ArrayList<>();

  private Manifestations(TabularBook book, @Nullable IndexBook index) {
    this.book = book;
    this.notes = Notes.of(book);
    this.index = index;
    for (Entry entry : book.entries()) {
      for (Note note : entry.notes()) {
        var inherited = new Inherited(entry, note);
        if (note.kind() == Note.Kind.CODE_FIRST) codeFirst.add(inherited);
        if (note.kind() == Note.Kind.USE_ADDITIONAL) useAdditional.add(inherited);
      }
    }
  }

  public static Manifestations of(TabularBook book) {
    return new Manifestations(book, null);
  }

  /// With the codes in brackets of the Alphabetic Index.
  public static Manifestations of(TabularBook book, IndexBook index) {
    return new Manifestations(book, index);
  }

  /// Whether the code may never be reported first because its title or that of an entry above says
  /// `in diseases classified elsewhere`.
  public boolean isManifestation(String code) {
    return book.upwards(code).stream()
        .anyMatch(e -> e.title().toLowerCase(Locale.ROOT).contains(ELSEWHERE));
  }

  /// The pairs that the code takes part in, on either side.
  public List<Pair> pairs(String code) {
    String normal = TabularBook.normal(code);
    Set<Pair> pairs = new LinkedHashSet<>();
    for (Inherited first : notes.of(normal, Note.Kind.CODE_FIRST)) {
      for (String etiology : first.note().codes()) {
        pairs.add(new Pair(etiology, normal, new Source.Printed(first)));
      }
    }
    for (Inherited first : codeFirst) {
      if (first.note().names(normal)) {
        pairs.add(new Pair(normal, first.entry().id(), new Source.Printed(first)));
      }
    }
    for (Inherited additional : notes.of(normal, Note.Kind.USE_ADDITIONAL)) {
      for (String manifestation : additional.note().codes()) {
        if (comesSecond(manifestation)) {
          pairs.add(new Pair(normal, manifestation, new Source.Printed(additional)));
        }
      }
    }
    if (comesSecond(normal)) {
      for (Inherited additional : useAdditional) {
        if (additional.note().names(normal)) {
          pairs.add(new Pair(additional.entry().id(), normal, new Source.Printed(additional)));
        }
      }
    }
    if (index != null) addIndexed(index, normal, pairs);
    return List.copyOf(pairs);
  }

  private boolean comesSecond(String codeOrRange) {
    String code = codeOrRange.split("-", 2)[0];
    Optional<Entry> entry = book.code(code);
    return entry.isPresent()
        && (isManifestation(code) || !notes.of(code, Note.Kind.CODE_FIRST).isEmpty());
  }

  private static void addIndexed(IndexBook index, String code, Set<Pair> pairs) {
    for (Lead lead : index.termsFor(code)) {
      Term term = index.term(lead.place());
      if (term.codes().isEmpty() || term.manifestations().isEmpty()) continue;
      var source = new Source.Indexed(lead.place());
      switch (lead.role()) {
        case CODE ->
            term.manifestations().forEach(m -> pairs.add(new Pair(lead.code(), m, source)));
        case MANIFESTATION -> pairs.add(new Pair(term.codes().getFirst(), lead.code(), source));
        case REFERENCE -> {}
      }
    }
  }
}
