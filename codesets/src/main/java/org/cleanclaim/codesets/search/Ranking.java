package org.cleanclaim.codesets.search;

import java.util.Arrays;
import org.apache.lucene.util.BytesRef;

/// Compares a phrase with a query, both ways: what the query asks and the phrase lacks, and what
/// the phrase adds unasked. Words tell by their rarity. Not thread-safe: one per search.
final class Ranking {
  /// Weight of what was asked and is missing, and of what was not asked and is there.
  static float MISSING = 1.0f;

  static float EXTRA = 0.55f;
  static float OPTIONAL = 0.12f;
  static float BASE = 0.5f;

  private final Query query;
  private final TermTable terms;
  private final int[] keys;
  private final float[] qualities;
  private final byte[] slots;
  private final float[] matched;
  private final int mask;

  Ranking(Query query, TermTable terms) {
    this.query = query;
    this.terms = terms;
    var count = query.slots().stream().mapToInt(slot -> slot.alternatives().size()).sum();
    var size = Integer.highestOneBit(Math.max(8, 4 * count));
    this.mask = size - 1;
    this.keys = new int[size];
    this.qualities = new float[size];
    this.slots = new byte[size];
    this.matched = new float[query.slots().size()];
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
    var found = 0f;
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
        found += terms.weight(term) * qualities[place];
        matched[slots[place]] = Math.max(matched[slots[place]], qualities[place]);
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

  /// Which slots the phrase last scored answers, one bit each.
  long answered() {
    var bits = 0L;
    for (var i = 0; i < matched.length; i++) {
      bits |= matched[i] > 0 ? 1L << i : 0;
    }
    return bits;
  }

  private void put(int term, float quality, byte slot) {
    var place = term * 0x9e3779b1 >>> 7 & mask;
    while (keys[place] >= 0) {
      if (keys[place] == term) {
        return;
      }
      place = place + 1 & mask;
    }
    keys[place] = term;
    qualities[place] = quality;
    slots[place] = slot;
  }

  private int find(int term) {
    var place = term * 0x9e3779b1 >>> 7 & mask;
    while (keys[place] >= 0) {
      if (keys[place] == term) {
        return place;
      }
      place = place + 1 & mask;
    }
    return -1;
  }
}
