package org.cleanclaim.app.chart;

import java.util.List;
import org.cleanclaim.app.encounter.Document;
import org.cleanclaim.app.encounter.EncounterId;

/// Knows documents of which only a part is their author's word, as the answer in a late entry that
/// also repeats what was asked. Domains that file such documents provide one.
public interface OwnWords {

  /// The part of each such document that its author has said, empty where it is nothing; other
  /// documents are not named.
  List<TextPlace> of(EncounterId encounterId, List<Document> documents);
}
