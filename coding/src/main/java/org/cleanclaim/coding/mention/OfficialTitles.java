package org.cleanclaim.coding.mention;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.cleanclaim.codesets.CodeEntry;
import org.cleanclaim.codesets.Edition;
import org.cleanclaim.codesets.packed.CodeTable;

/// The titles of the billable codes, found where a problem is written in exactly their words, as
/// records do that take their problems from the tabular list. Such a problem needs no reading: it
/// says side, severity and encounter in the words of its own code.
///
/// Titles that say `unspecified` are left out, since the rest of the note may specify; causes are
/// taken from what happened.
public final class OfficialTitles {
  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+");
  private static final String UNSPECIFIED = "unspecified";
  private static final String CAUSES = "VWXY";

  /// The code of a problem, written behind it on its line, or what is told of it behind a dash.
  private static final Pattern BEHIND =
      Pattern.compile(
          "(?<!\\s)\\s+[-–—]\\s|(?<!\\s)\\s*[(\\[]?\\b[A-Z]\\d[0-9A-Z]\\b[0-9A-Z.]*[)\\]]?[.\\s]*$");

  /// More characters than the longest title has with its code behind it.
  private static final int LONGEST = 320;

  private static final int FEWEST_WORDS = 2;

  private final Edition codes;
  private final long[] keys;
  private final int[] ordinals;

  private record Title(long key, int ordinal) {}

  private OfficialTitles(Edition codes, long[] keys, int[] ordinals) {
    this.codes = codes;
    this.keys = keys;
    this.ordinals = ordinals;
  }

  /// The titles of an edition in the form that [#read] reads; the same list gives the same bytes.
  public static byte[] pack(Edition codes) {
    CodeTable all = codes.codes();
    List<Title> titles =
        IntStream.range(0, all.size())
            .filter(ordinal -> all.isBillable(ordinal) && !isCause(all.code(ordinal)))
            .mapToObj(ordinal -> new Title(key(all.row(ordinal).title()), ordinal))
            .sorted(Comparator.comparingLong(Title::key).thenComparingInt(Title::ordinal))
            .toList();
    var packed =
        ByteBuffer.allocate(Integer.BYTES + titles.size() * (Long.BYTES + Integer.BYTES))
            .putInt(titles.size());
    titles.forEach(title -> packed.putLong(title.key()));
    titles.forEach(title -> packed.putInt(title.ordinal()));
    return packed.array();
  }

  /// Reads what [#pack] made of the same edition.
  public static OfficialTitles read(ByteBuffer packed, Edition codes) {
    ByteBuffer in = packed.duplicate();
    var keys = new long[in.getInt()];
    for (int i = 0; i < keys.length; i++) keys[i] = in.getLong();
    var ordinals = new int[keys.length];
    for (int i = 0; i < ordinals.length; i++) ordinals[i] = in.getInt();
    return new OfficialTitles(codes, keys, ordinals);
  }

  private static boolean isCause(String code) {
    return CAUSES.indexOf(code.charAt(0)) >= 0;
  }

  /// A code whose title stands there.
  ///
  /// @param end where the title ends in the text
  public record Written(CodeEntry entry, int end) {}

  /// The code whose title is what a line says, or says before a dash or the code. Empty where
  /// several codes have that title.
  public Optional<Written> at(String text, int start, int end) {
    if (end - start > LONGEST) return Optional.empty();
    Optional<CodeEntry> whole = titled(text.substring(start, end));
    if (whole.isPresent()) return whole.map(entry -> new Written(entry, end));
    Matcher behind = BEHIND.matcher(text).region(start, end);
    if (!behind.find()) return Optional.empty();
    int to = behind.start();
    return titled(text.substring(start, to)).map(entry -> new Written(entry, to));
  }

  private Optional<CodeEntry> titled(String words) {
    long key = key(words);
    int at = Arrays.binarySearch(keys, key);
    if (at < 0) return Optional.empty();
    boolean isOneOfSeveral =
        (at > 0 && keys[at - 1] == key) || (at + 1 < keys.length && keys[at + 1] == key);
    if (isOneOfSeveral) return Optional.empty();
    CodeEntry entry = codes.entry(ordinals[at]);
    List<String> said = plain(words);
    boolean isSame = said.size() >= FEWEST_WORDS && said.equals(plain(entry.title()));
    return isSame && !said.contains(UNSPECIFIED) ? Optional.of(entry) : Optional.empty();
  }

  /// The same for all ways to write the same words.
  private static long key(String words) {
    long key = 0xcbf29ce484222325L;
    boolean isBetween = true;
    for (int i = 0; i < words.length(); i++) {
      char c = words.charAt(i);
      boolean isOfWord = Character.isLetterOrDigit(c);
      if (isOfWord) key = (key ^ Character.toLowerCase(c)) * 0x100000001b3L;
      else if (!isBetween) key = (key ^ ' ') * 0x100000001b3L;
      isBetween = !isOfWord;
    }
    return isBetween ? key : (key ^ ' ') * 0x100000001b3L;
  }

  private static List<String> plain(String words) {
    return WORD.matcher(words.toLowerCase(Locale.ROOT)).results().map(MatchResult::group).toList();
  }
}
