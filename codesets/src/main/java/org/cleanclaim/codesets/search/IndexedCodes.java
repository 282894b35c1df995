package org.cleanclaim.codesets.search;

import java.io.IOException;
import java.util.Arrays;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.util.BytesRef;
import org.cleanclaim.codesets.search.SearchFilter.Validity;

/// The codes of an index in alphabetical order, with what a filter asks. Some bytes per code in
/// memory.
final class IndexedCodes {
  private static final int MOST_CHARACTERS = 10;

  private final long[] packed;
  private final boolean[] billable;
  private final int[] standard;
  private final int[] chapter;
  private final String[] chapters;

  private IndexedCodes(int count, String[] chapters) {
    this.packed = new long[count];
    this.billable = new boolean[count];
    this.standard = new int[count];
    this.chapter = new int[count];
    this.chapters = chapters;
  }

  static IndexedCodes read(LeafReader leaf) throws IOException {
    var names = DocValues.getSorted(leaf, IndexFormat.CHAPTER);
    var chapters = new String[names.getValueCount()];
    for (var i = 0; i < chapters.length; i++) {
      chapters[i] = names.lookupOrd(i).utf8ToString();
    }
    var codes = leaf.getBinaryDocValues(IndexFormat.CODE);
    var flags = DocValues.getNumeric(leaf, IndexFormat.BILLABLE);
    var standards = DocValues.getNumeric(leaf, IndexFormat.STANDARD);
    var count = Math.toIntExact(leaf.getNumericDocValues(IndexFormat.BILLABLE).cost());
    var table = new IndexedCodes(count, chapters);
    for (var i = 0; i < count && codes.advanceExact(i); i++) {
      flags.advanceExact(i);
      standards.advanceExact(i);
      names.advanceExact(i);
      table.packed[i] = pack(codes.binaryValue());
      table.billable[i] = flags.longValue() == 1;
      table.standard[i] = (int) standards.longValue();
      table.chapter[i] = names.ordValue();
    }
    return table;
  }

  String code(int number) {
    var text = new StringBuilder();
    for (var shift = 6 * (MOST_CHARACTERS - 1); shift >= 0; shift -= 6) {
      var c = packed[number] >>> shift & 0x3f;
      if (c != 0) {
        text.append((char) (c + ' '));
      }
    }
    return text.toString();
  }

  /// The number of the first code that begins so or comes behind.
  int first(String prefix) {
    return place(pack(new BytesRef(prefix)));
  }

  /// The number behind the last code that begins so.
  int behind(String prefix) {
    var bits = 6 * (MOST_CHARACTERS - prefix.length());
    return place(pack(new BytesRef(prefix)) + (1L << bits));
  }

  private int place(long key) {
    var place = Arrays.binarySearch(packed, key);
    return place < 0 ? -place - 1 : place;
  }

  boolean billable(int number) {
    return billable[number];
  }

  int standard(int number) {
    return standard[number];
  }

  boolean allows(int number, SearchFilter filter) {
    return (filter.validity() == Validity.ANY || billable[number])
        && (filter.chapter() == null || filter.chapter().equals(chapters[chapter[number]]));
  }

  private static long pack(BytesRef code) {
    var packed = 0L;
    for (var i = 0; i < MOST_CHARACTERS; i++) {
      var c = i < code.length ? code.bytes[code.offset + i] : ' ';
      packed = packed << 6 | (c - ' ' & 0x3f);
    }
    return packed;
  }
}
