package org.cleanclaim.app.chart;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.cleanclaim.app.encounter.Document;
import org.cleanclaim.app.encounter.EncounterId;
import org.cleanclaim.app.encounter.Encounters;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// The documents of a visit as codes may rest on them: what in a document is not its author's word
/// becomes blanks, so that all else keeps its place. A code rests on what the provider says of the
/// patient (ICD-10-CM Official Guidelines, I.A.19 and I.B.14), not on what the provider was asked.
@Component
@Transactional(readOnly = true)
public class CodableDocuments {
  private final Encounters encounters;
  private final List<OwnWords> known;

  CodableDocuments(Encounters encounters, List<OwnWords> known) {
    this.encounters = encounters;
    this.known = List.copyOf(known);
  }

  public List<Document> of(EncounterId encounterId) {
    List<Document> documents = encounters.documents(encounterId);
    Map<Long, TextPlace> parts = new HashMap<>();
    for (OwnWords words : known) {
      for (TextPlace part : words.of(encounterId, documents)) parts.put(part.documentId(), part);
    }
    return documents.stream().map(d -> only(d, parts)).toList();
  }

  private static Document only(Document document, Map<Long, TextPlace> parts) {
    TextPlace part = parts.get(document.id());
    if (part == null) return document;
    var body = new StringBuilder(document.body());
    for (int i = 0; i < body.length(); i++) {
      boolean isOwn = i >= part.start() && i < part.end();
      if (!isOwn && body.charAt(i) != '\n') body.setCharAt(i, ' ');
    }
    return new Document(
        document.id(),
        document.encounterId(),
        document.name(),
        body.toString(),
        document.sha256(),
        document.receivedAt(),
        document.format());
  }
}
