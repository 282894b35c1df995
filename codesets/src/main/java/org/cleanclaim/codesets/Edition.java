package org.cleanclaim.codesets;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.cleanclaim.codesets.book.Inherited;
import org.cleanclaim.codesets.packed.CodeTable;
import org.cleanclaim.codesets.packed.Digest;
import org.cleanclaim.codesets.packed.Recent;
import org.cleanclaim.codesets.publication.CodeClasses;
import org.cleanclaim.codesets.publication.CodeList;
import org.cleanclaim.codesets.publication.Content;
import org.cleanclaim.codesets.publication.ExemptCodes;
import org.cleanclaim.codesets.publication.PublicationKind;
import org.cleanclaim.codesets.publication.TabularList.Entry;
import org.cleanclaim.kernel.EffectivePeriod;
import org.cleanclaim.kernel.code.CodeSystem;
import org.jspecify.annotations.Nullable;

/// A code system as it stands through a span of days: of each kind of table the latest that is in
/// force.
public final class Edition {
  private final CodeSystem system;
  private final EffectivePeriod period;
  private final EffectivePeriod listPeriod;
  private final Map<PublicationKind, InstalledPublication> publications;
  private final InstalledPublication codeList;
  private final Bookshelf books;
  private final Recent<String, Optional<CodeEntry>> found = new Recent<>(this::lookUp);
  private final Recent<String, List<Note>> notes = new Recent<>(this::collectNotes);
  private final Recent<String, List<CodeEntry>> ancestors = new Recent<>(this::climb);
  private volatile @Nullable Demographics demographics;
  private volatile @Nullable Set<String> poaExempt;

  /// @param period the days on which just these tables are in force
  /// @param listPeriod the days on which its code list is in force, whatever the other tables
  /// @param codeList the table that says which codes there are
  /// @param publications all of them, the code list too
  Edition(
      CodeSystem system,
      EffectivePeriod period,
      EffectivePeriod listPeriod,
      InstalledPublication codeList,
      Map<PublicationKind, InstalledPublication> publications) {
    this.system = system;
    this.period = period;
    this.listPeriod = listPeriod;
    this.codeList = codeList;
    this.publications = Map.copyOf(publications);
    this.books = new Bookshelf(this.publications, codeList);
  }

  public CodeSystem system() {
    return system;
  }

  /// The days on which just these tables are in force.
  public EffectivePeriod period() {
    return period;
  }

  /// The days on which the codes are in force.
  public EffectivePeriod listPeriod() {
    return listPeriod;
  }

  /// How the publisher names the code list: `FY2026`.
  public String name() {
    return codeList.label().edition();
  }

  /// Publisher and file of the code list, for citations.
  public String source() {
    return codeList.label().source();
  }

  /// Whether the codes are the small built-in selection.
  public boolean starter() {
    return codeList.starter();
  }

  /// What the edition is made of.
  public Collection<InstalledPublication> publications() {
    return publications.values();
  }

  /// Names the tables that searches look at: editions with the same ones can share a search index.
  public String searchId() {
    var ids = new StringBuilder(system.name().toLowerCase(Locale.ROOT));
    publications.values().stream()
        .filter(table -> SearchEntries.LOOKED_AT.contains(table.kind()))
        .map(InstalledPublication::label)
        .sorted(Comparator.comparing(InstalledPublication.Label::kind))
        .forEach(label -> ids.append('-').append(label.id(), 0, Math.min(8, label.id().length())));
    return ids.toString();
  }

  /// Names the content of all its tables: what is made of nothing else is the same for the same
  /// name.
  public String contentId() {
    var ids = new StringBuilder(system.name());
    publications.values().stream()
        .map(InstalledPublication::label)
        .sorted(Comparator.comparing(InstalledPublication.Label::kind))
        .forEach(label -> ids.append(' ').append(label.kind()).append(' ').append(label.id()));
    return Digest.of(ids.toString().getBytes(StandardCharsets.UTF_8));
  }

