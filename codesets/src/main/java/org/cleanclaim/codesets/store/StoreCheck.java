package org.cleanclaim.codesets.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.cleanclaim.codesets.CodeSets;
import org.cleanclaim.codesets.Edition;
import org.cleanclaim.codesets.InstalledPublication.Label;
import org.cleanclaim.codesets.packed.Digest;
import org.cleanclaim.codesets.search.CodeSearchIndex;
import org.cleanclaim.kernel.code.CodeSystem;

/// Compares every installed table, original and search index with what the catalog says of it.
final class StoreCheck {
  private static final String INSTALL_AGAIN = "Install the publisher's file again.";

  private final StoreFolder folder;
  private final List<StoreFault> faults = new ArrayList<>();

  StoreCheck(StoreFolder folder) {
    this.folder = folder;
  }

  List<StoreFault> faults() throws IOException {
    var catalog = Catalog.read(folder.catalog());
    for (Catalog.Item item : catalog.items()) {
      checkTable(item.label());
      for (String original : item.originals()) checkOriginal(item.label(), original);
    }
    if (faults.isEmpty()) checkSearches(CodeStore.at(folder.root()).open());
    return faults;
  }

  private void checkTable(Label label) throws IOException {
    Path table = folder.table(label.id());
    if (!Files.exists(table)) {
      fault(label, table, "The table is missing.", INSTALL_AGAIN);
      return;
    }
    try (var in = Files.newInputStream(table)) {
      if (!Digest.of(in).startsWith(label.id())) {
        fault(label, table, "The table was changed or damaged.", INSTALL_AGAIN);
        return;
      }
    }
    int rows = folder.publication(label).content(label.kind().shape()).size();
    if (rows != label.rows()) {
      fault(
          label, table, "It has " + rows + " rows instead of " + label.rows() + ".", INSTALL_AGAIN);
    }
  }

  private void checkOriginal(Label label, String sha256) throws IOException {
    Path original = folder.original(sha256);
    if (!Files.exists(original)) {
      fault(label, original, "The publisher's file is missing.", INSTALL_AGAIN);
      return;
    }
    try (var in = Files.newInputStream(original)) {
      if (!Digest.of(in).equals(sha256)) {
        fault(label, original, "The publisher's file was changed.", INSTALL_AGAIN);
      }
    }
  }

  private void checkSearches(CodeSets codeSets) {
    for (CodeSystem system : CodeSystem.values()) {
      for (Edition edition : codeSets.editions(system)) {
        if (edition.starter()) continue;
        Path index = folder.search(edition);
        try (var opened = CodeSearchIndex.open(index)) {
          opened.verify();
        } catch (IOException e) {
          faults.add(
              new StoreFault(
                  "Search index of %s %s".formatted(system.title(), edition.name()),
                  index.toString(),
                  "It cannot be read: " + e.getMessage(),
                  "Delete the folder; the next install builds it anew."));
        }
      }
    }
  }

  private void fault(Label label, Path path, String reason, String remedy) {
    String what =
        "%s %s %s".formatted(label.kind().subject(), label.kind().title(), label.edition());
    faults.add(new StoreFault(what, path.toString(), reason, remedy));
  }
}
