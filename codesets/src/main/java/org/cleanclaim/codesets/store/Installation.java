package org.cleanclaim.codesets.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.cleanclaim.codesets.CodeSets;
import org.cleanclaim.codesets.Edition;
import org.cleanclaim.codesets.InstalledPublication;
import org.cleanclaim.codesets.InstalledPublication.Label;
import org.cleanclaim.codesets.SourceFile;
import org.cleanclaim.codesets.change.ChangedList;
import org.cleanclaim.codesets.change.TabularExcerpt;
import org.cleanclaim.codesets.packed.ContentPacker;
import org.cleanclaim.codesets.packed.Digest;
import org.cleanclaim.codesets.publication.CodeList;
import org.cleanclaim.codesets.publication.PartedContent;
import org.cleanclaim.codesets.publication.Publication;
import org.cleanclaim.codesets.publication.PublicationKind;
import org.cleanclaim.codesets.publication.TabularList;
import org.cleanclaim.codesets.publisher.PublisherFiles;
import org.cleanclaim.codesets.publisher.ReadResult;
import org.cleanclaim.kernel.code.CodeSystem;
import org.jspecify.annotations.Nullable;

/// One run of an install. Tables and search indexes are written beside the old ones; the catalog is
/// replaced last, and only then does anybody see them.
final class Installation {
  private final StoreFolder folder;
  private final @Nullable LocalDate effectiveFrom;
  private final InstallProgress progress;
  private final List<Catalog.Item> items = new ArrayList<>();
  private final List<InstallReport.Outcome> outcomes = new ArrayList<>();
  private final List<Excerpt> excerpts = new ArrayList<>();
  private final List<PendingChanges> changes = new ArrayList<>();
  private final Map<PartedEdition, List<Part>> parts = new LinkedHashMap<>();

  /// Changes of a list that may come later in the same run.
  private record PendingChanges(SourceFile file, ReadResult.Changes changes) {}

  /// Some chapters of a book that may come later in the same run.
  private record Excerpt(SourceFile file, Publication publication) {}

  /// What the parts of one table have in common.
  private record PartedEdition(PublicationKind kind, LocalDate effectiveFrom) {}

  /// One of the files that make up a table.
  private record Part(SourceFile file, Publication publication, PartedContent content) {}

  Installation(StoreFolder folder, @Nullable LocalDate effectiveFrom, InstallProgress progress) {
    this.folder = folder;
    this.effectiveFrom = effectiveFrom;
    this.progress = progress;
  }

  InstallReport install(List<SourceFile> files) throws IOException {
    items.addAll(Catalog.read(folder.catalog()).items());
    var before = List.copyOf(items);
    int done = 0;
    for (SourceFile file : files) {
      progress.at("Reading " + file.name(), done++, files.size());
      read(file, files.size() == 1);
    }
    // What is kept is let go: the searches that are built next need the memory.
    for (var each = parts.entrySet().iterator(); each.hasNext(); each.remove()) {
      var edition = each.next();
      addParts(edition.getKey(), edition.getValue());
    }
    excerpts.sort(Comparator.comparing(excerpt -> excerpt.publication().effectiveFrom()));
    for (Excerpt excerpt : excerpts) addOverOlder(excerpt);
    excerpts.clear();
    changes.sort(Comparator.comparing(pending -> pending.changes().effectiveFrom()));
    for (PendingChanges pending : changes) apply(pending);
    changes.clear();
    if (!items.equals(before)) commit(new Catalog(items));
    return new InstallReport(outcomes);
  }

  private void read(SourceFile file, boolean isOnly) throws IOException {
    switch (PublisherFiles.read(file, effectiveFrom)) {
      case ReadResult.Read read -> {
        for (Publication publication : read.publications()) {
          if (publication.content() instanceof TabularList list && TabularExcerpt.isExcerpt(list)) {
            excerpts.add(new Excerpt(file, publication));
          } else if (publication.content() instanceof PartedContent content) {
            parts
                .computeIfAbsent(
                    new PartedEdition(publication.kind(), publication.effectiveFrom()),
                    _ -> new ArrayList<>())
                .add(new Part(file, publication, content));
          } else {
            add(file, publication);
          }
        }
      }
      case ReadResult.Changes change -> changes.add(new PendingChanges(file, change));
      case ReadResult.Refused refused ->
          outcomes.add(
              new InstallReport.Refused(
                  refused.file(), refused.line(), refused.reason(), refused.remedy()));
      case ReadResult.Unknown unknown ->
          outcomes.add(
              isOnly
                  ? new InstallReport.Refused(unknown.file(), 0, unknown.reason(), unknown.remedy())
                  : new InstallReport.PassedOver(
                      unknown.file(), unknown.reason() + " " + unknown.remedy()));
    }
  }

