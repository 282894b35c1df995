package org.cleanclaim.edits.coverage;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.cleanclaim.codesets.publication.RuleTables;

/// The index of local documents: title, contractor, version and address of each.
record DocumentIndex(Map<String, Document> documents) {
  static final DocumentIndex EMPTY = new DocumentIndex(Map.of());

  /// @param contractor with its kinds, on one line
  record Document(String version, String title, String contractor, String address) {}

  DocumentIndex {
    documents = Map.copyOf(documents);
  }

  static DocumentIndex of(RuleTables tables) {
    var documents = new HashMap<String, Document>();
    Rows.of(tables, "documents")
        .each(row ->
            documents.put(
                row.get("document_display_id"),
                new Document(
                    row.get("document_version"),
                    row.get("title"),
                    row.get("contractor_name_type").replaceAll("\\s+", " "),
                    row.get("url"))));
    return new DocumentIndex(documents);
  }

  Optional<Document> of(String id) {
    return Optional.ofNullable(documents.get(id));
  }
}
