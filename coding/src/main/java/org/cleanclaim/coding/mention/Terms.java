package org.cleanclaim.coding.mention;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.cleanclaim.codesets.search.SearchEntry.Origin;

/// Compiled wordings by number, read from what [TermPacking] wrote. Wordings that are keyed by the
/// same word stand behind each other; texts stay in the buffer until they are shown.
final class Terms {
  private static final List<Origin> ORIGINS = List.of(Origin.values());
  private static final int BILLABLE = 1;
  private static final int JOINING = 2;

  private final StemNumbers stems;
  private final int[] keyed;
  private final int[] codes;
  private final byte[] kinds;
  private final int[] wordEnds;
  private final int[] words;
  private final int[] optionalEnds;
  private final int[] optional;
  private final long[] signatures;
  private final Texts codeTexts;
  private final Texts wordings;

  Terms(ByteBuffer packed) {
    ByteBuffer in = packed.slice();
    Texts stemTexts = Texts.read(in);
    var ordered = new ArrayList<String>(stemTexts.size());
    for (int i = 0; i < stemTexts.size(); i++) ordered.add(stemTexts.get(i));
    this.stems = new StemNumbers(List.copyOf(ordered));
    this.keyed = ints(in);
    this.codes = ints(in);
    this.kinds = new byte[codes.length];
    in.get(kinds);
    this.wordEnds = ints(in);
    this.words = ints(in);
    this.optionalEnds = ints(in);
    this.optional = ints(in);
    this.codeTexts = Texts.read(in);
    this.wordings = Texts.read(in);
    this.signatures = new long[codes.length];
    for (int term = 0; term < codes.length; term++) {
      for (int at = wordStart(term); at < wordEnds[term]; at++) signatures[term] |= bit(words[at]);
    }
  }

  private static int[] ints(ByteBuffer in) {
    var values = new int[in.getInt()];
    in.asIntBuffer().get(values);
    in.position(in.position() + values.length * Integer.BYTES);
    return values;
  }

  /// Its book, whether its code is billable and whether it is told across an `and`, as written.
  static int kind(Origin origin, boolean isBillable, boolean isJoining) {
    return ORIGINS.indexOf(origin) << 2 | (isJoining ? JOINING : 0) | (isBillable ? BILLABLE : 0);
  }

  int size() {
    return codes.length;
  }

  /// The number of a word, or [StemNumbers#NONE] where no wording has it.
  int word(String stem) {
    return stems.of(stem);
  }

  /// The first wording whose rarest word is this one.
  int firstKeyed(int word) {
    return word == 0 ? 0 : keyed[word - 1];
  }

  /// The one behind the last.
  int behindKeyed(int word) {
    return keyed[word];
  }

  /// A bit for a word; several words share one.
  static long bit(int word) {
    return 1L << ((word * 0x9E3779B9) >>> 26);
  }

  /// The bits of all essential words: a stretch of text that lacks one of them lacks a word.
  long signature(int term) {
    return signatures[term];
  }

  int wordStart(int term) {
    return term == 0 ? 0 : wordEnds[term - 1];
  }

  /// How many essential words it has.
  int words(int term) {
    return wordEnds[term] - wordStart(term);
  }

  int wordAt(int place) {
    return words[place];
  }

  int optionalStart(int term) {
    return term == 0 ? 0 : optionalEnds[term - 1];
  }

  int optionalEnd(int term) {
    return optionalEnds[term];
  }

  int optionalAt(int place) {
    return optional[place];
  }

  /// The place of its code in the alphabet.
  int codeNumber(int term) {
    return codes[term];
  }

  String code(int term) {
    return codeTexts.get(codes[term]);
  }

  boolean isBillable(int term) {
    return (kinds[term] & BILLABLE) != 0;
  }

  /// Whether its words may stand on both sides of an `and`.
  boolean isJoining(int term) {
    return (kinds[term] & JOINING) != 0;
  }

  Origin origin(int term) {
    return ORIGINS.get(kinds[term] >> 2);
  }

  String wording(int term) {
    return wordings.get(term);
  }

  /// Texts behind each other, each known by its end.
  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record Texts(ByteBuffer buffer, int[] ends, int from) {
    static Texts read(ByteBuffer in) {
      int[] ends = ints(in);
      int from = in.position();
      in.position(from + (ends.length == 0 ? 0 : ends[ends.length - 1]));
      return new Texts(in, ends, from);
    }

    int size() {
      return ends.length;
    }

    String get(int number) {
      int start = number == 0 ? 0 : ends[number - 1];
      var bytes = new byte[ends[number] - start];
      buffer.get(from + start, bytes);
      return new String(bytes, StandardCharsets.UTF_8);
    }
  }
}