  private void addOverOlder(Excerpt excerpt) throws IOException {
    Publication newer = excerpt.publication();
    Optional<Label> older =
        latest(newer.kind(), newer.effectiveFrom().minusDays(1)).map(Catalog.Item::label);
    if (older.isEmpty()) {
      add(excerpt.file(), newer);
      return;
    }
    TabularList list =
        TabularExcerpt.over(
            folder.publication(older.get()).content(TabularList.class),
            (TabularList) newer.content());
    add(
        excerpt.file(),
        new Publication(
            newer.kind(),
            newer.edition(),
            newer.effectiveFrom(),
            newer.source() + ", over " + older.get().edition(),
            false,
            list));
  }

  private void add(SourceFile file, Publication publication) throws IOException {
    String id = folder.keepTable(ContentPacker.pack(publication.content()));
    Label label = InstalledPublication.label(publication, id);
    Optional<Catalog.Item> old =
        items.stream()
            .filter(item ->
                item.label().kind() == label.kind()
                    && item.label().effectiveFrom().equals(label.effectiveFrom()))
            .findFirst();
    if (old.isPresent() && old.get().label().id().equals(id)) {
      outcomes.add(
          new InstallReport.Unchanged(
              file.name(), label.kind(), label.edition(), "It is installed already."));
      return;
    }
    String sha256 = keepOriginal(file);
    old.ifPresent(items::remove);
    items.add(new Catalog.Item(label, List.of(sha256)));
    outcomes.add(
        new InstallReport.Installed(
            file.name(),
            label.kind(),
            label.edition(),
            label.effectiveFrom(),
            label.rows(),
            label.billable(),
            sha256,
            old.map(item -> item.label().edition()).orElse("")));
  }

  /// Joins the files of one table, and these with what is installed of it already.
  private void addParts(PartedEdition edition, List<Part> files) throws IOException {
    Optional<Catalog.Item> old =
        items.stream()
            .filter(item ->
                item.label().kind() == edition.kind()
                    && item.label().effectiveFrom().equals(edition.effectiveFrom()))
            .findFirst();
    PartedContent whole =
        old.map(item -> folder.publication(item.label()).content(PartedContent.class)).orElse(null);
    for (Part part : files) whole = whole == null ? part.content() : whole.with(part.content());
    if (whole == null) return;
    Publication first = files.getFirst().publication();
    String id = folder.keepTable(ContentPacker.pack(whole));
    boolean isUnchanged = old.isPresent() && old.get().label().id().equals(id);
    var originals = new LinkedHashSet<>(old.map(Catalog.Item::originals).orElse(List.of()));
    for (Part part : files) {
      if (isUnchanged) {
        outcomes.add(
            new InstallReport.Unchanged(
                part.file().name(), edition.kind(), first.edition(), "It is installed already."));
        continue;
      }
      String sha256 = keepOriginal(part.file());
      originals.add(sha256);
      outcomes.add(
          new InstallReport.Installed(
              part.file().name(),
              edition.kind(),
              part.publication().edition(),
              edition.effectiveFrom(),
              part.content().size(),
              0,
              sha256,
              ""));
    }
    if (isUnchanged) return;
    old.ifPresent(items::remove);
    var label =
        InstalledPublication.label(
            new Publication(
                edition.kind(),
                first.edition(),
                edition.effectiveFrom(),
                first.source(),
                false,
                whole),
            id);
    items.add(new Catalog.Item(label, List.copyOf(originals)));
  }

  private String keepOriginal(SourceFile file) throws IOException {
    String sha256;
    try (var in = file.open()) {
      sha256 = Digest.of(in);
    }
    try (var in = file.open()) {
      folder.keepOriginal(sha256, in);
    }
    return sha256;
  }

