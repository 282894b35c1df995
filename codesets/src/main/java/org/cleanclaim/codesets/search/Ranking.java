package org.cleanclaim.codesets.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.lucene.util.BytesRef;

/// Compares a phrase with a query, both ways: what the query asks and the phrase lacks, and what
/// the phrase adds unasked. Words tell by their rarity. Not thread-safe: one per search.
final class Ranking {
  /// Weight of what was asked and is missing, and of what was not asked and is there. Missing words
  /// weigh more than extra ones because coders type less than titles say; words in brackets hardly
  /// count. The base keeps one shared word from looking like a full match. All four were set by
  /// hand near the best of a search over one half of public phrases, and the other half gained as
  /// much.
  private static final float MISSING = 0.7f;

  private static final float EXTRA = 0.55f;
  private static final float OPTIONAL = 0.15f;
  private static final float BASE = 1f;

  private final Query query;
  private final TermWeights terms;
  private final int[] keys;
  private final float[] qualities;
  private final byte[] slots;
  private final float[] matched;
  private final int[] matchedBy;
  private final int mask;

  Ranking(Query query, TermWeights terms) {
    this.query = query;
    this.terms = terms;
    var count = query.slots().stream().mapToInt(slot -> slot.alternatives().size()).sum();
    var size = Integer.highestOneBit(Math.max(8, 4 * count));
    this.mask = size - 1;
    this.keys = new int[size];
    this.qualities = new float[size];
    this.slots = new byte[size];
    this.matched = new float[query.slots().size()];
    this.matchedBy = new int[matched.length];
    Arrays.fill(keys, -1);
    for (var i = 0; i < query.slots().size(); i++) {
      for (var alternative : query.slots().get(i).alternatives()) {
        put(alternative.term(), alternative.quality(), (byte) i);
      }
    }
  }

  /// Between 0 and 1.
  float score(BytesRef content) {
    Arrays.fill(matched, 0);
    Arrays.fill(matchedBy, -1);
    var extra = 0f;
    var at = content.offset;
    var end = content.offset + content.length;
    while (at < end) {
      var value = 0;
      var shift = 0;
      byte part;
      do {
        part = content.bytes[at++];
        value |= (part & 0x7f) << shift;
        shift += 7;
      } while (part < 0);
      var term = value >> 1;
      var place = find(term);
      if (place >= 0) {
        if (qualities[place] > matched[slots[place]]) {
          matched[slots[place]] = qualities[place];
          matchedBy[slots[place]] = term;
        }
      } else {
        extra += terms.weight(term) * terms.extra(term) * ((value & 1) == 1 ? OPTIONAL : 1);
      }
    }
    var hit = 0f;
    var missing = 0f;
    for (var i = 0; i < matched.length; i++) {
      var slot = query.slots().get(i);
      hit += slot.weight() * matched[i];
      missing +=
          matched[i] == 0 ? slot.weight() * slot.missing() : slot.weight() * (1 - matched[i]);
    }
    return hit / (hit + MISSING * missing + EXTRA * extra + BASE);
  }

  /// How the typed words led to words of this phrase, where they are not the same.
  List<String> reasons(BytesRef content) {
    score(content);
    var reasons = new ArrayList<String>();
    if (!query.reason().isEmpty()) {
      reasons.add(query.reason());
    }
    for (var i = 0; i < matched.length; i++) {
      for (var alternative : query.slots().get(i).alternatives()) {
        if (matchedBy[i] == alternative.term()
            && !alternative.reason().isEmpty()
            && !reasons.contains(alternative.reason())) {
          reasons.add(alternative.reason());
        }
      }
    }
    return reasons;
  }

  private void put(int term, float quality, byte slot) {
    var place = start(term);
    while (keys[place] >= 0) {
      if (keys[place] == term) {
        return;
      }
      place = (place + 1) & mask;
    }
    keys[place] = term;
    qualities[place] = quality;
    slots[place] = slot;
  }

  private int start(int term) {
    return ((term * 0x9e3779b1) >>> 7) & mask;
  }

  private int find(int term) {
    var place = start(term);
    while (keys[place] >= 0) {
      if (keys[place] == term) {
        return place;
      }
      place = (place + 1) & mask;
    }
    return -1;
  }
}
