package org.cleanclaim.x12.tool;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.cleanclaim.kernel.Characters;
import org.cleanclaim.kernel.identifier.Npi;

/// Replaces values by invented ones of the same form: a digit by a digit, a vowel by a vowel, a
/// consonant by a consonant, everything else stays. With one seed a value always becomes the same
/// other value, wherever it stands, and different values never become the same one, so that a claim
/// and its remittance still match. An NPI becomes another NPI with a right check digit.
///
/// The replacement is a keyed permutation: a Feistel network whose rounds are HMAC-SHA-256. Whoever
/// knows the seed can undo it: it is a secret like the data.
public final class Pseudonyms {
  private static final String VOWELS = "AEIOU";
  private static final String CONSONANTS = "BCDFGHJKLMNPQRSTVWXYZ";
  private static final int ROUNDS = 4;
  private static final int NPI_LENGTH = 10;
  private static final int BLOCK = 32;

  private final Mac mac;
  private int[] values = new int[256];
  private byte[] radices = new byte[256];
  private int[] places = new int[256];

  public Pseudonyms(long seed) {
    try {
      mac = Mac.getInstance("HmacSHA256");
      byte[] key = ("cleanclaim " + seed).getBytes(StandardCharsets.US_ASCII);
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("This Java has no HMAC-SHA-256.", e);
    }
  }

  /// The other value of a text.
  public String of(String value) {
    byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
    replace(bytes, 0, bytes.length);
    return new String(bytes, StandardCharsets.UTF_8);
  }

  /// Replaces a value where it stands.
  void replace(byte[] bytes, int from, int to) {
    if (to - from != NPI_LENGTH || !Characters.areDigits(text(bytes, from), 0, NPI_LENGTH)) {
      permute(bytes, from, to);
    } else if (isNpi(bytes, from)) {
      permute(bytes, from + 1, to - 1);
      for (byte check = '0'; check <= '9'; check++) {
        bytes[to - 1] = check;
        if (isNpi(bytes, from)) return;
      }
    } else {
      // Ten digits that are no NPI stay none.
      do permute(bytes, from, to);
      while (isNpi(bytes, from));
    }
  }

  /// A number below a limit that depends on the value alone.
  int number(byte[] bytes, int from, int to, int limit) {
    mac.update((byte) 'n');
    mac.update(bytes, from, to - from);
    byte[] digest = mac.doFinal();
    int number = (digest[0] & 0x7F) << 16 | (digest[1] & 0xFF) << 8 | (digest[2] & 0xFF);
    return number % limit;
  }

  private void permute(byte[] bytes, int from, int to) {
    int count = take(bytes, from, to);
    if (count == 0) return;
    int half = count / 2;
    for (int round = 0; round < ROUNDS; round++) {
      boolean isLeft = round % 2 == 0;
      shift(
          round,
          isLeft ? 0 : half,
          isLeft ? half : count,
          isLeft ? half : 0,
          isLeft ? count : half,
          count);
    }
    for (int i = 0; i < count; i++) bytes[places[i]] = symbol(bytes[places[i]], values[i]);
  }

  /// Finds the letters and digits and gives their count.
  private int take(byte[] bytes, int from, int to) {
    if (to - from > values.length) {
      values = new int[to - from];
      radices = new byte[to - from];
      places = new int[to - from];
    }
    int count = 0;
    for (int i = from; i < to; i++) {
      byte b = bytes[i];
      char capital = (char) (b >= 'a' && b <= 'z' ? b - 32 : b);
      String alphabet = alphabet(capital);
      if (alphabet.isEmpty()) continue;
      places[count] = i;
      radices[count] = (byte) alphabet.length();
      values[count++] = alphabet.indexOf(capital);
    }
    return count;
  }

  // One half is moved on by what the key makes of the other half; that can be undone, so no two
  // values fall together.
  private void shift(int round, int from, int to, int otherFrom, int otherTo, int count) {
    byte[] digest = new byte[0];
    for (int i = from; i < to; i++) {
      int at = (i - from) % BLOCK;
      if (at == 0) {
        mac.update((byte) round);
        mac.update((byte) ((i - from) / BLOCK));
        mac.update(radices, 0, count);
        for (int j = otherFrom; j < otherTo; j++) mac.update((byte) values[j]);
        digest = mac.doFinal();
      }
      values[i] = (values[i] + (digest[at] & 0xFF)) % radices[i];
    }
  }

  private static byte symbol(byte original, int value) {
    boolean isSmall = original >= 'a' && original <= 'z';
    char capital = (char) (isSmall ? original - 32 : original);
    char other = alphabet(capital).charAt(value);
    return (byte) (isSmall ? other + 32 : other);
  }

  private static String alphabet(char capital) {
    if (capital >= '0' && capital <= '9') return "0123456789";
    if (capital < 'A' || capital > 'Z') return "";
    return VOWELS.indexOf(capital) >= 0 ? VOWELS : CONSONANTS;
  }

  private static boolean isNpi(byte[] bytes, int from) {
    return Npi.parse(text(bytes, from)).isPresent();
  }

  private static String text(byte[] bytes, int from) {
    return new String(
        Arrays.copyOfRange(bytes, from, from + NPI_LENGTH), StandardCharsets.ISO_8859_1);
  }
}