  /// Changes make a new list of the one before them; where the new list is there already, they only
  /// have to agree with it.
  private void apply(PendingChanges pending) throws IOException {
    ReadResult.Changes changes = pending.changes();
    String file = pending.file().name();
    Optional<Catalog.Item> old =
        latest(changes.kind(), changes.effectiveFrom().minusDays(1))
            .filter(item -> item.label().billable() == changes.changes().codesBefore());
    if (old.isEmpty()) {
      outcomes.add(
          new InstallReport.PassedOver(
              file,
              "It lists the changes of a list of %,d codes, which is not installed. Install the whole new list."
                  .formatted(changes.changes().codesBefore())));
      return;
    }
    switch (ChangedList.of(list(old.get()), changes.changes())) {
      case ChangedList.Result.Refused refused ->
          outcomes.add(
              new InstallReport.Refused(
                  file,
                  0,
                  refused.reason(),
                  "Install the order file of the year before, or the whole new list."));
      case ChangedList.Result.Changed changed -> {
        if (hasOwnList(changes.kind(), changes.effectiveFrom())) {
          outcomes.add(agreement(file, changes, changed.list()));
        } else {
          add(
              pending.file(),
              new Publication(
                  changes.kind(),
                  changes.edition(),
                  changes.effectiveFrom(),
                  changes.source(),
                  false,
                  changed.list()));
        }
      }
    }
  }

  private InstallReport.Outcome agreement(
      String file, ReadResult.Changes changes, CodeList changed) {
    CodeList installed = list(latest(changes.kind(), changes.effectiveFrom()).orElseThrow());
    long differing = ChangedList.differences(changed, installed);
    return differing == 0
        ? new InstallReport.Unchanged(
            file,
            changes.kind(),
            changes.edition(),
            "The installed lists differ by just these %,d changes."
                .formatted(changes.changes().size()))
        : new InstallReport.Refused(
            file,
            0,
            "Applied to the list before it, it gives another list than the installed one: %,d codes differ."
                .formatted(differing),
            "Download both files again.");
  }

  private boolean hasOwnList(PublicationKind kind, LocalDate from) {
    return items.stream()
        .anyMatch(item -> item.label().kind() == kind && item.label().effectiveFrom().equals(from));
  }

  private CodeList list(Catalog.Item item) {
    return folder.publication(item.label()).content(CodeList.class);
  }

  private Optional<Catalog.Item> latest(PublicationKind kind, LocalDate asOf) {
    return items.stream()
        .filter(item -> item.label().kind() == kind && !item.label().effectiveFrom().isAfter(asOf))
        .max(Comparator.comparing(item -> item.label().effectiveFrom()));
  }

  /// Builds what searches need, then shows the new catalog, then clears what nobody needs any more.
  void commit(Catalog catalog) throws IOException {
    CodeSets codeSets = folder.codeSets(catalog);
    var searches = new HashSet<String>();
    for (CodeSystem system : CodeSystem.values()) {
      for (Edition edition : codeSets.editions(system)) {
        if (!searches.add(edition.searchId()) || edition.starter()) continue;
        progress.at("Indexing %s %s".formatted(system.title(), edition.period().from()), 0, 0);
        folder.buildSearch(edition);
      }
    }
    catalog.write(folder.catalog());
    clear(catalog, searches);
  }

  private void clear(Catalog catalog, Set<String> searches) throws IOException {
    var tables = new HashSet<String>();
    var originals = new HashSet<String>();
    for (Catalog.Item item : catalog.items()) {
      tables.add(item.label().id());
      originals.addAll(item.originals());
    }
    clear(folder.tables(), tables);
    clear(folder.originals(), originals);
    clear(folder.searches(), searches);
    // Compiled anew from what is installed now, when somebody asks.
    clear(folder.compiled(), Set.of());
  }

  private static void clear(Path parent, Set<String> needed) throws IOException {
    if (!Files.isDirectory(parent)) return;
    try (var list = Files.list(parent)) {
      for (Path each : list.toList()) {
        if (!needed.contains(each.getFileName().toString())) StoreFolder.delete(each);
      }
    }
  }
}
