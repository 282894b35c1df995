package org.cleanclaim.x12.fuzz;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/// Damages files in ways that files get damaged, and in ways that nobody has thought of. The same
/// seed and index give the same damage.
final class Mutator {
  private static final String SEPARATORS = "*~:^|>\n\r\0 -.9A";
  private static final List<String> INSERTIONS =
      List.of(
          "99999999999999999999",
          "-",
          "~ST*837*0001~",
          "~SE*1*1~",
          "~BIN*5*ab~cd~",
          "~BIN*99999999*x~",
          "~HL*1*1*22*1~",
          "~HL*2*2*22*1~".repeat(200),
          "~HI*ABK:",
          "::::",
          "^^^",
          "*".repeat(3000),
          "~LX*1~".repeat(2000),
          "~IEA*1*1~",
          "~GE*1*1~",
          "ISA*00*",
          "\u00e9\u4e2d",
          "\u0000");
  private static final int MOST_STEPS = 12;

  private final List<byte[]> samples;
  private final long seed;

  Mutator(List<byte[]> samples, long seed) {
    this.samples = samples;
    this.seed = seed;
  }

  /// The mutant with the given index.
  byte[] mutant(long index) {
    var random = new Random(seed * 1_000_003 + index);
    byte[] bytes = sample(random).clone();
    int steps = 1 + random.nextInt(MOST_STEPS);
    for (int i = 0; i < steps && bytes.length > 10; i++) bytes = step(bytes, random);
    return bytes;
  }

  private byte[] sample(Random random) {
    return samples.get(random.nextInt(samples.size()));
  }

  private byte[] step(byte[] bytes, Random random) {
    int at = random.nextInt(bytes.length);
    int length = Math.min(bytes.length - at, 1 + random.nextInt(200));
    int other = random.nextInt(bytes.length);
    return switch (random.nextInt(9)) {
      case 0 -> with(bytes, at, (byte) random.nextInt(256));
      case 1 -> with(bytes, at, (byte) SEPARATORS.charAt(random.nextInt(SEPARATORS.length())));
      case 2 -> joined(slice(bytes, 0, at), slice(bytes, at + length, bytes.length)); // deleted
      case 3 -> // repeated elsewhere
          joined(
              slice(bytes, 0, other),
              slice(bytes, at, at + length),
              slice(bytes, other, bytes.length));
      case 4 -> random.nextInt(4) == 0 ? slice(bytes, 0, at) : bytes; // cut off
      case 5 -> { // spliced with another file
        byte[] second = sample(random);
        int from = random.nextInt(second.length);
        yield random.nextInt(3) == 0
            ? joined(slice(bytes, 0, at), slice(second, from, second.length))
            : bytes;
      }
      case 6 -> replaced(bytes, random); // another separator everywhere
      default -> {
        String more = INSERTIONS.get(random.nextInt(INSERTIONS.size()));
        yield joined(
            slice(bytes, 0, at),
            more.getBytes(StandardCharsets.UTF_8),
            slice(bytes, at, bytes.length));
      }
    };
  }

  private static byte[] replaced(byte[] bytes, Random random) {
    if (random.nextInt(6) != 0) return bytes;
    byte from = (byte) SEPARATORS.charAt(random.nextInt(4));
    byte to = (byte) SEPARATORS.charAt(random.nextInt(SEPARATORS.length()));
    byte[] changed = bytes.clone();
    for (int i = 0; i < changed.length; i++) {
      if (changed[i] == from) changed[i] = to;
    }
    return changed;
  }

  private static byte[] with(byte[] bytes, int at, byte value) {
    bytes[at] = value;
    return bytes;
  }

  private static byte[] slice(byte[] bytes, int from, int to) {
    return Arrays.copyOfRange(bytes, Math.min(from, bytes.length), Math.min(to, bytes.length));
  }

  private static byte[] joined(byte[]... parts) {
    var all = new ByteArrayOutputStream();
    for (byte[] part : parts) all.writeBytes(part);
    return all.toByteArray();
  }
}