  /// A table of the edition, if one of its kind is installed.
  public <C extends Content> Optional<C> table(PublicationKind kind, Class<C> shape) {
    return Optional.ofNullable(publications.get(kind)).map(p -> p.content(shape));
  }

  /// The printed books of the edition.
  public Bookshelf books() {
    return books;
  }

  /// Which codes are for one sex or some ages only.
  public Demographics demographics() {
    Demographics known = demographics;
    if (known == null) {
      known =
          Demographics.of(
              table(PublicationKind.ICD10CM_SEX, CodeClasses.class).orElse(null),
              table(PublicationKind.ICD10CM_AGE, CodeClasses.class).orElse(null));
      demographics = known;
    }
    return known;
  }

  /// Whether the code is exempt from reporting whether it was present on admission; empty when no
  /// list that says so is installed.
  public Optional<Boolean> isPoaExempt(String code) {
    Set<String> exempt = poaExempt;
    if (exempt == null) {
      exempt =
          table(PublicationKind.ICD10CM_POA_EXEMPT, ExemptCodes.class)
              .map(list -> Set.copyOf(list.codes()))
              .orElse(Set.of());
      poaExempt = exempt;
    }
    return exempt.isEmpty() ? Optional.empty() : Optional.of(exempt.contains(code));
  }

  /// The code list itself.
  public CodeTable codes() {
    return codeList.codes();
  }

  /// Whether the code exists on a day of the edition and may be submitted.
  public boolean isBillable(CharSequence code, LocalDate day) {
    int ordinal = codes().ordinal(code);
    return ordinal != CodeTable.NONE
        && codes().isBillable(ordinal)
        && codes().holdsOn(ordinal, day);
  }

  /// A code, whatever days it holds on.
  public Optional<CodeEntry> find(CharSequence code) {
    return found.of(code.toString());
  }

  private Optional<CodeEntry> lookUp(String code) {
    int ordinal = codes().ordinal(code);
    return ordinal == CodeTable.NONE ? Optional.empty() : Optional.of(entry(ordinal));
  }

  /// All codes that hold on the edition's first day or begin later, in publication order.
  public Stream<CodeEntry> entries() {
    return IntStream.range(0, codes().size())
        .mapToObj(this::entry)
        .filter(entry -> {
          LocalDate until = entry.period().until();
          return until == null || until.isAfter(period.from());
        });
  }

  /// The code at an ordinal of the code list.
  public CodeEntry entry(int ordinal) {
    CodeList.Row row = codes().row(ordinal);
    return new CodeEntry(
        system,
        row.code(),
        row.title(),
        row.billable(),
        row.parent(),
        books.tabular().flatMap(b -> b.code(row.code())).map(Entry::notes).orElse(List.of()),
        row.attributes(),
        row.period() == null ? listPeriod : row.period());
  }

  /// The instructional notes that bind a code: its own first, then those inherited from each entry
  /// above it.
  public List<Note> notes(String code) {
    return notes.of(code);
  }

  private List<Note> collectNotes(String code) {
    return books
        .notes()
        .map(all -> all.of(code).stream().map(Inherited::note).toList())
        .orElse(List.of());
  }

  /// The broader codes above a code, nearest first.
  public List<CodeEntry> ancestors(String code) {
    return ancestors.of(code);
  }

  private List<CodeEntry> climb(String code) {
    var above = new ArrayList<CodeEntry>();
    int ordinal = codes().ordinal(code);
    while (ordinal != CodeTable.NONE) {
      ordinal = codes().parent(ordinal);
      if (ordinal != CodeTable.NONE) above.add(entry(ordinal));
    }
    return List.copyOf(above);
  }

  /// The codes directly below a code, in publication order.
  public List<CodeEntry> children(String code) {
    int ordinal = codes().ordinal(code);
    if (ordinal == CodeTable.NONE) return List.of();
    return Arrays.stream(codes().children(ordinal)).mapToObj(this::entry).toList();
  }
}
