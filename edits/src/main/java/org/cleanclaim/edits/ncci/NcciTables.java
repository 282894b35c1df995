package org.cleanclaim.edits.ncci;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.cleanclaim.codesets.CodeSets;
import org.cleanclaim.codesets.InstalledPublication;
import org.cleanclaim.codesets.publication.CodePairs;
import org.cleanclaim.codesets.publication.PublicationKind;
import org.cleanclaim.codesets.publication.RuleTables;
import org.jspecify.annotations.Nullable;

/// The facts of the initiative, quarter by quarter: those that are installed, and a built-in
/// selection for practitioners where none is.
public final class NcciTables {
  private static final LocalDate EVER = LocalDate.EPOCH;

  /// A table with its name for people: `NCCI pairs, practitioner 2024-07`.
  ///
  /// @param table opened when first asked
  record Edition<T>(String name, Supplier<T> table) {}

  private final Map<ServiceKind, NavigableMap<LocalDate, Edition<PairTable>>> pairs =
      new EnumMap<>(ServiceKind.class);
  private final Map<ServiceKind, NavigableMap<LocalDate, Edition<UnitLimits>>> limits =
      new EnumMap<>(ServiceKind.class);
  private final NavigableMap<LocalDate, Edition<AddOns>> addOns = new TreeMap<>();

  private NcciTables() {
    for (ServiceKind kind : ServiceKind.values()) {
      pairs.put(kind, new TreeMap<>());
      limits.put(kind, new TreeMap<>());
    }
  }

  /// A selection for everyday practice, until the official tables are installed.
  public static NcciTables starter() {
    var tables = new NcciTables();
    tables.put(ServiceKind.PRACTITIONER, EVER, StarterTables.pairs(), StarterTables.limits());
    return tables;
  }

  /// Tables that hold on all days, for one kind of services.
  public static NcciTables of(ServiceKind kind, CodePairs pairs, UnitLimits limits, AddOns addOns) {
    var tables = new NcciTables();
    tables.put(kind, EVER, new PairTable(pairs), limits);
    tables.addOns.put(EVER, new Edition<>("given", () -> addOns));
    return tables;
  }

  /// What is installed.
  public static NcciTables of(CodeSets codeSets) {
    var tables = new NcciTables();
    for (InstalledPublication publication : codeSets.publications()) tables.add(publication);
    if (tables.pairs(ServiceKind.PRACTITIONER).isEmpty()) {
      var starter = new Edition<>("starter", StarterTables::pairs);
      tables.ofKind(tables.pairs, ServiceKind.PRACTITIONER).put(EVER, starter);
    }
    tables
        .ofKind(tables.limits, ServiceKind.PRACTITIONER)
        .putIfAbsent(EVER, new Edition<>("starter", StarterTables::limits));
    return tables;
  }

  private void put(ServiceKind kind, LocalDate from, PairTable pairTable, UnitLimits unitLimits) {
    ofKind(pairs, kind).put(from, new Edition<>("starter", () -> pairTable));
    ofKind(limits, kind).put(from, new Edition<>("starter", () -> unitLimits));
  }

  private void add(InstalledPublication publication) {
    switch (publication.kind()) {
      case PTP_PRACTITIONER -> pairs(ServiceKind.PRACTITIONER, publication);
      case PTP_HOSPITAL -> pairs(ServiceKind.HOSPITAL, publication);
      case MUE_PRACTITIONER -> limits(ServiceKind.PRACTITIONER, publication);
      case MUE_HOSPITAL -> limits(ServiceKind.HOSPITAL, publication);
      case MUE_SUPPLIER -> limits(ServiceKind.SUPPLIER, publication);
      case ADD_ON_CODES ->
          addOns.put(
              publication.effectiveFrom(),
              new Edition<>(
                  name(publication),
                  () -> publication.view(RuleTables.class, AddOns.class, AddOns::of)));
      default -> {}
    }
  }

  private void pairs(ServiceKind kind, InstalledPublication publication) {
    ofKind(pairs, kind)
        .put(
            publication.effectiveFrom(),
            new Edition<>(
                name(publication),
                () -> publication.view(CodePairs.class, PairTable.class, PairTable::new)));
  }

  private void limits(ServiceKind kind, InstalledPublication publication) {
    ofKind(limits, kind)
        .put(
            publication.effectiveFrom(),
            new Edition<>(
                name(publication),
                () -> publication.view(RuleTables.class, UnitLimits.class, UnitLimits::of)));
  }

  private static String name(InstalledPublication publication) {
    PublicationKind kind = publication.kind();
    return "%s %s %s".formatted(kind.subject(), kind.title(), publication.label().edition());
  }

  private <T> NavigableMap<LocalDate, T> ofKind(
      Map<ServiceKind, NavigableMap<LocalDate, T>> maps, ServiceKind kind) {
    return Objects.requireNonNull(maps.get(kind));
  }

  /// The pairs: the newest edition, which holds what is over as well.
  Optional<Edition<PairTable>> pairs(ServiceKind kind) {
    var entry = ofKind(pairs, kind).lastEntry();
    return entry == null ? Optional.empty() : Optional.of(entry.getValue());
  }

  /// The unit limits of the quarter that a day lies in.
  Optional<Edition<UnitLimits>> limits(ServiceKind kind, LocalDate day) {
    var entry = ofKind(limits, kind).floorEntry(day);
    return entry == null ? Optional.empty() : Optional.of(entry.getValue());
  }

  /// The add-on codes of a day; before the first edition that edition.
  Optional<Edition<AddOns>> addOns(LocalDate day) {
    Map.@Nullable Entry<LocalDate, Edition<AddOns>> entry = addOns.floorEntry(day);
    if (entry == null) entry = addOns.firstEntry();
    return entry == null ? Optional.empty() : Optional.of(entry.getValue());
  }
}
