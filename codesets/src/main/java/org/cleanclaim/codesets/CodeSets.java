package org.cleanclaim.codesets;

import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.cleanclaim.codesets.publication.CodeList;
import org.cleanclaim.codesets.publication.PublicationKind;
import org.cleanclaim.codesets.publisher.StarterPublications;
import org.cleanclaim.codesets.search.CodeSearchIndex;
import org.cleanclaim.kernel.EffectivePeriod;
import org.cleanclaim.kernel.code.CodeSystem;
import org.jspecify.annotations.Nullable;

/// All installed code systems and their editions; every question names the day it is asked for.
public final class CodeSets {
  private final List<InstalledPublication> publications;
  private final Function<Edition, CodeSearchIndex> indexes;
  private final CompiledTables compiled;
  private final Map<String, CodeSearchIndex> openIndexes = new ConcurrentHashMap<>();
  private final Map<CodeSystem, Editions> editions = new EnumMap<>(CodeSystem.class);

  private CodeSets(
      Collection<InstalledPublication> publications,
      Function<Edition, CodeSearchIndex> indexes,
      CompiledTables compiled) {
    this.publications = List.copyOf(publications);
    this.indexes = indexes;
    this.compiled = compiled;
    for (CodeSystem system : CodeSystem.values()) {
      List<InstalledPublication> ofSystem =
          this.publications.stream()
              .filter(p -> p.kind().system().filter(system::equals).isPresent())
              .toList();
      editions.put(system, editions(system, ofSystem));
    }
  }

  /// Code sets made of these tables, searched by indexes that are built in memory when first
  /// wanted.
  public static CodeSets of(Collection<InstalledPublication> publications) {
    return of(publications, edition -> CodeSearchIndex.inMemory(SearchEntries.of(edition)));
  }

  /// Code sets made of these tables.
  ///
  /// @param indexes opens or builds the search index of an edition; asked once for each
  public static CodeSets of(
      Collection<InstalledPublication> publications, Function<Edition, CodeSearchIndex> indexes) {
    return of(publications, indexes, CompiledTables.none());
  }

  /// Code sets made of these tables.
  ///
  /// @param compiled keeps what engines compile from them
  public static CodeSets of(
      Collection<InstalledPublication> publications,
      Function<Edition, CodeSearchIndex> indexes,
      CompiledTables compiled) {
    return new CodeSets(publications, indexes, compiled);
  }

  /// The built-in starter tables alone, until official files are installed.
  public static CodeSets starter() {
    return of(StarterPublications.kinds().stream().map(InstalledPublication::starter).toList());
  }

  /// The tables as they came.
  public List<InstalledPublication> publications() {
    return publications;
  }

  /// Keeps what engines compile from the tables.
  public CompiledTables compiled() {
    return compiled;
  }

  /// The facts of a kind in force on a day, that began last; empty when none is installed.
  public Optional<InstalledPublication> rules(PublicationKind kind, LocalDate day) {
    return publications.stream()
        .filter(p -> p.kind() == kind && !p.effectiveFrom().isAfter(day))
        .max(Comparator.comparing(InstalledPublication::effectiveFrom));
  }

  /// A new edition begins on each day on which a table comes into force. Made from the last to the
  /// first, so that each knows how long its code list holds.
  private static Editions editions(CodeSystem system, List<InstalledPublication> publications) {
    var begins = new TreeSet<LocalDate>();
    publications.forEach(p -> begins.add(p.effectiveFrom()));
    var editions = new ArrayDeque<Edition>();
    InstalledPublication later = null;
    LocalDate laterFrom = null;
    LocalDate listUntil = null;
    for (LocalDate from : begins.descendingSet()) {
      Map<PublicationKind, InstalledPublication> inForce = inForce(publications, from);
      InstalledPublication codeList = codeList(inForce.values());
      if (codeList == null) continue;
      if (codeList != later) {
        listUntil = laterFrom;
        later = codeList;
      }
      var period = new EffectivePeriod(from, begins.higher(from));
      var listPeriod = new EffectivePeriod(codeList.effectiveFrom(), listUntil);
      editions.addFirst(new Edition(system, period, listPeriod, codeList, inForce));
      laterFrom = from;
    }
    return new Editions(List.copyOf(editions));
  }

  private static @Nullable InstalledPublication codeList(Collection<InstalledPublication> tables) {
    return tables.stream()
        .filter(table -> table.kind().shape() == CodeList.class)
        .findFirst()
        .orElse(null);
  }

  /// Of each kind the latest to begin. An official table comes before the built-in selection.
  private static Map<PublicationKind, InstalledPublication> inForce(
      List<InstalledPublication> publications, LocalDate day) {
    var inForce = new EnumMap<PublicationKind, InstalledPublication>(PublicationKind.class);
    publications.stream()
        .filter(p -> !p.effectiveFrom().isAfter(day))
        .sorted(
            Comparator.comparing((InstalledPublication p) -> !p.starter())
                .thenComparing(p -> p.effectiveFrom()))
        .forEach(p -> inForce.put(p.kind(), p));
    return inForce;
  }

  /// All editions of a system, the oldest first.
  public List<Edition> editions(CodeSystem system) {
    return of(system).all();
  }

  /// The edition of a system in force on a day.
  public Optional<Edition> edition(CodeSystem system, LocalDate asOf) {
    return Optional.ofNullable(of(system).on(asOf));
  }

  /// Whether a code may be submitted for a day.
  public boolean isBillable(CodeSystem system, CharSequence code, LocalDate asOf) {
    Edition edition = of(system).on(asOf);
    return edition != null && edition.isBillable(code, asOf);
  }

  private Editions of(CodeSystem system) {
    return Objects.requireNonNull(editions.get(system));
  }

  /// The code as it stands on a day; empty when it is not valid then.
  public Optional<CodeEntry> find(CodeSystem system, String code, LocalDate asOf) {
    return edition(system, asOf)
        .flatMap(e -> e.find(code))
        .filter(entry -> entry.period().contains(asOf));
  }

  /// The broader codes above a code, nearest first.
  public List<CodeEntry> ancestors(CodeSystem system, String code, LocalDate asOf) {
    return edition(system, asOf).map(e -> e.ancestors(code)).orElse(List.of());
  }

  /// The codes directly below a code, in publication order.
  public List<CodeEntry> children(CodeSystem system, String code, LocalDate asOf) {
    return edition(system, asOf).map(e -> e.children(code)).orElse(List.of());
  }

  /// The notes that bind a code: its own first, then those inherited from each entry above it.
  public List<Note> notes(CodeSystem system, String code, LocalDate asOf) {
    return edition(system, asOf).map(edition -> edition.notes(code)).orElse(List.of());
  }

  /// The words of the Alphabetic Index with the codes they lead to.
  public List<IndexTerm> index(CodeSystem system, LocalDate asOf) {
    return edition(system, asOf).map(IndexTerm::of).orElse(List.of());
  }

  /// Codes found by what a coder types: system by system in their order, the best of each first.
  /// How well a code fits is not comparable between systems, so each gives its own best ones.
  public List<CodeHit> search(CodeQuery query) {
    return query.systems().stream()
        .sorted()
        .flatMap(system -> edition(system, query.asOf()).stream())
        .flatMap(edition -> query.ask(edition, searchIndex(edition)).stream())
        .toList();
  }

  private CodeSearchIndex searchIndex(Edition edition) {
    return openIndexes.computeIfAbsent(edition.searchId(), id -> indexes.apply(edition));
  }

  /// The title of a code, or the code itself where no installed table knows it.
  public String label(CodeSystem system, String code, LocalDate asOf) {
    return find(system, code, asOf).map(CodeEntry::title).orElse(code);
  }
}
